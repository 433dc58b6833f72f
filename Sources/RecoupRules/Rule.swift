/// When something holds, what follows, and why.
public struct Rule: Hashable, Sendable {
  /// What a fired rule does.
  public enum Effect: Hashable, Sendable {
    /// Multiplies the odds of an action by a factor above 1, in millionths.
    case likelier(action: Int, factor: Int64)
    /// Divides them.
    case lessLikely(action: Int, factor: Int64)
    /// Blocks these actions.
    case never([Int])
    /// Blocks all others.
    case only([Int])
    /// Nothing is done today.
    case wait
  }

  /// An effect and where it stands.
  public struct Consequence: Hashable, Sendable {
    /// What follows.
    public var effect: Effect
    /// Where it stands.
    public var span: Span

    /// Makes a consequence.
    public init(_ effect: Effect, span: Span = .none) {
      self.effect = effect
      self.span = span
    }
  }

  /// The name; its original text is unique in the book.
  public var name: LocalizedText
  /// The rule fires when this is yes.
  public var condition: Expression
  /// What follows, in file order.
  public var consequences: [Consequence]
  /// Why.
  public var reason: LocalizedText
  /// Where the rule comes from.
  public var source: Source?
  /// Where the name stands.
  public var span: Span

  /// Makes a rule.
  public init(
    _ name: LocalizedText, when condition: Expression, then consequences: [Consequence], because reason: LocalizedText,
    source: Source? = nil, span: Span = .none
  ) {
    self.name = name
    self.condition = condition
    self.consequences = consequences
    self.reason = reason
    self.source = source
    self.span = span
  }
}

/// A case with the advice that its author expects.
public struct Example: Hashable, Sendable {
  /// What is given.
  public enum Subject: Hashable, Sendable {
    /// A fact; `pending` is given in days.
    case fact(Int)
    /// A setting.
    case setting(Int)
    /// How often an action was done.
    case times(action: Int)
    /// Days since it was last begun.
    case daysAgo(action: Int)
  }

  /// One thing that is given.
  public struct Given: Hashable, Sendable {
    /// What it is the value of.
    public var subject: Subject
    /// The value: an expression that names nothing.
    public var value: Expression
    /// Where it stands.
    public var span: Span

    /// Makes a given.
    public init(_ subject: Subject, _ value: Expression, span: Span = .none) {
      self.subject = subject
      self.value = value
      self.span = span
    }
  }

  /// A recommendation.
  public enum Outcome: Hashable, Sendable {
    /// This action, now.
    case action(Int)
    /// To wait.
    case wait
    /// None: every way is closed or costs more than it brings.
    case nothing
  }

  /// What is expected of the advice.
  public struct Expectation: Hashable, Sendable {
    /// The outcome.
    public var outcome: Outcome
    /// Whether the outcome is what must *not* come.
    public var isNegated: Bool
    /// Where it stands.
    public var span: Span

    /// Makes an expectation.
    public init(_ outcome: Outcome, isNegated: Bool = false, span: Span = .none) {
      self.outcome = outcome
      self.isNegated = isNegated
      self.span = span
    }
  }

  /// The name.
  public var name: String
  /// What is given, in file order.
  public var givens: [Given]
  /// What is expected: all of it.
  public var expectations: [Expectation]
  /// Where the name stands.
  public var span: Span

  /// Makes an example.
  public init(_ name: String, givens: [Given], expectations: [Expectation], span: Span = .none) {
    self.name = name
    self.givens = givens
    self.expectations = expectations
    self.span = span
  }
}
