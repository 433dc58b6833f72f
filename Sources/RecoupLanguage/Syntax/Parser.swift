import RecoupRules

/// Reads the tokens of one file by recursive descent, one function a production of the grammar.
///
/// A syntax error is reported once and ends the entry or declaration that it stands in; `Parser+Recovery.swift` tells how.
struct Parser {
  /// Ends the entry in which a syntax error stands; the error has been reported.
  struct Failure: Error {}

  /// What a name, an expression or a text is wanted for, in words.
  typealias Purpose = String

  let source: SourceFile
  var tokens: [Token]
  var index = 0
  var problems: [Diagnostic] = []
  var layout = Layout()
  var tree = Syntax.File()
  var depth = 0
  /// Whether the expression is the value of a given, which a line that begins with `=` does not continue.
  var isGiven = false
  var recovery = Recovery()

  init(_ source: SourceFile, tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  // MARK: Looking at tokens

  var current: Token { tokens[index] }

  /// The token after the current one.
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }

  /// The span of the token before the current one.
  var lastSpan: Span { tokens[max(0, index - 1)].span }

  func text(_ token: Token) -> String { source.text(token.span) }

  func at(_ keyword: Keyword) -> Bool { current.kind == .keyword(keyword) }

  func at(_ symbol: Token.Symbol) -> Bool { current.kind == .symbol(symbol) }

  var currentKeyword: Keyword? {
    if case .keyword(let keyword) = current.kind { return keyword }
    return nil
  }

  /// Whether a declaration or the end of the file stands here.
  var atDeclaration: Bool { current.kind == .end || currentKeyword?.beginsDeclaration == true }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  /// Takes the token if it is this keyword; if not, remembers that it might have been.
  mutating func take(_ keyword: Keyword) -> Bool {
    if at(keyword) {
      advance()
      return true
    }
    recovery.note(keyword, at: index)
    return false
  }

  /// Takes the token if it is this symbol.
  mutating func take(_ symbol: Token.Symbol) -> Bool {
    if !at(symbol) { return false }
    advance()
    return true
  }

  // MARK: Small productions

  mutating func expect(_ keyword: Keyword, after what: String) throws(Failure) {
    if !take(keyword) { throw unexpected("`\(keyword.rawValue)` after \(what)") }
  }

  /// Takes a symbol; where it is only left out, reports that and goes on as if it stood here.
  mutating func expect(
    _ symbol: Token.Symbol, after what: String, unless canFollow: Bool = false, help: String? = nil
  ) throws(Failure) {
    if take(symbol) { return }
    if !canFollow { throw unexpected("`\(symbol.rawValue)` after \(what)", help: help) }
    report(.missingSymbol(symbol.rawValue, after: what, at: lastSpan.end), isGuess: true)
  }

  /// A name that is used.
  mutating func name(_ purpose: Purpose) throws(Failure) -> Syntax.Name {
    switch current.kind {
    case .name: return takeName(text(current))
    case .badName:
      let lower = text(current).lowercased()
      report(.badName(text(current), at: current.span))
      return takeName(lower)
    case .keyword(let keyword):
      if tree.brokenNames.contains(keyword.rawValue) { return takeName(keyword.rawValue) }
      throw unexpected(purpose, help: "`\(text(current))` is a word of the rules language")
    case .text: throw unexpected(purpose, help: "a name stands without quotes")
    case .currency: throw unexpected(purpose, help: "a name is in lower case")
    case .number, .factor, .date, .symbol, .end: throw unexpected(purpose)
    }
  }

  /// A name that is declared. A reserved word is an error that says so, and is no unknown name afterwards.
  mutating func newName(_ purpose: Purpose) throws(Failure) -> Syntax.Name {
    if case .keyword(let keyword) = current.kind, next.beginsLine || next.followsName {
      report(.reservedWord(keyword.rawValue, purpose, at: current.span))
      tree.brokenNames.insert(keyword.rawValue)
      return takeName(keyword.rawValue)
    }
    return try name(purpose)
  }

  /// Whether a name stands here, which may be a reserved word that was refused where it is declared.
  var atName: Bool {
    switch current.kind {
    case .name, .badName: true
    case .keyword(let keyword): tree.brokenNames.contains(keyword.rawValue)
    default: false
    }
  }

  private mutating func takeName(_ text: String) -> Syntax.Name {
    let name = Syntax.Name(text: text, span: current.span)
    advance()
    return name
  }

  mutating func names(_ purpose: Purpose) throws(Failure) -> [Syntax.Name] {
    var all = [try name(purpose)]
    while take(.comma) { all.append(try name(purpose)) }
    return all
  }

  // MARK: Texts

  /// A text without translations, as a name with the text's contents.
  mutating func plainText(_ purpose: Purpose) throws(Failure) -> Syntax.Name {
    skipToUnopenedText()
    guard current.kind == .text else { throw unexpected("\(purpose) in double quotes") }
    return takeName(contents(of: current))
  }

  /// The words of a text whose opening quote is missing belong to it.
  private mutating func skipToUnopenedText() {
    while current.isSuspect, current.kind != .text, current.kind != .end, !next.beginsLine { advance() }
  }

  // texts = TEXT { CODE TEXT }
  mutating func texts(_ purpose: Purpose) throws(Failure) -> Syntax.Texts {
    let first = try plainText(purpose)
    var all = Syntax.Texts(original: first.text, translations: [], span: first.span)
    while next.kind == .text, let code = languageCode(current) {
      if current.kind == .badName { report(.badName(text(current), at: current.span)) }
      let isNew = !all.translations.contains { $0.language == code }
      if !isNew { report(.duplicateTranslation(code, at: current.span)) }
      advance()
      if isNew { all.translations.append(.init(language: code, text: contents(of: current))) }
      advance()
    }
    return all
  }

  mutating func optionalTexts(_ purpose: Purpose) throws(Failure) -> Syntax.Texts? {
    skipToUnopenedText()
    return current.kind == .text ? try texts(purpose) : nil
  }

  /// A word of two letters, which should be small; reserved words serve too.
  func languageCode(_ token: Token) -> String? {
    switch token.kind {
    case .name, .badName, .keyword:
      let word = text(token).lowercased()
      return word.utf8.count == 2 && word.utf8.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
        ? word : nil
    case .currency, .number, .factor, .text, .date, .symbol, .end: return nil
    }
  }

  // source = "source" TEXT ["as" "of" DATE]
  mutating func optionalSource() throws(Failure) -> Syntax.Source? {
    let start = current.span
    return take(.source) ? try source(from: start) : nil
  }

  /// The rest of a source, whose first word stands at `start`.
  mutating func source(from start: Span) throws(Failure) -> Syntax.Source {
    let words = try plainText("the source")
    var date: String?
    if take(.as) {
      try expect(.of, after: "`as`")
      guard current.kind == .date else { throw unexpected("a date such as `2026-11-22` after `as of`") }
      date = text(current)
      advance()
    }
    return Syntax.Source(text: words.text, asOf: date, span: start.joined(with: lastSpan))
  }

  /// What a text token says, its escapes undone.
  private func contents(of token: Token) -> String {
    var bytes = source.bytes[Int(token.span.lower)..<Int(token.span.upper)]
    // Quotes that are none of ours, which have been reported, take several bytes each.
    repeat { bytes.removeFirst() } while bytes.first.map { $0 & 0xC0 == 0x80 } ?? false
    while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
    if !bytes.contains(UInt8(ascii: "\\")) { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        plain.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
