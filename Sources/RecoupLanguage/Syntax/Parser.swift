import RecoupRules

/// Reads the tokens of one file by recursive descent, one function a production of the grammar.
///
/// A syntax error is reported once and ends the clause that it stands in; reading goes on at the next clause or declaration.
struct Parser {
  /// Ends the clause in which a syntax error stands; the error has been reported.
  struct Failure: Error {}

  /// What a name, an expression or a text is wanted for, in words.
  typealias Purpose = String

  let source: SourceFile
  let tokens: [Token]
  var index = 0
  var problems: [Diagnostic] = []
  var layout = Layout()
  var tree = Syntax.File()
  var depth = 0

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

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  /// Takes the token if it is this keyword.
  mutating func take(_ keyword: Keyword) -> Bool {
    if !at(keyword) { return false }
    advance()
    return true
  }

  /// Takes the token if it is this symbol.
  mutating func take(_ symbol: Token.Symbol) -> Bool {
    if !at(symbol) { return false }
    advance()
    return true
  }

  // MARK: Complaining

  /// Reports `problem`, unless the lexer has already reported what is likely its cause.
  mutating func report(_ problem: Diagnostic) {
    if !current.isSuspect && !tokens[max(0, index - 1)].isSuspect { problems.append(problem) }
  }

  /// Reports that `expected` should stand here.
  mutating func unexpected(_ expected: String, help: String? = nil) -> Failure {
    report(.unexpected(describeCurrent(), expected: expected, at: current.span, help: help))
    return Failure()
  }

  func describeCurrent() -> String {
    switch current.kind {
    case .end: "the end of the file"
    case .text: "a text"
    default: "`\(text(current))`"
    }
  }

  // MARK: Small productions

  mutating func expect(_ keyword: Keyword, after what: String) throws(Failure) {
    if take(keyword) { return }
    if case .name = current.kind, NearestName.of(text(current), among: [keyword.rawValue]) != nil {
      report(.misspelledWord(text(current), at: current.span, meant: keyword.rawValue))
      return advance()
    }
    throw unexpected("`\(keyword.rawValue)` after \(what)")
  }

  /// Takes a symbol; where it is only left out, reports that and goes on as if it stood here.
  mutating func expect(_ symbol: Token.Symbol, after what: String, unless canFollow: Bool = false) throws(Failure) {
    if take(symbol) { return }
    if canFollow {
      report(.missingSymbol(symbol.rawValue, after: what, at: current.span, insertAt: lastSpan))
      return
    }
    throw unexpected("`\(symbol.rawValue)` after \(what)")
  }

  /// A name that is declared or used. A reserved word is an error that says so, and stands for nothing afterwards.
  mutating func name(_ purpose: Purpose) throws(Failure) -> Syntax.Name {
    switch current.kind {
    case .name:
      let name = Syntax.Name(text: text(current), span: current.span)
      advance()
      return name
    case .keyword(let keyword) where !keyword.beginsDeclaration || next.kind == .symbol(.colon) || next.kind == .symbol(.equal)
      || next.kind == .text:
      report(.reservedWord(text(current), purpose, at: current.span))
      tree.brokenNames.append(keyword.rawValue)
      let name = Syntax.Name(text: keyword.rawValue, span: current.span)
      advance()
      return name
    default:
      throw unexpected("the name of \(purpose)", help: nameHelp())
    }
  }

  private func nameHelp() -> String? {
    switch current.kind {
    case .text: "a name stands without quotes"
    case .currency: "a name is in lower case"
    default: nil
    }
  }

  mutating func names(_ purpose: Purpose) throws(Failure) -> [Syntax.Name] {
    var all = [try name(purpose)]
    while take(.comma) { all.append(try name(purpose)) }
    return all
  }

  /// A text without translations, as a name with the text's contents.
  mutating func plainText(_ purpose: Purpose) throws(Failure) -> Syntax.Name {
    guard current.kind == .text else {
      throw unexpected("\(purpose) in double quotes")
    }
    let name = Syntax.Name(text: contents(of: current), span: current.span)
    advance()
    return name
  }

  /// texts = TEXT { CODE TEXT }
  mutating func texts(_ purpose: Purpose) throws(Failure) -> Syntax.Texts {
    let first = try plainText(purpose)
    var all = Syntax.Texts(original: first.text, translations: [], span: first.span)
    while next.kind == .text, let code = languageCode(current) {
      if all.translations.contains(where: { $0.language == code }) {
        report(.duplicateTranslation(code, at: current.span))
      }
      advance()
      all.translations.append(.init(language: code, text: contents(of: current)))
      advance()
    }
    return all
  }

  mutating func optionalTexts(_ purpose: Purpose) throws(Failure) -> Syntax.Texts? {
    current.kind == .text ? try texts(purpose) : nil
  }

  /// A word of two small letters; reserved words serve too.
  func languageCode(_ token: Token) -> String? {
    switch token.kind {
    case .name, .keyword:
      let word = text(token)
      return word.utf8.count == 2 && word.utf8.allSatisfy { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
        ? word : nil
    case .currency, .number, .factor, .text, .date, .symbol, .end: return nil
    }
  }

  /// source = "source" TEXT ["as" "of" DATE]
  mutating func optionalSource() throws(Failure) -> Syntax.Source? {
    let start = current.span
    if !take(.source) { return nil }
    let words = try plainText("the source")
    var date: String?
    if take(.as) {
      try expect(.of, after: "`as`")
      guard current.kind == .date else {
        throw unexpected("a date such as 2026-11-22 after `as of`")
      }
      date = text(current)
      advance()
    }
    return Syntax.Source(text: words.text, asOf: date, span: start.joined(with: lastSpan))
  }

  /// What a text token says, its escapes undone.
  private func contents(of token: Token) -> String {
    var bytes = source.bytes[Int(token.span.lower)..<Int(token.span.upper)]
    bytes.removeFirst()
    if !token.isSuspect || bytes.last == UInt8(ascii: "\""), !bytes.isEmpty { bytes.removeLast() }
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
