import Foundation
import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

/// What holds of every file that is formatted.
@Suite struct FormatPropertyTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The shipped rules and those of the conformance cases.
  private static let files: [String] = ["Rules", "Tests/Conformance"].flatMap { folder in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: package.appending(path: folder).path)) ?? []
    return names.filter { $0.hasSuffix(".rules") }.sorted().map { folder + "/" + $0 }
  }

  private static func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: package.appending(path: file)), as: UTF8.self)
  }

  /// Says what is wrong with the outcome of formatting a text, if anything.
  private func flaw(in text: String) throws -> String? {
    let formatted = try Formatting.text(of: text)
    if try Formatting.text(of: formatted) != formatted { return "formatting again changes\n\(formatted)" }
    if Formatting.atoms(of: text) != Formatting.atoms(of: formatted) { return "it says something else:\n\(formatted)" }
    let lines = formatted.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.contains(where: { $0.last == " " || $0.last == "\t" }) { return "space at a line's end:\n\(formatted)" }
    if formatted.contains("\n\n\n") || formatted.hasPrefix("\n") { return "needless blank lines:\n\(formatted)" }
    if !formatted.isEmpty, !formatted.hasSuffix("\n") { return "no last line end:\n\(formatted)" }
    return nil
  }

  private func book(_ text: String) -> RuleBook? {
    RulesLoader.load(SourceFile(name: "test", text: text)) { _, _ in .missing("none") }.book
  }

  @Test func randomFilesKeepWhatTheySayAndDecide() throws {
    for seed in Effort.seeds(200) {
      let text = RandomRules.text(seed: seed)
      if let flaw = try flaw(in: text) {
        Issue.record("seed \(seed): \(flaw)\nfrom:\n\(text)")
        return
      }
      let original = try #require(book(text), "seed \(seed)")
      let formatted = try #require(book(try Formatting.text(of: text)), "seed \(seed)")
      for (index, invoice) in RandomCases.cases(for: original, seed: seed, count: 2).enumerated() {
        let before = ReferenceDecision(try Advisor(original).decide(invoice))
        let after = ReferenceDecision(try Advisor(formatted).decide(invoice))
        #expect(before == after, "seed \(seed), case \(index)")
      }
    }
  }

  @Test(arguments: files) func filesOfThePackageKeepWhatTheySay(_ file: String) throws {
    #expect(try flaw(in: FormatPropertyTests.text(file)) == nil)
  }

  @Test(arguments: files.filter { $0.hasPrefix("Rules") }) func shippedFilesHaveTheLayout(_ file: String) throws {
    let text = try FormatPropertyTests.text(file)
    #expect(try Formatting.text(of: text) == text)
  }

  // MARK: At every place

  /// Every construct of the grammar, in texts that are short enough to try each place in them.
  private static let constructs = [
    "language en currency USD include \"a.rules\" horizon 6 steps, 2 weeks drop rule \"q\" drop action z",
    "setting hour \"An hour\" fr \"Une heure\" = 50 USD source \"s\" as of 2026-11-22 setting b = 1 change action a { cost 1 USD }",
    "fact reason \"Why?\" or \"…\": one of forgot \"They forgot\" fr \"Un oubli, mon Dieu\", silent \"They say nothing\" = forgot",
    "fact c: yes or no fact m: money = -(3 - -2) * 1 USD fact d: days falling fact e: one of a, b",
    "define x = if c then min(m, 2 of 3% of m) else interest(the_principal_of_it, 8%, d_overdue) / 2.5 source \"t\"",
    "table age by d { up to 30 days: 100% up to x: 80% beyond: 40% } source \"s\" as of 2026-11-22 fact f: money",
    "table by_reason by reason { forgot, silent: 1 otherwise: 2 }",
    "action a { title \"A\" fr \"B\" chance 20% to 45% scaled by age fee 30% of recovered minimum 1 USD maximum m }",
    "action b firmer than a { effort 0.5 hours at most 3 times final source \"v\" cost 5 USD }",
    "action c { requires d >= 90 days and reason is not one of forgot, silent because \"It is too early\" fr \"s\" source \"u\" }",
    "rule \"r\" fr \"s\" { when c is known and d between 1 day and 2 days or not reason is unknown then a 4x likelier }",
    "rule \"r\" { then b 2x less likely then never a, b then wait because \"b\" fr \"c\" source \"w\" as of 2026-11-22 }",
    "example \"e\" { amount = 1_200 USD a.times = 1 a.days_ago = 2 weeks expect not a expect wait expect nothing }",
  ]

  /// The offsets outside of quotation marks at which white space begins.
  private static func gaps(in text: String) -> [String.Index] {
    var isText = false
    return text.indices.filter { index in
      if text[index] == "\"" { isText.toggle() }
      return !isText && text[index] == " "
    }
  }

  struct Insertion: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }
  }

  @Test(arguments: [
    Insertion("a comment on the line", " # note\n"),
    Insertion("a comment on its own line", "\n# note\n"),
    Insertion("two comments", "# one\n\n\n# two\n\n"),
    Insertion("a long comment", "# " + String(repeating: "long ", count: 30) + "\n"),
    Insertion("a blank line", "\n\n"),
    Insertion("a comment with CRLF", " # note \t\r\n"),
    Insertion("an empty comment", "#\n"),
  ]) func whatStandsBetweenAnyTwoWordsIsKept(_ insertion: Insertion) throws {
    for construct in FormatPropertyTests.constructs {
      for gap in FormatPropertyTests.gaps(in: construct) {
        var text = construct
        text.insert(contentsOf: insertion.text, at: gap)
        if let flaw = try flaw(in: text) {
          Issue.record("\(flaw)\nfrom:\n\(text)")
          return
        }
      }
    }
  }

  @Test func whateverStandsBetweenWordsIsKept() throws {
    let pieces = [
      " # note\n", "\n# note\n", "#\n\n\n#\n", "\n", "\n\n\n", "\t", "  # a longer note that reaches far\r\n",
    ]
    for seed in Effort.seeds(200) {
      var random = SeededRandom(seed: seed)
      let often = random.pick([3, 15, 60])
      var text = ""
      for construct in random.shuffled(FormatPropertyTests.constructs).prefix(3) {
        let gaps = Set(FormatPropertyTests.gaps(in: construct))
        for index in construct.indices {
          if gaps.contains(index), random.happens(often) { text += random.pick(pieces) }
          text.append(construct[index])
        }
        text += random.pick(["\n", " ", " # end\n", "\n\n\n# apart\n"])
      }
      if let flaw = try flaw(in: text) {
        Issue.record("seed \(seed): \(flaw)\nfrom:\n\(text)")
        return
      }
    }
  }

  @Test(arguments: constructs.indices) func commentsBetweenAllWordsAreKept(_ index: Int) throws {
    let construct = FormatPropertyTests.constructs[index]
    var text = construct
    for gap in FormatPropertyTests.gaps(in: construct).reversed() { text.insert(contentsOf: "# note\n", at: gap) }
    #expect(try flaw(in: text) == nil)
  }

  /// A file that lost a word is formatted or left alone, but never damaged.
  @Test(arguments: constructs.indices) func whateverIsLeftOutNothingIsDamaged(_ index: Int) throws {
    let construct = FormatPropertyTests.constructs[index]
    let words = construct.split(separator: " ")
    for missing in words.indices {
      let text = (words[..<missing] + words[(missing + 1)...]).joined(separator: " ")
      switch RulesFormatter.format(SourceFile(name: "test", text: text)) {
      case .formatted:
        if let flaw = try flaw(in: text) { Issue.record("without \(words[missing]): \(flaw)") }
      case .mistakes(let problems): #expect(!problems.isEmpty)
      case .refused: Issue.record("refused without \(words[missing])")
      }
    }
  }

  @Test(arguments: constructs.indices) func whereverItIsCutNothingIsDamaged(_ index: Int) {
    let construct = FormatPropertyTests.constructs[index]
    let bytes = Array(construct.utf8)
    for end in bytes.indices {
      if case .refused = RulesFormatter.format(SourceFile(name: "test", bytes: Array(bytes[..<end]))) {
        Issue.record("refused when cut at \(end)")
      }
    }
  }
}
