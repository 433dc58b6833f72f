import Foundation
import RecoupCommand
import RecoupTesting
import Testing

/// What `ask` leaves in the journal: each answer with the fingerprint of the advice that was shown before it.
@Suite struct AskRecordTests {
  private static let files = [
    "recoup.rules": """
    currency USD
    horizon 1 steps, 0 days
    fact other_debts "How much do they owe others?": money
    fact usual_delay "How late do they usually pay?": days
    action reminder { title "Send a reminder" chance 60% }
    action call { title "Call them" chance 50% }
    rule "They owe much" { when other_debts > 5_000 USD then never reminder because "It is high time" }
    rule "They are late" { when usual_delay <= 3 days then never call because "They pay without it" }

    """,
    "invoices.csv": "invoice,client,due,total\nA-1,Acme,2026-11-01,1000.00\n",
  ]

  private static func world(journal: String = "") -> MemoryWorld {
    var files = files
    if !journal.isEmpty { files["journal.txt"] = journal }
    return MemoryWorld(files, input: "9000\n3 days\nyes\n")
  }

  /// The digits behind each line of a journal; nil where there are none.
  private static func digits(_ world: MemoryWorld) -> [String?] {
    (world.text(of: "journal.txt") ?? "").split(separator: "\n").map { line in
      line.range(of: "  # advice ").map { String(line[$0.upperBound...]) }
    }
  }

  @Test func itIsWhatLogWrites() {
    let asked = Self.world()
    #expect(asked.run("ask", "A-1") == .fine)
    let logged = Self.world()
    #expect(logged.run("log", "A-1", "set", "other_debts", "=", "9000.00", "USD") == .fine)
    #expect(logged.run("log", "A-1", "set", "usual_delay", "=", "3", "days") == .fine)
    #expect(asked.text(of: "journal.txt") == logged.text(of: "journal.txt"))
    #expect(Self.digits(asked).compactMap { $0?.utf8.count } == [16, 16])
  }

  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var journal = ""
    var options: [String] = []
  }

  /// What replays, with the options that were given for the advice.
  static let rows = [
    Row(testDescription: "a bare invoice"),
    Row(testDescription: "a pause", journal: "2026-11-20 A-1 paused until 2026-12-05\n"),
    Row(testDescription: "an earlier day", options: ["--as-of", "2026-11-15"]),
    Row(testDescription: "a fact set for this once", options: ["--set", "amount=500"]),
  ]

  /// `--advice` gives again what stood on the screen before each question.
  @Test(arguments: rows) func itIsReplayed(_ row: Row) throws {
    let world = Self.world(journal: row.journal)
    let status = CommandLineTool.run(["ask", "A-1"] + row.options, in: world.world)
    #expect(status == .fine, "\(world.complaints)")
    let shown = world.printed
    let digits = Self.digits(world).suffix(2).compactMap { $0 }
    try #require(digits.count == 2, "\(shown)")
    let options = row.options.first == "--as-of" ? [] : row.options
    for digits in digits {
      let start = world.output.count
      world.input = []
      let status = CommandLineTool.run(["ask", "A-1", "--advice", digits] + options, in: world.world)
      #expect(status == .fine, "\(world.complaints)")
      let again = String(decoding: world.output[start...], as: UTF8.self)
      let verdict = again.components(separatedBy: "\n\n")[0]
      #expect(shown.contains(verdict), "\(again)")
    }
  }

  /// An advice for a day to come, and one of the past, are not what there was before the new lines.
  @Test(arguments: [["--as-of", "2026-12-01"], ["--advice", ""]]) func anotherDaysAdviceIsNotNamed(_ options: [String])
    throws
  {
    let world = Self.world()
    var options = options
    var known = 0
    if options[0] == "--advice" {
      #expect(world.run("log", "A-1", "did", "call") == .fine)
      options[1] = try #require(Self.digits(world)[0])
      known = 1
    }
    #expect(CommandLineTool.run(["ask", "A-1"] + options, in: world.world) == .fine, "\(world.complaints)")
    #expect(Self.digits(world).count == known + 2, "\(world.printed)")
    #expect(Self.digits(world).dropFirst(known).allSatisfy { $0 == nil })
  }
}
