import RecoupEngine

/// Rows as nearly all are: no quotes, and in every cell a value in its plainest form. They are read from their first byte
/// to their last, without looking for the ends of their cells first.
///
/// Bytes are taken eight at a time, and what a cell holds is found without a branch that depends on it, so that cells of
/// ever other lengths cost no more than others. Whatever does not fit is left to the usual way, which reads the row again.
extension CellReader {
  /// Reads a row into a case.
  ///
  /// - Parameter id: Where the row's id stands; left as it is if there is no column of it.
  /// - Returns: Where the row's line feed stands, or nil if the row is to be read the usual way.
  func readPlain(
    _ bytes: Bytes, from start: Int, _ shape: RowShape, into invoice: inout Case, id: inout RowScan.Cell
  ) -> Int? {
    guard let separator = shape.separator else { return nil }
    // Taken out for as long as they are written to: whether they are this case's own is looked at once.
    var taken: [Int64?] = []
    swap(&taken, &invoice.facts)
    defer { swap(&taken, &invoice.facts) }
    var facts = taken.mutableSpan
    var at = start
    for number in columns.indices {
      let column = columns[number]
      // A cell and what ends it never begin in the last bytes of a piece, as far as this way goes.
      if at > bytes.count - 8 { return nil }
      let first = at
      var value: Int64?
      if bytes[at] != separator, bytes[at] > .carriageReturn {
        switch column.way {
        case .none:
          guard let end = CellReader.plainEnd(bytes, at, separator) else { return nil }
          at = end
          if number == idColumn { id = RowScan.Cell(start: first, end: end) }
        case .truth: value = CellReader.plainTruth(bytes, &at)
        case .choice:
          guard let end = CellReader.plainEnd(bytes, at, separator) else { return nil }
          value = choice(bytes, at, end, column.words)
          at = end
        case .number: value = CellReader.plainNumber(bytes, &at, column)
        case .percent:
          value = CellReader.plainNumber(bytes, &at, column)
          if at >= bytes.count || bytes[at] != UInt8(ascii: "%") { return nil }
          at += 1
        }
        if value == nil, column.way != .none { return nil }
      } else if number == idColumn {
        id = RowScan.Cell(start: first, end: first)
      }
      if at >= bytes.count { return nil }
      if number + 1 < columns.count {
        if bytes[at] != separator { return nil }
        at += 1
      } else {
        if bytes[at] == .carriageReturn { at += 1 }
        if at >= bytes.count || bytes[at] != .lineFeed { return nil }
      }
      if column.fact >= 0 {
        facts[column.fact] = value
      } else if column.way != .none {
        if let value, value < 0 { return nil }
        switch column.content {
        case .pending: invoice.pendingDays = value ?? 0
        case .times(let action): invoice.done[action].times = value ?? 0
        case .daysAgo(let action): invoice.done[action].daysAgo = value
        case .ignored, .id, .fact: break
        }
      }
    }
    return at - start <= shape.limit ? at : nil
  }

  /// The end of a cell of printed ASCII, or nil if something else is in it.
  @inline(__always)
  private static func plainEnd(_ bytes: Bytes, _ start: Int, _ separator: UInt8) -> Int? {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if byte == separator || byte == .lineFeed { return at }
      if byte < 0x20 || byte == .quote || byte > 0x7E { return nil }
      at += 1
    }
    return nil
  }

  @inline(__always)
  private static func plainTruth(_ bytes: Bytes, _ at: inout Int) -> Int64? {
    let word = eight(bytes, at)
    let isYes = word & 0xFF_FFFF == 0x73_6579
    let isNo = word & 0xFFFF == 0x6F6E
    if !isYes, !isNo { return nil }
    at += isYes ? 3 : 2
    return isYes ? 1 : 0
  }

  /// Up to eight digits, and up to eight more behind a point, in the units of a column; `at` is then behind them.
  @inline(__always)
  private static func plainNumber(_ bytes: Bytes, _ at: inout Int, _ column: Column) -> Int64? {
    let isNegative = bytes[at] == UInt8(ascii: "-")
    at += isNegative ? 1 : 0
    if at > bytes.count - 8 { return nil }
    let whole = digits(eight(bytes, at))
    if whole.count == 0 { return nil }
    at += whole.count
    var value = whole.value &* column.unit
    if at <= bytes.count - 9, bytes[at] == UInt8(ascii: ".") {
      let fraction = digits(eight(bytes, at + 1))
      if fraction.count == 0 || fraction.count > column.decimals { return nil }
      at += 1 + fraction.count
      value = value &+ fraction.value &* PlainNumber.power(column.decimals - fraction.count)
    }
    return isNegative ? -value : value
  }

  /// The digits with which eight bytes begin, and the number that they are. A ninth is found by what should end the cell.
  @inline(__always)
  private static func digits(_ word: UInt64) -> (value: Int64, count: Int) {
    // The first byte that is no digit leaves its top bit; those behind it may err.
    let others = ((word &+ 0x4646_4646_4646_4646) | (word &- 0x3030_3030_3030_3030)) & 0x8080_8080_8080_8080
    let count = others.trailingZeroBitCount / 8
    // Moved to the end, with zeros in front; then pairs, fours and all eight are put together.
    var parts = (word << UInt64(truncatingIfNeeded: 64 - 8 * count)) & 0x0F0F_0F0F_0F0F_0F0F
    parts = (parts &* 2561) >> 8 & 0x00FF_00FF_00FF_00FF
    parts = (parts &* 6_553_601) >> 16 & 0x0000_FFFF_0000_FFFF
    parts = (parts &* 42_949_672_960_001) >> 32
    return (Int64(truncatingIfNeeded: parts), count)
  }

  @inline(__always)
  private static func eight(_ bytes: Bytes, _ at: Int) -> UInt64 {
    UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
  }
}
