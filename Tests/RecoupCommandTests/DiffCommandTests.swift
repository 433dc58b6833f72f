import RecoupCommand
import RecoupTesting
import Testing

/// `recoup diff`: what differs between two rules files.
@Suite struct DiffCommandTests {
  private static let rules = """
    currency USD
    horizon 4 steps, 100 days
    setting hour = 50 USD
    fact contract "Is there a contract?": yes or no
    fact reason: one of forgot, broke
    define late = days_overdue >= 14 days
    table age by days_overdue {
      up to 30 days: 90%
      otherwise: 60%
    }
    action remind {
      title "Remind"
      chance 40% to 50% scaled by age
      takes 14 days
      effort 1 hours
    }
    action agency {
      title "Agency"
      chance 20%
      fee 25% of recovered
      cost 10 USD
      requires late because "Too soon"
      requires contract
    }
    rule "Forgot" {
      when reason is forgot
      then remind 2x likelier
      because "They mean to pay"
    }
    rule "Old" {
      when days_overdue > 90 days
      then remind 3x less likely
      because "They stopped reading"
    }
    example "Early" { amount = 500 USD days_overdue = 3 days expect remind }

    """

  /// One edit of the rules, and what is told of it.
  struct Edit: CustomTestStringConvertible {
    var old: String
    var new: String
    var told: [String]
    var testDescription: String { "\(old) to \(new)" }
  }

  private static let possible = "Advice or money can differ."
  private static let none =
    "Both give the same advice and the same money in every case: nothing that decides differs."

  private static let edits: [Edit] = [
    Edit(old: "= 50 USD", new: "= 60 USD", told: ["changed: setting hour", "value: 50 USD → 60 USD", possible]),
    Edit(
      old: "4 steps", new: "5 steps", told: ["changed: the rules as a whole", "steps of the horizon: 4 → 5", possible]),
    Edit(old: "\"Is there a contract?\"", new: "\"Signed?\"", told: ["changed: fact contract", none]),
    Edit(
      old: "forgot, broke", new: "forgot, broke, angry", told: ["changed: fact reason", "word, added: angry", possible]),
    Edit(old: ">= 14 days", new: ">= 15 days", told: ["changed: definition late", possible]),
    Edit(old: "up to 30 days: 90%", new: "up to 31 days: 90%", told: ["changed: table age", possible]),
    Edit(
      old: "40% to 50%", new: "40% to 55%",
      told: ["changed: action remind", "chance: 40% to 50% → 40% to 55%", possible]),
    Edit(
      old: "takes 14 days", new: "takes 15 days",
      told: ["changed: action remind", "takes: 14 days → 15 days", possible]),
    Edit(old: "fee 25% of recovered", new: "", told: ["changed: action agency", "fee, dropped: 25%", possible]),
    Edit(
      old: "  cost 10 USD", new: "  cost 10 USD\n  final",
      told: ["changed: action agency", "final: no → yes", possible]),
    Edit(
      old: "  requires contract\n", new: "", told: ["changed: action agency", "requires, dropped: contract", possible]),
    Edit(
      old: "\"Too soon\"", new: "\"Too early\"", told: ["changed: action agency", "reason: Too soon → Too early", none]),
    Edit(
      old: "\"Agency\"", new: "\"Collectors\"", told: ["changed: action agency", "title: Agency → Collectors", none]),
    Edit(old: "2x likelier", new: "3x likelier", told: ["changed: rule \"Forgot\"", possible]),
    Edit(old: "> 90 days", new: ">= 90 days", told: ["changed: rule \"Old\"", possible]),
    Edit(old: "rule \"Old\"", new: "rule \"Ancient\"", told: ["renamed: rule \"Ancient\", before Old", none]),
    Edit(old: "late", new: "tardy", told: ["renamed: definition tardy, before late", none]),
    Edit(old: "example \"Early\"", new: "example \"Soon\"", told: ["examples: 1 added, 1 dropped, 0 changed", none]),
  ]

  private func diff(_ old: String, _ new: String) -> (status: RecoupCommand.ExitStatus, text: String) {
    let world = MemoryWorld(["old.rules": old, "new.rules": new])
    let status = CommandLineTool.run(["diff", "old.rules", "new.rules"], in: world.world)
    return (status, world.printed + world.complaints)
  }

