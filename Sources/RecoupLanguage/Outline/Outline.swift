public import RecoupRules

/// The names of one rules file and what they are, as far as the words around them tell.
///
/// It is read from the tokens alone, so it is there while a file is being typed and has mistakes. What a name stands for
/// in the program, and whether it is declared at all, is for whoever knows the other files.
public struct Outline: Sendable {
  /// What a name is used as.
  public enum Role: Hashable, Sendable {
    /// A fact, a setting, a definition or a table.
    case value
    /// An action.
    case action
    /// A word of a choice; `of` is the name that it is asked about, empty if that cannot be told.
    case word(of: String)
    /// A rule, whose name is a text.
    case rule
    /// A file that is included.
    case include
    /// A reserved word.
    case keyword
  }

  /// A name that stands in the file.
  public struct Mention: Hashable, Sendable {
    /// What it is used as.
    public var role: Role
    /// The name; of a text what stands between the quotes.
    public var name: String
    /// Where it stands; of a text with its quotes.
    public var span: Span
    /// Whether it is declared here.
    public var isDeclared: Bool
  }

  /// What a declaration declares, by the word that begins it.
  public enum Kind: String, Hashable, Sendable {
    case language, currency, include, horizon, setting, fact, define, table, action, change, rule, drop, example
  }

  /// A declaration, whole or half written.
  public struct Declaration: Hashable, Sendable {
    /// What it declares.
    public var kind: Kind
    /// The name; of a rule, an example or an include its text; empty if there is none yet.
    public var name: String
    /// Where the name stands; the place of the first word if there is none.
    public var nameSpan: Span
    /// From its first word to its last.
    public var span: Span
  }

  /// All names, in the order in which they stand.
  public private(set) var mentions: [Mention] = []
  /// All declarations, in the order in which they stand.
  public private(set) var declarations: [Declaration] = []
  let tokens: [Token]
  private let comments: [Comment]
  private let source: SourceFile

  /// Reads a file.
  public init(_ source: SourceFile) {
    var lexer = Lexer(source, file: 0)
    lexer.run()
    tokens = lexer.tokens
    comments = lexer.comments
    self.source = source
    var scanner = OutlineScanner()
    for (index, token) in tokens.enumerated() where token.kind != .end {
      let text = source.text(token.span)
      let next = tokens[min(index + 1, tokens.count - 1)]
      let begins = scanner.begins(token)
      let found = scanner.take(token, text, next)
      note(token, begins: begins)
      guard let found else { continue }
      let name = token.kind == .text ? Outline.unquoted(text) : text
      if found.names { self.name(name, token.span) }
      if let role = found.role {
        mentions.append(Mention(role: role, name: name, span: token.span, isDeclared: found.isDeclared))
      }
    }
  }

  private mutating func note(_ token: Token, begins: Bool) {
    if begins, case .keyword(let keyword) = token.kind, let kind = Kind(rawValue: keyword.rawValue) {
      declarations.append(Declaration(kind: kind, name: "", nameSpan: token.span, span: token.span))
    } else if !declarations.isEmpty {
      declarations[declarations.count - 1].span.upper = token.span.upper
    }
  }

  private mutating func name(_ name: String, _ span: Span) {
    guard let last = declarations.indices.last, declarations[last].name.isEmpty else { return }
    declarations[last].name = name
    declarations[last].nameSpan = span
  }

  /// What stands between the quotes of a text, its escapes undone.
  private static func unquoted(_ text: String) -> String {
    var plain: [UInt8] = []
    var isEscaped = false
    let bytes = Array(text.utf8)
    let end = bytes.count > 1 && bytes.last == UInt8(ascii: "\"") ? bytes.count - 1 : bytes.count
    for byte in bytes[min(1, end)..<end] {
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

  /// The name at a byte offset, or that ends there.
  public func mention(at offset: Int) -> Mention? {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if Int(mentions[middle].span.upper) < offset { low = middle + 1 } else { high = middle }
    }
    // Where one ends and another begins, the one that begins is meant.
    if low + 1 < mentions.count, Int(mentions[low + 1].span.lower) == offset { low += 1 }
    guard low < mentions.count, Int(mentions[low].span.lower) <= offset else { return nil }
    return mentions[low]
  }

  /// What may be written at a byte offset, and where the word begins that is half written there.
  public func slot(at offset: Int) -> (slot: Slot, start: Int) {
    for comment in comments where comment.lower < offset && offset <= comment.upper { return (.nothing, offset) }
    var scanner = OutlineScanner()
    for (index, token) in tokens.enumerated() {
      if token.kind == .end || Int(token.span.upper) >= offset {
        let isInside = token.kind != .end && Int(token.span.lower) < offset
        switch token.kind {
        case .name, .badName, .keyword, .currency:
          if !isInside { break }
          return (scanner.slot(beginsLine: token.beginsLine, isIndented: isIndented(token)), Int(token.span.lower))
        case .text:
          let isClosed = Int(token.span.upper) == offset && source.text(token.span).utf8.last == UInt8(ascii: "\"")
          if isInside, !isClosed || token.span.upper - token.span.lower < 2 {
            return (scanner.textSlot, Int(token.span.lower) + 1)
          }
          if isInside { scanner.takeLast(token, source.text(token.span)) }
        case .number, .factor, .date: if isInside { return (.nothing, offset) }
        case .symbol: if isInside { scanner.takeLast(token, source.text(token.span)) }
        case .end: break
        }
        break
      }
      _ = scanner.take(token, source.text(token.span), tokens[index + 1])
    }
    let line = source.lineStart(of: offset)
    let before = source.text(line, offset).utf8
    let isBlank = before.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return (scanner.slot(beginsLine: isBlank, isIndented: !before.isEmpty), offset)
  }

  private func isIndented(_ token: Token) -> Bool {
    source.lineStart(of: Int(token.span.lower)) < Int(token.span.lower)
  }

  /// Whether a text is a name that can be declared: small letters, digits and `_`, and no reserved word.
  public static func isName(_ text: String) -> Bool {
    if text.utf8.count > 200 { return false }
    var lexer = Lexer(SourceFile(name: "", text: text), file: 0)
    lexer.run()
    return lexer.problems.isEmpty && lexer.tokens.count == 2 && lexer.tokens[0].kind == .name
      && Int(lexer.tokens[0].span.upper) == text.utf8.count && lexer.tokens[0].span.lower == 0
  }

  /// Whether a text is a reserved word.
  public static func isReserved(_ text: String) -> Bool { Keyword.of(text) != nil }
}
