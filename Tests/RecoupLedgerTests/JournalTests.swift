import RecoupLedger
import RecoupQuantities
import Testing

/// The lines of the journal.
@Suite struct JournalTests {
  static let invoices = """
    invoice,client,due,total,currency
    INV-42,Acme SARL,2026-10-01,1000,
    client,Boll,2026-10-01,1000,
    INV-43,Boll,2026-10-01,1000,JPY
    "a ""b"" #1",Boll,2026-10-01,1000,USD
    INV-44,Boll,2026-13-01,1000,

    """

  struct Row: CustomTestStringConvertible, Sendable {
    var line: String
    /// `column message -> help`
    var problem: String
    var testDescription: String { line }

    init(_ line: String, _ problem: String) {
      self.line = line
      self.problem = problem
    }
  }

  static let bad = [
    Row("INV-42 did reminder", "1 `INV-42` is no date -> write a date such as 2026-11-22"),
    Row("22/11/2026 INV-42 did reminder", "1 `22/11/2026` is no date -> write 2026-11-22"),
    Row("2026-02-30 INV-42 did reminder", "1 `2026-02-30` is no date -> write a date such as 2026-11-22"),
    Row("2026-11-22", "11 it does not say which invoice -> write the invoice after the date"),
    Row("2026-11-22 INV-4 did reminder", "12 there is no invoice `INV-4` -> did you mean `INV-42`?"),
    Row(
      "2026-11-22 Boll did reminder", "12 there is no invoice `Boll` -> it is a client: write `client` before its name"),
    Row("2026-11-22 client", "18 it does not say which client -> write the client after `client`"),
    Row("2026-11-22 client Bol set contract = yes", "19 there is no client `Bol` -> did you mean `Boll`?"),
    Row(
      "2026-11-22 client Acme SARL set contract = yes",
      "19 there is no client `Acme` -> a name with spaces stands in quotes"),
    Row(
      "2026-11-22 client Boll did reminder",
      "24 `did` can be said of an invoice only -> write the invoice, not its client"),
    Row(
      "2026-11-22 INV-42",
      "18 it does not say what happened -> write `did`, `set`, `promised`, `paid`, `paused` or `closed`"),
    Row("2026-11-22 INV-42 payed 5", "19 `payed` is no event -> did you mean `paid`?"),
    Row(
      "2026-11-22 INV-42 reminder",
      "19 `reminder` is no event -> did you mean `did reminder`?"),
    Row(
      "2026-11-22 INV-42 waited",
      "19 `waited` is no event -> write `did`, `set`, `promised`, `paid`, `paused` or `closed`"),
    Row("2026-11-22 INV-42 did", "22 it does not say what was done -> write the action, such as `did reminder`"),
    Row("2026-11-22 INV-42 did remindr", "23 the rules have no action `remindr` -> did you mean `reminder`?"),
    Row("2026-11-22 INV-42 did call later", "28 a note stands in quotes -> write it such as `\"by e-mail\"`"),
    Row("2026-11-22 INV-42 did call \"a\" \"b\"", "32 `b` is too much here -> a comment begins with `#`"),
    Row("2026-11-22 INV-42 did call \"a", "28 the quote that opens here is never closed -> put a quote after the text"),
    Row(
      "2026-11-22 INV-42 did call \"a\"b",
      "31 text follows the closing quote -> a quote within quotes is written `\\\"`"),
    Row("2026-11-22 INV-42 did ca\"ll\"", "25 a quote stands within a word -> put a space before the quote"),
    Row(
      "2026-11-22 INV-42 did call \"a\\t\"",
      "30 this is no escape -> write `\\\\` for a backslash, `\\\"` for a quote, `\\n` for a line end"),
    Row("2026-11-22 INV-42 did call \"é\u{7}\"", "30 a control character stands here, U+0007 -> take it out"),
    Row("2026-11-22 INV-42\u{0} did call", "18 a control character stands here, U+0000 -> take it out"),
    Row("2026-11-22 INV-42 set", "22 it does not say what is set -> write such as `set reason = short_of_cash`"),
    Row(
      "2026-11-22 INV-42 set reason forgot",
      "23 `=` is missing after `set` -> write such as `set reason = short_of_cash`"),
    Row("2026-11-22 INV-42 set reason =", "31 the value is missing -> write such as `set reason = short_of_cash`"),
    Row(
      "2026-11-22 INV-42 set reason = \"forgot\"",
      "32 a fact and its value stand without quotes -> write such as `set reason = short_of_cash`"),
    Row("2026-11-22 INV-42 set reson = forgot", "23 the rules have no fact `reson` -> did you mean `reason`?"),
    Row("2026-11-22 INV-42 set hour = 5", "23 `hour` is a setting of the rules, not a fact -> change it in the rules"),
    Row("2026-11-22 INV-42 set reason = forget", "32 `reason`: `forget` is none of its words; did you mean `forgot`?"),
    Row(
      "2026-11-22 INV-42 set on_time=95", "31 `on_time`: `95` is no percentage: write it with its sign, such as `35%`"),
    Row(
      "2026-11-22 INV-42 set amount = 5",
      "23 the ledger works out `amount` itself -> write what was paid: `paid 500.00 EUR`"),
    Row(
      "2026-11-22 INV-42 set days_overdue = 5",
      "23 the ledger works out `days_overdue` itself -> it follows from the due date of the invoice"),
    Row(
      "2026-11-22 INV-42 set promised_in = 5",
      "23 the ledger works out `promised_in` itself -> write what was promised: `promised 2026-11-24`"),
    Row(
      "2026-11-22 INV-42 set pending = yes",
      "23 the ledger works out `pending` itself -> write what was done: `did reminder`"),
    Row("2026-11-22 INV-42 promised", "27 it does not say by which day -> write a date such as 2026-11-22"),
    Row("2026-11-22 INV-42 promised soon", "28 `soon` is no date -> write a date such as 2026-11-22"),
    Row(
      "2026-11-22 INV-42 promised 2026-11-21",
      "28 the promised day is before the day of the line -> a line begins with the day on which they promised"),
    Row("2026-11-22 INV-42 promised 2026-11-24 0 EUR", "39 an amount is above 0, and this is `0 EUR`"),
    Row(
      "2026-11-22 INV-42 promised 2026-11-24 5 USD",
      "39 `5 USD` is not in EUR, the currency of the invoice -> write what it is in EUR, not in USD"),
    Row("2026-11-22 INV-42 paid", "23 the amount is missing -> write such as `500.00 EUR`"),
    Row("2026-11-22 INV-42 paid -5 EUR", "24 an amount is above 0, and this is `-5 EUR`"),
    Row("2026-11-22 INV-42 paid 5.001 EUR", "24 `5.001 EUR` has more than 2 decimals"),
    Row("2026-11-22 INV-42 paid 1.234,50 EUR", "24 `1.234,50 EUR` is not a value such as `500.00 EUR`"),
    Row("2026-11-22 INV-42 paid 1 234 EUR", "24 `1 234 EUR` is no amount -> write such as `500.00 EUR`"),
    Row("2026-11-22 INV-43 paid 5.5 JPY", "24 `5.5 JPY` must be whole"),
    Row(
      "2026-11-22 INV-42 paid 5 EUR \"cash\"",
      "30 an amount stands without quotes and has no note -> write such as `500.00 EUR`"),
    Row("2026-11-22 INV-42 paused", "25 it does not say until when -> write `paused until 2026-12-05`"),
    Row(
      "2026-11-22 INV-42 paused 2026-12-05",
      "26 `until` and a date must follow `paused` -> write `paused until 2026-12-05`"),
    Row("2026-11-22 INV-42 paused until", "31 it does not say until when -> write a date such as 2026-11-22"),
    Row("2026-11-22 INV-42 closed settled", "26 a note stands in quotes -> write it such as `\"by e-mail\"`"),
  ]

