import RecoupLedger
import RecoupQuantities
import RecoupTesting
import Testing

/// Lines of the journal as `recoup log` writes them.
@Suite struct JournalLineTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var line: String
    var testDescription: String { line }
  }

  static let lines = [
    Row(
      arguments: ["INV-42", "did", "reminder", "e-mail to accounts"], line: "INV-42 did reminder \"e-mail to accounts\""
    ),
    Row(arguments: ["INV-42", "did", "reminder"], line: "INV-42 did reminder"),
    Row(arguments: ["INV-42", "did", "call", "left", "a message"], line: "INV-42 did call \"left a message\""),
    Row(arguments: ["INV-42", "set", "reason=short_of_cash"], line: "INV-42 set reason=short_of_cash"),
    Row(arguments: ["INV-42", "set", "reason", "=", "forgot"], line: "INV-42 set reason = forgot"),
    Row(arguments: ["INV-42", "set", "reason = forgot"], line: "INV-42 set reason = forgot"),
    Row(
      arguments: ["client", "Acme SARL", "set", "contract", "=", "no"], line: "client \"Acme SARL\" set contract = no"),
    Row(arguments: ["a \"b\" #1", "paid", "500.00 EUR"], line: "\"a \\\"b\\\" #1\" paid 500.00 EUR"),
    Row(arguments: ["INV-42", "promised", "2026-11-24", "5", "EUR"], line: "INV-42 promised 2026-11-24 5 EUR"),
    Row(
      arguments: ["INV-42", "paused", "until", "2026-12-05", "on holiday"],
      line: "INV-42 paused until 2026-12-05 \"on holiday\""),
    Row(
      arguments: ["INV-42", "closed", "two\nlines\u{2028}\u{1b}[0m \\"],
      line: "INV-42 closed \"two\\nlines\\u{2028}\\u{1b}[0m \\\\\""),
    Row(
      arguments: ["INV-42", "paid", "5\n2026-11-22 INV-42 closed"], line: "INV-42 paid \"5\\n2026-11-22\" INV-42 closed"
    ),
    Row(arguments: ["INV-42", "did", "call #torn"], line: "INV-42 did call \"#torn\""),
    Row(arguments: [], line: ""),
  ]

  @Test(arguments: lines) func writes(_ row: Row) {
    let expected = row.line.isEmpty ? "2026-11-22" : "2026-11-22 " + row.line
    #expect(JournalLine.text(on: day("2026-11-22"), row.arguments) == expected)
  }

  /// Names and notes of any characters come back the same, on one line that is not torn, in the journal and on their own.
  @Test func roundTrips() throws {
    for seed in Effort.seeds(60) {
      var random = SeededRandom(seed: seed)
      let names = (0..<4).map { _ in JournalLineTests.text(&random, least: 1) }
      let unique = names.filter { name in names.count { $0 == name } == 1 }
      guard let name = unique.first else { continue }
      let header = "invoice,client,due,total\n"
      let quoted = unique.map {
        "\"" + $0.replacing("\"", with: "\"\"") + "\",\"c" + $0.replacing("\"", with: "\"\"") + "\",2026-01-01,10\n"
      }
      let plain = try TestLedger(header + quoted.joined())
      #expect(plain.complaints == [], "seed \(seed)")
      let note = JournalLineTests.text(&random, least: 0)
      let (arguments, event): ([String], JournalEvent) =
        switch random.below(6) {
        case 0: (["did", "call", note], .did(name: "call", action: 1, note: note.isEmpty ? nil : note))
        case 1: (["set", "reason", "=", "forgot"], .set(GivenFact(fact: 4, raw: 0)))
        case 2: (["promised", "2026-12-01", "1.50 EUR"], .promised(by: day("2026-12-01"), amount: 150))
        case 3: (["paid", "1.50"], .paid(150))
        case 4:
          (
            ["paused", "until", "2026-12-01", note],
            .paused(until: day("2026-12-01"), reason: note.isEmpty ? nil : note)
          )
        default: (["closed", note], .closed(reason: note.isEmpty ? nil : note))
        }
      let ofClient = arguments[0] == "set" && random.happens(50)
      let target: JournalEntry.Target = ofClient ? .client(0) : .invoice(0)
      let named = ofClient ? ["client", "c" + name] : [name]
      if named == ["client"] { continue }
      let line = JournalLine.text(on: day("2026-11-22"), named + arguments)
      let expected = JournalEntry(date: day("2026-11-22"), target: target, event: event, line: 0)
      #expect(try plain.ledger.entry(of: line).get() == expected, "seed \(seed): \(line)")
      let journal = JournalLine.bytes(line, afterTornLine: false)
      #expect(journal.count { $0 == UInt8(ascii: "\n") } == 1, "seed \(seed): \(line)")
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control }, "seed \(seed): \(line)")
      let read = try TestLedger(bytes: Array((header + quoted.joined()).utf8), journal: journal)
      #expect(read.problems == plain.problems, "seed \(seed): \(line)")
      #expect(read.ledger.entries.map { $0.event } == [event], "seed \(seed): \(line)")
      guard case .did(_, _, let back?) = read.ledger.entries.first?.event else { continue }
      // Equal to the last bit, not only as Unicode sees it.
      #expect(Array(back.utf8) == Array(note.utf8), "seed \(seed): \(line)")
    }
  }

  /// Any characters, with neither white space nor a line end at an end, where a table would drop it.
  private static func text(_ random: inout SeededRandom, least: Int) -> String {
    let odd: [String] = [
      "a", "B", "7", "-", " ", "\"", "\\", "#", "=", "é", "e\u{301}", "\n", "\r", "\t", "\u{0}", "\u{7f}", "\u{85}",
      "\u{2028}",
      "\u{a0}", "\u{200b}", "\u{1F600}", "client", "#torn", "did", "\u{202e}", "n", "u{41}", ",", ";",
    ]
    let text = (0..<(least + random.below(6))).map { _ in random.pick(odd) }.joined()
    return least == 0 ? text : "x" + text + "x"
  }

  /// Whatever is lost of its end, a journal keeps all lines before the last, and never says anything else.
  @Test func keepsWhatStandsBeforeACut() throws {
    let journal = Array(
      """
      2026-11-03 INV-42 did reminder "é \\"x\\""
      2026-11-10 INV-42 set reason = short_of_cash
      2026-11-10 client Boll set contract = yes # so they say
      2026-11-24 INV-42 paid 500.00 EUR
      2026-11-25 INV-42 paused until 2026-12-05 "holiday"

      """.utf8)
    let whole = try TestLedger(bytes: Array(JournalTests.invoices.utf8), journal: journal).ledger.entries
    #expect(whole.count == 5)
    let added = JournalLine.text(on: day("2026-12-01"), ["INV-42", "closed"])
    for end in journal.indices {
      let cut = Array(journal[..<end])
      let lines = cut.count { $0 == UInt8(ascii: "\n") }
      let ledger = try TestLedger(bytes: Array(JournalTests.invoices.utf8), journal: cut)
      #expect(ledger.ledger.entries == Array(whole[..<lines]), "cut at \(end)")
      let isTorn = cut.last.map { $0 != UInt8(ascii: "\n") } ?? false
      let mended = cut + JournalLine.bytes(added, afterTornLine: isTorn)
      let after = try TestLedger(bytes: Array(JournalTests.invoices.utf8), journal: mended)
      #expect(after.ledger.entries.dropLast() == whole[..<lines], "mended at \(end)")
      #expect(after.ledger.entries.last?.event == .closed(reason: nil), "mended at \(end)")
      #expect(after.complaints.filter { $0.hasPrefix("line") } == [], "mended at \(end)")
    }
  }
}
