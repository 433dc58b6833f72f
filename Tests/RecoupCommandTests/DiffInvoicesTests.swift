import RecoupCommand
import RecoupTesting
import Testing

/// `recoup diff` on the invoices of a folder, and what it says where it cannot compare them.
@Suite struct DiffInvoicesTests {
  private static let rules = """
    currency USD
    fact size: number
    action remind { title "Remind" chance 40% takes 14 days }
    action agency { title "Agency" chance 60% fee 25% of recovered requires days_overdue >= 30 days }

    """

  private static let header = "invoice,client,due,total,size,currency\n"

  private func diff(
    _ new: String, _ rows: String, _ more: String..., journal: String = ""
  ) -> (status: RecoupCommand.ExitStatus, text: String, complaints: String) {
    let world = MemoryWorld([
      "old.rules": DiffInvoicesTests.rules, "new.rules": new, "invoices.csv": DiffInvoicesTests.header + rows,
    ])
    if !journal.isEmpty { world.files["journal.txt"] = Array(journal.utf8) }
    let status = CommandLineTool.run(["diff", "old.rules", "new.rules"] + more, in: world.world)
    return (status, world.printed, world.complaints)
  }

  private static let words = rules.replacing("size: number", with: "size: one of big, small")

  /// Rows that only one of the two can read.
  @Test func whatOneCanDecideIsARow() throws {
    let rows = "A,Acme,2026-10-01,900.00,big,\nB,Bolt,2026-10-01,500.00,,\nC,Cargo,2026-11-10,300.00,3,\n"
    let (status, text, complaints) = diff(DiffInvoicesTests.words, rows)
    #expect(status == .findings)
    #expect(
      text.contains(
        """
        A: decided by the new rules only
          Before: no advice: its row cannot be read: see line 2
          After: Remind, by Friday 27 November. It brings $603.00.
        C: decided by the old rules only
          Before: Remind, by Friday 27 November. It brings $201.00.
          After: no advice: its row cannot be read: see line 4
        """), "\(text)")
    #expect(text.contains("The comparison is not complete"))
    let parts = complaints.split(separator: "With new.rules only:\n")
    try #require(parts.count == 2, "\(complaints)")
    #expect(parts[0].hasPrefix("With old.rules only:\ninvoices.csv:2:"))
    #expect(parts[1].hasPrefix("invoices.csv:4:"))
    let answer = diff(DiffInvoicesTests.words, rows, "--json").text
    #expect(answer.contains(#""invoice": "C", "differs": true, "old_recommend": "remind", "new_recommend": null"#))
    #expect(answer.contains(#""new_problem": "its row cannot be read: see line 4""#))
    #expect(answer.contains(#""complete": false"#))
  }

  /// A line of the journal that only one of the two can read: the invoice is compared, but not all that is known of it.
  @Test func aJournalLineThatOneCannotReadIsTold() {
    let row = "A,Acme,2026-10-01,900.00,,\n"
    let new = DiffInvoicesTests.rules.replacing("fact size: number\n", with: "fact size: number\nfact odd: number\n")
    let (status, text, complaints) = diff(new, row, journal: "2026-11-01 A set odd = 5\n")
    #expect(status == .findings)
    #expect(complaints.hasPrefix("With old.rules only:\njournal.txt:1:"), "\(complaints)")
    #expect(text.contains("Of 1 open invoices, 0 get other advice"))
    #expect(text.contains("The comparison is not complete"))
  }

  /// What is put aside is to wait, as `next` says, whatever comes after the pause.
  @Test func aPausedInvoiceWaitsUnderBoth() {
    let new = DiffInvoicesTests.rules.replacing("fee 25%", with: "fee 90%")
    let row = "A,Acme,2026-06-01,900.00,,\n"
    let journal = "2026-11-01 A paused until 2026-12-05\n2026-06-20 A did remind\n"
    #expect(diff(new, row, journal: "2026-06-20 A did remind\n").text.contains("1 only other money"))
    let answer = diff(new, row, "--json", journal: journal).text
    #expect(answer.contains(#""old_recommend": "wait", "new_recommend": "wait""#), "\(answer)")
  }

  /// A row that nobody can read makes no difference, but the comparison is not complete.
  @Test(arguments: ["A,Acme,2026-13-01,900.00,,\n", "A,Acme,2026-10-01,900.00,,EUR\n"])
  func whatNobodyCanCompareIsNoSuccess(_ row: String) {
    let (status, text, complaints) = diff(DiffInvoicesTests.rules, row)
    #expect(status == .findings)
    #expect(text.hasPrefix("No difference.\n"))
    #expect(text.contains("The comparison is not complete"))
    #expect(complaints.hasPrefix("invoices.csv:2:") && !complaints.contains("only:"), "\(complaints)")
    #expect(diff(DiffInvoicesTests.rules, "A,Acme,2026-10-01,900.00,,\n").status == .fine)
  }

  /// What the new rules do not know is said, though it costs nothing.
  @Test func aColumnThatOneDoesNotKnowIsTold() {
    let new = DiffInvoicesTests.rules.replacing("fact size: number\n", with: "")
    let complaints = diff(new, "A,Acme,2026-10-01,900.00,,\n").complaints
    #expect(complaints == "With new.rules only:\ninvoices.csv:1:26: note: the column `size` is not used\n")
    // Where the file cannot be read at all it is said for which rules.
    let (status, _, stopped) = diff(new, "A,Acme,2026-10-01,900.00,,\n", "--columns", "size=size")
    #expect(status == .missingInput)
    #expect(stopped.hasPrefix("With new.rules:\ninvoices.csv:1:26: `size`"), "\(stopped)")
  }

  @Test(arguments: [[], ["--rate", "EUR = 1.08 USD"]]) func twoCurrenciesAreNotCompared(_ rate: [String]) {
    let new = DiffInvoicesTests.rules.replacing("USD", with: "EUR")
    let world = MemoryWorld([
      "old.rules": DiffInvoicesTests.rules, "new.rules": new,
      "invoices.csv": DiffInvoicesTests.header + "A,Acme,2026-10-01,900.00,,\n",
    ])
    #expect(CommandLineTool.run(["diff", "old.rules", "new.rules"] + rate, in: world.world) == .findings)
    let words = world.printed.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("currency: USD → EUR"))
    #expect(words.contains("the old rules count in USD and the new ones in EUR"), "\(words)")
    #expect(!world.printed.contains("brings"))
    let json = diff(new, "A,Acme,2026-10-01,900.00,,\n", "--json").text
    #expect(json.contains(#""invoices": null, "complete": null"#))
  }

  // MARK: Files that include each other

  @Test func examplesOfAnIncludedFileAreNotDropped() {
    let example = "example \"Early\" { amount = 500 USD days_overdue = 3 days expect remind }\n"
    let files = [
      "old.rules": DiffInvoicesTests.rules + example, "same.rules": "include \"old.rules\"\n",
      "own.rules": "include \"old.rules\"\n" + example.replacing("500", with: "600"),
      "other.rules": DiffInvoicesTests.rules,
    ]
    func told(_ old: String, _ new: String) -> (status: RecoupCommand.ExitStatus, text: String) {
      let world = MemoryWorld(files)
      return (world.run("diff", old, new), world.printed)
    }
    for (old, new) in [("old.rules", "same.rules"), ("same.rules", "old.rules")] {
      let (status, text) = told(old, new)
      #expect(status == .fine && text == "No difference.\n", "\(text)")
    }
    #expect(told("old.rules", "own.rules").text.contains("examples: 1 added, 0 dropped, 0 changed"))
    #expect(told("own.rules", "old.rules").text.contains("examples: 0 added, 1 dropped, 0 changed"))
    #expect(told("same.rules", "own.rules").text.contains("examples: 1 added, 0 dropped, 0 changed"))
    #expect(told("old.rules", "other.rules").text.contains("examples: 0 added, 1 dropped, 0 changed"))
  }

  // MARK: What `next` says

  /// Every row of a folder as `init` writes it, against what `next` answers with either rules file.
  @Test(arguments: [("us", "USD"), ("fr", "EUR")]) func everyRowIsWhatNextSays(_ place: String, _ currency: String)
    throws
  {
    let world = MemoryWorld()
    #expect(world.run("init", "--place", place) == .fine)
    let files = world.files
    func run(_ arguments: [String]) throws -> [String: Any] {
      let world = MemoryWorld()
      world.files = files
      world.files["new.rules"] = Array(
        """
        include "\(place)"
        setting hour = 90 \(currency)
        change action call { cost 400 \(currency) }
        rule "Large" { when amount > 3_000 \(currency) then never notice because "So" }

        """.utf8)
      _ = CommandLineTool.run(arguments + ["--json"], in: world.world)
      return try answer(world)
    }
    let diff = try #require(try run(["diff", place, "new.rules"])["invoices"] as? [[String: Any]])
    var changes = 0
    for (side, rules) in [("old", place), ("new", "new.rules")] {
      let next = try #require(try run(["next", "--rules", rules])["invoices"] as? [[String: Any]])
      #expect(next.count == diff.count && !next.isEmpty)
      for invoice in next {
        let id = try #require(invoice["id"] as? String)
        let row = try #require(diff.first { $0["invoice"] as? String == id })
        #expect(row[side + "_recommend"] as? String == invoice["recommend"] as? String ?? "nothing", "\(id)")
        let value = try #require(row[side + "_value"] as? Double)
        #expect(value == max(0, invoice["value"] as? Double ?? 0), "\(id)")
        if row["old_recommend"] as? String != row["new_recommend"] as? String { changes += 1 }
      }
    }
    for row in diff {
      let (old, new) = (row["old_value"] as? Double ?? -1, row["new_value"] as? Double ?? -2)
      if abs(old - new) > 1 { #expect(row["differs"] as? Bool == true, "\(row)") }
    }
    #expect(changes > 0, "the edit should change some advice")
  }
}
