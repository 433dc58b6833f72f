import RecoupQuantities
import RecoupRules

/// Looks through the cases of a book: a set of them is left out where a proposition cannot be true, and cut in parts
/// where it can, at the value that the proposition names.
struct CaseSearch {
  let space: CaseSpace
  /// How many more sets are looked at; one that is looked at over many stretches of days counts as more.
  var budget: Int
  /// How many stretches of days were looked at since the budget was charged for them.
  private var looks = 0
  private static let looksOfOneSet = 32

  var ranges: RangeEvaluator
  let evaluator: Evaluator
  /// By action: all that must be so before it is open, how often it was done first.
  let hurdles: [[Program.Hurdle]]

  /// Whether a proposition can be no, and whether it can be yes.
  struct Truth {
    var no: Bool
    var yes: Bool

    static let certain = Truth(no: false, yes: true)
    static let impossible = Truth(no: true, yes: false)
    static let open = Truth(no: true, yes: true)
  }

  init(_ space: CaseSpace, budget: Int) {
    self.space = space
    self.budget = budget
    ranges = RangeEvaluator(space.program, past: .exact)
    ranges.shapes = Shapes(space.program)
    evaluator = Evaluator(space.program, Case(facts: []))
    hurdles = space.book.actions.indices.map { space.program.hurdles(of: $0) }
  }

  /// Looks for a case in a set.
  mutating func find(_ proposition: Proposition, in whole: CaseBox) -> CaseSpace.Outcome {
    var rest = [whole]
    var isComplete = true
    while let box = rest.popLast() {
      if budget <= 0 { return .undecided }
      budget -= 1
      let truth = self.truth(proposition, box)
      budget -= looks / CaseSearch.looksOfOneSet
      looks %= CaseSearch.looksOfOneSet
      if !truth.yes { continue }
      if !truth.no || box.assumptions.count > 0 {
        let invoice = candidate(box)
        if space.holds(proposition, of: invoice) { return .found(invoice) }
      }
      if let parts = parts(proposition, of: box, isDecided: !truth.no) {
        rest += parts.reversed()
      } else {
        isComplete = false
      }
    }
    return isComplete ? .none : .undecided
  }

  // MARK: What a proposition can be

  mutating func truth(_ proposition: Proposition, _ box: CaseBox) -> Truth {
    ranges.box = box
    ranges.look(at: 0...0)
    let truth = truth(proposition, on: 0)
    return ranges.isContradictory ? .impossible : truth
  }

  mutating func truth(_ proposition: Proposition, on day: Int64) -> Truth {
    switch proposition {
    case .condition(let index): return yes(space.conditions[index])
    case .isKnown(let index):
      let value = value(space.conditions[index])
      return Truth(no: value.canBeUnknown, yes: value.canBeKnown)
    case .rule(let rule): return yes(space.program.rules[rule])
    case .waits: return waits()
    case .isOpen(let action): return isOver(hurdles[action][...])
    case .isAllowed(let action): return isOver(hurdles[action].dropFirst())
    case .not(let other):
      let truth = truth(other, on: day)
      return Truth(no: truth.yes, yes: truth.no)
    case .all(let others):
      var all = Truth.certain
      for other in others {
        let truth = truth(other, on: day)
        if !truth.yes { return .impossible }
        if truth.no { all.no = true }
      }
      return all
    case .any(let others):
      var any = Truth.impossible
      for other in others {
        let truth = truth(other, on: day)
        if !truth.no { return .certain }
        if truth.yes { any.yes = true }
      }
      return any
    case .later(let days, let other):
      ranges.turn(to: day + days...day + days)
      let truth = truth(other, on: day + days)
      ranges.turn(to: day...day)
      return truth
    case .sometime(let days, let other): return sometime(other, in: days, from: day)
    case .isIn(let region): return ranges.box.map { truth(region, $0) } ?? .open
    }
  }

  /// Stretches of days are looked at as a whole; what is certain is looked for on the first and the last day.
  private mutating func sometime(
    _ other: Proposition, in days: ClosedRange<Int64>, from day: Int64
  ) -> Truth {
    guard let possible = possibleDay(other, in: days, from: day) else { return .impossible }
    var all = Truth.open
    for sample in [possible, days.lowerBound, days.upperBound] where all.no {
      ranges.turn(to: day + sample...day + sample)
      all.no = truth(other, on: day + sample).no
    }
    ranges.turn(to: day...day)
    return all
  }

