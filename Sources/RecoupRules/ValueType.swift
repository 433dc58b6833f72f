/// The type of a value or an expression.
public enum ValueType: Hashable, Sendable {
  /// Yes or no.
  case truth
  /// One of the words of the fact with this index.
  case choice(fact: Int)
  /// An amount of the book's currency, in its smallest unit.
  case money
  /// A number of days.
  case days
  /// A plain number, in millionths.
  case number
  /// A percentage, in millionths of one: `35%` is 350 000.
  case percent
}

/// A value that is known: the raw count that its type says.
///
/// Yes is 1 and no is 0; a word is its index among the words of its fact.
public struct Value: Hashable, Sendable {
  /// What the count means.
  public var type: ValueType
  /// The count, in the units of the type.
  public var raw: Int64

  /// Makes a value from its raw count.
  public init(_ type: ValueType, _ raw: Int64) {
    self.type = type
    self.raw = raw
  }
}
