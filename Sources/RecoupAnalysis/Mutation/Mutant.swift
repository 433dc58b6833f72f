public import RecoupRules

/// A rule book with one thing in it changed a little.
public struct Mutant: Hashable, Sendable {
  /// The change.
  public enum Change: Hashable, Sendable {
    /// Another number in an expression, which is compared with something or weighed: raw counts of its type.
    case literal(ExpressionSite, path: [Int], type: ValueType, from: Int64, to: Int64, isCompared: Bool)
    /// Another comparison: `>` for `>=`, say.
    case comparison(ExpressionSite, path: [Int], from: Expression.Binary, to: Expression.Binary)
    /// Another factor by which a rule moves a chance, in millionths.
    case factor(rule: Int, consequence: Int, from: Int64, to: Int64)
    /// Another number of times that an action may be done.
    case atMost(action: Int, from: Int64, to: Int64)
    /// A rule taken out.
    case droppedRule(Int)
    /// A requirement taken out.
    case droppedRequirement(action: Int, place: Int)
  }

  /// The change.
  public var change: Change
  /// Where it is made.
  public var span: Span

  /// Whether it changes a number that is weighed, and not one at which something turns.
  public var isWeighed: Bool {
    switch change {
    case .literal(_, _, _, _, _, let isCompared): !isCompared
    case .factor: true
    case .comparison, .atMost, .droppedRule, .droppedRequirement: false
    }
  }

  /// The book with the change.
  public func applied(to book: RuleBook) -> RuleBook {
    var book = book
    switch change {
    case .literal(let site, let path, _, _, let value, _):
      book[site] = book[site]?.replacing(at: path[...], with: .literal(value))
    case .comparison(let site, let path, _, let operation):
      guard let expression = book[site], let comparison = expression.part(at: path[...]),
        case .binary(_, let left, let right) = comparison.kind
      else { return book }
      book[site] = expression.replacing(at: path[...], with: .binary(operation, left, right))
    case .factor(let rule, let place, _, let factor):
      book.rules[rule].consequences[place].effect = book.rules[rule].consequences[place].effect.with(factor)
    case .atMost(let action, _, let most): book.actions[action].atMost = most
    case .droppedRule(let rule): book.rules[rule].consequences = []
    case .droppedRequirement(let action, let place):
      book.actions[action].requirements[place].condition = Expression(.literal(1), .truth)
    }
    return book
  }
}

extension Expression {
  /// The operand at the end of a path, nil if it leads nowhere.
  func part(at path: ArraySlice<Int>) -> Expression? {
    guard let place = path.first else { return self }
    return place < operands.count ? operands[place].part(at: path.dropFirst()) : nil
  }
}

extension Rule.Effect {
  fileprivate func with(_ factor: Int64) -> Rule.Effect {
    switch self {
    case .likelier(let action, _): .likelier(action: action, factor: factor)
    case .lessLikely(let action, _): .lessLikely(action: action, factor: factor)
    case .never, .only, .wait: self
    }
  }
}
