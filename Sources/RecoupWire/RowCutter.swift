/// What a row is, in bytes: what cutting a stream and reading a row agree on.
struct RowShape: Hashable, Sendable {
  /// What stands between two cells; nil where a row is a line and nothing else.
  var separator: UInt8?
  /// Whether a cell in quotes may hold separators and line ends (RFC 4180 §2).
  var isQuoted: Bool
  /// The longest row, in bytes without its line end: a quote that is never closed must not draw a whole file into memory.
  var limit = 8_000_000
  /// How many bytes are one piece of work, about.
  var pieceSize = 1 << 16
}

/// Cuts a stream of bytes into pieces that begin and end where rows do, whatever blocks it comes in.
///
/// It holds no more than a block and the row that is not at its end. A row in which quotes go wrong ends with its first
/// line, so that it costs only itself. Every quote is one of a pair or goes wrong, so a line within quotes
/// either is at its end as a row of its own or goes wrong there; so none is looked at more than twice.
public struct RowCutter {
  /// Some whole rows.
  public struct Piece: Hashable, Sendable {
    /// Where they stand in `bytes`.
    public var range: Range<Int>
    /// The number of the first line, from 1.
    public var firstLine: Int
  }

  private enum State { case cellStart, plain, quoted, closing, closingReturn, wrong }

  /// The bytes in which `pieces` stand.
  public private(set) var bytes: [UInt8] = []
  /// The whole rows that the last bytes completed, in order.
  public private(set) var pieces: [Piece] = []

  private let shape: RowShape
  private var wantsHeader: Bool
  private var isAtStart = true
  /// Whether the rest of a row that is too long is passed over.
  private var isSkipping = false
  private var cutUpTo = 0
  private var rowStart = 0
  private var at = 0
  private var state = State.cellStart
  private var firstLineEnd: Int?
  private var line = 1

  /// Cuts into lines.
  public init() { self.init(RowShape(separator: nil, isQuoted: false, pieceSize: 1 << 14), hasHeader: false) }

  /// Cuts a table into rows.
  ///
  /// - Parameter hasHeader: Whether the first row that is not blank is to be a piece of its own.
  public init(_ format: TableFormat) { self.init(format.shape, hasHeader: format.header == nil) }

  init(_ shape: RowShape, hasHeader: Bool) {
    self.shape = shape
    wantsHeader = hasHeader
  }

  /// Takes in some bytes; `pieces` are then the rows that they complete.
  public mutating func take(_ block: ArraySlice<UInt8>) {
    drop()
    bytes += block
    cut(isLast: false)
    // Blank lines before the header are no piece.
    if wantsHeader { cutUpTo = rowStart } else { endPiece(at: rowStart) }
  }

  /// Takes in that nothing follows; `pieces` are then what is left.
  public mutating func finish() {
    drop()
    cut(isLast: true)
    while state == .quoted, let end = firstLineEnd {
      endRow(at: end)
      at = end
      cut(isLast: true)
    }
    if wantsHeader, isBlank(cutUpTo..<bytes.count) { return }
    rowStart = bytes.count
    endPiece(at: rowStart)
  }

  /// Forgets what was cut off before.
  private mutating func drop() {
    pieces.removeAll(keepingCapacity: true)
    if cutUpTo == 0 { return }
    bytes.removeSubrange(..<cutUpTo)
    rowStart -= cutUpTo
    at -= cutUpTo
    if let end = firstLineEnd { firstLineEnd = end - cutUpTo }
    cutUpTo = 0
  }

  private mutating func cut(isLast: Bool) {
    if isAtStart {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      if !isLast, bytes.count < 3, mark.starts(with: bytes) { return }
      if bytes.starts(with: mark) { (cutUpTo, rowStart, at) = (3, 3, 3) }
      isAtStart = false
    }
    if isSkipping, !passOver() { return }
    let isPlain = state == .cellStart || state == .plain
    if !wantsHeader, isPlain, !(shape.isQuoted && ByteSearch.contains(.quote, in: bytes.span, from: at)) {
      cutAtLines()
    } else {
      cutByCells()
    }
  }

  /// Passes over what is left of a row; false if its end is not there yet.
  private mutating func passOver() -> Bool {
    guard let end = ByteSearch.first(.lineFeed, in: bytes.span, from: at) else {
      (cutUpTo, rowStart, at) = (bytes.count, bytes.count, bytes.count)
      return false
    }
    isSkipping = false
    (cutUpTo, rowStart, at) = (end + 1, end + 1, end + 1)
    state = .cellStart
    return true
  }

  // MARK: Without quotes

  private mutating func cutAtLines() {
    if let last = ByteSearch.last(.lineFeed, in: bytes.span, from: at) {
      // Line ends before `at` may stand in quotes.
      while last - cutUpTo > shape.pieceSize,
        let end = ByteSearch.first(.lineFeed, in: bytes.span, from: max(at, cutUpTo + shape.pieceSize))
      {
        endPiece(at: end + 1)
      }
      endRow(at: last + 1)
    }
    at = bytes.count
    if let last = bytes.last, at > rowStart { state = last == shape.separator ? .cellStart : .plain }
    if at - rowStart > shape.limit { giveUp() }
  }

  // MARK: With quotes

  private mutating func cutByCells() {
    while at < bytes.count {
      let byte = bytes[at]
      let isQuote = shape.isQuoted && byte == .quote
      at += 1
      switch state {
      case .cellStart, .plain:
        if byte == .lineFeed {
          endRow(at: at)
        } else if isQuote {
          if state == .cellStart { state = .quoted } else { goWrong() }
        } else {
          state = byte == shape.separator ? .cellStart : .plain
        }
      case .quoted:
        if isQuote { state = .closing }
        if byte == .lineFeed, firstLineEnd == nil { firstLineEnd = at }
      case .closing:
        if isQuote {
          state = .quoted
        } else if byte == .lineFeed {
          endRow(at: at)
        } else if byte == .carriageReturn {
          state = .closingReturn
        } else if byte == shape.separator {
          state = .cellStart
        } else {
          goWrong()
        }
      case .closingReturn: if byte == .lineFeed { endRow(at: at) } else { goWrong() }
      case .wrong: if byte == .lineFeed { endRow(at: at) }
      }
      if at - rowStart > shape.limit {
        giveUp()
        if isSkipping, !passOver() { return }
      }
    }
  }

  private mutating func goWrong() {
    guard let end = firstLineEnd else {
      state = .wrong
      return
    }
    endRow(at: end)
    at = end
  }

  /// Ends a row that is longer than any may be.
  private mutating func giveUp() {
    if let end = firstLineEnd {
      endRow(at: end)
      at = end
      return
    }
    wantsHeader = false
    rowStart = at
    endPiece(at: at)
    isSkipping = true
    // Its line end is still to come, and counts.
    line += 1
  }

  // MARK: What is cut off

  private mutating func endRow(at end: Int) {
    if wantsHeader, !isBlank(rowStart..<end) {
      wantsHeader = false
      endPiece(at: end)
    }
    rowStart = end
    state = .cellStart
    firstLineEnd = nil
    if end - cutUpTo >= shape.pieceSize { endPiece(at: end) }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == .lineFeed || $0 == .carriageReturn }
  }

  private mutating func endPiece(at end: Int) {
    if end == cutUpTo { return }
    pieces.append(Piece(range: cutUpTo..<end, firstLine: line))
    if shape.separator == nil { line += ByteSearch.count(.lineFeed, in: bytes.span, cutUpTo..<end) }
    cutUpTo = end
  }
}

extension UInt8 {
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  static var quote: UInt8 { 0x22 }
}
