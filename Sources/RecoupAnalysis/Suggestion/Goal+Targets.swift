import RecoupRules

extension Goal {
  /// The goals of which each would do for a target, the best first.
  static func goals(of target: Suggestion.Target, in books: [RuleBook]) -> [Goal] {
    switch target {
    case .item(let item): goals(of: item, in: books[0])
    case .mutant(let mutant): goals(of: mutant.change, in: books)
    }
  }

  private static func goals(of item: CoverageItem, in book: RuleBook) -> [Goal] {
    var goal = Goal()
    switch item {
    case .fires(let rule): goal.want(book.rules[rule].condition, in: book)
    case .rests(let rule): goal.wantNot(book.rules[rule].condition, in: book)
    case .met(let action, let place): goal.want(book.actions[action].requirements[place].condition, in: book)
    case .unmet(let action, let place):
      goal.want(book.actions[action].requirements[place].condition, false, in: book)
      // It says most where nothing else keeps the action closed.
      var alone = goal
      alone.wantOpen(action, exceptRequirement: place, in: book)
      return [alone, goal]
    case .row(let table, let row): goal.wantRow(row, of: book.tables[table], in: book)
    case .effect(let rule, let place, let action):
      return felt(rule, book.rules[rule].consequences[place].effect, action, in: book)
    }
    return [goal]
  }

  private static func felt(_ rule: Int, _ effect: Rule.Effect, _ action: Int?, in book: RuleBook) -> [Goal] {
    let actions: [Int?] =
      switch effect {
      case .likelier, .lessLikely, .never: [action]
      case .only(let kept): book.actions.indices.filter { !kept.contains($0) }
      case .wait: [nil]
      }
    return actions.map { action in
      var goal = Goal()
      goal.want(book.rules[rule].condition, in: book)
      if let action { goal.wantOpen(action, exceptRule: rule, in: book) }
      return goal
    }
  }

  private static func goals(of change: Mutant.Change, in books: [RuleBook]) -> [Goal] {
    let book = books[0]
    switch change {
    case .literal(_, _, _, _, _, isCompared: false): return []
    case .literal(let site, _, _, _, _, isCompared: true), .comparison(let site, _, _, _):
      return differences(site, in: books)
    case .factor: return []
    case .atMost(let action, let from, let to):
      var goal = Goal()
      let done = Expression(.times(action: action), .number)
      let edge = Expression(.literal(min(from, to).multipliedReportingOverflow(by: 1_000_000).partialValue), .number)
      goal.want(Expression(.binary(.equal, done, edge), .truth), in: book)
      goal.wantOpen(action, exceptTimes: true, in: book)
      return [goal]
    case .droppedRule(let rule):
      return book.rules[rule].consequences.flatMap { consequence in
        consequence.effect.actions.flatMap { felt(rule, consequence.effect, $0, in: book) }
      }
    case .droppedRequirement(let action, let place):
      return goals(of: .unmet(action: action, requirement: place), in: book).prefix(1).map { $0 }
    }
  }

  /// Wants a rule or a requirement that is read from a place to answer otherwise once the place is changed.
  private static func differences(_ site: ExpressionSite, in books: [RuleBook]) -> [Goal] {
    let book = books[0]
    var goals: [Goal] = []
    for (action, declared) in book.actions.enumerated() {
      for place in declared.requirements.indices {
        let own = ExpressionSite.requirement(action: action, place: place)
        if own != site, !declared.requirements[place].condition.reads(site, in: book) { continue }
        var goal = Goal()
        goal.wantDifference(
          declared.requirements[place].condition, books[1].actions[action].requirements[place].condition, in: books)
        goal.wantOpen(action, exceptRequirement: place, in: book)
        goals.append(goal)
      }
    }
    for (rule, declared) in book.rules.enumerated()
    where site == .condition(rule: rule) || declared.condition.reads(site, in: book) {
      for action in declared.consequences.flatMap({ $0.effect.actions }) {
        var goal = Goal()
        goal.wantDifference(declared.condition, books[1].rules[rule].condition, in: books)
        if let action { goal.wantOpen(action, exceptRule: rule, in: book) }
        goals.append(goal)
      }
    }
    return goals
  }

