/// A checked expression: every name is resolved, every type is right.
public struct Expression: Hashable, Sendable {
  /// What is computed.
  public var kind: Kind
  /// The type of the result.
  public var type: ValueType
  /// Where it stands.
  public var span: Span

  /// Makes an expression; the caller vouches for the types.
  public init(_ kind: Kind, _ type: ValueType, span: Span = .none) {
    self.kind = kind
    self.type = type
    self.span = span
  }

  /// The forms of an expression. Indices count in the arrays of the rule book; actions count in ladder order.
  public indirect enum Kind: Hashable, Sendable {
    /// A constant, as the raw count of its type.
    case literal(Int64)
    /// The value of a fact.
    case fact(Int)
    /// The value of a setting.
    case setting(Int)
    /// The value of a definition.
    case definition(Int)
    /// What a table gives for its key.
    case table(Int)
    /// How often an action was done, as a number in millionths.
    case times(action: Int)
    /// Days since an action was last begun; 1 000 000 if never.
    case daysAgo(action: Int)
    /// One operand.
    case unary(Unary, Expression)
    /// Two operands.
    case binary(Binary, Expression, Expression)
    /// Both ends included.
    case between(Expression, low: Expression, high: Expression)
    /// Whether a value of a choice is one of these words.
    case isOneOf(Expression, words: [Int])
    /// Whether a value is known.
    case isKnown(Expression)
    /// The branch that the condition picks.
    case conditional(Expression, then: Expression, otherwise: Expression)
    /// Simple interest: principal × yearly rate × days / 365, rounded once; negative days count 0.
    case interest(principal: Expression, rate: Expression, days: Expression)
  }

  /// The operators with one operand.
  public enum Unary: Hashable, Sendable { case not, negate, floor, ceil }

  /// The operators with two operands.
  public enum Binary: Hashable, Sendable {
    case or, and
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
    case add, subtract, multiply, divide
    case minimum, maximum
  }
}
