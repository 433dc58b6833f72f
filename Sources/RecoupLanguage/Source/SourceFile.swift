public import RecoupRules

/// The text of one rules file.
public struct SourceFile: Hashable, Sendable {
  /// What a diagnostic calls it: a path, or the name of a shipped file.
  public let name: String
  /// What tells it from other files, however it was reached: a full path, say.
  public let identity: String
  /// The text in UTF-8; bytes that were none are replaced by U+FFFD, so that the rest can still be checked.
  public let bytes: [UInt8]
  /// Where the first byte stood that was not UTF-8, if any.
  public let firstBadByte: Int?

  /// Takes in the bytes of a file.
  public init(name: String, identity: String? = nil, bytes: [UInt8]) {
    self.name = name
    self.identity = identity ?? name
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    self.bytes = repaired
    if repaired == bytes {
      firstBadByte = nil
    } else {
      firstBadByte = zip(repaired, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? bytes.count
    }
  }

  /// Takes in a text.
  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// A place in a text as people count it.
  public struct Position: Hashable, Sendable {
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in Unicode scalars.
    public var column: Int
  }

  /// The place of a byte offset.
  public func position(of offset: Int) -> Position {
    let start = lineStart(of: offset)
    var line = 1
    for byte in bytes[..<start] where byte == UInt8(ascii: "\n") { line += 1 }
    var column = 1
    for byte in bytes[start..<min(offset, bytes.count)] where byte & 0xC0 != 0x80 { column += 1 }
    return Position(line: line, column: column)
  }

  /// The offset at which the line of a byte offset begins.
  public func lineStart(of offset: Int) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// The offset at which the line of a byte offset ends, without its line end.
  public func lineEnd(of offset: Int) -> Int {
    var end = min(offset, bytes.count)
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if end > 0, end > lineStart(of: offset), bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  /// The text between two byte offsets.
  public func text(_ lower: Int, _ upper: Int) -> String {
    String(decoding: bytes[max(0, lower)..<min(max(lower, upper), bytes.count)], as: UTF8.self)
  }

  /// The text of a span in this file.
  public func text(_ span: Span) -> String { text(Int(span.lower), Int(span.upper)) }
}
