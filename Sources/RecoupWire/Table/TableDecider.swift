import RecoupEngine
import RecoupLanguage
import RecoupRules

/// Decides the rows of a table, one core's share of them.
struct TableDecider {
  private let book: RuleBook
  private let cells: CellReader
  private var portfolio: PortfolioAdvisor
  private var scan: RowScan
  private var writer: TableWriter
  private var invoice: Case
  /// Where the id of a plain row stands.
  private var plainID = RowScan.Cell()

  init(_ advisor: Advisor, _ run: RunValues, _ shape: RowShape, _ format: TableFormat, _ columns: TableColumns) {
    book = advisor.book
    cells = CellReader(columns, book)
    portfolio = PortfolioAdvisor(advisor)
    scan = RowScan(shape, width: cells.width)
    writer = TableWriter(format, book)
    invoice = Case(
      facts: run.facts, settings: run.settings, done: Array(repeating: .never, count: book.actions.count))
  }

  /// Answers the rows of a piece.
  ///
  /// - Returns: How many of them could not be decided.
  mutating func decide(_ bytes: Bytes, to output: inout [UInt8]) -> Int {
    var failures = 0
    var at = 0
    while at < bytes.count {
      if bytes[at] == .lineFeed {
        at += 1
        continue
      }
      if bytes[at] == .carriageReturn, at + 1 == bytes.count || bytes[at + 1] == .lineFeed {
        at += 2
        continue
      }
      if let end = cells.readPlain(bytes, from: at, scan.shape, into: &invoice, id: &plainID),
        let decision = try? decidePlain()
      {
        at = end + 1
        // It holds nothing that would need quotes.
        bytes.extracting(plainID.start..<plainID.end).withUnsafeBufferPointer { output.append(contentsOf: $0) }
        writer.write(decision, to: &output)
        continue
      }
      at = scan.read(bytes, from: at)
      do {
        let decision = try decideRow(bytes)
        writeID(bytes, to: &output)
        writer.write(decision, to: &output)
      } catch {
        failures += 1
        if isIDText(bytes) { writeID(bytes, to: &output) }
        writer.write(error: error.message, to: &output)
      }
    }
    return failures
  }

  private mutating func decideRow(_ bytes: Bytes) throws(ValueReader.Problem) -> BriefDecision {
    if let problem = scan.problem { throw ValueReader.Problem(problem.message) }
    if scan.count != cells.width {
      let cells = scan.count == 1 ? "1 cell" : "\(scan.count) cells"
      let columns = self.cells.width == 1 ? "there is 1 column" : "there are \(self.cells.width) columns"
      throw ValueReader.Problem("this row has \(cells), and \(columns)")
    }
    if !isIDText(bytes) { throw ValueReader.Problem("the id is not UTF-8") }
    try cells.read(scan, bytes, into: &invoice)
    return try decideCase()
  }

  private mutating func decidePlain() throws(ValueReader.Problem) -> BriefDecision {
    try cells.check(invoice)
    return try decideCase()
  }

  private mutating func decideCase() throws(ValueReader.Problem) -> BriefDecision {
    do {
      return try portfolio.decide(invoice)
    } catch {
      switch error {
      case .missing(let fact): throw ValueReader.Problem("`\(book.facts[fact].name)` is missing")
      }
    }
  }

  // MARK: The id

  /// Where the row's id stands, if it has one.
  private var id: RowScan.Cell? {
    guard let column = cells.idColumn, column < scan.count else { return nil }
    return scan.cells[column]
  }

  /// Whether the id can be written: bytes that are no text would spoil the output.
  private func isIDText(_ bytes: Bytes) -> Bool {
    guard let id else { return true }
    for at in id.start..<id.end where bytes[at] >= 0x80 {
      return String(validating: id.content(in: bytes), as: UTF8.self) != nil
    }
    return true
  }

  private func writeID(_ bytes: Bytes, to output: inout [UInt8]) {
    guard let id else { return }
    if id.hasPairs {
      let content = id.content(in: bytes)
      writer.write(content.span, 0, content.count, to: &output)
    } else {
      writer.write(bytes, id.start, id.end, to: &output)
    }
  }
}
