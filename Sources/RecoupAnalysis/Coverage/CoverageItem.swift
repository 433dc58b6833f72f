public import RecoupRules

/// One thing that the examples of a rule book may exercise. Indices count in the arrays of the book.
public enum CoverageItem: Hashable, Sendable {
  /// A rule fires.
  case fires(rule: Int)
  /// A rule does not fire: its condition is no, or unknown.
  case rests(rule: Int)
  /// A requirement is yes.
  case met(action: Int, requirement: Int)
  /// A requirement is no.
  case unmet(action: Int, requirement: Int)
  /// The key of a table falls on a row.
  case row(table: Int, row: Int)
  /// What a fired rule does to an action can be felt. Of `only` and `wait` there is no action to name.
  case effect(rule: Int, consequence: Int, action: Int?)

  /// The kinds of things, as they are counted.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Rules; one counts if it fires.
    case rules
    /// Requirements; one counts if it is seen met and not met.
    case requirements
    /// Rows of tables.
    case rows
    /// Effects of rules on actions.
    case effects
  }

  /// All items of a book, in the order of its arrays.
  static func all(of book: RuleBook) -> [CoverageItem] {
    var all: [CoverageItem] = []
    for rule in book.rules.indices { all += [.fires(rule: rule), .rests(rule: rule)] }
    for (action, declared) in book.actions.enumerated() {
      for place in declared.requirements.indices {
        all += [.met(action: action, requirement: place), .unmet(action: action, requirement: place)]
      }
    }
    for (table, declared) in book.tables.enumerated() {
      for row in declared.rows.indices { all.append(.row(table: table, row: row)) }
    }
    for (rule, declared) in book.rules.enumerated() {
      for (place, consequence) in declared.consequences.enumerated() {
        for action in consequence.effect.named {
          all.append(.effect(rule: rule, consequence: place, action: action))
        }
      }
    }
    return all
  }

  /// Where it stands in the rules.
  public func span(in book: RuleBook) -> Span {
    switch self {
    case .fires(let rule), .rests(let rule): book.rules[rule].span
    case .met(let action, let place), .unmet(let action, let place): book.actions[action].requirements[place].span
    case .row(let table, let row): book.tables[table].rows[row].span
    case .effect(let rule, let place, _): book.rules[rule].consequences[place].span
    }
  }
}

extension Rule.Effect {
  /// The actions on which an effect can be felt apart; nil stands for the effect as a whole.
  fileprivate var named: [Int?] {
    switch self {
    case .likelier(let action, _), .lessLikely(let action, _): [action]
    case .never(let actions): actions.map { $0 }
    case .only, .wait: [nil]
    }
  }
}
