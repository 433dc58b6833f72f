public import RecoupQuantities

/// Where a figure comes from, as the rules file says.
public struct Source: Hashable, Sendable {
  /// The source in words.
  public var text: String
  /// The day on which it was read, if given.
  public var asOf: CivilDate?
  /// Where it stands.
  public var span: Span

  /// Makes a source.
  public init(_ text: String, asOf: CivilDate? = nil, span: Span = .none) {
    self.text = text
    self.asOf = asOf
    self.span = span
  }
}

/// Something about an invoice or its client that a decision may depend on.
public struct Fact: Hashable, Sendable {
  /// How a fact changes from day to day of a plan.
  public enum Motion: Hashable, Sendable {
    /// It stays.
    case fixed
    /// A day more each day, such as days overdue.
    case rising
    /// A day less each day, such as the days until a limitation date.
    case falling
    /// Yes while the last step still runs.
    case pending
  }

  /// A word of a choice.
  public struct Word: Hashable, Sendable {
    /// The word in the rules language.
    public var name: String
    /// What a person reads, if given.
    public var label: LocalizedText?

    /// Makes a word.
    public init(_ name: String, label: LocalizedText? = nil) {
      self.name = name
      self.label = label
    }
  }

  /// The name in the rules language.
  public var name: String
  /// What to ask a person, if given.
  public var question: LocalizedText?
  /// The type; a choice is `.choice(fact:)` of this fact's own index.
  public var type: ValueType
  /// The words of a choice, otherwise empty.
  public var words: [Word]
  /// How it changes along a plan.
  public var motion: Motion
  /// The value that stands in when none is given, as of today.
  public var defaultValue: Expression?
  /// Where the name is declared.
  public var span: Span

  /// Makes a fact.
  public init(
    _ name: String, _ type: ValueType, question: LocalizedText? = nil, words: [Word] = [], motion: Motion = .fixed,
    defaultValue: Expression? = nil, span: Span = .none
  ) {
    self.name = name
    self.type = type
    self.question = question
    self.words = words
    self.motion = motion
    self.defaultValue = defaultValue
    self.span = span
  }

  /// The facts that every book begins with, in this order: see `RuleBook.Builtin`.
  public static var builtins: [Fact] {
    [
      Fact("amount", .money), Fact("days_overdue", .days, motion: .rising),
      Fact("promised_in", .days, motion: .falling), Fact("pending", .truth, motion: .pending),
    ]
  }
}

/// A named value that the user may set; without that, its expression holds.
public struct Setting: Hashable, Sendable {
  /// The name in the rules language.
  public var name: String
  /// What it means to a person, if given.
  public var label: LocalizedText?
  /// Its value in the file.
  public var value: Expression
  /// Where the figure comes from.
  public var source: Source?
  /// Where the name is declared.
  public var span: Span

  /// Makes a setting.
  public init(
    _ name: String, _ value: Expression, label: LocalizedText? = nil, source: Source? = nil, span: Span = .none
  ) {
    self.name = name
    self.value = value
    self.label = label
    self.source = source
    self.span = span
  }
}

/// A name for an expression.
public struct Definition: Hashable, Sendable {
  /// The name in the rules language.
  public var name: String
  /// What it stands for.
  public var value: Expression
  /// Where the figure comes from.
  public var source: Source?
  /// Where the name is declared.
  public var span: Span

  /// Makes a definition.
  public init(_ name: String, _ value: Expression, source: Source? = nil, span: Span = .none) {
    self.name = name
    self.value = value
    self.source = source
    self.span = span
  }
}

/// Values by the range or the word that a key falls into.
public struct Table: Hashable, Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// What the row holds for.
    public enum Match: Hashable, Sendable {
      /// Keys at or below the bound.
      case upTo(Expression)
      /// These words of the key's fact.
      case words([Int])
      /// Every key that no other row holds for, wherever this row stands.
      case otherwise
    }

    /// What the row holds for.
    public var match: Match
    /// What it gives.
    public var value: Expression
    /// Where it stands.
    public var span: Span

    /// Makes a row.
    public init(_ match: Match, _ value: Expression, span: Span = .none) {
      self.match = match
      self.value = value
      self.span = span
    }
  }

  /// The name in the rules language.
  public var name: String
  /// The value that picks the row: a fact, a setting or a definition.
  public var key: Expression
  /// The rows in file order; at most one is `otherwise`.
  public var rows: [Row]
  /// The type of what it gives.
  public var type: ValueType
  /// Where the figures come from.
  public var source: Source?
  /// Where the name is declared.
  public var span: Span

  /// Makes a table.
  public init(
    _ name: String, by key: Expression, rows: [Row], type: ValueType, source: Source? = nil, span: Span = .none
  ) {
    self.name = name
    self.key = key
    self.rows = rows
    self.type = type
    self.source = source
    self.span = span
  }
}