  // MARK: Parts

  /// Wants nothing else to keep an action closed.
  private mutating func wantOpen(
    _ action: Int, exceptRule: Int? = nil, exceptRequirement: Int? = nil, exceptTimes: Bool = false, in book: RuleBook
  ) {
    for (place, requirement) in book.actions[action].requirements.enumerated() where place != exceptRequirement {
      want(requirement.condition, in: book)
    }
    for (index, rule) in book.rules.enumerated() where index != exceptRule && rule.bars(action) {
      wantNot(rule.condition, in: book)
    }
    if exceptTimes { return }
    let most = book.actions[action].atMost.multipliedReportingOverflow(by: 1_000_000)
    if most.overflow { return }
    let done = Expression(.times(action: action), .number)
    want(Expression(.binary(.less, done, Expression(.literal(most.partialValue), .number)), .truth), in: book)
  }

  /// Wants the key of a table on a row.
  private mutating func wantRow(_ row: Int, of table: Table, in book: RuleBook) {
    for (place, other) in table.rows.enumerated() {
      switch (other.match, place == row) {
      case (.upTo(let bound), let isWanted):
        if !isWanted, place > row, !table.rows[row].match.isLast { continue }
        let isBelow = Expression(.binary(.lessOrEqual, table.key, bound), .truth)
        want(isBelow, isWanted, in: book)
      case (.words(let words), let isWanted):
        if !isWanted, !table.rows[row].match.isLast { continue }
        want(Expression(.isOneOf(table.key, words: words), .truth), isWanted, in: book)
      case (.otherwise, _): break
      }
    }
  }
}

extension Table.Row.Match {
  /// Whether every other row comes before it.
  fileprivate var isLast: Bool {
    switch self {
    case .otherwise: true
    case .upTo, .words: false
    }
  }
}

extension Rule {
  /// Whether it keeps an action closed when it fires, or all of them.
  fileprivate func bars(_ action: Int) -> Bool {
    consequences.contains { consequence in
      switch consequence.effect {
      case .likelier, .lessLikely: false
      case .never(let actions): actions.contains(action)
      case .only(let actions): !actions.contains(action)
      case .wait: true
      }
    }
  }
}

extension Rule.Effect {
  /// The actions on which it can be felt; nil stands for all at once.
  fileprivate var actions: [Int?] {
    switch self {
    case .likelier(let action, _), .lessLikely(let action, _): [action]
    case .never(let actions): actions.map { $0 }
    case .only, .wait: [nil]
    }
  }
}

extension Expression {
  /// Whether its value is read from what stands at a place of a definition, a setting, a table or a default.
  fileprivate func reads(_ site: ExpressionSite, in book: RuleBook) -> Bool {
    let wanted: Kind
    switch site {
    case .condition, .requirement, .clause: return false
    case .bound(let table, _), .value(let table, _): wanted = .table(table)
    case .setting(let setting): wanted = .setting(setting)
    case .definition(let definition): wanted = .definition(definition)
    case .standIn(let fact): wanted = .fact(fact)
    }
    var followed: Set<Kind> = []
    var rest = mentioned()
    while let next = rest.popLast() {
      if next == wanted { return true }
      if !followed.insert(next).inserted { continue }
      switch next {
      case .fact(let fact): rest += book.facts[fact].defaultValue?.mentioned() ?? []
      case .setting(let setting): rest += book.settings[setting].value.mentioned()
      case .definition(let definition): rest += book.definitions[definition].value.mentioned()
      case .table(let table): rest += book.tables[table].expressions.flatMap { $0.mentioned() }
      default: break
      }
    }
    return false
  }
}