  @Test(arguments: bad) func skips(_ row: Row) throws {
    let good = "2026-11-01 INV-42 did call\n"
    let ledger = try TestLedger(Self.invoices, journal: good + row.line + "\n" + good)
    let problems = ledger.complaints.filter { $0.hasPrefix("line") }
    #expect(problems == ["line 2:" + row.problem])
    let entries = ledger.ledger.entries
    #expect(entries.filter { $0.date == day("2026-11-01") }.map { $0.line } == [1, 3])
    // The same line on its own is refused with the same words.
    guard case .failure(let problem) = ledger.ledger.entry(of: row.line) else {
      Issue.record("taken in")
      return
    }
    #expect("\(problem.column) \(problem.message)" + (problem.help.map { " -> " + $0 } ?? "") == row.problem)
  }

  @Test func readsEveryEvent() throws {
    let journal = """
      # What happened
      2026-11-03 INV-42 did reminder "e-mail to \\"accounts\\"" # sent

      2026-11-10 INV-42 set reason=short_of_cash
      2026-11-10\tINV-42  set\ton_time =  35%
      2026-11-10 INV-42 promised 2026-11-24
      2026-11-10 INV-43 promised 2026-11-24 500 JPY
      2026-11-24 "a \\"b\\" #1" paid 500.00 USD
      2026-11-24 "client" paid 5
      2026-11-25 INV-42 paused until 2026-12-05 "holiday"
      2026-12-01 client "Acme SARL" set contract = no
      2026-12-01 "a \\"b\\" #1" set deposit = 5.00
      2026-12-20 "INV-42" closed "settled\\n\\u{1b}"
      2026-12-21 INV-42 did prayer

      """
    let ledger = try TestLedger(Self.invoices, journal: journal)
    #expect(ledger.complaints.filter { $0.hasPrefix("line") } == ["line 14:23 the rules have no action `prayer`"])
    let usd = try #require(Currency(code: "USD"))
    let expected: [(Int, JournalEntry.Target, JournalEvent)] = [
      (2, .invoice(0), .did(name: "reminder", action: 0, note: "e-mail to \"accounts\"")),
      (4, .invoice(0), .set(GivenFact(fact: 4, raw: 1))), (5, .invoice(0), .set(GivenFact(fact: 7, raw: 350_000))),
      (6, .invoice(0), .promised(by: day("2026-11-24"), amount: nil)),
      (7, .invoice(2), .promised(by: day("2026-11-24"), amount: 500)), (8, .invoice(3), .paid(50_000)),
      (9, .invoice(1), .paid(500)), (10, .invoice(0), .paused(until: day("2026-12-05"), reason: "holiday")),
      (11, .client(0), .set(GivenFact(fact: 5, raw: 0))),
      (12, .invoice(3), .set(GivenFact(fact: 6, raw: 500, currency: usd))),
      (13, .invoice(0), .closed(reason: "settled\n\u{1b}")),
      (14, .invoice(0), .did(name: "prayer", action: nil, note: nil)),
    ]
    #expect(ledger.ledger.entries.map { $0.line } == expected.map { $0.0 })
    #expect(ledger.ledger.entries.map { $0.target } == expected.map { $0.1 })
    #expect(ledger.ledger.entries.map { $0.event } == expected.map { $0.2 })
  }

