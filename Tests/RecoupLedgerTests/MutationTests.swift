import RecoupEngine
import RecoupLedger
import RecoupQuantities
import RecoupRules
import RecoupTesting
import Testing

/// Files with mistakes put in at random: nothing traps, and what was not touched stays.
@Suite struct MutationTests {
  /// Names so far apart that a mistake in one makes no other.
  private static func name(_ index: Int) -> String { String(repeating: "\(index)", count: 6) }

  private static let header = "invoice,client,issued,due,total,paid,paid_on,reason,note"

  private static func lines(_ random: inout SeededRandom) -> (invoices: [String], clients: [String], journal: [String])
  {
    let notes = ["", "\"a, \"\"b\"\"\"", "plain", "\"\"", "é", "\",\"", "5\" pipe"]
    let invoices = (0..<8).map { index in
      "I\(name(index)),C\(name(index % 3)),2026-01-0\(index + 1),2026-02-0\(index + 1),\(10 + index).50,,,forgot,\(random.pick(notes))"
    }
    let clients = (0..<3).map { "C\(name($0)),yes,\(random.pick(notes))" }
    let events = [
      "did call \"a # \\\" b\"", "paid 5", "promised 2026-04-01 3 EUR", "set reason = refuses # so", "closed \"é\"",
      "paused until 2026-05-01",
    ]
    let journal = (0..<8).map { "2026-03-0\($0 + 1) I\(name($0)) \(random.pick(events))" }
    return (invoices, clients, journal)
  }

  private static func mutated(_ line: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    let odd: [UInt8] = Array("\",;\n\r\t #\\=-0 9aé".utf8) + [0, 0xFF, 0xC3, 0xE2, 0x80]
    var bytes = line
    for _ in 0...random.below(3) {
      let place = random.below(bytes.count + 1)
      switch random.below(3) {
      case 0: bytes.insert(random.pick(odd), at: place)
      case 1 where place < bytes.count: bytes[place] = random.pick(odd)
      default: if place < bytes.count { bytes.remove(at: place) }
      }
    }
    return bytes
  }

  /// The lines as bytes, one of them with mistakes.
  private static func file(
    _ lines: [String], first: String?, touched: Int, _ random: inout SeededRandom
  ) -> [UInt8] {
    var bytes = first.map { Array(($0 + "\n").utf8) } ?? []
    for (index, line) in lines.enumerated() {
      bytes += index == touched ? mutated(Array(line.utf8), &random) : Array(line.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  @Test func costsOnlyTheLineItIsIn() throws {
    for seed in Effort.seeds(200) {
      var random = SeededRandom(seed: seed)
      let lines = MutationTests.lines(&random)
      let invoices = MutationTests.file(lines.invoices, first: MutationTests.header, touched: -1, &random)
      let clients = MutationTests.file(lines.clients, first: "client,contract,note", touched: -1, &random)
      let journal = MutationTests.file(lines.journal, first: nil, touched: -1, &random)
      let whole = try TestLedger(bytes: invoices, clients: clients, journal: journal)
      #expect(whole.complaints == [], "seed \(seed)")
      #expect(whole.ledger.invoices.count == 8 && whole.ledger.entries.count == 8, "seed \(seed)")

      let row = random.below(lines.invoices.count)
      let bad = MutationTests.file(lines.invoices, first: MutationTests.header, touched: row, &random)
      let ofInvoices = try TestLedger(bytes: bad)
      for (index, invoice) in whole.ledger.invoices.enumerated() where index != row {
        let found = ofInvoices.ledger.invoice(named: invoice.name).map { ofInvoices.ledger.invoices[$0] }
        let text = "seed \(seed): \(String(decoding: bad, as: UTF8.self)) \(ofInvoices.complaints)"
        #expect(found?.total == invoice.total && found?.due == invoice.due && found?.facts == invoice.facts, "\(text)")
      }

      let client = random.below(lines.clients.count)
      let badClients = MutationTests.file(lines.clients, first: "client,contract,note", touched: client, &random)
      let ofClients = try TestLedger(bytes: invoices, clients: badClients)
      for index in lines.clients.indices where index != client {
        let text = "seed \(seed): \(String(decoding: badClients, as: UTF8.self)) \(ofClients.complaints)"
        #expect(ofClients.ledger.clients[index].facts == whole.ledger.clients[index].facts, "\(text)")
      }

      let line = random.below(lines.journal.count)
      let badJournal = MutationTests.file(lines.journal, first: nil, touched: line, &random)
      let ofJournal = try TestLedger(bytes: invoices, clients: clients, journal: badJournal)
      for (index, entry) in whole.ledger.entries.enumerated() where index != line {
        let stays = ofJournal.ledger.entries.contains {
          $0.date == entry.date && $0.target == entry.target && $0.event == entry.event
        }
        #expect(stays, "seed \(seed): \(String(decoding: badJournal, as: UTF8.self)) \(ofJournal.complaints)")
      }
    }
  }

  @Test func nothingTraps() throws {
    for seed in Effort.seeds(200) {
      var random = SeededRandom(seed: seed)
      let files = RandomLedger(seed: seed)
      func touched(_ text: String) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<random.below(4) { bytes = MutationTests.mutated(bytes, &random) }
        return bytes
      }
      let options = LedgerOptions(
        dates: random.pick([nil, .dmy, .mdy, .ymd]), decimal: random.pick([nil, .point, .comma]),
        columns: random.happens(20) ? [.init(name: "total", header: "paid")] : [])
      let read = try TestLedger(
        bytes: touched(files.invoices), clients: touched(files.clients), journal: touched(files.journal), options)
      let places = read.problems.map { ["invoices.csv", "clients.csv", "journal.txt"].firstIndex(of: $0.file) ?? 9 }
      #expect(places == places.sorted(), "seed \(seed)")
      #expect(read.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 }, "seed \(seed)")
      let view = LedgerView(read.ledger, asOf: day("2027-01-15"))
      var rates = Rates(base: read.ledger.book.currency)
      try rates.add("USD = 9000000000000 EUR")
      for index in read.ledger.invoices.indices {
        let figures = view.figures(of: index)
        if case .success(let invoice) = view.case(of: index, rates: rates, takes: { _, _ in .max }) {
          #expect(invoice.facts[1] == figures.daysOverdue, "seed \(seed)")
        }
      }
    }
  }

  /// Amounts at the edge of 64 bits add up without a trap, and what does not fit is not known.
  @Test func holdsTheLargestAmounts() throws {
    let most = "92233720368547758.07"
    let rows =
      (0..<4).map { "A\($0),Acme,2026-01-01,\(most),,\n" } + (0..<4).map { "B\($0),Acme,2026-01-01,-\(most),,\n" }
    let text = "invoice,client,due,total,paid,paid_on\n" + rows.joined()
    let journal = "2026-01-01 A0 paid \(most)\n2026-01-01 A0 paid \(most)\n2026-01-02 A0 promised 2026-01-03 \(most)\n"
    let ledger = try TestLedger(text, journal: journal).ledger
    #expect(ledger.invoices.count == 8 && ledger.entries.count == 3)
    let view = LedgerView(ledger, asOf: day("2026-02-01"))
    #expect(view.figures(of: 0).balance == -.max)
    #expect(view.figures(of: 0).paid == nil)
    #expect(view.figures(of: 1).clientOwes == nil)
    #expect(view.figures(of: 1).yearlyRevenue == 0)
  }
}
