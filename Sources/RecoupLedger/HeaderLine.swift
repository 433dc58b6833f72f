import RecoupRules

/// A line that may name the columns of a table.
struct HeaderLine {
  let table: DelimitedText
  /// Stands after the line.
  let reader: DelimitedReader
  /// The line; nil if the file ends before it.
  let record: DelimitedReader.Row?

  init(_ table: DelimitedText) {
    self.table = table
    var reader = DelimitedReader(table)
    record = reader.next()
    self.reader = reader
  }

  /// Which column gives what, if this is the line that names them.
  func plan(_ file: String, _ options: LedgerOptions, _ book: RuleBook, _ wanted: [LedgerColumn]) -> ColumnPlan {
    ColumnPlan(file: file, headers: headers, mappings: options.columns, book: book, wanted: wanted)
  }

  /// This line, or a later one that tells of more columns: reports begin with a title, a company and a date.
  func best(_ plan: (HeaderLine) -> ColumnPlan) -> HeaderLine {
    let first = plan(self)
    if first.isWhole { return self }
    var best = (line: self, columns: first.columns.count)
    var (offset, line) = (table.start, table.firstLine)
    for _ in 1...HeaderLine.mostLinesBefore {
      while offset < table.bytes.count, !table.isLineEnd(offset) { offset += 1 }
      (offset, line) = (offset + 1, line + 1)
      if offset >= table.bytes.count { break }
      let later = HeaderLine(DelimitedText(table, from: offset, line: line))
      guard case .success(let record)? = later.record, record.line == line else { continue }
      let found = plan(later)
      if found.isWhole { return later }
      if found.columns.count > max(1, best.columns) { best = (later, found.columns.count) }
    }
    return best.line
  }

  /// How many lines may stand before the one that names the columns.
  private static let mostLinesBefore = 20

  private var headers: [ColumnPlan.Header] {
    guard case .success(let header)? = record else { return [] }
    var headers: [ColumnPlan.Header] = []
    // Each place from the one before, so that a header of very many columns is counted through once.
    var place = (line: header.line, column: 1)
    var offset = header.start
    for field in header.fields {
      let moved = table.place(of: field.lower, from: offset, line: place.line)
      place = (moved.line, moved.line == place.line ? place.column + moved.column - 1 : moved.column)
      offset = field.lower
      headers.append(.init(text: table.text(of: field), line: place.line, column: place.column))
    }
    return headers
  }
}
