public import RecoupRules

/// The text of one rules file.
public struct SourceFile: Hashable, Sendable {
  /// What a diagnostic calls it: a path, or the name of a shipped file.
  public let name: String
  /// What tells it from other files, however it was reached: a full path, say.
  public let identity: String
  /// The text in UTF-8; bytes that were none are replaced by U+FFFD, so that the rest can still be checked.
  public let bytes: [UInt8]
  /// How many of the bytes are read as rules, all unless told otherwise: examples that nobody asks for can be left out.
  public var readCount: Int
  /// Where the first byte stood that was not UTF-8, if any.
  public let firstBadByte: Int?
  /// What is known of the place of every 1024th byte, so that no place is counted from the start of a large file.
  private let marks: [Mark]

  private struct Mark: Hashable {
    var line = 1
    var lineStart = 0
    /// How many characters of the line stand before it.
    var characters = 0

    /// Moves on behind a byte.
    mutating func pass(_ byte: UInt8, at offset: Int) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        lineStart = offset + 1
        characters = 0
      } else if offset >= lineStart, byte & 0xC0 != 0x80 {
        characters += 1
      }
    }
  }

  /// Takes in the bytes of a file.
  public init(name: String, identity: String? = nil, bytes: [UInt8]) {
    self.name = name
    self.identity = identity ?? name
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    self.bytes = repaired
    readCount = repaired.count
    if repaired == bytes {
      firstBadByte = nil
    } else {
      var bad = zip(repaired, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? bytes.count
      // A character that is cut off begins like U+FFFD, which takes its place.
      while bad > 0, repaired[bad] & 0xC0 == 0x80 { bad -= 1 }
      firstBadByte = bad
    }
    // A byte-order mark is no part of the first line.
    var mark = Mark(lineStart: repaired.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    var marks: [Mark] = []
    for (offset, byte) in repaired.enumerated() {
      if offset % SourceFile.markEvery == 0 { marks.append(mark) }
      mark.pass(byte, at: offset)
    }
    if repaired.count % SourceFile.markEvery == 0 { marks.append(mark) }
    self.marks = marks
  }

  private static var markEvery: Int { 1024 }

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
    let mark = mark(of: offset)
    return Position(line: mark.line, column: mark.characters + 1)
  }

  /// The offset at which the line of a byte offset begins.
  public func lineStart(of offset: Int) -> Int { mark(of: offset).lineStart }

  /// The offset at which the line of a byte offset ends, without its line end; of a line that goes on for more than
  /// `reach` bytes from there, an offset so far on.
  public func lineEnd(of offset: Int, reach: Int = Int.max) -> Int {
    let start = min(max(offset, lineStart(of: offset)), bytes.count)
    var end = start
    while end < bytes.count, end - start < reach, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if end > lineStart(of: offset), bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }

  private func mark(of offset: Int) -> Mark {
    let offset = min(max(offset, 0), bytes.count)
    let nearest = offset / SourceFile.markEvery
    var mark = marks[nearest]
    for place in nearest * SourceFile.markEvery..<offset { mark.pass(bytes[place], at: place) }
    return mark
  }

  /// The text between two byte offsets.
  public func text(_ lower: Int, _ upper: Int) -> String {
    String(decoding: bytes[max(0, lower)..<min(max(lower, upper), bytes.count)], as: UTF8.self)
  }

  /// The text of a span in this file.
  public func text(_ span: Span) -> String { text(Int(span.lower), Int(span.upper)) }
}
