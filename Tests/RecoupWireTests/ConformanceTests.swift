import Foundation
import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupWire
import Testing

/// The decisions that follow from the language's reference, computed by another program.
@Suite struct ConformanceTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Conformance")

  private static let names: [String] = (0..<20).map { ($0 < 10 ? "case0" : "case") + String($0) }

  @Test(arguments: names) func decidesEqual(_ name: String) throws {
    func bytes(_ ending: String) throws -> [UInt8] {
      Array(try Data(contentsOf: ConformanceTests.folder.appending(path: name + ending)))
    }
    let loaded = RulesLoader.load(SourceFile(name: name, bytes: try bytes(".rules"))) { _, _ in .missing("none") }
    let book = try #require(loaded.book)
    var stream = DecideStream(Advisor(book), run: RunValues(book))
    var output: [UInt8] = []
    stream.feed(try bytes(".facts.ndjson")[...], to: &output)
    stream.finish(to: &output)
    let decided = String(decoding: output, as: UTF8.self).split(separator: "\n")
    let expected = String(decoding: try bytes(".decisions.ndjson"), as: UTF8.self).split(separator: "\n")
    #expect(decided.count == expected.count)
    #expect(stream.failures == 0)
    // Both print the shortest digits of a double, so equal text is equal bits.
    for (line, wanted) in zip(decided, expected) { #expect(line == wanted) }
  }
}
