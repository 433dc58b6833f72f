/// Reads where the cells of a row stand, into places that are used again for every row.
struct RowScan {
  /// Where a cell stands, without the quotes around it.
  struct Cell {
    var start = 0
    var end = 0
    /// Whether a quote in it stands for one of two.
    var hasPairs = false
  }

  /// Why a row has no cells.
  enum Problem { case quotes, tooLong }

  let shape: RowShape
  /// The cells of the row, the first `count` of them; no more than the table has columns, and one.
  private(set) var cells: [Cell]
  private(set) var count = 0
  private(set) var problem: Problem?

  /// - Parameter width: How many columns the table has.
  init(_ shape: RowShape, width: Int) {
    self.shape = shape
    cells = Array(repeating: Cell(), count: width + 1)
  }

  /// Reads a row.
  ///
  /// - Returns: Where the next row begins.
  mutating func read(_ bytes: Bytes, from start: Int) -> Int {
    count = 0
    problem = nil
    let separator = shape.separator ?? .lineFeed
    var at = start
    while true {
      let first = at
      if shape.isQuoted, at < bytes.count, bytes[at] == .quote {
        var hasPairs = false
        guard let end = RowScan.quoted(bytes, from: at + 1, &hasPairs) else {
          return fail(bytes, start, at: bytes.count)
        }
        add(first + 1, end, hasPairs)
        at = end + 1
        if at < bytes.count, bytes[at] == .carriageReturn, at + 1 >= bytes.count || bytes[at + 1] == .lineFeed {
          at += 1
        }
        if at < bytes.count, bytes[at] != separator, bytes[at] != .lineFeed { return fail(bytes, start, at: at) }
      } else {
        var isWrong = false
        while at < bytes.count {
          let byte = bytes[at]
          if byte == separator || byte == .lineFeed { break }
          if byte == .quote, shape.isQuoted {
            isWrong = true
            break
          }
          at += 1
        }
        if isWrong { return fail(bytes, start, at: at) }
        let isLast = at >= bytes.count || bytes[at] == .lineFeed
        add(first, isLast && at > first && bytes[at - 1] == .carriageReturn ? at - 1 : at, false)
      }
      if at >= bytes.count || bytes[at] == .lineFeed {
        if at - start > shape.limit { return fail(bytes, start, at: at) }
        return min(at + 1, bytes.count)
      }
      at += 1
    }
  }

  /// The end of a cell in quotes, nil if there is none.
  private static func quoted(_ bytes: Bytes, from start: Int, _ hasPairs: inout Bool) -> Int? {
    var at = start
    while let quote = ByteSearch.first(.quote, in: bytes, from: at) {
      if quote + 1 >= bytes.count || bytes[quote + 1] != .quote { return quote }
      hasPairs = true
      at = quote + 2
    }
    return nil
  }

  private mutating func add(_ start: Int, _ end: Int, _ hasPairs: Bool) {
    if count < cells.count { cells[count] = Cell(start: start, end: end, hasPairs: hasPairs) }
    count += 1
  }

  /// A row that goes wrong at a place ends with its first line, so that it costs only itself.
  private mutating func fail(_ bytes: Bytes, _ start: Int, at place: Int) -> Int {
    let end = ByteSearch.first(.lineFeed, in: bytes, from: start)
    if place - start > shape.limit, (end ?? bytes.count) - start > shape.limit {
      problem = .tooLong
    } else {
      problem = .quotes
    }
    // What a piece does not hold to its end would be another cell in another piece.
    let limit = min(end ?? bytes.count, start + shape.limit)
    count = min(count, cells.count)
    while count > 0, cells[count - 1].end >= limit { count -= 1 }
    return end.map { $0 + 1 } ?? bytes.count
  }
}
