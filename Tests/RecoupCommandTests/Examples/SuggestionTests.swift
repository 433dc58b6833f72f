import Foundation
import RecoupCommand
import RecoupTesting
import Testing

/// `recoup test --suggest`: what it prints is text of the rules, passes, and tests what it says it does.
@Suite struct SuggestionTests {
  private static let small: String = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: folder.appending(path: "Cases/Answers/small.rules"), encoding: .utf8)) ?? ""
  }()

  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var rules: String
    /// What must be among what is suggested.
    var contains: [String] = []
  }

  static let rows = [
    Row(
      testDescription: "an edge, on both sides",
      rules: """
        currency USD
        action mail { title "Mail" chance 20% at most 9 times }
        action agency {
          title "Agency"
          chance 60%
          requires days_overdue >= 90 days because "Agencies take invoices more than 90 days late"
        }
        example "Used up" { amount = 1_000 USD days_overdue = 200 days mail.times = 9 mail.days_ago = 5 days expect agency }

        """,
      contains: [
        "example \"Agencies take invoices more than 90 days late: 89 days late\" {\n  amount = 1_000 USD\n"
          + "  days_overdue = 89 days\n",
        "  days_overdue = 90 days\n",
      ]),
    Row(
      testDescription: "several conditions at once, through definitions",
      rules: """
        currency EUR
        fact reason "Why?": one of forgot, broke
        fact signed: yes or no
        define clear = reason is known and reason is broke and signed
        action mail { title "Mail" chance 40% }
        action plan { title "Plan" chance 50% }
        rule "They are \\"broke\\"" {
          when clear and mail.times >= 1 and mail.days_ago <= 3 days and amount > 250 EUR
          then never mail, plan
          because "No money"
        }

        """,
      contains: ["reason = broke\n", "signed = yes\n", "mail.times = 1\n", "They are \\\"broke\\\""]),
    Row(testDescription: "the small rules without an example", rules: small, contains: ["promised_in = 0 days"]),
    Row(
      testDescription: "rows by words, and a currency without cents",
      rules: """
        currency JPY
        fact kind: one of small, usual, large
        table share by kind { small: 10% usual: 50% otherwise: 30% }
        action mail { title "Mail" chance share cost 100 JPY }
        example "One" { amount = 5000 JPY days_overdue = 3 days kind = small expect mail }

        """,
      contains: ["kind = usual", "kind = large"]),
  ]

  @Test(arguments: rows) func testsWhatItSays(_ row: Row) throws {
    let world = MemoryWorld(["recoup.rules": row.rules])
    let before = try untested(world, "--coverage") + untested(world, "--mutate")
    let suggested = MemoryWorld(["recoup.rules": row.rules])
    #expect(suggested.run("test", "--suggest") == .fine)
    for text in row.contains { #expect(suggested.printed.contains(text), "\(suggested.printed)") }
    // # Each expects … They test SOME of\n# ALL things
    let claimed = try #require(suggested.printed.firstMatch(of: /They test (\d+) of\n# (\d+) thing/))
    #expect(Int(claimed.2) == before)

    let after = MemoryWorld(["recoup.rules": row.rules + "\n" + suggested.printed])
    #expect(after.run("test") == .fine, "\(after.printed)\(after.complaints)")
    #expect(after.run("check", "--fail-on", "error") == .fine)
    let rest = try untested(after, "--coverage") + untested(after, "--mutate")
    #expect(before - rest == Int(claimed.1), "\(suggested.printed)")
    #expect(rest < before)
  }

  /// How many things are missing by an option.
  private func untested(_ world: MemoryWorld, _ option: String) throws -> Int {
    let asked = MemoryWorld(["recoup.rules": world.text(of: "recoup.rules") ?? ""])
    #expect(asked.run("test", option, "--json") == .fine, "\(asked.printed)\(asked.complaints)")
    let json = try answer(asked)
    if let mutation = json["mutation"] as? [String: Any] {
      return (mutation["survivors"] as? [Any])?.count ?? 0
    }
    return ((json["coverage"] as? [String: Any])?["missing"] as? [Any])?.count ?? 0
  }

  @Test(arguments: rows) func keepsTheLayout(_ row: Row) {
    let world = MemoryWorld(["recoup.rules": row.rules])
    #expect(world.run("fmt") == .fine)
    #expect(world.run("test", "--suggest") == .fine)
    world.files["recoup.rules"]? += world.output
    #expect(world.run("fmt", "--check") == .fine, "\(world.text(of: "recoup.rules") ?? "")")
  }

  @Test func namesAreNewOnes() throws {
    let once = MemoryWorld(["recoup.rules": SuggestionTests.small])
    #expect(once.run("test", "--suggest") == .fine)
    let twice = MemoryWorld(["recoup.rules": SuggestionTests.small + once.printed])
    #expect(twice.run("test", "--suggest") == .fine)
    let all = MemoryWorld(["recoup.rules": SuggestionTests.small + once.printed + twice.printed])
    #expect(all.run("test") == .fine, "\(all.complaints)")
  }

  @Test func nothingIsLeft() {
    let rules = """
      currency USD
      action a { title "A" chance 100% }
      example "Paid at once" { amount = 1 USD days_overdue = 1 day expect a }
      example "Done" { amount = 1 USD days_overdue = 1 day a.times = 1 expect nothing }

      """
    let world = MemoryWorld(["recoup.rules": rules])
    #expect(world.run("test", "--suggest") == .fine)
    #expect(!world.printed.contains("example \""), "\(world.printed)")
  }
}
