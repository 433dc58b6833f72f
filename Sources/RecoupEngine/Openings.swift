import RecoupRules

/// Finds the first day on which an action opens, and its terms on that day.
struct Openings {
  /// What is known of an action whose conditions do not depend on the steps taken before.
  private struct Known {
    /// From every day of this stretch on, the first opening is its last day.
    var days: ClosedRange<Int64>
    var terms: Terms
  }

  private let program: Program
  private let horizon: Int64
  private var known: [[Known]]
  /// By action: the first day from which it is known never to open again.
  private var closedFrom: [Int64]
  private var ranges: RangeEvaluator

  init(_ program: Program) {
    self.program = program
    horizon = program.book.horizon.days
    known = program.book.actions.map { _ in [] }
    closedFrom = program.book.actions.map { _ in Int64.max }
    ranges = RangeEvaluator(program, past: .exact)
  }

  /// The first day from `day` to the horizon on which the action is open in the state of the evaluator, and its terms.
  mutating func first(_ action: Int, from day: Int64, _ weigher: inout Weigher) -> (day: Int64, terms: Terms)? {
    if day > horizon || weigher.isUsedUp(action) { return nil }
    let isKept = !program.clauses[action].readsHistory
    if isKept {
      if day >= closedFrom[action] { return nil }
      for index in known[action].indices where known[action][index].days.contains(day) {
        return (known[action][index].days.upperBound, known[action][index].terms)
      }
    }
    var terms: Terms?
    let found = Openings.firstDay(
      day...horizon, &weigher, &ranges, canBe: { $0.canBeOpen(action, $1) },
      isIt: { weigher in
        if weigher.waitingRule() != nil { return false }
        terms = weigher.openTerms(of: action)
        return terms != nil
      })
    guard let found, let terms else {
      if isKept { closedFrom[action] = min(closedFrom[action], day) }
      return nil
    }
    if isKept { known[action].append(Known(days: day...found, terms: terms)) }
    return (found, terms)
  }

  /// The first day to the horizon on which no rule says to wait.
  static func firstWithoutWait(_ weigher: inout Weigher) -> Int64? {
    let program = weigher.evaluator.program
    var ranges = RangeEvaluator(program, past: .exact)
    return firstDay(
      0...program.book.horizon.days, &weigher, &ranges, canBe: { !$0.mustWait($1) },
      isIt: { $0.waitingRule() == nil })
  }

  /// The first day of a stretch for which `isIt` holds. Whole stretches for which it cannot hold are left out at once.
  private static func firstDay(
    _ days: ClosedRange<Int64>, _ weigher: inout Weigher, _ ranges: inout RangeEvaluator,
    canBe: (inout RangeEvaluator, Evaluator) -> Bool, isIt: (inout Weigher) -> Bool
  ) -> Int64? {
    weigher.evaluator.move(to: days.lowerBound)
    if isIt(&weigher) { return days.lowerBound }
    if days.lowerBound == days.upperBound { return nil }
    return search(days.lowerBound + 1...days.upperBound, &weigher, &ranges, canBe: canBe, isIt: isIt)
  }

  private static func search(
    _ days: ClosedRange<Int64>, _ weigher: inout Weigher, _ ranges: inout RangeEvaluator,
    canBe: (inout RangeEvaluator, Evaluator) -> Bool, isIt: (inout Weigher) -> Bool
  ) -> Int64? {
    if days.lowerBound == days.upperBound {
      weigher.evaluator.move(to: days.lowerBound)
      return isIt(&weigher) ? days.lowerBound : nil
    }
    ranges.look(at: days)
    if !canBe(&ranges, weigher.evaluator) { return nil }
    let middle = days.lowerBound + (days.upperBound - days.lowerBound) / 2
    return search(days.lowerBound...middle, &weigher, &ranges, canBe: canBe, isIt: isIt)
      ?? search(middle + 1...days.upperBound, &weigher, &ranges, canBe: canBe, isIt: isIt)
  }
}
