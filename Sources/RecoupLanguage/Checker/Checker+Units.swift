import RecoupRules

/// A setting or a definition may have any type, unless its name tells which: the weighing reads it, or it replaces one of
/// an included file. A number without a unit is told there then, and not at every place where it does not fit.
extension Checker {
  /// The type that a name must have because the weighing reads it.
  static func weighedType(of name: String) -> ValueType? {
    switch name {
    case "claim", "goodwill", "hour": .money
    case "cost_of_money": .percent
    default: nil
    }
  }

  static func weighedWant(_ name: String) -> Want { Want("`\(name)`, which the weighing reads,") }

  /// Checks the value of a setting or a definition.
  mutating func checkValue(_ syntax: Syntax.Expression, of name: String) -> Expression? {
    guard case .number(_, .none) = syntax.kind, let (type, want) = meant(by: name), lacksUnit(syntax, type, want) else {
      return check(syntax)
    }
    return nil
  }

  /// The type that a name has whatever its value, as far as that can be told without checking anything.
  private func meant(by name: String) -> (ValueType, Want)? {
    if let type = Checker.weighedType(of: name) { return (type, Checker.weighedWant(name)) }
    guard case .expression(let old) = merged.replaced[name], case .number(_, let unit) = old.kind else { return nil }
    let type: ValueType
    switch unit {
    case .none: return nil
    case .percent: type = .percent
    case .days: type = .days
    case .currency: type = .money
    }
    return (type, Want("`\(name)`", because: "this is what it replaces", at: old.span))
  }
}
