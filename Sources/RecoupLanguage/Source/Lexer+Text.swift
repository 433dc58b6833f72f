import RecoupRules

extension Lexer {
  /// Text is in double quotes on one line, with `\"`, `\\` and `\n`.
  mutating func lexText() {
    let start = offset
    offset += 1
    while offset < bytes.count {
      switch byte() {
      case UInt8(ascii: "\""):
        offset += 1
        return append(.text, from: start)
      case UInt8(ascii: "\\"):
        let escaped = byte(1)
        if escaped == UInt8(ascii: "\n") || escaped == UInt8(ascii: "\r") || offset + 1 == bytes.count {
          offset += 1
        } else {
          if escaped != UInt8(ascii: "\""), escaped != UInt8(ascii: "\\"), escaped != UInt8(ascii: "n") {
            reportMended(.badEscape(at: span(offset, offset + 2)))
          }
          offset += 2
        }
      case UInt8(ascii: "\n"): return lexUnpaired(from: start)
      default: offset += 1
      }
    }
    lexUnpaired(from: start)
  }

  /// The quotes of a line are no pairs. Which of them lacks its partner is told from the white space around them; what
  /// follows it on the line becomes one text, since nobody knows where that should have ended.
  private mutating func lexUnpaired(from start: Int) {
    let lineStart = source.lineStart(of: start)
    let lineEnd = source.lineEnd(of: start)
    var opening: Int?
    var place = lineStart
    while place < lineEnd {
      if bytes[place] == UInt8(ascii: "\\") {
        place += 2
        continue
      }
      if bytes[place] == UInt8(ascii: "\"") {
        let closes = place > lineStart && !isBlank(place - 1)
        let opens = place + 1 < lineEnd && !isBlank(place + 1) && !closes
        if opening == nil, closes, place + 1 == lineEnd || isBlank(place + 1) || ":=,{}".utf8.contains(bytes[place + 1])
        {
          takeBack(to: place, problemsFrom: lineStart, distrustFrom: lineStart)
          report(.unopenedText(at: span(place, place + 1)))
          offset = lineEnd
          return append(.text, from: place)
        }
        if let first = opening, opens { return unclosed(from: first, upTo: place, lineEnd) }
        opening = opening == nil ? place : nil
      }
      place += 1
    }
    unclosed(from: opening ?? start, upTo: lineEnd, lineEnd)
  }

  private mutating func unclosed(from opening: Int, upTo end: Int, _ lineEnd: Int) {
    takeBack(to: opening, problemsFrom: opening, distrustFrom: opening)
    var shown = end
    while shown > opening + 1, isBlank(shown - 1) { shown -= 1 }
    report(.unclosedText(at: span(opening, shown)))
    offset = lineEnd
    append(.text, from: opening)
  }

  private func isBlank(_ place: Int) -> Bool { bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t") }

  /// Text in other quotes than `"`, if the line has a closing one; it is reported and read.
  mutating func lexQuoted() -> Bool {
    let start = offset
    guard let first = quote(at: start) else { return false }
    var place = start + first
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      // One amid letters is an apostrophe.
      if let last = quote(at: place), place + last >= bytes.count || !isLetter(bytes[place + last]) {
        offset = place + last
        reportMended(.otherQuotes(source.text(start + first, place), at: span(start, offset)))
        append(.text, from: start)
        return true
      }
      place += 1
    }
    return false
  }

  private func isLetter(_ byte: UInt8) -> Bool { Lexer.isNamePart(byte) || byte >= 0x80 }

  /// How many bytes the quote takes that stands here and is no `"`, if one does.
  private func quote(at place: Int) -> Int? {
    let rest = bytes[place..<min(place + 3, bytes.count)]
    for other in ["“", "”", "„", "«", "»", "‘", "’", "'"] where rest.starts(with: other.utf8) {
      return other.utf8.count
    }
    return nil
  }
}
