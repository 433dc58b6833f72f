import Foundation
@testable import RecoupLanguage
import Testing

/// The manual of the rules language.
enum Manual {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = "Sources/Manual.docc"

  /// The paths of its pages, from the top of the package.
  static let pages: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { folder + "/" + $0 }
  }()

  static func text(of page: String) throws -> String {
    try String(contentsOf: root.appending(path: page), encoding: .utf8)
  }
}

/// What the manual must have, beside what it shows being so.
@Suite struct ManualTests {
  /// A block of any other kind would be shown and never tried; `text` is for what is no rules file and no command.
  @Test(arguments: Manual.pages) func triesAllThatItShows(_ page: String) throws {
    let kinds = try Manual.text(of: page).split(separator: "\n").filter { $0.hasPrefix("```") && $0 != "```" }
    let isTried = { (kind: Substring) in kind == "```console" || kind == "```text" || kind.hasPrefix("```rules ") }
    #expect(kinds.filter { !isTried($0) }.isEmpty)
  }

  @Test func leadsToEveryPage() throws {
    #expect(Manual.pages.count > 20)
    let root = try Manual.text(of: "Sources/Manual.docc/Manual.md")
    for page in Manual.pages where !page.hasSuffix("/Manual.md") {
      let name = page.split(separator: "/").last.map { $0.dropLast(3) } ?? ""
      #expect(root.contains("- <doc:\(name)>\n"), "\(page)")
    }
  }

  @Test func explainsEveryWord() throws {
    let rows = try Manual.text(of: "Sources/Manual.docc/Words.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
    let words = rows.flatMap { row in
      row.split(separator: "|")[0].split(separator: "`").map { $0.trimmingCharacters(in: [" ", ","]) }
    }
    #expect(words.filter { !$0.isEmpty }.sorted() == Keyword.allCases.map { $0.rawValue }.sorted())
  }
}
