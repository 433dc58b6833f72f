public import RecoupRules

/// One thing that a decision depends on, and that can be varied by itself.
///
/// Its values are raw counts in the units of its type, as everywhere (see `Value`).
public enum Axis: Hashable, Sendable {
  /// The fact with this index; `pending` counts in days.
  case fact(Int)
  /// The setting with this index.
  case setting(Int)
  /// The chance that an action's clause states: one value in the place of its range, before it is scaled and before any
  /// rule moves it. In millionths.
  case chance(action: Int)

  /// What its values are.
  public func type(in book: RuleBook) -> ValueType {
    switch self {
    case .fact(RuleBook.Builtin.pending): .days
    case .fact(let fact): book.facts[fact].type
    case .setting(let setting): book.settings[setting].value.type
    case .chance: .percent
    }
  }

  /// All its values, no before yes and words in the order of their declaration; nil for numbers.
  public func allValues(in book: RuleBook) -> [Int64]? {
    switch type(in: book) {
    case .truth: [0, 1]
    case .choice(let fact): book.facts[fact].words.indices.map { Int64($0) }
    case .money, .days, .number, .percent: nil
    }
  }
}
