import RecoupRules

/// Gives rules files their one layout.
public enum RulesFormatter {
  /// What came of formatting a file.
  public enum Result: Sendable {
    /// The text in the one layout; it reads as the same words, numbers, texts and comments in the same order.
    case formatted(String)
    /// The file has mistakes of grammar and is left alone.
    case mistakes([Diagnostic])
    /// The text that came out does not read as the one that went in, which is our own fault; nothing must be written.
    case refused
  }

  /// Formats a file, then reads the outcome again and compares.
  public static func format(_ source: SourceFile) -> Result {
    var lexer = Lexer(source, file: 0)
    lexer.run()
    var parser = Parser(source, tokens: lexer.tokens)
    parser.run()
    let problems = lexer.problems + parser.problems
    if !problems.isEmpty { return .mistakes(problems.sorted { $0.span.lower < $1.span.lower }) }
    var printer = Printer(source, lexer.tokens, lexer.comments, parser.layout)
    let text = printer.print()
    return isSame(source, lexer, text) ? .formatted(text) : .refused
  }

  /// Whether a text has the same tokens and comments as a file.
  private static func isSame(_ source: SourceFile, _ lexer: Lexer, _ text: String) -> Bool {
    let other = SourceFile(name: source.name, text: text)
    var again = Lexer(other, file: 0)
    again.run(doubts: false)
    guard again.problems.isEmpty, again.tokens.count == lexer.tokens.count,
      again.comments.count == lexer.comments.count
    else { return false }
    for (a, b) in zip(lexer.tokens, again.tokens) where a.kind != b.kind || source.text(a.span) != other.text(b.span) {
      return false
    }
    for (a, b) in zip(lexer.comments, again.comments) where source.words(of: a) != other.words(of: b) { return false }
    return true
  }
}

extension SourceFile {
  /// A comment without the white space at its end, to which line ends of several CRs belong.
  func words(of comment: Comment) -> String {
    var upper = comment.upper
    while upper > comment.lower, SourceFile.isSpace(bytes[upper - 1]) { upper -= 1 }
    return text(comment.lower, upper)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
