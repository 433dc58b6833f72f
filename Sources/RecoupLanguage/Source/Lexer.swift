import RecoupQuantities
import RecoupRules

/// Cuts a rules file into tokens. What it cannot read it reports and leaves out.
struct Lexer {
  private let file: Int
  private let source: SourceFile
  private let bytes: [UInt8]
  private var offset = 0
  private var isSuspect = false
  private(set) var tokens: [Token] = []
  private(set) var comments: [Comment] = []
  private(set) var problems: [Diagnostic] = []

  init(_ source: SourceFile, file: Int) {
    self.source = source
    self.file = file
    bytes = source.bytes
  }

  mutating func run() {
    if let bad = source.firstBadByte { problems.append(.notUTF8(at: span(bad, bad + 1))) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while offset < bytes.count { lexOne() }
    append(.end, from: bytes.count)
  }

  private func span(_ lower: Int, _ upper: Int) -> Span { Span(file: file, lower: lower, upper: upper) }

  private func byte(_ ahead: Int = 0) -> UInt8 { offset + ahead < bytes.count ? bytes[offset + ahead] : 0 }

  private mutating func append(_ kind: Token.Kind, from lower: Int) {
    tokens.append(Token(kind: kind, span: span(lower, offset), isSuspect: isSuspect))
    isSuspect = false
  }

  private mutating func report(_ problem: Diagnostic) {
    problems.append(problem)
    isSuspect = true
  }

  private mutating func lexOne() {
    let start = offset
    switch byte() {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): offset += 1
    case UInt8(ascii: "#"):
      offset = source.lineEnd(from: offset)
      comments.append(Comment(lower: start, upper: offset))
    case UInt8(ascii: "\""): lexText()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): lexWord()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): lexNumber()
    default: lexSymbol()
    }
  }

  /// Text is in double quotes on one line, with `\"`, `\\` and `\n`.
  private mutating func lexText() {
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
            report(.badEscape(at: span(offset, offset + 2)))
          }
          offset += 2
        }
      case UInt8(ascii: "\n"): return lexUnclosedText(from: start)
      default: offset += 1
      }
    }
    lexUnclosedText(from: start)
  }

  private mutating func lexUnclosedText(from start: Int) {
    if offset > start, bytes[offset - 1] == UInt8(ascii: "\r") { offset -= 1 }
    report(.unclosedText(at: span(start, offset)))
    append(.text, from: start)
    isSuspect = true  // what the text swallowed is missing after it
  }

  private mutating func lexWord() {
    let start = offset
    var hasCapital = false
    while Lexer.isNamePart(byte()) {
      hasCapital = hasCapital || byte() < UInt8(ascii: "_")  && byte() >= UInt8(ascii: "A")
      offset += 1
    }
    let word = source.text(start, offset)
    if hasCapital, word.utf8.count == 3, word.utf8.allSatisfy({ $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }) {
      append(.currency, from: start)
    } else if hasCapital || bytes[start] == UInt8(ascii: "_") {
      report(.badName(word, at: span(start, offset)))
      append(Keyword.of(word.lowercased()).map { .keyword($0) } ?? .name, from: start)
    } else if let keyword = Keyword.of(word) {
      append(.keyword(keyword), from: start)
    } else {
      append(.name, from: start)
    }
  }

  private mutating func lexNumber() {
    let start = offset
    if follows(.as, .of), lexDate() { return }
    var isMalformed = false
    while true {
      if Lexer.isDigit(byte()) {
        offset += 1
      } else if byte() == UInt8(ascii: "_") {
        isMalformed = isMalformed || !Lexer.isDigit(bytes[offset - 1]) || !Lexer.isDigit(byte(1))
        offset += 1
      } else if byte() == UInt8(ascii: "."), !source.text(start, offset).utf8.contains(UInt8(ascii: ".")) {
        isMalformed = isMalformed || !Lexer.isDigit(bytes[offset - 1]) || !Lexer.isDigit(byte(1))
        offset += 1
      } else {
        break
      }
    }
    if byte() == UInt8(ascii: "x"), !Lexer.isNamePart(byte(1)) {
      if isMalformed { report(.malformedNumber(source.text(start, offset), at: span(start, offset))) }
      offset += 1
      return append(.factor, from: start)
    }
    if isMalformed || byte() == UInt8(ascii: ".") {
      while Lexer.isDigit(byte()) || byte() == UInt8(ascii: ".") { offset += 1 }
      report(.malformedNumber(source.text(start, offset), at: span(start, offset)))
    } else if Lexer.isNamePart(byte()) {
      var end = offset
      while end < bytes.count, Lexer.isNamePart(bytes[end]) { end += 1 }
      problems.append(.numberRunsIntoWord(source.text(start, offset), source.text(offset, end), at: span(start, end)))
    }
    append(.number, from: start)
  }

  private mutating func lexDate() -> Bool {
    let start = offset
    var end = offset
    while end < bytes.count, Lexer.isDigit(bytes[end]) || bytes[end] == UInt8(ascii: "-") { end += 1 }
    offset = end
    if CivilDate(iso: bytes[start..<end]) == nil {
      report(.badDate(source.text(start, end), at: span(start, end)))
    }
    append(.date, from: start)
    return true
  }

  private func follows(_ first: Keyword, _ second: Keyword) -> Bool {
    tokens.count >= 2 && tokens[tokens.count - 1].kind == .keyword(second)
      && tokens[tokens.count - 2].kind == .keyword(first)
  }

  private mutating func lexSymbol() {
    let start = offset
    if let symbol = Token.Symbol(rawValue: source.text(start, start + 2)) ?? Token.Symbol(rawValue: source.text(start, start + 1)) {
      offset += symbol.rawValue.utf8.count
      if symbol == .equal, byte() == UInt8(ascii: "=") {
        offset += 1
        report(.strayCharacters("==", at: span(start, offset)))
      }
      return append(.symbol(symbol), from: start)
    }
    // A run of characters that mean nothing here is one mistake.
    while offset < bytes.count, !Lexer.isPlain(byte()) { offset += 1 }
    report(.strayCharacters(source.text(start, offset), at: span(start, offset)))
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  static func isNamePart(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
      || isDigit(byte) || byte == UInt8(ascii: "_")
  }

  /// Whether a byte may begin a token or white space.
  private static func isPlain(_ byte: UInt8) -> Bool {
    if isNamePart(byte) { return true }
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"),
      UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "="), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      return true
    default: return false
    }
  }
}

extension SourceFile {
  /// The end of the line, scanned forward only.
  fileprivate func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if end > offset, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }
}
