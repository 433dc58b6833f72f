import RecoupLanguage
import RecoupShippedRules
import RecoupTesting
import Testing

@testable import RecoupCommand

/// `recoup completions`: what must be true of the scripts whatever the commands are. `.ci/completions` tries them in
/// real shells.
@Suite struct CompletionsTests {
  private static let shells = ["bash", "zsh", "fish"]

  private static func script(_ shell: String) -> String {
    let world = MemoryWorld()
    #expect(world.run("completions", shell) == .fine)
    #expect(world.complaints == "")
    return world.printed
  }

  @Test(arguments: shells) func knowsEveryCommandAndOption(_ shell: String) {
    let script = CompletionsTests.script(shell)
    #expect(script.hasSuffix("\n"))
    #expect(script.contains("recoup completions \(shell)"), "how to install it")
    for command in CommandLineTool.commands {
      #expect(script.contains("'\(command.name)'") || script.contains("'\(command.name):"))
      for option in command.options where !option.isHidden {
        #expect(script.contains(shell == "fish" ? "-l '\(option.name.dropFirst(2))'" : option.name))
      }
    }
    for topic in Topic.all { #expect(script.contains("'\(topic.name)'") || script.contains("'\(topic.name):")) }
    for code in DiagnosticCode.allCases {
      #expect(script.contains("'\(code.rawValue)'") || script.contains("'\(code.rawValue):"))
    }
  }

  struct Row: CustomTestStringConvertible, Sendable {
    var placeholder: String
    var offers: [Offer]
    var testDescription: String { placeholder }
  }

  static let rows = [
    Row(placeholder: "en|fr", offers: [.word("en"), .word("fr")]),
    Row(placeholder: "dmy|mdy|ymd", offers: [.word("dmy"), .word("mdy"), .word("ymd")]),
    Row(placeholder: "FILE|NAME", offers: [.files] + ShippedRules.names.map { .word($0) }),
    Row(placeholder: "FOLDER", offers: [.folders]),
    Row(placeholder: "INVOICE", offers: [.asked(.invoices)]),
    Row(placeholder: "ACTION", offers: [.asked(.actions)]),
    Row(placeholder: "ACTION=TIMES[@DAYS]", offers: [.asked(.actions, sign: "=")]),
    Row(placeholder: "NAME=VALUE", offers: [.asked(.names, sign: "=")]),
    Row(placeholder: "NAME[=FROM..TO]", offers: [.asked(.axes)]),
    Row(placeholder: "NAME=HEADER,...", offers: []),
    Row(placeholder: "DAYS", offers: []),
    Row(placeholder: "EVENT", offers: Offer.events.map { .word($0.word, about: $0.about) }),
    Row(placeholder: "EUR = 1.08 USD", offers: []),
    Row(placeholder: "word", offers: []),
  ]

  @Test(arguments: rows) func aPlaceholderSaysWhatFits(_ row: Row) {
    #expect(Offer.list(for: row.placeholder) == row.offers)
  }

  @Test func usageNamesTheArguments() {
    let names = Dictionary(uniqueKeysWithValues: CommandLineTool.commands.map { ($0.name, $0.argumentNames) })
    #expect(names["next"] == ["INVOICE"])
    #expect(names["why"] == ["INVOICE", "ACTION"])
    #expect(names["check"] == ["FILE|NAME"])
    #expect(names["fmt"] == ["FILE"])
    #expect(names["rules"] == ["NAME"])
    #expect(names["decide"] == [])
    #expect(names["log"] == ["INVOICE", "EVENT"])
    #expect(names["init"] == [])
    #expect(names["completions"] == ["bash|zsh|fish"])
  }

  /// Help with all signs that a shell could take for its own.
  @Test func whatIsWrittenIsQuoted() {
    let help = "It's \"$HOME\" `x` \\ [a]: b; c & d"
    let command = Command(
      name: "o'clock", usage: "", summary: help, details: "", options: [.init("--it's", "DAYS", help: help)],
      mostArguments: 0, run: { _, _ in .fine })
    let table = CompletionTable([command])
    #expect(BashCompletion(table).text.contains(#"'o'\''clock')"#))
    #expect(BashCompletion(table).text.contains(#"options=('--it'\''s' '--help')"#))
    #expect(
      ZshCompletion(table).text.contains(
        #"'--it'\''s=[It'\''s "$HOME" `x` \\ \[a\]\: b; c & d]:DAYS: '"#))
    #expect(ZshCompletion(table).text.contains(#"'o'\''clock:It'\''s "$HOME" `x` \\ [a]\: b; c & d'"#))
    #expect(FishCompletion(table).text.contains(#"-l 'it\'s' -x -d 'It\'s "$HOME" `x` \\ [a]: b; c & d'"#))
  }

  // MARK: What the shells ask

  @Test func actionsAndNamesOfTheRules() {
    let world = MemoryWorld(["recoup.rules": Samples.rules, "there/recoup.rules": Samples.wrong])
    #expect(world.run("completions", "--actions") == .fine)
    #expect(world.printed == "remind\tRemind\n")
    let names = MemoryWorld(["mine.rules": Samples.rules])
    #expect(names.run("completions", "--names", "--rules", "mine.rules") == .fine)
    let lines = names.printed.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
    #expect(lines == ["amount", "days_overdue", "promised_in", "contract", "hour"])
  }

  @Test func theJournalHoldsNoSettings() {
    let world = MemoryWorld(["recoup.rules": Samples.rules])
    #expect(world.run("completions", "--facts") == .fine)
    #expect(world.printed == "contract\n")
  }

  @Test func theInvoicesOfTheFolder() {
    let world = MemoryWorld([
      "recoup.rules": Samples.rules,
      "books/invoices.csv": "invoice,client,due,total\nA 1,B,2026-01-01,5\n,,,\nA-2,B,x,y\n",
    ])
    #expect(world.run("completions", "--invoices", "--in", "books") == .fine)
    #expect(world.printed == "A 1\n")
    #expect(world.complaints == "")
  }

  @Test(arguments: [
    ("contract", "contract=yes\ncontract=no\n"), ("reason", "reason=forgot\tThey forgot\nreason=silent\n"),
    ("hour", ""),
    ("pending", ""), ("nothing", ""),
  ]) func valuesOfAName(_ name: String, _ expected: String) {
    let reason = "fact reason: one of forgot \"They forgot\", silent\n"
    let world = MemoryWorld(["recoup.rules": Samples.rules + reason])
    #expect(world.run("completions", "--values", name) == .fine)
    #expect(world.printed == expected)
  }

  /// A shell wants no complaints between what is typed.
  @Test(arguments: ["--actions", "--names", "--axes", "--facts", "--values=contract", "--invoices"])
  func nothingWhereTheFilesAreBad(_ question: String) {
    for arguments in [
      ["--rules", "none.rules"], ["--rules", "recoup.rules"], ["--in", "nowhere", "--rules", "nome"],
    ] {
      let world = MemoryWorld(["recoup.rules": Samples.wrong])
      #expect(CommandLineTool.run(["completions", question] + arguments, in: world.world) == .fine)
      #expect(world.printed == "")
      #expect(world.complaints == "")
    }
  }

  @Test func aNameThatALineCannotHoldIsLeftOut() {
    let names = ["INV 1", "a\nb", "a\tb", "\u{1B}[2J", "--json", "", "a\u{2028}b", "\u{202E}x", "é"]
    #expect(names.map { CompletionAnswer(name: $0).line } == ["INV 1\n"] + Array(repeating: nil, count: 7) + ["é\n"])
    #expect(CompletionAnswer(name: "a", about: "b\nc\u{1B}").line == "a\tbc\n")
  }
}