  /// A row that is left out was reported: the lines about it are not reported again, but `log` says so.
  @Test func isSilentAboutRowsThatAreLeftOut() throws {
    let ledger = try TestLedger(Self.invoices, journal: "2026-11-03 INV-44 did reminder\n")
    #expect(ledger.complaints.count == 1)
    #expect(ledger.ledger.lineOfLeftOutInvoice(named: "INV-44") == 6)
    guard case .failure(let problem) = ledger.ledger.entry(of: "2026-11-03 INV-44 did reminder") else {
      Issue.record("taken in")
      return
    }
    #expect(problem.message == "the invoice `INV-44` is left out")
    #expect(problem.help == "mend its row on line 6 of the invoices first")
    #expect(try TestLedger("a,b\n", journal: "2026-11-03 INV-44 did reminder\n").complaints.count == 1)
  }

  @Test func skipsTornLines() throws {
    let open = Array("2026-11-03 INV-42 did call \"caf".utf8) + [0xC3]
    func journal(_ parts: [UInt8]...) throws -> TestLedger {
      try TestLedger(bytes: Array(Self.invoices.utf8), journal: parts.flatMap { $0 })
    }
    let torn = try journal(open)
    #expect(
      torn.complaints.suffix(1) == [
        "line 1:1 the last line does not end, so it may not be whole and is left out -> "
          + "if it is whole, end it with a line end"
      ])
    let line = JournalLine.text(on: day("2026-11-04"), ["INV-42", "did", "call"])
    let closedOff = try journal(open, JournalLine.bytes(line, afterTornLine: true))
    #expect(closedOff.complaints.filter { $0.hasPrefix("line") } == [])
    #expect(closedOff.ledger.entries.map { $0.line } == [2])
    // Torn again, within what closes off.
    let again = Array(JournalLine.bytes(line, afterTornLine: true).prefix(4))
    let twice = try journal(open, again, JournalLine.bytes(line, afterTornLine: true))
    #expect(twice.complaints.filter { $0.hasPrefix("line") } == [])
    #expect(twice.ledger.entries.map { $0.line } == [2])
    #expect(try journal(Array("# no line end".utf8)).complaints.filter { $0.hasPrefix("line") } == [])
  }

  @Test func saysWhatIsNotUTF8() throws {
    let bytes =
      Array("\u{FEFF}2026-11-03 INV-42 did call\r\n2026-11-04 INV-42 did call \"".utf8)
      + [0xE9] + Array("\"\n  2026-11-05 INV-42 did it\n".utf8)
    let ledger = try TestLedger(bytes: Array(Self.invoices.utf8), journal: bytes)
    #expect(
      ledger.complaints.filter { $0.hasPrefix("line") } == [
        "line 2:29 this is not UTF-8 -> save the file as UTF-8", "line 3:25 the rules have no action `it`",
      ])
    #expect(ledger.ledger.entries.map { $0.line } == [1, 3])
    let wide = try TestLedger(bytes: Array(Self.invoices.utf8), journal: [0xFF, 0xFE, 0x32, 0])
    #expect(wide.complaints.suffix(1) == ["file 1:1 this file is UTF-16 -> save it as UTF-8"])
  }
}