  @Test(arguments: edits) func anEditIsTold(_ edit: Edit) {
    let changed = DiffCommandTests.rules.replacing(edit.old, with: edit.new)
    #expect(changed != DiffCommandTests.rules)
    let (status, text) = diff(DiffCommandTests.rules, changed)
    #expect(status == .findings)
    let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    for told in edit.told { #expect(words.contains(told), "\(text)") }
    // The way back is a difference too.
    #expect(diff(changed, DiffCommandTests.rules).status == .findings)
  }

  @Test(arguments: [
    ("takes 14 days", "takes 2 weeks"), ("  ", "\t\t"), ("\n", "\r\n"), ("currency USD\n", "# Ours\ncurrency USD\n"),
    ("  takes 14 days\n  effort 1 hours\n", "  effort 1 hours\n  takes 14 days\n"), ("50 USD", "50.00 USD"),
    (
      "  requires late because \"Too soon\"\n  requires contract\n",
      "  requires contract\n  requires late because \"Too soon\"\n"
    ),
    ("of forgot, broke", "of broke, forgot"),
  ]) func anotherLayoutIsNoDifference(_ old: String, _ new: String) {
    let changed = DiffCommandTests.rules.replacing(old, with: new)
    #expect(changed != DiffCommandTests.rules)
    let (status, text) = diff(DiffCommandTests.rules, changed)
    #expect(status == .fine)
    #expect(text == "No difference.\n")
  }

  @Test func rulesOnTheSameOddsHaveAnOrder() {
    let first = "rule \"A\" { when amount > 5 USD then remind 2x likelier because \"a\" }\n"
    let second = "rule \"B\" { when amount > 6 USD then remind 3x less likely because \"b\" }\n"
    let third = "rule \"C\" { when amount > 7 USD then agency 3x less likely because \"c\" }\n"
    let rules = DiffCommandTests.rules
    #expect(diff(rules + first + second + third, rules + third + first + second).text == "No difference.\n")
    let (status, text) = diff(rules + first + second, rules + second + first)
    #expect(status == .findings)
    #expect(text.contains("only the order of rules differs"))
  }

  @Test func theLadderHasAnOrder() {
    let (start, end) = ("currency USD\n", "action a { title \"A\" chance 5% }\n")
    let other = "action b { title \"B\" chance 5% }\n"
    let (status, text) = diff(start + end + other, start + other + end)
    #expect(status == .findings)
    #expect(text.contains("ladder: a, b → b, a"))
  }

  @Test func whatItCannotUse() {
    let world = MemoryWorld(["a.rules": DiffCommandTests.rules, "b.rules": Samples.wrong])
    #expect(world.run("diff", "a.rules", "b.rules") == .badRules)
    #expect(world.complaints.contains("b.rules"))
    #expect(world.run("diff", "a.rules", "c.rules") == .missingInput)
    #expect(world.run("diff", "a.rules") == .usage)
    #expect(world.run("diff", "us", "us") == .fine)
  }

  /// Changes that turn the advice of some case.
  @Test(arguments: [
    ("days_overdue >= 14 days", "days_overdue >= 40 days"), ("chance 20%", "chance 60%"),
    ("reason is forgot", "reason is broke"), ("otherwise: 60%", "otherwise: 10%"),
    ("cost 10 USD", "cost 400 USD"), ("  requires contract\n", ""),
  ]) func witnessesReplay(_ old: String, _ new: String) throws {
    let changed = DiffCommandTests.rules.replacing(old, with: new)
    #expect(changed != DiffCommandTests.rules)
    try replay(DiffCommandTests.rules, changed)
  }

  /// Whatever small edit somebody makes: the commands that are shown give other answers.
  @Test func randomEditsReplay() throws {
    var replayed = 0
    for seed in Effort.seeds(6, part: 100) {
      let edit = RandomEdit(seed: seed)
      replayed += try replay(edit.old, edit.new, mayBeNone: true, "seed \(seed): \(edit.what)")
    }
    #expect(replayed > 0)
  }

  /// Runs the commands of each case that is shown; how many there are.
  @discardableResult private func replay(
    _ old: String, _ new: String, mayBeNone: Bool = false, _ place: String = ""
  ) throws -> Int {
    let (status, text) = diff(old, new)
    #expect(status == .findings, "\(place)")
    let commands = text.split(separator: "\n").filter { $0.hasPrefix("  recoup next ") }
    try #require((mayBeNone || !commands.isEmpty) && commands.count.isMultiple(of: 2), "\(place)\n\(text)")
    var answers: [String] = []
    for command in commands {
      let world = MemoryWorld(["old.rules": old, "new.rules": new])
      var words: [String] = []
      // What stands in quotes is one word.
      for (index, piece) in command.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
        if index.isMultiple(of: 2) {
          words += piece.split(separator: " ").map { String($0) }
        } else {
          words.append(String(piece))
        }
      }
      #expect(CommandLineTool.run(words.dropFirst() + ["--json"], in: world.world) == .fine, "\(world.complaints)")
      answers.append(world.printed.replacing("old.rules", with: "new.rules"))
    }
    for index in stride(from: 0, to: answers.count, by: 2) {
      let (first, second) = (figures(answers[index]), figures(answers[index + 1]))
      #expect(!first.isEmpty && first != second, "\(place)\n\(commands[index])")
    }
    return commands.count / 2
  }

  /// What is recommended, and the figures of the ways.
  private func figures(_ answer: String) -> String {
    answer.matches(of: /"(recommend|value)":[^,}]*/).map { String($0.output.0) }.joined(separator: " ")
  }

  @Test func nothingFoundIsUndecided() {
    let rules = DiffCommandTests.rules
    let (status, text) = diff(rules, rules + "setting unread = 5 USD\n")
    #expect(status == .findings)
    #expect(text.contains("cases tried, none differs."), "\(text)")
    #expect(!text.contains("recoup next"))
  }
}
