import RecoupRules

extension Advisor {
  /// The days until the effect of an action is known, if it is taken today: at least 0, and 0 where the rules do not
  /// say. Nil if they say, but a value that they need is unknown.
  public func takes(of action: Int, in invoice: Case) -> Int64? {
    let clause = program.clauses[action].takes
    if clause < 0 { return 0 }
    var evaluator = Evaluator(program, invoice)
    return evaluator.value(clause).map { max(0, $0) }
  }

  /// Whether an action can be taken on a day of a plan in which nothing was done before: it is not blocked, and no
  /// fired rule says to wait. Today is 0; the horizon does not matter.
  public func isOpen(_ action: Int, on day: Int64, in invoice: Case) -> Bool {
    var weigher = Weigher(program, invoice)
    weigher.evaluator.move(to: day)
    return weigher.isOpen(action)
  }
}

extension Weigher {
  /// Whether an action can be taken in this state.
  mutating func isOpen(_ action: Int) -> Bool { waitingRule() == nil && openTerms(of: action) != nil }
}
