import Foundation
import RecoupCommand
import RecoupTesting
import Testing

/// The cases in `Tests/Cases/Answers`: what a person types about invoices, and what comes.
///
/// A case has blocks `file NAME`, or `torn NAME` for a file whose last line has no end, `input` for what
/// is typed, and one block `console`: lines that begin with `$ recoup ` are run one after the other
/// in one folder, in the world of 22 November 2026; what they say on standard error and standard output must follow, and
/// then `[status N]` where that is not 0. Where a case brings no rules, `small.rules` are its `recoup.rules`.
@Suite struct AnswerCaseTests {
  private static let cases = LiterateCase.all(in: "Answers")

  private static let rules: [UInt8] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appending(path: "Cases/Answers/small.rules")
    return (try? Data(contentsOf: file)).map { Array($0) } ?? []
  }()

  @Test func areThere() {
    #expect(AnswerCaseTests.cases.count >= 20)
    for literate in AnswerCaseTests.cases { #expect(!literate.intent.isEmpty, "\(literate.place)") }
    #expect(Set(AnswerCaseTests.cases.map { $0.name }).count == AnswerCaseTests.cases.count)
  }

  @Test(arguments: cases.map { $0.name }) func comesToWhatIsShown(_ name: String) throws {
    let literate = try #require(AnswerCaseTests.cases.first { $0.name == name })
    let world = MemoryWorld()
    world.files["recoup.rules"] = AnswerCaseTests.rules
    for block in literate.blocks where block.label.hasPrefix("file ") {
      world.files[String(block.label.dropFirst(5))] = Array(block.text.utf8)
    }
    for block in literate.blocks where block.label.hasPrefix("torn ") {
      world.files[String(block.label.dropFirst(5))] = Array(block.text.utf8.dropLast())
    }
    if let input = literate.block("input") { world.input = [Array(input.text.utf8)] }
    let console = try #require(literate.block("console"))
    var shown = ""
    for line in console.text.split(separator: "\n") where line.hasPrefix("$ recoup ") {
      shown += "\(line)\n"
      let (before, complained) = (world.output.count, world.complaints.utf8.count)
      let status = CommandLineTool.run(words(line.dropFirst(9)), in: world.world)
      shown += String(decoding: Array(world.complaints.utf8)[complained...], as: UTF8.self)
      shown += String(decoding: world.output[before...], as: UTF8.self)
      if status != .fine { shown += "[status \(status.rawValue)]\n" }
    }
    if let mismatch = try literate.mismatch(console, shown) { Issue.record("\(mismatch)") }
  }

  /// The words of a command line, with single and double quotes as in a shell.
  private func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      switch (quote, character) {
      case (nil, "'"), (nil, "\""):
        quote = character
        word = word ?? ""
      case (nil, " "):
        if let whole = word { words.append(whole) }
        word = nil
      case (.some(let open), character) where open == character: quote = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
