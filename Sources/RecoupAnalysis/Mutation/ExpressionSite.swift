import RecoupRules

/// A place in a rule book at which an expression stands. Indices count in the arrays of the book.
public enum ExpressionSite: Hashable, Sendable {
  /// The clauses of an action that have a value.
  public enum Clause: CaseIterable, Hashable, Sendable {
    case low, high, scale, recovers, fee, feeMinimum, feeMaximum, cost, effort, strain, takes
  }

  /// The `when` of a rule.
  case condition(rule: Int)
  /// A requirement of an action.
  case requirement(action: Int, place: Int)
  /// Another clause of an action.
  case clause(action: Int, Clause)
  /// The bound of a table's row.
  case bound(table: Int, row: Int)
  /// What a table's row gives.
  case value(table: Int, row: Int)
  /// The value of a setting in the file.
  case setting(Int)
  /// What a definition stands for.
  case definition(Int)
  /// The default of a fact.
  case standIn(fact: Int)
}

extension RuleBook {
  /// The places at which expressions stand, in the order of the arrays.
  var sites: [ExpressionSite] {
    var sites: [ExpressionSite] = settings.indices.map { .setting($0) }
    sites += facts.indices.map { .standIn(fact: $0) }
    sites += definitions.indices.map { .definition($0) }
    for table in tables.indices {
      for row in tables[table].rows.indices {
        sites += [.bound(table: table, row: row), .value(table: table, row: row)]
      }
    }
    for action in actions.indices {
      sites += ExpressionSite.Clause.allCases.map { .clause(action: action, $0) }
      sites += actions[action].requirements.indices.map { .requirement(action: action, place: $0) }
    }
    sites += rules.indices.map { .condition(rule: $0) }
    return sites.filter { self[$0] != nil }
  }

  /// The expression at a place, if there is one; setting it changes one that is there.
  subscript(site: ExpressionSite) -> Expression? {
    get {
      switch site {
      case .condition(let rule): return rules[rule].condition
      case .requirement(let action, let place): return actions[action].requirements[place].condition
      case .clause(let action, let clause): return actions[action][clause]
      case .bound(let table, let row):
        if case .upTo(let bound) = tables[table].rows[row].match { return bound }
        return nil
      case .value(let table, let row): return tables[table].rows[row].value
      case .setting(let setting): return settings[setting].value
      case .definition(let definition): return definitions[definition].value
      case .standIn(let fact): return facts[fact].defaultValue
      }
    }
    set {
      guard let newValue, self[site] != nil else { return }
      switch site {
      case .condition(let rule): rules[rule].condition = newValue
      case .requirement(let action, let place): actions[action].requirements[place].condition = newValue
      case .clause(let action, let clause): actions[action].set(clause, to: newValue)
      case .bound(let table, let row): tables[table].rows[row].match = .upTo(newValue)
      case .value(let table, let row): tables[table].rows[row].value = newValue
      case .setting(let setting): settings[setting].value = newValue
      case .definition(let definition): definitions[definition].value = newValue
      case .standIn(let fact): facts[fact].defaultValue = newValue
      }
    }
  }
}

extension Action {
  fileprivate subscript(clause: ExpressionSite.Clause) -> Expression? {
    switch clause {
    case .low: chance.low
    case .high: chance.high
    case .scale: chance.scale
    case .recovers: recovers
    case .fee: fee?.rate
    case .feeMinimum: fee?.minimum
    case .feeMaximum: fee?.maximum
    case .cost: cost
    case .effort: effort
    case .strain: strain
    case .takes: takes
    }
  }

  fileprivate mutating func set(_ clause: ExpressionSite.Clause, to value: Expression) {
    switch clause {
    case .low: chance.low = value
    case .high: chance.high = value
    case .scale: chance.scale = value
    case .recovers: recovers = value
    case .fee: fee?.rate = value
    case .feeMinimum: fee?.minimum = value
    case .feeMaximum: fee?.maximum = value
    case .cost: cost = value
    case .effort: effort = value
    case .strain: strain = value
    case .takes: takes = value
    }
  }
}
