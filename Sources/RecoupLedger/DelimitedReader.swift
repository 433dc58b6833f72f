/// Reads the rows of delimited text one after the other, from the header on.
///
/// A row that cannot be read costs only itself: reading goes on at the line after the one on which it began.
public struct DelimitedReader: Sendable {
  /// A row, or why it could not be read.
  public typealias Row = Result<DelimitedText.Record, DelimitedText.Problem>

  let table: DelimitedText
  private var offset: Int
  private var line: Int
  /// How many fields the header has; nil until it was read.
  private var width: Int?
  /// A row that could not be read was looked through up to here, and at each line end on the way it was within quotes.
  /// A later row that is within quotes at such a line end goes wrong at the same place: so no line is read thrice.
  private var doomedUpTo = 0

  /// Begins at the header.
  public init(_ table: DelimitedText) {
    self.table = table
    offset = table.start
    line = table.firstLine
  }

  /// The row that begins at an offset, if it could be read when it was passed.
  func row(at start: Int) -> DelimitedText.Record? {
    var reader = self
    reader.offset = start
    guard case .success(let record)? = reader.next() else { return nil }
    return record
  }

  /// The next row that is not blank, or nil at the end of the file.
  public mutating func next() -> Row? {
    while offset < table.bytes.count {
      var scan = RowScan(table, at: offset, line: line, doomedUpTo: doomedUpTo)
      let record: DelimitedText.Record
      switch scan.run() {
      case .success(let row): record = row
      case .failure(let problem):
        goOnAfterFirstLine(of: &scan)
        return .failure(problem)
      }
      if record.fields.allSatisfy({ table.content(of: $0).isEmpty }) {
        pass(scan)
        continue
      }
      let row = withTheFieldsOfTheHeader(record)
      if case .failure = row, scan.firstLineEnd != nil {
        // A quote too many may have drawn whole rows into this one.
        goOnAfterFirstLine(of: &scan)
        return row
      }
      pass(scan)
      if let bad = UTF8Check.firstBadByte(in: table.bytes, record.start..<offset) {
        let place = table.place(of: bad, in: record)
        return .failure(
          .init(line: place.line, column: place.column, message: "this is not UTF-8", help: UTF8Check.help))
      }
      return row
    }
    return nil
  }

  private mutating func pass(_ scan: RowScan) {
    offset = scan.offset
    line = scan.line
  }

  private mutating func goOnAfterFirstLine(of scan: inout RowScan) {
    doomedUpTo = max(doomedUpTo, scan.offset)
    line += 1
    if let end = scan.firstLineEnd {
      offset = end
    } else {
      scan.skipLine()
      offset = scan.offset
    }
  }

  private mutating func withTheFieldsOfTheHeader(_ record: DelimitedText.Record) -> Row {
    guard let width else {
      self.width = record.fields.count
      return .success(record)
    }
    var record = record
    // A separator too many at the end of each line is a habit of some programs.
    while record.fields.count > width, let last = record.fields.last, table.content(of: last).isEmpty {
      record.fields.removeLast()
    }
    if record.fields.count == width { return .success(record) }
    let fields = record.fields.count == 1 ? "1 field" : "\(record.fields.count) fields"
    let few = "a field is missing, or a quote is not closed"
    let many = "a field that has a separator in it must stand in quotes"
    return .failure(
      .init(
        line: record.line, column: 1, message: "this row has \(fields) and the header \(width)",
        help: record.fields.count < width ? few : many))
  }
}

/// One row on its way from bytes to fields.
private struct RowScan {
  let table: DelimitedText
  let start: Int
  let firstLine: Int
  let doomedUpTo: Int
  var offset: Int
  var line: Int
  /// The offset after the first line end within quotes.
  var firstLineEnd: Int?

  init(_ table: DelimitedText, at start: Int, line: Int, doomedUpTo: Int) {
    self.table = table
    self.start = start
    firstLine = line
    self.doomedUpTo = doomedUpTo
    offset = start
    self.line = line
  }

  mutating func run() -> DelimitedReader.Row {
    var record = DelimitedText.Record(line: line, start: start, fields: [])
    while true {
      do throws(DelimitedText.Problem) {
        record.fields.append(try field())
      } catch {
        return .failure(error)
      }
      guard offset < table.bytes.count else { return .success(record) }
      let isSeparator = table.bytes[offset] == table.separator
      if !isSeparator { break }
      offset += 1
    }
    skipLine()
    line += 1
    return .success(record)
  }

  /// Moves behind the end of the line.
  mutating func skipLine() {
    while offset < table.bytes.count {
      offset += 1
      if table.isLineEnd(offset - 1) { return }
    }
  }

  private mutating func field() throws(DelimitedText.Problem) -> DelimitedText.Field {
    let lower = offset
    while offset < table.bytes.count, table.bytes[offset] == .space { offset += 1 }
    if offset < table.bytes.count, table.bytes[offset] == .quote { return try quotedField() }
    while offset < table.bytes.count {
      let byte = table.bytes[offset]
      if byte == table.separator || byte == .lineFeed || byte == .carriageReturn { break }
      offset += 1
    }
    return .init(lower: lower, upper: offset, hasDoubledQuotes: false)
  }

  private mutating func quotedField() throws(DelimitedText.Problem) -> DelimitedText.Field {
    let open = offset
    let lineOfOpen = line
    var hasDoubledQuotes = false
    offset += 1
    while true {
      guard offset < table.bytes.count else { throw unclosed(open) }
      let byte = table.bytes[offset]
      offset += 1
      if byte == .quote {
        guard offset < table.bytes.count, table.bytes[offset] == .quote else { break }
        hasDoubledQuotes = true
        offset += 1
      } else if byte == .lineFeed || byte == .carriageReturn, table.isLineEnd(offset - 1) {
        line += 1
        if firstLineEnd == nil { firstLineEnd = offset }
        if offset < doomedUpTo { throw unclosed(open) }
      }
    }
    let upper = offset - 1
    while offset < table.bytes.count, table.bytes[offset] == .space { offset += 1 }
    if offset < table.bytes.count {
      let byte = table.bytes[offset]
      let ends = byte == table.separator || byte == .lineFeed || byte == .carriageReturn
      if !ends { throw textAfterQuote(open, isOnOneLine: line == lineOfOpen) }
    }
    return .init(lower: open + 1, upper: upper, hasDoubledQuotes: hasDoubledQuotes)
  }

  private func unclosed(_ open: Int) -> DelimitedText.Problem {
    let place = table.place(of: open, from: start, line: firstLine)
    return .init(
      line: place.line, column: place.column, message: "the quote that opens here is never closed",
      help: "put a quote at the end of the field")
  }

  private func textAfterQuote(_ open: Int, isOnOneLine: Bool) -> DelimitedText.Problem {
    let place = table.place(of: isOnOneLine ? offset : open, from: start, line: firstLine)
    if isOnOneLine {
      return .init(
        line: place.line, column: place.column, message: "text follows the closing quote of the field",
        help: "a quote within a field in quotes is written twice")
    }
    return .init(
      line: place.line, column: place.column,
      message: "the quote that opens here is closed only on line \(line), where text follows it",
      help: "put a quote at the end of the field, and write a quote within it twice")
  }
}
