import RecoupLanguage
import RecoupRules
import RecoupShippedRules
import RecoupTesting
import RecoupWire
import Testing

@testable import RecoupEditor

/// The names that the editor sees, against the checker that knows what they mean.
@Suite struct OutlineTests {
  private static func text(_ name: String) -> String {
    String(decoding: ShippedRules.bytes(of: name) ?? [], as: UTF8.self)
      .replacing("include \"base\"", with: "include \"base.rules\"")
  }

  /// A name that is given another one everywhere leaves rules as good as they were: no place was forgotten, none taken
  /// for another.
  @Test func everyNameCanBeChanged() {
    var session = EditorSession()
    let files = ["file:///us.rules": OutlineTests.text("us"), "file:///base.rules": OutlineTests.text("base")]
    session.open("file:///us.rules", files["file:///us.rules"] ?? "")
    session.open("file:///base.rules", files["file:///base.rules"] ?? "")
    #expect(session.shown.values.allSatisfy { $0.isEmpty })
    var count = 0
    let document = TextDocument(Array((files["file:///base.rules"] ?? "").utf8))
    for mention in Outline(SourceFile(name: "", text: files["file:///base.rules"] ?? "")).mentions
    where mention.isDeclared && mention.role != .rule {
      let position = document.position(of: Int(mention.span.lower))
      let name = JSON.string(mention.name + "_x")
      let answer = session.ask("rename", "file:///base.rules", position, [("newName", name)])
      guard let changes = answer["result"]?["changes"] else { continue }
      var other: [String: String] = [:]
      for (address, text) in files {
        other[address] = EditorSession.applying(changes[address]?.elements ?? [], to: text)
      }
      let loaded = RulesLoader.load(SourceFile(name: "us", text: other["file:///us.rules"] ?? "")) { _, _ in
        .found(SourceFile(name: "base", text: other["file:///base.rules"] ?? ""))
      }
      #expect(loaded.problems.isEmpty, "\(mention.name): \(loaded.problems.first?.message ?? "")")
      count += 1
    }
    #expect(count > 60)
  }

  /// Whatever the text, nothing that is asked at any place ends the server, and everything is answered.
  @Test func noRequestTrapsInBrokenText() {
    let methods = [
      "hover", "definition", "references", "documentHighlight", "prepareRename", "completion", "codeLens", "formatting",
      "documentSymbol", "foldingRange", "codeAction",
    ]
    let source = Array(OutlineTests.text("us").unicodeScalars)
    let noise = [
      "{", "}", "\"", "is one of ", "😀", "(", ".", ",", "=", "\r\n", "#", "action ", "rule ", "table x by ", "\u{0}",
    ]
    for seed in Effort.seeds(12, part: 100) {
      var random = SeededRandom(seed: seed)
      let start = random.below(source.count)
      var text = Array(source[start..<min(source.count, start + 800)])
      for _ in 0..<random.below(6) {
        let place = random.below(text.count + 1)
        let end = min(text.count, place + random.below(5))
        text.replaceSubrange(place..<end, with: Array(random.pick(noise).unicodeScalars))
      }
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text)
      var session = EditorSession()
      session.open("untitled:1", String(scalars))
      for _ in 0..<20 {
        let position = TextDocument.Position(line: random.below(40), character: random.below(90))
        for method in methods {
          let answer = session.ask(method, "untitled:1", position)
          #expect(answer["id"] != nil, "RECOUP_SEED=\(seed) \(method)")
        }
        _ = session.ask("rename", "untitled:1", position, [("newName", .string("another"))])
      }
    }
  }
}