  /// A day of a stretch on which a proposition can be yes, found by looking at stretches as a whole and halving them.
  mutating func possibleDay(_ other: Proposition, in days: ClosedRange<Int64>, from day: Int64) -> Int64? {
    var rest = Array(CaseSearch.stretches(days).reversed())
    while let stretch = rest.popLast() {
      looks += 1
      ranges.turn(to: day + stretch.lowerBound...day + stretch.upperBound)
      if !truth(other, on: day + stretch.lowerBound).yes { continue }
      if stretch.lowerBound == stretch.upperBound {
        ranges.turn(to: day...day)
        return stretch.lowerBound
      }
      let middle = stretch.lowerBound + (stretch.upperBound - stretch.lowerBound) / 2
      rest.append(middle + 1...stretch.upperBound)
      rest.append(stretch.lowerBound...middle)
    }
    ranges.turn(to: day...day)
    return nil
  }

  /// A stretch of days in a few parts, the first day and the last by themselves: on the last one there has opened most
  /// of what ever will.
  static func stretches(_ days: ClosedRange<Int64>) -> [ClosedRange<Int64>] {
    if days.lowerBound == days.upperBound { return [days] }
    var parts = [days.lowerBound...days.lowerBound, days.upperBound...days.upperBound]
    var first = days.lowerBound + 1
    for length: Int64 in [29, 60, .max] where first < days.upperBound {
      let last = length > days.upperBound - first ? days.upperBound - 1 : first + length - 1
      parts.append(first...last)
      first = last + 1
    }
    return parts
  }

  private func truth(_ region: CaseRegion, _ box: CaseBox) -> Truth {
    var all = Truth.certain
    for limit in region.limits {
      let value = box[limit.variable]
      let overlaps =
        value.canBeKnown && limit.range.canBeKnown && value.low <= limit.range.high
        && limit.range.low <= value.high
      if !overlaps && !(value.canBeUnknown && limit.range.canBeUnknown) { return .impossible }
      let isWithin = !value.canBeKnown || (overlaps && limit.range.low <= value.low && value.high <= limit.range.high)
      if !isWithin || (value.canBeUnknown && !limit.range.canBeUnknown) { all.no = true }
    }
    return all
  }

  mutating func value(_ node: Int32) -> Interval { ranges.value(node, evaluator) }

  mutating func yes(_ node: Int32) -> Truth {
    let value = value(node)
    return Truth(no: value.canBeNo || value.canBeUnknown, yes: value.canBeYes)
  }

  private mutating func waits() -> Truth {
    var all = Truth.impossible
    for rule in space.program.waits {
      let truth = yes(space.program.rules[Int(rule)])
      if !truth.no { return .certain }
      if truth.yes { all.yes = true }
    }
    return all
  }

  /// Whether an action comes over all of some hurdles.
  private mutating func isOver(_ hurdles: ArraySlice<Program.Hurdle>) -> Truth {
    var all = Truth.certain
    for hurdle in hurdles {
      let truth = truth(hurdle)
      if !truth.yes { return .impossible }
      if truth.no { all.no = true }
    }
    return all
  }

  /// Whether an action comes over one of the things that must be so before it is open.
  mutating func truth(_ hurdle: Program.Hurdle) -> Truth {
    switch hurdle {
    case .times(let action, let most):
      guard let times = ranges.box?.times[action] else { return .open }
      return Truth(no: times.high >= most, yes: times.low < most)
    case .ban(let node):
      let truth = yes(node)
      return Truth(no: truth.yes, yes: truth.no)
    case .requirement(let node): return yes(node)
    case .needed(let node):
      let value = value(node)
      // A value that fits in a quarter of the range of money does not overflow what is made of it.
      let isLarge = value.canBeKnown && (value.low < -CaseSearch.largest || value.high > CaseSearch.largest)
      return Truth(no: value.canBeUnknown || isLarge, yes: value.canBeKnown)
    }
  }

  /// The square root of this many millionths of the largest value: products of two such values fit.
  private static let largest: Int64 = 2_000_000_000_000_000
}
