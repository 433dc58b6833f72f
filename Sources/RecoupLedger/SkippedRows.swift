/// The rows of a report that are no invoices of their own: headings, sums, and the further lines of an invoice that has
/// a row for each thing sold.
struct SkippedRows {
  private var headings: (count: Int, first: Int) = (0, 0)
  private var repeated: (count: Int, first: Int) = (0, 0)

  /// Whether a row is skipped.
  ///
  /// - Parameter firstStart: Where the first row with the same invoice number begins, if there was one.
  mutating func take(_ record: DelimitedText.Record, of table: TableFile, firstStart: Int?) -> Bool {
    if SkippedRows.isHeadingOrSum(record, table) {
      headings = (headings.count + 1, headings.count == 0 ? record.line : headings.first)
      return true
    }
    guard let firstStart, let first = table.reader.row(at: firstStart) else { return false }
    let (text, plan) = (table.table, table.plan)
    func isSame(_ column: Int) -> Bool {
      text.content(of: record.fields[column]) == text.content(of: first.fields[column])
    }
    let read = LedgerColumn.allCases.compactMap { plan.columns[$0] } + plan.facts.map { $0.column }
    // A row that differs in nothing is a row that was pasted twice.
    if !read.allSatisfy(isSame) || record.fields.indices.allSatisfy(isSame) { return false }
    repeated = (repeated.count + 1, repeated.count == 0 ? record.line : repeated.first)
    return true
  }

  /// What is said of them, once for all.
  func notes(file: String) -> [LedgerProblem] {
    var notes: [LedgerProblem] = []
    func note(_ rows: (count: Int, first: Int), _ one: String, _ many: String) {
      if rows.count == 0 { return }
      let message = rows.count == 1 ? "this row " + one : "\(rows.count) rows, from this one on, " + many
      notes.append(LedgerProblem(file: file, line: rows.first, column: 1, message: message, severity: .note))
    }
    note(headings, "is a heading or a sum and is not read", "are headings or sums and are not read")
    note(
      repeated, "repeats an invoice that stands above and is not read",
      "repeat invoices that stand above and are not read")
    return notes
  }

  /// Whether a row has only one text, or begins with a word for sums, and says of no invoice and client when it is due.
  private static func isHeadingOrSum(_ record: DelimitedText.Record, _ table: TableFile) -> Bool {
    if !table.content(.due, record).isEmpty { return false }
    let filled = record.fields.indices.filter { !table.table.content(of: record.fields[$0]).isEmpty }
    guard let first = filled.first else { return true }
    if filled.count == 1 { return first != table.plan.columns[.invoice] }
    if !table.content(.client, record).isEmpty { return false }
    if first != table.plan.columns[.invoice], !table.content(.invoice, record).isEmpty { return false }
    let word = HeaderName.folded(String(table.table.text(of: record.fields[first]).prefix(40)))
    return ["total", "subtotal", "soustotal", "grandtotal"].contains { word.hasPrefix($0) }
  }
}
