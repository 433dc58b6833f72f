import RecoupRules

/// The smallest piece of a rules file that has a meaning.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A name in lower case that is not reserved.
    case name
    /// A word that is no name for its capitals, a `_` at its start or a letter outside a to z.
    case badName
    case keyword(Keyword)
    /// Three capitals.
    case currency
    case number
    /// A number with an `x`: `4x`.
    case factor
    /// A text in double quotes.
    case text
    /// An ISO 8601 date after `as of`.
    case date
    case symbol(Symbol)
    /// The end of the file.
    case end
  }

  enum Symbol: String, Hashable, Sendable {
    case openBrace = "{"
    case closeBrace = "}"
    case open = "("
    case close = ")"
    case comma = ","
    case colon = ":"
    case dot = "."
    case equal = "="
    case notEqual = "!="
    case lessThan = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case star = "*"
    case divide = "/"
    case percentSign = "%"
  }

  var kind: Kind
  var span: Span
  /// Whether a lexical error was reported in it or right before it, so that the parser need not complain again.
  var isSuspect = false
  /// Whether it is the first of its line.
  var beginsLine = false

  /// Whether it stands only after a name, or where one is declared.
  var followsName: Bool {
    switch kind {
    case .text, .symbol(.colon), .symbol(.equal), .symbol(.comma), .symbol(.openBrace), .keyword(.by), .end: true
    default: false
    }
  }
}

/// A comment, from `#` to the end of its line.
struct Comment: Hashable, Sendable {
  var lower: Int
  var upper: Int
}
