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

  /// The last day from `first` (today at the earliest) to `last` on which an action is open, in the sense of `isOpen`;
  /// nil if there is none. It may be closed on days between.
  public func lastOpenDay(_ action: Int, from first: Int64, through last: Int64, in invoice: Case) -> Int64? {
    let first = max(0, first)
    if first > last { return nil }
    var weigher = Weigher(program, invoice)
    if weigher.isUsedUp(action) { return nil }
    var ranges = RangeEvaluator(program, past: .exact)
    return lastOpenDay(action, first...last, &weigher, &ranges)
  }

  /// Whole stretches in which it cannot be open are left out at once, others are cut in half.
  private func lastOpenDay(
    _ action: Int, _ days: ClosedRange<Int64>, _ weigher: inout Weigher, _ ranges: inout RangeEvaluator
  ) -> Int64? {
    if days.lowerBound == days.upperBound {
      weigher.evaluator.move(to: days.lowerBound)
      return weigher.isOpen(action) ? days.lowerBound : nil
    }
    ranges.look(at: days)
    if !ranges.canBeOpen(action, weigher.evaluator) { return nil }
    let middle = days.lowerBound + (days.upperBound - days.lowerBound) / 2
    return lastOpenDay(action, middle + 1...days.upperBound, &weigher, &ranges)
      ?? lastOpenDay(action, days.lowerBound...middle, &weigher, &ranges)
  }
}

extension Weigher {
  /// Whether an action can be taken in this state.
  mutating func isOpen(_ action: Int) -> Bool { waitingRule() == nil && openTerms(of: action) != nil }
}
