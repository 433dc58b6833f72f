import RecoupEngine
import RecoupLedger
import RecoupQuantities
import RecoupRules
import RecoupTesting
import Testing

/// What a ledger says of an invoice on a day.
@Suite struct FigureTests {
  /// Days that depend on everything that a case has.
  private static func takes(_ action: Int, _ invoice: Case) -> Int64? {
    var sum: Int64 = Int64(action) * 7 + invoice.pendingDays * 3
    for (index, fact) in invoice.facts.enumerated() { sum += (fact ?? -1) % 1009 * Int64(index + 1) }
    for done in invoice.done { sum += done.times * 5 + (done.daysAgo ?? 0) }
    return sum % 11 == 0 ? nil : abs(sum) % 25 - 2
  }

  @Test func agreesWithTheDefinitions() throws {
    let rateTexts = ["USD = 0.91 EUR", "JPY = 0.006125 EUR"]
    for seed in Effort.seeds(150) {
      let files = RandomLedger(seed: seed)
      let read = try TestLedger(files.invoices, clients: files.clients, journal: files.journal)
      #expect(
        read.problems.allSatisfy { $0.severity != .row && $0.severity != .file }, "seed \(seed): \(read.problems)")
      let ledger = read.ledger
      var rates = Rates(base: ledger.book.currency)
      for text in rateTexts { try rates.add(text) }
      var random = SeededRandom(seed: seed &+ 1_000_000)
      let first = LedgerView(ledger, asOf: day("2027-01-15"))
      for _ in 0..<3 {
        let today = try #require(
          day("2027-01-05").adding(days: random.number(random.happens(20) ? -400...400 : 0...30)))
        let view = first.moved(to: today)
        let naive = NaiveLedger(ledger, asOf: today)
        #expect(
          view.openInvoices == ledger.invoices.indices.filter { naive.isOpen($0) }, "seed \(seed) on \(today.iso)")
        for index in ledger.invoices.indices {
          let name = "seed \(seed) on \(today.iso), I\(index)"
          #expect(view.figures(of: index) == naive.figures(of: index), "\(name)")
          let expected = naive.invoiceCase(
            index, rates: ["USD": 910_000, "JPY": 6_125], takes: { FigureTests.takes($0, $1) })
          let found = view.case(of: index, rates: rates, takes: { FigureTests.takes($0, $1) })
          #expect(try found.get() == expected, "\(name)")
          let alone = LedgerView(ledger, asOf: today, for: [index])
          #expect(alone.figures(of: index) == naive.figures(of: index), "\(name)")
        }
      }
    }
  }

  /// A ledger small enough to work out by hand.
  static let invoices = """
    invoice,client,issued,due,total,paid,paid_on,currency
    P-1,Acme,2026-01-01,2026-01-31,100.00,,2026-01-31,
    P-2,Acme,2026-02-01,2026-03-03,100.00,,2026-03-06,
    P-3,Acme,2026-03-01,2026-03-31,100.00,,2026-04-02,
    OLD,Acme,2025-11-22,2025-12-22,900.00,900.00,,
    NOW,Acme,2026-10-01,2026-10-31,1000.00,200.00,2026-11-02,
    NEXT,Acme,2026-11-22,2026-12-22,50.00,,,
    USD,Acme,2026-10-01,2026-10-31,70.00,,,USD
    CREDIT,Acme,2026-10-05,2026-10-05,-30.00,,,

    """

  @Test func countsByHand() throws {
    let journal = """
      2026-11-05 NOW promised 2026-11-10 100 EUR
      2026-11-08 NOW paid 60
      2026-11-10 NOW paid 40
      2026-11-11 NOW promised 2026-11-20
      2026-11-12 USD promised 2026-11-30

      """
    let ledger = try TestLedger(Self.invoices, journal: journal).ledger
    let view = LedgerView(ledger, asOf: day("2026-11-22"))
    let now = try #require(ledger.invoice(named: "NOW"))
    let figures = view.figures(of: now)
    #expect(figures.total == 100_000)
    #expect(figures.paid == 30_000)
    #expect(figures.balance == 70_000)
    #expect(figures.daysOverdue == 22)
    #expect(figures.promise == .broken(by: day("2026-11-20")))
    #expect(figures.promisedIn == -2)
    #expect(figures.brokenPromises == 1)
    #expect(figures.pastInvoices == 3)
    #expect(figures.onTime == 333_333)
    // 0, 3 and 2 days: 5/3.
    #expect(figures.averageDelay == 2)
    // P-1, P-2, P-3, NOW, NEXT and the credit note; OLD was issued 365 days ago.
    #expect(figures.yearlyRevenue == 132_000)
    #expect(figures.clientOwes == 67_000)
    #expect(view.openInvoices.map { ledger.invoices[$0].name } == ["NOW", "NEXT", "USD"])
    #expect(view.credits(ofClient: 0).map { ledger.invoices[$0].name } == ["CREDIT"])
    #expect(view.payments(of: now).map { $0.amount } == [6_000, 4_000])
    // The day before, the year has one day more, and NEXT is not seen.
    let before = view.moved(to: day("2026-11-21"))
    #expect(before.figures(of: now).yearlyRevenue == 217_000)
    #expect(before.openInvoices.map { ledger.invoices[$0].name } == ["NOW", "USD"])
    // A promise that was kept is none to wait for.
    #expect(view.moved(to: day("2026-11-09")).figures(of: now).promise == .awaited(by: day("2026-11-10")))
    #expect(view.moved(to: day("2026-11-10")).figures(of: now).promise == .kept)
    #expect(view.moved(to: day("2026-11-10")).figures(of: now).promisedIn == nil)
  }

  @Test func pausesAndCloses() throws {
    let journal = """
      2026-11-01 NOW did reminder "by post"
      2026-11-02 NOW paused until 2026-11-10 "holiday"
      2026-11-12 NOW paused until 2026-12-24
      2026-11-13 NOW paused until 2026-11-15 "sooner"
      2026-11-20 NOW did prayer
      2026-11-21 NOW closed "settled"

      """
    let ledger = try TestLedger(Self.invoices, journal: journal).ledger
    let now = try #require(ledger.invoice(named: "NOW"))
    func view(_ date: String) -> LedgerView { LedgerView(ledger, asOf: day(date)) }
    #expect(view("2026-11-01").pause(of: now) == nil)
    #expect(view("2026-11-09").pause(of: now)?.until == day("2026-11-10"))
    #expect(view("2026-11-09").pause(of: now)?.reason == "holiday")
    #expect(view("2026-11-10").pause(of: now) == nil)
    #expect(view("2026-11-12").pause(of: now)?.until == day("2026-12-24"))
    #expect(view("2026-11-14").pause(of: now)?.reason == "sooner")
    #expect(view("2026-11-15").pause(of: now) == nil)
    #expect(view("2026-11-20").closed(now) == nil)
    #expect(view("2026-11-21").closed(now)?.reason == "settled")
    #expect(view("2026-11-20").isOpen(now))
    #expect(!view("2026-11-21").isOpen(now))
    #expect(view("2026-11-20").figures(of: now).clientOwes == 77_000)
    #expect(view("2026-11-21").figures(of: now).clientOwes == -3_000)
    #expect(view("2026-11-22").steps(of: now).map { $0.name } == ["reminder", "prayer"])
    #expect(view("2026-11-22").steps(of: now).map { $0.action } == [0, nil])
    #expect(view("2026-11-22").entries(of: now).count == 6)
  }

  /// The days of a step are those of the case on the day it was begun, not of today.
  @Test func countsThePendingDaysOfTheDayOfTheStep() throws {
    let journal = """
      2026-11-01 NOW set contract = yes
      2026-11-02 NOW did call
      2026-11-02 NOW set contract = no
      2026-11-20 NOW did call

      """
    let ledger = try TestLedger(Self.invoices, journal: journal).ledger
    let now = try #require(ledger.invoice(named: "NOW"))
    let contract = try #require(ledger.book.fact(named: "contract"))
    func pending(_ date: String) throws -> Int64 {
      let view = LedgerView(ledger, asOf: day(date))
      let found = view.case(of: now, rates: Rates(base: ledger.book.currency)) { _, invoice in
        invoice.facts[contract].map { $0 == 1 ? 3 : 5 }
      }
      return try found.get().pendingDays
    }
    #expect(
      try ["2026-11-01", "2026-11-02", "2026-11-04", "2026-11-05", "2026-11-20", "2026-11-24", "2026-12-24"].map(
        pending) == [0, 3, 1, 0, 5, 1, 0])
  }

  @Test func needsARate() throws {
    let ledger = try TestLedger(Self.invoices).ledger
    let view = LedgerView(ledger, asOf: day("2026-11-22"))
    let usd = try #require(ledger.invoice(named: "USD"))
    var rates = Rates(base: ledger.book.currency)
    guard case .failure(let problem) = view.case(of: usd, rates: rates, takes: { _, _ in nil }) else {
      Issue.record("answered without a rate")
      return
    }
    #expect(
      problem.message == "the invoice is in USD and the rules in EUR: give a rate such as `--rate \"USD = 1.08 EUR\"`, "
        + "or rules in USD with `--rules`")
    try rates.add("USD = 0.925 EUR")
    let found = try view.case(of: usd, rates: rates, takes: { _, _ in nil }).get()
    #expect(found.facts[RuleBook.Builtin.amount] == 6_475)
    #expect(ledger.book.fact(named: "yearly_revenue").map { found.facts[$0] } == 6_475)
  }

  static let badRates: [(String, String)] = [
    ("EUR", "`EUR` is no rate: write such as `USD = 1.08 EUR`"),
    ("USD = 1.08", "a rate is in EUR, the currency of the rules: write such as `USD = 1.08 EUR`"),
    ("USD = 1.08 GBP", "a rate is in EUR, the currency of the rules: write such as `USD = 1.08 EUR`"),
    ("EUR = 1 EUR", "EUR is the currency of the rules and needs no rate"),
    ("USX = 1 EUR", "`USX` is no currency: write such as `USD = 1.08 EUR`"),
    ("USD = much EUR", "`much` is no rate: write such as `USD = 1.08 EUR`"),
    ("USD = -1 EUR", "`-1` is no rate: write such as `USD = 1.08 EUR`"),
    ("USD = 1.0000001 EUR", "`1.0000001` has more than 6 decimals"),
    ("USD = 99999999999999999 EUR", "`99999999999999999` is too large"), ("USD = 0 EUR", "a rate is above 0"),
    ("GBP = 1.1 EUR", "there are two rates for GBP"),
  ]

  @Test(arguments: badRates) func refusesRates(_ text: String, _ message: String) throws {
    var rates = Rates(base: try LedgerBook.make().currency)
    try rates.add("GBP=1.15 EUR")
    #expect(throws: Rates.Problem(message: message)) { try rates.add(text) }
  }

  @Test func roundsHalfToEven() throws {
    let yen = try #require(Currency(code: "JPY"))
    let euro = try #require(Currency(code: "EUR"))
    let dinar = try #require(Currency(code: "TND"))
    var rates = Rates(base: euro)
    for text in ["JPY = 0.00625 EUR", "TND = 0.3 EUR"] { try rates.add(text) }
    #expect([4, 12, -12, 20].map { rates.convert($0, from: yen) } == [2, 8, -8, 12])
    #expect(rates.convert(1_050, from: dinar) == 32)
    #expect(rates.convert(1_150, from: dinar) == 34)
    #expect(rates.convert(.max, from: euro) == .max)
    var toYen = Rates(base: yen)
    try toYen.add("EUR = 161.5 JPY")
    #expect(toYen.convert(100, from: euro) == 162)
    #expect(toYen.convert(.max, from: euro) == nil)
    #expect(toYen.convert(1, from: dinar) == nil)
  }
}
