import RecoupQuantities
import RecoupRules

/// Cuts a rules file into tokens. What it cannot read it reports and leaves out.
struct Lexer {
  let file: Int
  let source: SourceFile
  let bytes: [UInt8]
  var offset = 0
  private var isSuspect = false
  private var beginsLine = true
  private(set) var tokens: [Token] = []
  private(set) var comments: [Comment] = []
  private(set) var problems: [Diagnostic] = []
  /// Whether the file can be a text in UTF-8; one in UTF-16 is half zeros, and that is its only problem then.
  private(set) var isText = true

  init(_ source: SourceFile, file: Int) {
    self.source = source
    self.file = file
    bytes = source.readCount == source.bytes.count ? source.bytes : Array(source.bytes[..<source.readCount])
  }

  /// - Parameter doubts: Whether a file full of zero bytes is taken for one in UTF-16.
  mutating func run(doubts: Bool = true) {
    let start = bytes.prefix(64)
    let alternates = !zip(start, start.dropFirst()).contains { $0 == 0 && $1 == 0 }
    if doubts, alternates, let zero = start.firstIndex(of: 0), 4 * start.count(where: { $0 == 0 }) > start.count {
      isText = false
      problems.append(.notText(at: span(zero, zero + 1)))
      offset = bytes.count
    } else if let bad = source.firstBadByte {
      problems.append(.notUTF8(at: span(bad, bad + 3)))  // U+FFFD takes three bytes
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = max(offset, 3) }
    while offset < bytes.count { lexOne() }
    append(.end, from: bytes.count)
  }

  // MARK: What the lexer puts down

  func span(_ lower: Int, _ upper: Int) -> Span { Span(file: file, lower: lower, upper: upper) }

  func byte(_ ahead: Int = 0) -> UInt8 { offset + ahead < bytes.count ? bytes[offset + ahead] : 0 }

  mutating func append(_ kind: Token.Kind, from lower: Int) {
    tokens.append(Token(kind: kind, span: span(lower, offset), isSuspect: isSuspect, beginsLine: beginsLine))
    isSuspect = false
    beginsLine = false
  }

  /// Reports what leaves a gap in the tokens or makes one unreadable.
  mutating func report(_ problem: Diagnostic) {
    reportMended(problem)
    isSuspect = true
  }

  /// Reports what is read as it was meant. A file that is no rules file at all may have a problem at every byte.
  mutating func reportMended(_ problem: Diagnostic) {
    if problems.count < 10_000 { problems.append(problem) }
  }

  /// Takes back the tokens from `lower` on, and the problems from `problemsFrom` on, and distrusts the tokens of the
  /// line that remain.
  mutating func takeBack(to lower: Int, problemsFrom: Int, distrustFrom lineStart: Int) {
    while let last = tokens.last, last.span.lower >= lower { beginsLine = tokens.removeLast().beginsLine }
    while let last = problems.last, last.code != .notUTF8, last.span.lower >= problemsFrom { problems.removeLast() }
    for index in tokens.indices.reversed() {
      if tokens[index].span.lower < lineStart { break }
      tokens[index].isSuspect = true
    }
    isSuspect = true
  }

  /// Makes the last token reach up to here, and unreadable.
  mutating func spoilLast() {
    tokens[tokens.count - 1].span.upper = Int32(offset)
    tokens[tokens.count - 1].isSuspect = true
    isSuspect = false
  }

  // MARK: One token

