extension Program {
  /// One thing that must be so before an action is open.
  enum Hurdle {
    /// It was done fewer times than this.
    case times(action: Int, most: Int64)
    /// The condition of a rule that bans it is not yes.
    case ban(Int32)
    /// This requirement is yes.
    case requirement(Int32)
    /// This value is known.
    case needed(Int32)
  }

  /// All that must be so before an action is open.
  func hurdles(of action: Int) -> [Hurdle] {
    let clauses = clauses[action]
    return [.times(action: action, most: clauses.atMost)] + lists[clauses.requirements].map { .requirement($0) }
      + lists[clauses.bans].map { .ban(rules[Int($0)]) } + lists[clauses.needed].map { .needed($0) }
  }
}

extension CaseSpace {
  /// Whether a proposition is true of a case, as the evaluator says.
  public func holds(_ proposition: Proposition, of invoice: Case) -> Bool {
    var weigher = Weigher(program, invoice)
    return holds(proposition, &weigher)
  }

  private func holds(_ proposition: Proposition, _ weigher: inout Weigher) -> Bool {
    switch proposition {
    case .condition(let index): return weigher.evaluator.value(conditions[index]) == 1
    case .isKnown(let index): return weigher.evaluator.value(conditions[index]) != nil
    case .rule(let rule): return weigher.fires(Int32(rule))
    case .waits: return weigher.waitingRule() != nil
    case .isOpen(let action): return weigher.openTerms(of: action) != nil
    case .isAllowed(let action): return weigher.allowedTerms(of: action) != nil
    case .not(let other): return !holds(other, &weigher)
    case .all(let others):
      for other in others where !holds(other, &weigher) { return false }
      return true
    case .any(let others):
      for other in others where holds(other, &weigher) { return true }
      return false
    case .later(let days, let other):
      let day = weigher.evaluator.day
      weigher.evaluator.move(to: day + days)
      let holds = holds(other, &weigher)
      weigher.evaluator.move(to: day)
      return holds
    case .sometime(let days, let other):
      for days in days where holds(.later(days: days, other), &weigher) { return true }
      return false
    case .isIn(let region): return region.contains(weigher.evaluator)
    }
  }
}
