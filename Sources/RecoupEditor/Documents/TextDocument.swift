/// A text as an editor counts it: in lines from 0, and in UTF-16 units from the start of a line.
public struct TextDocument: Sendable {
  /// A place between two characters.
  public struct Position: Hashable, Sendable {
    /// The line, from 0.
    public var line: Int
    /// How many UTF-16 units of the line stand before it.
    public var character: Int

    /// Makes a place.
    public init(line: Int, character: Int) {
      self.line = line
      self.character = character
    }
  }

  /// The text in UTF-8.
  public private(set) var bytes: [UInt8]
  /// Where each line begins; a line ends with LF, CR LF or CR.
  private var lineStarts: [Int]

  /// Takes in a text.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = TextDocument.starts(of: bytes)
  }

  private static func starts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (index, byte) in bytes.enumerated() {
      let isLoneReturn =
        byte == UInt8(ascii: "\r") && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
      if byte == UInt8(ascii: "\n") || isLoneReturn { starts.append(index + 1) }
    }
    return starts
  }

  /// How many lines there are, an empty one at the end included.
  public var lineCount: Int { lineStarts.count }

  /// The byte offset of a place. What lies behind the end of a line is its end, what lies within a character its start.
  public func offset(of position: Position) -> Int {
    if position.line < 0 { return 0 }
    guard position.line < lineStarts.count else { return bytes.count }
    var offset = lineStarts[position.line]
    let end = lineEnd(position.line)
    var units = 0
    while offset < end {
      let length = TextDocument.length(bytes[offset])
      units += length == 4 ? 2 : 1
      if units > position.character { break }
      offset += length
    }
    return min(offset, end)
  }

  /// The place of a byte offset; within a character, that of its start.
  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var place = lineStarts[low]
    var units = 0
    let end = min(offset, lineEnd(low))
    while place < end {
      let length = TextDocument.length(bytes[place])
      if place + length > end { break }
      units += length == 4 ? 2 : 1
      place += length
    }
    return Position(line: low, character: units)
  }

  /// Where a line ends, without its line end.
  private func lineEnd(_ line: Int) -> Int {
    guard line + 1 < lineStarts.count else { return bytes.count }
    var end = lineStarts[line + 1] - 1
    if end > lineStarts[line], bytes[end] == UInt8(ascii: "\n"), bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  /// How many bytes a character takes that begins with this one.
  private static func length(_ byte: UInt8) -> Int { byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }

  /// Replaces what stands between two places; an end before the start counts as the start.
  public mutating func replace(from start: Position, to end: Position, with text: [UInt8]) {
    let lower = offset(of: start)
    let upper = max(lower, offset(of: end))
    bytes.replaceSubrange(lower..<upper, with: text)
    lineStarts = TextDocument.starts(of: bytes)
  }

  /// The text of a line without its line end, empty if there is no such line.
  public func line(_ number: Int) -> String {
    guard number >= 0, number < lineStarts.count else { return "" }
    return String(decoding: bytes[lineStarts[number]..<lineEnd(number)], as: UTF8.self)
  }
}
