extension Expression {
  /// The facts, settings, definitions, tables and histories that it names itself, in the order in which they stand.
  public func mentioned() -> [Kind] {
    var all: [Kind] = []
    collect(&all)
    return all
  }

  private func collect(_ all: inout [Kind]) {
    switch kind {
    case .literal: break
    case .fact, .setting, .definition, .table, .times, .daysAgo: all.append(kind)
    case .unary(_, let operand), .isOneOf(let operand, _), .isKnown(let operand): operand.collect(&all)
    case .binary(_, let left, let right):
      left.collect(&all)
      right.collect(&all)
    case .between(let value, let low, let high):
      value.collect(&all)
      low.collect(&all)
      high.collect(&all)
    case .conditional(let condition, let first, let second):
      condition.collect(&all)
      first.collect(&all)
      second.collect(&all)
    case .interest(let principal, let rate, let days):
      principal.collect(&all)
      rate.collect(&all)
      days.collect(&all)
    }
  }
}

extension Table {
  /// Its key, bounds and values.
  public var expressions: [Expression] {
    var all = [key]
    for row in rows {
      if case .upTo(let bound) = row.match { all.append(bound) }
      all.append(row.value)
    }
    return all
  }
}
