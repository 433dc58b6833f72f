import RecoupLedger
import RecoupQuantities
import Testing

/// One row of `invoices.csv`, good or bad.
@Suite struct InvoiceRowTests {
  static let header = "invoice,client,issued,due,currency,total,paid,paid_on,balance,reason,contract,deposit\n"
  /// Stands around the row, and must be read whatever the row is.
  static let before = "A-1,Acme,2026-01-01,2026-02-01,EUR,100.00,,,,,,\n"
  static let after = "A-2,Acme,2026-01-01,2026-02-01,EUR,100.00,,,,,,\n"

  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var row: String
    var problems: [String]
    var options = LedgerOptions()
    var testDescription: String { name }

    init(_ name: String, _ row: String, _ problems: String..., options: LedgerOptions = LedgerOptions()) {
      self.name = name
      self.row = row
      self.problems = problems
      self.options = options
    }
  }

  static let bad = [
    Row("no number", ",Acme,,2026-02-01,,1,,,,,,", "row 3:1 the invoice number is missing"),
    Row("no client", "B,,,2026-02-01,,1,,,,,,", "row 3:3 the client is missing"),
    Row("no due date", "B,Acme,2026-01-01,,,1,,,,,,", "row 3:19 the due date is missing"),
    Row("no total", "B,Acme,,2026-02-01,,,,,,,,", "row 3:21 the total is missing"),
    Row(
      "a number that was there", "A-1,Acme,,2026-02-01,,1,,,,,,",
      "row 3:1 the invoice `A-1` stands on line 2 already -> leave one of them out"),
    Row("no date", "B,Acme,soon,2026-02-01,,1,,,,,,", "row 3:8 `soon` is no date -> write a date such as 2026-11-22"),
    Row(
      "a date that is not ISO", "B,Acme,25/12/2026,2026-02-01,,1,,,,,,",
      "row 3:8 `25/12/2026` is not an ISO date as others of this file -> write 2026-12-25, or give `--dates dmy`"),
    Row(
      "a date that may be two", "B,Acme,,3.4.2026,,1,,,,,,",
      "row 3:9 `3.4.2026` is not an ISO date as others of this file -> "
        + "write 2026-04-03 or 2026-03-04, or give `--dates dmy` or `--dates mdy`"),
    Row(
      "no day", "B,Acme,,2026-02-30,,1,,,,,,",
      "row 3:9 `2026-02-30` is no day of the calendar -> write a date such as 2026-11-22"),
    Row(
      "a short year", "B,Acme,,3/4/26,,1,,,,,,",
      "row 3:9 `3/4/26` is not an ISO date as others of this file -> "
        + "write 2026-04-03 or 2026-03-04, or give `--dates dmy` or `--dates mdy`"),
    Row(
      "a date against the order", "B,Acme,,12/25/2026,,1,,,,,,",
      "row 3:9 `12/25/2026` is no date in the order day/month/year -> write 2026-12-25",
      options: LedgerOptions(dates: .dmy)),
    Row(
      "no amount", "B,Acme,,2026-02-01,,much,,,,,,", "row 3:21 `much` is no amount -> write an amount such as 1234.50"),
    Row(
      "a decimal comma", "B,Acme,,2026-02-01,,\"1.234,50\",,,,,,",
      "row 3:22 `1.234,50` is no amount -> write 1234.50, or give `--decimal comma`"),
    Row(
      "a sign of another currency", "B,Acme,,2026-02-01,EUR,$1234.50,,,,,,",
      "row 3:24 `$1234.50` is not in EUR, the currency of the invoice -> "
        + "a column `currency` tells what each invoice is in"),
    Row(
      "a sign of several currencies", "B,Acme,,2026-02-01,,($1234.50),,,,,,",
      "row 3:21 `($1234.50)` may be in USD, CAD, AUD, NZD, SGD, HKD, MXN -> "
        + "a column `currency` tells what each invoice is in"),
    Row(
      "a sign that is not known", "B,Acme,,2026-02-01,,1234.50 ₿,,,,,,",
      "row 3:21 `1234.50 ₿` is no amount -> write 1234.50"),
    Row(
      "whether in the place of what", "B,Acme,,2026-02-01,,1,FALSE,,,,,",
      "row 3:23 `FALSE` is no amount -> say which column has amounts, such as with `--columns \"paid=Amount Paid\"`"),
    Row(
      "too many decimals", "B,Acme,,2026-02-01,,1.234,,,,,,",
      "row 3:21 `1.234` is no amount of EUR, which has no more than 2 decimals -> "
        + "if the point groups thousands, give `--decimal comma`"),
    Row(
      "decimals of a currency without", "B,Acme,,2026-02-01,JPY,1.5,,,,,,",
      "row 3:24 `1.5` is no amount of JPY, which has no decimals"),
    Row("too much", "B,Acme,,2026-02-01,,99999999999999999999,,,,,,", "row 3:21 `99999999999999999999` is too large"),
    Row(
      "a point with decimal commas", "B,Acme,,2026-02-01,,1234.50,,,,,,",
      "row 2:36 `100.00` is no amount -> with `--decimal comma`, an amount is such as 1.234,50",
      "row 3:21 `1234.50` is no amount -> with `--decimal comma`, an amount is such as 1.234,50",
      "row 4:36 `100.00` is no amount -> with `--decimal comma`, an amount is such as 1.234,50",
      options: LedgerOptions(decimal: .comma)),
    Row("a wrong currency", "B,Acme,,2026-02-01,EUP,1,,,,,,", "row 3:20 `EUP` is no currency -> did you mean `EUR`?"),
    Row("a sign for a currency", "B,Acme,,2026-02-01,€,1,,,,,,", "row 3:20 `€` is no currency -> did you mean `EUR`?"),
    Row(
      "no currency at all", "B,Acme,,2026-02-01,francs,1,,,,,,",
      "row 3:20 `francs` is no currency -> write a code such as `EUR`"),
    Row(
      "less than nothing paid", "B,Acme,,2026-02-01,,10,-1,,,,,",
      "row 3:24 less than nothing was paid: `-1.00` -> a credit note is a row with a total below 0"),
    Row(
      "a balance that does not agree", "B,Acme,,2026-02-01,,10,4,,5,,,",
      "row 3:27 the balance is `5.00`, but total less paid is not -> "
        + "with a total of 10.00 and 4.00 paid it would be 6.00"),
    Row(
      "a word that is none", "B,Acme,,2026-02-01,,10,,,,forget,,",
      "row 3:27 `reason`: `forget` is none of its words; did you mean `forgot`?"),
    Row(
      "a truth that is none", "B,Acme,,2026-02-01,,10,,,,,Yes,",
      "row 3:28 `contract`: `Yes` is neither `yes` nor `no`"),
    Row(
      "a fact in a third currency", "B,Acme,,2026-02-01,CHF,10,,,,,,5 USD",
      "row 3:32 `deposit`: `5 USD` is neither in CHF, the currency of the invoice, nor in EUR, that of the rules"),
    Row(
      "too few fields", "B,Acme",
      "row 3:1 this row has 2 fields and the header 12 -> a field is missing, or a quote is not closed"),
    Row(
      "too many fields", "B,Acme,,2026-02-01,,1,234.50,,,,,,x",
      "row 3:1 this row has 13 fields and the header 12 -> a field that has a separator in it must stand in quotes"),
    Row(
      "many things", "B,,x,,EUP,much,,,,,,", "row 3:3 the client is missing",
      "row 3:4 `x` is no date -> write a date such as 2026-11-22", "row 3:6 the due date is missing",
      "row 3:7 `EUP` is no currency -> did you mean `EUR`?"),
  ]

  @Test(arguments: bad) func leavesOut(_ row: Row) throws {
    let ledger = try TestLedger(Self.header + Self.before + row.row + "\n" + Self.after, row.options)
    #expect(ledger.problems.map { $0.shown } == row.problems)
    let names = row.options.decimal == .comma ? [] : ["A-1", "A-2"]
    if !names.isEmpty { #expect(ledger.ledger.invoices.map { $0.name } == names) }
  }

  struct Amount: CustomTestStringConvertible, Sendable {
    var text: String
    var decimal: DecimalMark?
    var cents: Int64
    var testDescription: String { "\(text) \(decimal?.rawValue ?? "plain")" }
  }

  static let amounts = [
    Amount(text: "1234.50", decimal: nil, cents: 123_450), Amount(text: "-12", decimal: nil, cents: -1_200),
    Amount(text: "0", decimal: nil, cents: 0), Amount(text: "1234.5", decimal: .point, cents: 123_450),
    Amount(text: "1,234.50", decimal: .point, cents: 123_450),
    // What can be read in one way only needs no option.
    Amount(text: "1,234.50", decimal: nil, cents: 123_450), Amount(text: "1.234,50", decimal: nil, cents: 123_450),
    Amount(text: "1 234,50 €", decimal: nil, cents: 123_450), Amount(text: "€1234.50", decimal: nil, cents: 123_450),
    Amount(text: "EUR 1234.50", decimal: nil, cents: 123_450),
    Amount(text: "1234.50EUR", decimal: nil, cents: 123_450), Amount(text: "(€12)", decimal: nil, cents: -1_200),
    Amount(text: "-€12", decimal: nil, cents: -1_200), Amount(text: "€-12", decimal: nil, cents: -1_200),
    Amount(text: "\u{2212}12 €", decimal: nil, cents: -1_200),
    Amount(text: "1\u{202F}234,50\u{A0}€", decimal: .comma, cents: 123_450),
    Amount(text: "1'234.50", decimal: .point, cents: 123_450),
    Amount(text: "-1,234,567.89", decimal: .point, cents: -123_456_789),
    Amount(text: "12,34,567", decimal: .point, cents: 123_456_700),
    Amount(text: "1.234,50", decimal: .comma, cents: 123_450),
    Amount(text: "1 234,50", decimal: .comma, cents: 123_450),
    Amount(text: "1\u{A0}234,5", decimal: .comma, cents: 123_450),
    Amount(text: "1\u{202F}234\u{202F}567", decimal: .comma, cents: 123_456_700),
    Amount(text: "-0,05", decimal: .comma, cents: -5),
  ]

  @Test(arguments: amounts) func readsAmounts(_ amount: Amount) throws {
    let text = "invoice;client;due;total\nA;Acme;2026-01-01;\(amount.text)\n"
    let ledger = try TestLedger(text, LedgerOptions(decimal: amount.decimal))
    #expect(ledger.complaints == [])
    #expect(ledger.ledger.invoices.map { $0.total } == [amount.cents])
  }

  @Test(arguments: [
    "1,23", "1,2345", ",5", "1.234.5", "1,234,", "12345,678", "1 2", "--1", "1-", "+1", "1e3", "1,,234",
  ])
  func refusesGroupsThatAreNone(_ text: String) throws {
    let ledger = try TestLedger(
      "invoice;client;due;total\nA;Acme;2026-01-01;\(text)\n", LedgerOptions(decimal: .point))
    #expect(ledger.ledger.invoices.isEmpty)
    #expect(ledger.complaints.count == 1)
  }

  /// One text may be two amounts, and nothing else in the file tells.
  @Test(arguments: ["1,234", "1 234", "(-12)", "€12€", "--€12"]) func refusesWhatMayBeTwoThings(_ text: String) throws {
    let ledger = try TestLedger("invoice;client;due;total\nA;Acme;2026-01-01;\(text)\nB;Acme;2026-01-01;7\n")
    #expect(ledger.ledger.invoices.map { $0.name } == ["B"])
    #expect(ledger.complaints.count == 1)
  }

  /// The mark that every amount of the file agrees with is taken; without one, amounts are plain decimals.
  @Test func findsHowAmountsAreWritten() throws {
    func read(_ amounts: String...) throws -> [Int64] {
      let rows = amounts.enumerated().map { "A\($0.offset);Acme;2026-01-01;\($0.element)\n" }.joined()
      return try TestLedger("invoice;client;due;total\n" + rows).ledger.invoices.map { $0.total }
    }
    #expect(try read("1,234", "5.50") == [123_400, 550])
    #expect(try read("1.234", "5,50") == [123_400, 550])
    #expect(try read("1,234.50", "5,50", "7") == [700])
    #expect(try read("1.50", "5,50", "7") == [150, 700])
  }

  struct Paid: CustomTestStringConvertible, Sendable {
    var name: String
    var header: String
    var row: String
    /// Total and paid in cents.
    var total: Int64
    var paid: Int64
    var testDescription: String { name }
  }

  static let paid = [
    Paid(name: "nothing", header: "total,paid,paid_on,balance", row: "10,,,", total: 1000, paid: 0),
    Paid(
      name: "a day only: in full", header: "total,paid,paid_on,balance", row: "10,,2026-01-05,", total: 1000, paid: 1000
    ),
    Paid(name: "in part", header: "total,paid,paid_on,balance", row: "10,4,2026-01-05,", total: 1000, paid: 400),
    Paid(name: "nothing on a day", header: "total,paid,paid_on,balance", row: "10,0,2026-01-05,", total: 1000, paid: 0),
    Paid(name: "too much", header: "total,paid,paid_on,balance", row: "10,12,2026-01-05,", total: 1000, paid: 1200),
    Paid(name: "what is open", header: "total,paid,paid_on,balance", row: "10,,2026-01-05,4", total: 1000, paid: 600),
    Paid(name: "both", header: "total,paid,paid_on,balance", row: "10,6,,4", total: 1000, paid: 600),
    Paid(name: "a balance for the total", header: "balance", row: "4", total: 400, paid: 0),
    Paid(name: "a balance and what was paid", header: "balance,paid", row: "4,6", total: 1000, paid: 600),
    Paid(name: "a credit note", header: "total,paid", row: "-10,-10", total: -1000, paid: -1000),
    Paid(name: "a balance with interest", header: "total,balance", row: "10,11", total: 1000, paid: -100),
  ]

  @Test(arguments: paid) func readsWhatWasPaid(_ row: Paid) throws {
    let ledger = try TestLedger("invoice,client,due,\(row.header)\nA,Acme,2026-01-01,\(row.row)\n")
    #expect(ledger.complaints == [])
    #expect(ledger.ledger.invoices.map { $0.total } == [row.total])
    #expect(ledger.ledger.invoices.map { $0.paid } == [row.paid])
  }

  @Test func readsFactsOfInvoicesAndClients() throws {
    let ledger = try TestLedger(
      "invoice,client,due,total,currency,REASON,deposit,on_time\nA,Acme,2026-01-01,1,USD,forgot,5,12.5%\n"
        + "B,Acme,2026-01-01,1,USD,,5 EUR,\nC,Boll,2026-01-01,1,,,5,\n",
      clients: "Customer;contract;phone\nAcme;no;1\nCroll;yes;\n")
    #expect(ledger.complaints == [])
    #expect(ledger.notes == ["note 1:19 the column `phone` is not used"])
    let usd = try #require(Currency(code: "USD"))
    let facts = ledger.ledger.invoices.map { $0.facts }
    #expect(
      facts[0] == [.init(fact: 4, raw: 0), .init(fact: 6, raw: 500, currency: usd), .init(fact: 7, raw: 125_000)])
    #expect(facts[1] == [.init(fact: 6, raw: 500)])
    #expect(facts[2] == [.init(fact: 6, raw: 500)])
    #expect(ledger.ledger.clients.map { $0.name } == ["Acme", "Boll", "Croll"])
    #expect(ledger.ledger.clients.map { $0.facts } == [[.init(fact: 5, raw: 0)], [], [.init(fact: 5, raw: 1)]])
    #expect(ledger.ledger.clients.map { $0.invoices } == [[0, 1], [2], []])
  }

  @Test func leavesOutBadClients() throws {
    let ledger = try TestLedger(
      "invoice,client,due,total\nA,Acme,2026-01-01,1\n",
      clients: "client,contract\n,yes\nAcme,maybe\nAcme,yes\nBoll\nCroll,no\n")
    #expect(
      ledger.complaints == [
        "row 2:1 the client is missing", "row 3:6 `contract`: `maybe` is neither `yes` nor `no`",
        "row 4:1 the client `Acme` stands on line 3 already -> leave one of them out",
        "row 5:1 this row has 1 field and the header 2 -> a field is missing, or a quote is not closed",
      ])
    #expect(ledger.ledger.client(named: "Croll").map { ledger.ledger.clients[$0].facts } == [.init(fact: 5, raw: 0)])
  }
}
