import RecoupRules

extension Expression {
  /// The operands, in the order in which they stand.
  var operands: [Expression] {
    switch kind {
    case .literal, .fact, .setting, .definition, .table, .times, .daysAgo: []
    case .unary(_, let operand), .isOneOf(let operand, _), .isKnown(let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    case .between(let value, let low, let high): [value, low, high]
    case .conditional(let condition, let first, let second): [condition, first, second]
    case .interest(let principal, let rate, let days): [principal, rate, days]
    }
  }

  /// The same with the operand at a place replaced.
  private func replacing(_ place: Int, with operand: Expression) -> Expression {
    var parts = operands
    parts[place] = operand
    let kind: Kind =
      switch kind {
      case .literal, .fact, .setting, .definition, .table, .times, .daysAgo: kind
      case .unary(let operation, _): .unary(operation, parts[0])
      case .isOneOf(_, let words): .isOneOf(parts[0], words: words)
      case .isKnown: .isKnown(parts[0])
      case .binary(let operation, _, _): .binary(operation, parts[0], parts[1])
      case .between: .between(parts[0], low: parts[1], high: parts[2])
      case .conditional: .conditional(parts[0], then: parts[1], otherwise: parts[2])
      case .interest: .interest(principal: parts[0], rate: parts[1], days: parts[2])
      }
    return Expression(kind, type, span: span)
  }

  /// The same with another kind of expression at the end of a path of operands; itself if the path leads nowhere.
  func replacing(at path: ArraySlice<Int>, with kind: Kind) -> Expression {
    guard let place = path.first else { return Expression(kind, type, span: span) }
    if place >= operands.count { return self }
    return replacing(place, with: operands[place].replacing(at: path.dropFirst(), with: kind))
  }

  /// Whether its operands are compared with one another.
  var isComparison: Bool {
    switch kind {
    case .binary(.less, _, _), .binary(.lessOrEqual, _, _), .binary(.greater, _, _), .binary(.greaterOrEqual, _, _),
      .binary(.equal, _, _), .binary(.notEqual, _, _), .between:
      true
    default: false
    }
  }

  /// Whether it is a number that is written down, with or without a minus.
  var isWritten: Bool {
    switch kind {
    case .literal: true
    case .unary(.negate, let operand): operand.isWritten
    default: false
    }
  }
}
