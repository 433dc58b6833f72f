import Foundation
import RecoupCommand
import RecoupTesting
import Testing

/// `recoup test --coverage`: what is exercised, by what the help says is.
@Suite struct CoverageTests {
  private static let rules = """
    currency USD
    fact told: yes or no
    table share by days_overdue {
      up to 30 days: 50%
      beyond: 20%
    }
    action a {
      title "A"
      chance share
      takes 40 days
      requires amount >= 100 USD because "Too small"
    }
    action b {
      title "B"
      chance 10%
      requires told
    }
    rule "Late" {
      when days_overdue > 30 days
      then b 2x likelier
      then never a
      because "It is late"
    }
    rule "Promised" {
      when promised_in >= 0 days
      then wait
      because "They named a day"
    }

    """

  private static let everything = [
    "rule_never_fires Late", "rule_never_fires Promised", "requirement_never_met a",
    "requirement_always_met a", "requirement_never_met b", "requirement_always_met b", "row_never_chosen up to 30 days",
    "row_never_chosen beyond", "effect_never_felt b 2x", "effect_never_felt never a",
    "effect_never_felt wait",
  ]

  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// The givens of each example.
    var examples: [String]
    /// What is exercised of `everything`, and what is missing besides.
    var exercised: [String]
    var besides: [String] = []
  }

  static let rows = [
    Row(
      testDescription: "an unknown is neither yes nor no", examples: ["amount = 200 USD days_overdue = 5 days"],
      exercised: ["requirement_never_met a", "row_never_chosen up to 30 days"]),
    Row(
      testDescription: "a later state of the plan counts: after A it is late",
      examples: ["amount = 200 USD days_overdue = 5 days told = yes"],
      exercised: [
        "rule_never_fires Late", "requirement_never_met a", "requirement_never_met b",
        "row_never_chosen up to 30 days", "row_never_chosen beyond", "effect_never_felt b 2x",
      ]),
    Row(
      testDescription: "what is not met", examples: ["amount = 50 USD days_overdue = 5 days told = no"],
      exercised: ["requirement_always_met a", "requirement_always_met b", "row_never_chosen up to 30 days"]),
    Row(
      testDescription: "a rule that always fires, and an effect that is felt",
      examples: ["amount = 200 USD days_overdue = 31 days"],
      exercised: [
        "rule_never_fires Late", "requirement_never_met a", "row_never_chosen beyond", "effect_never_felt never a",
      ],
      besides: ["rule_always_fires Late"]),
    Row(
      testDescription: "an effect on what is closed anyhow is not felt",
      examples: ["amount = 50 USD days_overdue = 31 days told = yes", "amount = 50 USD days_overdue = 30 days"],
      exercised: [
        "rule_never_fires Late", "requirement_always_met a", "requirement_never_met b",
        "row_never_chosen up to 30 days", "row_never_chosen beyond", "effect_never_felt b 2x",
      ]),
    Row(
      testDescription: "while a rule says to wait, nothing else is felt",
      examples: [
        "amount = 200 USD days_overdue = 31 days promised_in = 0 days", "amount = 200 USD days_overdue = 5 days",
      ],
      exercised: [
        "rule_never_fires Late", "rule_never_fires Promised", "requirement_never_met a", "row_never_chosen beyond",
        "row_never_chosen up to 30 days", "effect_never_felt wait",
      ]),
  ]

  @Test(arguments: rows) func isExercised(_ row: Row) throws {
    let examples = row.examples.enumerated().map {
      "example \"\($0)\" { \($1) expect \($1.contains("told = yes") ? "not nothing" : "not b") }\n"
    }
    .joined()
    let world = MemoryWorld(["recoup.rules": CoverageTests.rules + examples])
    #expect(world.run("test", "--coverage", "--json") == .fine, "\(world.printed)")
    let coverage = try #require(try answer(world)["coverage"] as? [String: Any])
    let missing = try #require(coverage["missing"] as? [[String: Any]]).map { entry in
      "\(entry["kind"] as? String ?? "") \(entry["text"] as? String ?? "")"
    }
    let expected = CoverageTests.everything.filter { !row.exercised.contains($0) } + row.besides
    for want in expected { #expect(missing.contains { fits($0, want) }, "\(want): \(missing)") }
    #expect(missing.count == expected.count, "\(missing)")
  }

  /// Whether a missing item has the code and all the words that are wanted.
  private func fits(_ item: String, _ wanted: String) -> Bool {
    let words = wanted.split(separator: " ", maxSplits: 1).map { String($0) }
    return item.hasPrefix(words[0]) && item.contains(words[1])
  }

  @Test func whatIsIncludedIsCountedApart() throws {
    let world = MemoryWorld([
      "base.rules": CoverageTests.rules,
      "recoup.rules": """
      include "./base.rules"
      rule "Mine" { when amount > 500 USD then a 2x likelier because "Large" }
      example "Large" { amount = 600 USD days_overdue = 5 days expect a }

      """,
    ])
    #expect(world.run("test") == .fine)
    #expect(
      world.printed == "1 example: all pass.\nThey exercise 1 of 1 rule and 1 of 1 effect; --coverage lists the rest.\n"
    )
    let listed = MemoryWorld([
      "base.rules": world.text(of: "base.rules") ?? "", "recoup.rules": world.text(of: "recoup.rules") ?? "",
    ])
    #expect(listed.run("test", "--coverage") == .fine)
    #expect(listed.printed.contains("recoup.rules:2:6: rule “Mine”"))
    #expect(
      listed.printed.contains(
        "they exercise 0 of 2 rules, 0 of 2 requirements, 1\nof 2 table rows and 0 of 3 effects"))
    #expect(!listed.printed.contains("base.rules:"))
    #expect(listed.run("test", "--coverage", "--included") == .fine)
    #expect(listed.printed.contains("base.rules:18:6: rule “Late”"))
  }

  @Test(arguments: [
    (["--coverage", "--mutate"], "`--coverage` and `--mutate` do not go together"),
    (["--suggest", "--coverage"], "`--coverage` and `--suggest` do not go together"),
    (["--included"], "`--included` goes with `--coverage`, `--mutate` or `--suggest`"),
  ]) func wrongUsage(_ options: [String], _ complaint: String) {
    let world = MemoryWorld(["recoup.rules": CoverageTests.rules])
    #expect(CommandLineTool.run(["test"] + options, in: world.world) == .usage)
    #expect(world.complaints.hasPrefix("recoup: \(complaint)\n"))
  }

  @Test(arguments: ["--coverage", "--mutate"]) func withoutExamples(_ option: String) {
    let world = MemoryWorld(["recoup.rules": CoverageTests.rules])
    #expect(world.run("test", option) == .fine)
    #expect(world.printed == "There are no examples.\n")
  }

  @Test(arguments: ["--coverage", "--mutate", "--suggest"]) func anExampleThatFails(_ option: String) {
    let failing = "example \"Fails\" { amount = 200 USD days_overdue = 5 days expect b }\n"
    let world = MemoryWorld(["recoup.rules": CoverageTests.rules + failing])
    #expect(world.run("test", option) == .findings)
    #expect(world.printed.contains("\"Fails\" fails"))
  }
}

/// The answer in JSON that a world holds.
func answer(_ world: MemoryWorld) throws -> [String: Any] {
  try JSONSerialization.jsonObject(with: Data(world.output)) as? [String: Any] ?? [:]
}
