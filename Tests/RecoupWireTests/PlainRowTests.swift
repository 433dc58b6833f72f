import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

@testable import RecoupWire

/// What is read of a row without looking for its cells is what is read of its cells.
@Suite struct PlainRowTests {
  private static let text = """
    currency USD
    fact signed: yes or no
    fact share: percent
    fact score: number
    fact reason: one of forgot, silent, short_of_cash, awaiting_approval
    fact promised: days
    action mail { title "A" chance 50% at most 9 times }
    """

  private static let columns = [
    "id", "amount", "signed", "days_overdue", "notes", "reason", "share", "pending", "score", "mail.times", "promised",
    "mail.days_ago",
  ]

  /// What a column holds: what is plain, and now and then something else.
  private static func cell(_ column: String, _ random: inout SeededRandom) -> String {
    let isOdd = random.happens(4)
    return switch column {
    case "id": "INV-\(random.below(100))"
    case "amount": random.pick(isOdd ? ["1234567890", "7.", "0.001"] : ["1200", "0.5", "99.99", "12345678.90"])
    case "signed": random.pick(isOdd ? ["yess", "n"] : ["yes", "no"])
    case "reason": random.pick(isOdd ? ["forgo", "naïve"] : ["forgot", "silent", "short_of_cash"])
    case "share": random.pick(isOdd ? ["5", "12.34567%"] : ["35%", "0.0001%", "-1%"])
    case "score": random.pick(isOdd ? ["0.1234567", "-"] : ["1", "-2.5", "0.123456", "007"])
    case "days_overdue", "promised": random.pick(["0", "-4", "12345678"])
    case "": random.pick(isOdd ? ["naïve"] : ["", "a b", "x"])
    default: random.pick(isOdd ? ["-4", "123456789"] : ["0", "3", "00000001"])
    }
  }

  private static func row(_ columns: [String], _ random: inout SeededRandom) -> [UInt8] {
    let odd = Array("0123456789.-%yesno,\"\r\n \t;".utf8)
    var cells = columns.map { random.happens(8) ? "" : cell($0, &random) }
    if random.happens(5) { cells.removeLast() }
    var bytes = Array(cells.joined(separator: ",").utf8)
    if random.happens(20) { bytes.insert(random.pick(odd), at: random.below(bytes.count + 1)) }
    if random.happens(10) { bytes[random.below(bytes.count)] = random.pick(odd) }
    bytes += random.pick(["\n", "\n", "\n", "\r\n", "", "\r"]).utf8
    if random.happens(80) { bytes += Array("INV-1,5,yes\n".utf8) }
    return bytes
  }

  @Test func plainRowsAreReadAsTheirCellsAre() throws {
    let loaded = RulesLoader.load(SourceFile(name: "rows", text: PlainRowTests.text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book)
    let run = RunValues(book)
    let empty = Case(facts: run.facts, settings: run.settings, done: book.actions.map { _ in .never })
    var plain = 0
    for seed in Effort.seeds(3_000) {
      var random = SeededRandom(seed: seed)
      let format = TableFormat(random.pick([.comma, .comma, .semicolon, .tab]))
      // There is no advice without the first four, and no days without times.
      let names = PlainRowTests.columns.enumerated()
        .filter { $0.offset < 4 || $0.offset == 9 || random.happens(70) }.map { $0.element }
      let columns = try TableColumns(random.shuffled(names), book, run)
      let reader = CellReader(columns, book)
      var bytes = PlainRowTests.row(columns.contents.map { $0.name(in: book) }, &random)
      let between = format.separator.byte
      for index in bytes.indices where bytes[index] == UInt8(ascii: ",") { bytes[index] = between }
      var (one, other, id) = (empty, empty, RowScan.Cell())
      guard let end = reader.readPlain(bytes.span, from: 0, format.shape, into: &one, id: &id) else { continue }
      plain += 1
      var scan = RowScan(format.shape, width: reader.width)
      #expect(scan.read(bytes.span, from: 0) == end + 1, "seed \(seed)")
      #expect(scan.problem == nil && scan.count == reader.width, "seed \(seed)")
      let usual = problem { () throws(ValueReader.Problem) in try reader.read(scan, bytes.span, into: &other) }
      let short = problem { () throws(ValueReader.Problem) in try reader.check(one) }
      #expect(usual == short && one == other, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
      if let column = reader.idColumn {
        #expect(scan.cells[column].start == id.start && scan.cells[column].end == id.end, "seed \(seed)")
      }
    }
    #expect(plain > 500)
  }

  private func problem(_ work: () throws(ValueReader.Problem) -> Void) -> String? {
    do {
      try work()
      return nil
    } catch {
      return error.message
    }
  }

  /// Rows of what is usual take the short way, or it would be of no use.
  @Test(arguments: [
    "INV-1,1200.00,yes,5,,forgot,35%,0,2.5,1,-4,9\n", "INV-1,1200,no,-5,a b,,,,,,,\r\n", ",0.05,,7,,silent,,,,,,\n",
  ]) func plainRowsTakeTheShortWay(_ row: String) throws {
    let loaded = RulesLoader.load(SourceFile(name: "rows", text: PlainRowTests.text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book)
    let run = RunValues(book)
    let reader = CellReader(try TableColumns(PlainRowTests.columns, book, run), book)
    var invoice = Case(facts: run.facts, settings: run.settings, done: book.actions.map { _ in .never })
    var id = RowScan.Cell()
    let bytes = Array((row + "INV-2,1,yes\n").utf8)
    let end = reader.readPlain(bytes.span, from: 0, TableFormat().shape, into: &invoice, id: &id)
    #expect(end == row.utf8.count - 1)
  }
}
