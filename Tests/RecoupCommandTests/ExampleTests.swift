import RecoupTesting
import Testing

@testable import RecoupCommand

/// What the pages of help show can be typed: each line that begins with `  recoup `.
@Suite struct ExampleTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var page: String
    var line: String
    var testDescription: String { "\(page): \(line)" }
  }

  static let examples: [Example] = {
    let pages =
      CommandLineTool.commands.map { ("\($0.name) --help", Help.page($0)) }
      + Topic.all.map { ("help \($0.name)", $0.page) }
    return pages.flatMap { name, page in
      page.replacing("\\\n", with: " ").split(separator: "\n").filter { $0.hasPrefix("  recoup ") }
        .map { Example(page: name, line: String($0.dropFirst(2))) }
    }
  }()

  /// Lines of a page that are a file: from one that begins so to the last one that `isPart`.
  private static func file(_ page: String, where isPart: (Substring) -> Bool) -> String {
    page.split(separator: "\n").filter { $0.hasPrefix("  ") }.map { $0.dropFirst(2) }.filter(isPart)
      .map { $0 + "\n" }.joined()
  }

  /// The folder that the pages show.
  static var world: MemoryWorld {
    let rules = file(Topic.rules.page) { !$0.hasPrefix("recoup ") }
    let invoices = file(Topic.files.page) { $0.hasPrefix("invoice,client,i") || $0.hasPrefix("INV-") }
    let journal = file(Topic.journal.page) { $0.hasPrefix("2026-") }
    return MemoryWorld([
      "recoup.rules": rules, "invoices.csv": invoices, "journal.txt": journal,
      "books/invoices.csv": "invoice;client;due;total\nA-1;Acme;01/10/2026;1.234,50\n",
    ])
  }

  @Test func thereAreExamples() {
    #expect(ExampleTests.examples.count > 15)
    let world = ExampleTests.world
    #expect(world.text(of: "recoup.rules")?.contains("setting hour = 80 USD\nexample ") == true)
    #expect(world.text(of: "invoices.csv")?.split(separator: "\n").count == 3)
    #expect(world.text(of: "journal.txt")?.split(separator: "\n").count == 8)
  }

  @Test(arguments: examples) func anExampleIsTrue(_ example: Example) {
    // What a shell does with the answer is no part of the command.
    let words = ShellWords.split(example.line).prefix { $0 != "||" && $0 != ">" && $0 != "<" }.dropFirst()
    let world = ExampleTests.world
    #expect(CommandLineTool.run(Array(words), in: world.world) == .fine, "\(world.complaints)")
    #expect(world.complaints == "")
  }
}

/// The words of a line as a shell reads them, as far as examples need it.
enum ShellWords {
  static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character == " ", !isQuoted {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
