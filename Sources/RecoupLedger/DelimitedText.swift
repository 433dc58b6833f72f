/// Comma-separated values, as RFC 4180 has them and as programs write them.
///
/// The separator is a comma, a semicolon or a tab: the most frequent of them in the header line. A line ends with CRLF,
/// LF or CR. A byte-order mark and a line `sep=;`, as spreadsheets write them, are no part of the table.
public struct DelimitedText: Sendable {
  /// One field of a row, as a stretch of the bytes without the quotes around it.
  public struct Field: Hashable, Sendable {
    /// The offset of its first byte.
    public var lower: Int
    /// The offset after its last byte.
    public var upper: Int
    /// Whether quotes in it are doubled.
    public var hasDoubledQuotes: Bool
  }

  /// A row that could be read.
  public struct Record: Hashable, Sendable {
    /// The line on which it begins, from 1.
    public var line: Int
    /// The offset of its first byte.
    public var start: Int
    /// Its fields, in order.
    public var fields: [Field]
  }

  /// A row that could not be read.
  public struct Problem: Error, Hashable, Sendable {
    /// The line, from 1.
    public var line: Int
    /// The column in Unicode scalars, from 1.
    public var column: Int
    /// What is wrong.
    public var message: String
    /// What would be right.
    public var help: String?
  }

  /// All bytes of the file.
  public let bytes: [UInt8]
  /// What stands between two fields.
  public let separator: UInt8
  /// Where the table begins, after a byte-order mark and a line that names the separator.
  let start: Int
  /// The line of `start`, from 1.
  let firstLine: Int

  /// Takes in the bytes of a file and looks at its header line.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let afterMark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let named = DelimitedText.namedSeparator(bytes, at: afterMark)
    start = named?.end ?? afterMark
    firstLine = named == nil ? 1 : 2
    separator = named?.separator ?? DelimitedText.mostFrequentSeparator(bytes, from: afterMark)
  }

  /// The same bytes as a table that begins further down, with the separator of its own header line.
  init(_ other: DelimitedText, from start: Int, line: Int) {
    bytes = other.bytes
    self.start = start
    firstLine = line
    separator = DelimitedText.mostFrequentSeparator(bytes, from: start)
  }

  /// Reads `sep=;` and its line end.
  private static func namedSeparator(_ bytes: [UInt8], at start: Int) -> (separator: UInt8, end: Int)? {
    guard bytes[start...].starts(with: Array("sep=".utf8)), start + 5 < bytes.count else { return nil }
    let separator = bytes[start + 4]
    var end = start + 5
    if bytes[end] == .carriageReturn { end += 1 }
    if end < bytes.count, bytes[end] == .lineFeed { end += 1 }
    return end > start + 5 && [.comma, .semicolon, .tab].contains(separator) ? (separator, end) : nil
  }

  private static func mostFrequentSeparator(_ bytes: [UInt8], from start: Int) -> UInt8 {
    var counts: [(separator: UInt8, count: Int)] = [(.comma, 0), (.semicolon, 0), (.tab, 0)]
    var isQuoted = false
    var isBlank = true
    for byte in bytes[start...] {
      if byte == .quote { isQuoted.toggle() }
      if byte == .lineFeed || byte == .carriageReturn, !isQuoted, !isBlank { break }
      isBlank = isBlank && byte.isBlankOrLineEnd
      if isQuoted { continue }
      for index in counts.indices where counts[index].separator == byte { counts[index].count += 1 }
    }
    var best = counts[0]
    for candidate in counts where candidate.count > best.count { best = candidate }
    return best.separator
  }

  /// The bytes of a field, without white space around them and with single quotes for doubled ones.
  public func content(of field: Field) -> ArraySlice<UInt8> {
    let trimmed = bytes[field.lower..<field.upper].trimmed
    guard field.hasDoubledQuotes else { return trimmed }
    var content: [UInt8] = []
    var isSecond = false
    for byte in trimmed {
      isSecond = byte == .quote && !isSecond
      if byte != .quote || isSecond { content.append(byte) }
    }
    return content[...]
  }

  /// The text of a field, without white space around it.
  public func text(of field: Field) -> String { String(decoding: content(of: field), as: UTF8.self) }

  /// The place of a byte of a row, as people count it.
  public func place(of offset: Int, in record: Record) -> (line: Int, column: Int) {
    place(of: offset, from: record.start, line: record.line)
  }

  func place(of offset: Int, from start: Int, line: Int) -> (line: Int, column: Int) {
    var line = line
    var lineStart = start
    for index in start..<max(start, offset) where isLineEnd(index) {
      line += 1
      lineStart = index + 1
    }
    return (line, UTF8Check.scalars(in: bytes, lineStart..<max(lineStart, offset)) + 1)
  }

  /// Whether a line ends with the byte at this offset.
  func isLineEnd(_ offset: Int) -> Bool {
    if bytes[offset] == .lineFeed { return true }
    return bytes[offset] == .carriageReturn && (offset + 1 == bytes.count || bytes[offset + 1] != .lineFeed)
  }
}

extension UInt8 {
  static var quote: UInt8 { UInt8(ascii: "\"") }
  static var comma: UInt8 { UInt8(ascii: ",") }
  static var semicolon: UInt8 { UInt8(ascii: ";") }
  static var tab: UInt8 { UInt8(ascii: "\t") }
  static var space: UInt8 { UInt8(ascii: " ") }
  static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  static var carriageReturn: UInt8 { UInt8(ascii: "\r") }

  var isBlankOrLineEnd: Bool { self == .space || self == .tab || self == .lineFeed || self == .carriageReturn }
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension ArraySlice<UInt8> {
  /// The bytes without white space around them, also not the spaces that spreadsheets keep lines together with.
  var trimmed: ArraySlice<UInt8> {
    var lower = startIndex
    var upper = endIndex
    while lower < upper {
      let width = self[lower].isBlankOrLineEnd ? 1 : wideSpace(at: lower, upTo: upper)
      if width == 0 { break }
      lower += width
    }
    while lower < upper {
      if self[upper - 1].isBlankOrLineEnd {
        upper -= 1
      } else if upper - lower >= 2, wideSpace(at: upper - 2, upTo: upper) == 2 {
        upper -= 2
      } else if upper - lower >= 3, wideSpace(at: upper - 3, upTo: upper) == 3 {
        upper -= 3
      } else {
        break
      }
    }
    return self[lower..<upper]
  }

  /// How many bytes U+00A0, U+202F or U+FEFF takes here in UTF-8; 0 if there is none of them.
  private func wideSpace(at index: Int, upTo end: Int) -> Int {
    switch self[index] {
    case 0xC2: index + 1 < end && self[index + 1] == 0xA0 ? 2 : 0
    case 0xE2: index + 2 < end && self[index + 1] == 0x80 && self[index + 2] == 0xAF ? 3 : 0
    case 0xEF: index + 2 < end && self[index + 1] == 0xBB && self[index + 2] == 0xBF ? 3 : 0
    default: 0
    }
  }
}
