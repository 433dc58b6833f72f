import RecoupRules

extension Suggestion.Target {
  /// Whether it is a change of a number that is weighed.
  var isWeighed: Bool {
    switch self {
    case .item: false
    case .mutant(let mutant): mutant.isWeighed
    }
  }

  /// The actions that it is about, as far as it names any.
  func actions(in book: RuleBook) -> Set<Int> {
    switch self {
    case .item(.fires(let rule)), .item(.rests(let rule)): book.rules[rule].actions
    case .item(.met(let action, _)), .item(.unmet(let action, _)): [action]
    case .item(.row): []
    case .item(.effect(let rule, _, let action)): action.map { [$0] } ?? book.rules[rule].actions
    case .mutant(let mutant): mutant.change.actions(in: book)
    }
  }
}

extension Mutant.Change {
  fileprivate func actions(in book: RuleBook) -> Set<Int> {
    switch self {
    case .literal(let site, _, _, _, _, _), .comparison(let site, _, _, _): site.actions(in: book)
    case .factor(let rule, _, _, _), .droppedRule(let rule): book.rules[rule].actions
    case .atMost(let action, _, _), .droppedRequirement(let action, _): [action]
    }
  }

  /// What the change is in, by its own words.
  fileprivate func words(in book: RuleBook) -> String {
    switch self {
    case .literal(let site, _, _, _, _, _), .comparison(let site, _, _, _): site.words(in: book)
    case .factor(let rule, _, _, _), .droppedRule(let rule): book.rules[rule].name.original
    case .atMost(let action, _, _): book.actions[action].title.original
    case .droppedRequirement(let action, let place): book.words(action, place)
    }
  }
}

extension ExpressionSite {
  fileprivate func actions(in book: RuleBook) -> Set<Int> {
    switch self {
    case .condition(let rule): book.rules[rule].actions
    case .requirement(let action, _), .clause(let action, _): [action]
    case .bound, .value, .setting, .definition, .standIn: []
    }
  }

  fileprivate func words(in book: RuleBook) -> String {
    switch self {
    case .condition(let rule): book.rules[rule].name.original
    case .requirement(let action, let place): book.words(action, place)
    case .clause(let action, _): book.actions[action].title.original
    case .bound(let table, _), .value(let table, _): book.tables[table].name
    case .setting(let setting): book.settings[setting].name
    case .definition(let definition): book.definitions[definition].name
    case .standIn(let fact): book.facts[fact].name
    }
  }
}

extension Rule {
  /// The actions that its effects name.
  fileprivate var actions: Set<Int> {
    var actions: Set<Int> = []
    for consequence in consequences {
      switch consequence.effect {
      case .likelier(let action, _), .lessLikely(let action, _): actions.insert(action)
      case .never(let some), .only(let some): actions.formUnion(some)
      case .wait: break
      }
    }
    return actions
  }
}

extension RuleBook {
  /// A requirement by its reason, or by the title of its action where it gives none.
  fileprivate func words(_ action: Int, _ place: Int) -> String {
    actions[action].requirements[place].reason?.original ?? actions[action].title.original
  }
}

extension Suggestion.Target {
  /// The rule, requirement or table that it is about, by its own words.
  func words(in book: RuleBook) -> String {
    switch self {
    case .item(.fires(let rule)), .item(.rests(let rule)), .item(.effect(let rule, _, _)):
      book.rules[rule].name.original
    case .item(.met(let action, let place)), .item(.unmet(let action, let place)): book.words(action, place)
    case .item(.row(let table, _)): book.tables[table].name
    case .mutant(let mutant): mutant.change.words(in: book)
    }
  }
}