  private mutating func lexOne() {
    switch byte() {
    case UInt8(ascii: "\n"):
      offset += 1
      beginsLine = true
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
    case UInt8(ascii: "#"): lexComment()
    case UInt8(ascii: "\""): lexText()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): lexWord()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): lexNumber()
    default: letter() > 0 ? lexWord() : lexSymbol()
    }
  }

  mutating func lexComment() {
    let start = offset
    offset = source.lineEnd(of: offset)
    comments.append(Comment(lower: start, upper: offset))
  }

  private mutating func lexWord() {
    let start = offset
    var isPlain = true
    var capitals = 0
    while true {
      if Lexer.isNamePart(byte()) {
        if byte() >= UInt8(ascii: "A"), byte() <= UInt8(ascii: "Z") { capitals += 1 }
        offset += 1
      } else if letter() > 0 {
        isPlain = false
        if letter() == 3 { isSuspect = true }  // what stood there was no UTF-8, which is reported
        offset += letter()
      } else {
        break
      }
    }
    if isPlain, capitals == 3, offset - start == 3 { return append(.currency, from: start) }
    if !isPlain || capitals > 0 || bytes[start] == UInt8(ascii: "_") { return append(.badName, from: start) }
    append(Keyword.of(source.text(start, offset)).map { .keyword($0) } ?? .name, from: start)
  }

  /// How many bytes the letter outside a to z takes that begins here, 0 if there is none: U+00C0 to U+07FF without `×`
  /// and `÷`, and what stands for a byte that was none.
  private func letter() -> Int {
    switch (byte(), byte(1), byte(2)) {
    case (0xC3, 0x97, _), (0xC3, 0xB7, _): 0
    case (0xC3...0xDF, _, _): 2
    case (0xEF, 0xBF, 0xBD): 3
    default: 0
    }
  }

  // MARK: Numbers and dates

  mutating func lexNumber() {
    let start = offset
    if expectsDate { return lexDate() }
    var points = 0
    var isMalformed = false
    while Lexer.isDigit(byte()) || byte() == UInt8(ascii: "_") || byte() == UInt8(ascii: ".") {
      if !Lexer.isDigit(byte()) {
        let isBetweenDigits = offset > start && Lexer.isDigit(bytes[offset - 1]) && Lexer.isDigit(byte(1))
        isMalformed = isMalformed || !isBetweenDigits
        if byte() == UInt8(ascii: ".") { points += 1 }
      }
      offset += 1
    }
    let end = offset
    if isMalformed || points > 1 {
      // What follows a number that is none is likely the rest of it.
      let isRest = tokens.last.map { $0.kind == .number && $0.isSuspect } ?? false && !beginsLine
      if !isRest { report(.malformedNumber(source.text(start, end), at: span(start, end))) }
      isSuspect = true
    }
    if byte() == UInt8(ascii: "x") || byte() == UInt8(ascii: "X"), !Lexer.isNamePart(byte(1)) {
      offset += 1
      if bytes[end] == UInt8(ascii: "X") {
        reportMended(.capitalFactor(source.text(start, end), at: span(start, offset)))
      }
      return append(.factor, from: start)
    }
    if !isMalformed, Lexer.isNamePart(byte()) {
      var wordEnd = offset
      while wordEnd < bytes.count, Lexer.isNamePart(bytes[wordEnd]) { wordEnd += 1 }
      report(.numberRunsIntoWord(source.text(start, end), source.text(end, wordEnd), at: span(start, wordEnd)))
    }
    append(.number, from: start)
  }

  private mutating func lexDate() {
    let start = offset
    while Lexer.isDigit(byte()) || byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "/")
      || byte() == UInt8(ascii: ".")
    {
      offset += 1
    }
    if CivilDate(iso: bytes[start..<offset]) == nil {
      report(.badDate(source.text(start, offset), at: span(start, offset)))
    }
    append(.date, from: start)
  }

  /// Whether a date stands here: after `as of`; or what looks like one after a text and two words, of which one must be
  /// misspelled then.
  private var expectsDate: Bool {
    let last = tokens.suffix(3).map { $0.kind }
    if last.count == 3, last[0] == .text, last[1] == .name || last[2] == .name {
      return CivilDate(iso: bytes[offset..<min(offset + 10, bytes.count)]) != nil
    }
    return last.suffix(2) == [.keyword(.as), .keyword(.of)]
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  static func isNamePart(_ byte: UInt8) -> Bool {
    (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")) || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
      || isDigit(byte) || byte == UInt8(ascii: "_")
  }
}
