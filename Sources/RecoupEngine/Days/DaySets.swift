import RecoupQuantities
import RecoupRules

/// On which days of a plan conditions are yes, and on which they are no, if nothing is done from now on.
///
/// A condition is a set of days, with a bit a day: `and` and `or` of two conditions are a few operations on words, and
/// the first day on which an action opens is the first bit of a set. That a condition is yes needs nothing but on which
/// days its parts are yes or no, in Kleene's logic too; so it is with what can be, and with what must be.
final class DaySets {
  /// What is held to be done before a day.
  enum Past {
    /// Just what the evaluator's state says.
    case exact
    /// That, and anything that a plan can do besides: the days on which an answer is possible.
    case possible
    /// The same: the days on which an answer is certain.
    case certain
  }

  let horizon: Int64
  /// How many words a set has.
  let width: Int
  let none: DaySet
  let all: DaySet

  private let program: Program
  private let past: Past
  /// For what does not depend on the past; nil in the exact one itself.
  private let exact: DaySets?
  private var ranges: RangeEvaluator
  /// Looking at all days, in the exact one.
  private var whole: RangeEvaluator
  /// Two sets for each node that reads the day, for no and for yes; before them `none` and `all`.
  private let memory: UnsafeMutablePointer<UInt64>
  private let found: UnsafeMutablePointer<Found>

  private struct Found {
    /// For which case, or for what of all that was done.
    var state: Int64
    var days: DaySet
  }

  /// - Parameter exact: The sets of the same case with just the past that is; nil if it is these.
  init(_ program: Program, _ past: Past, exact: DaySets?) {
    self.program = program
    self.past = past
    self.exact = exact
    horizon = program.book.horizon.days
    width = DaySet.wordCount(horizon)
    ranges = RangeEvaluator(program, past: exact == nil ? .exact : .open(steps: Int64(program.book.horizon.steps)))
    whole = RangeEvaluator(program, past: .exact)
    memory = .allocate(capacity: (2 + 2 * program.dailyCount) * width)
    none = exact?.none ?? DaySet(words: memory)
    all = exact?.all ?? DaySet(words: memory + width)
    if exact == nil {
      none.set(width, 0)
      all.set(width, .max)
    }
    found = .allocate(capacity: 2 * program.dailyCount)
    found.initialize(repeating: Found(state: -1, days: none), count: 2 * program.dailyCount)
    forgetCase()
  }

  deinit {
    memory.deallocate()
    found.deallocate()
  }

  /// Forgets the case that was asked about; the evaluator has another one.
  func forgetCase() {
    ranges.forgetCase()
    if exact != nil { ranges.look(at: 0...horizon) }
    whole.forgetCase()
    whole.look(at: 0...horizon)
  }

  /// The days on which a condition is yes, or no.
  func days(_ index: Int32, isYes: Bool, _ evaluator: inout Evaluator) -> DaySet {
    let node = program.nodes[Int(index)]
    var state = evaluator.today
    if node.past < 0 {
      if let exact { return exact.days(index, isYes: isYes, &evaluator) }
    } else if !evaluator.folds.isEmpty {
      let fold = evaluator.folds[Int(node.past)]
      if fold.isConstant { return fold.value == (isYes ? 1 : 0) ? all : none }
      if fold.target != index { return days(fold.target, isYes: isYes, &evaluator) }
      if fold.reads.any == 0, let exact { return exact.days(index, isYes: isYes, &evaluator) }
      state = evaluator.state(fold.reads.any)
    } else {
      state = evaluator.history
    }
    if node.daily < 0 { return isAlways(index, isYes, &evaluator) ? all : none }
    let place = 2 * Int(node.daily) + (isYes ? 1 : 0)
    if found[place].state == state { return found[place].days }
    let days = compute(index, node, isYes, &evaluator)
    found[place] = Found(state: state, days: days)
    return days
  }

  private func isAlways(_ index: Int32, _ isYes: Bool, _ evaluator: inout Evaluator) -> Bool {
    switch past {
    case .exact: return evaluator.value(index) == (isYes ? 1 : 0)
    case .possible:
      let value = ranges.value(index, evaluator)
      return isYes ? value.canBeYes : value.canBeNo
    case .certain:
      let value = ranges.value(index, evaluator)
      return !value.canBeUnknown && value.low == value.high && value.low == (isYes ? 1 : 0)
    }
  }

  private func memory(_ node: Program.Node, _ isYes: Bool) -> DaySet {
    DaySet(words: memory + (2 + 2 * Int(node.daily) + (isYes ? 1 : 0)) * width)
  }

  private func compute(_ index: Int32, _ node: Program.Node, _ isYes: Bool, _ evaluator: inout Evaluator) -> DaySet {
    switch node.operation {
    case .fact where program.motions[Int(node.a)] == .pending:
      let last = max(0, min(evaluator.pendingDays, horizon + 1))
      return set(node, isYes, isYes ? 0..<last : last..<horizon + 1)
    case .setting:
      if let value = evaluator.settings[Int(node.b)] { return value == (isYes ? 1 : 0) ? all : none }
      return days(node.a, isYes: isYes, &evaluator)
    case .definition: return days(node.a, isYes: isYes, &evaluator)
    case .not: return days(node.a, isYes: !isYes, &evaluator)
    case .and: return isYes ? both(node, isYes, &evaluator) : either(node, isYes, &evaluator)
    case .or: return isYes ? either(node, isYes, &evaluator) : both(node, isYes, &evaluator)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      guard let left = drift(node.a, &evaluator), let right = drift(node.b, &evaluator) else { break }
      let operation = isYes ? node.operation : node.operation.opposite
      let stretches = left.compare(operation, right, isCertain: past == .certain, in: 0..<horizon + 1)
      return set(node, isYes, stretches.0, stretches.1)
    case .between:
      guard let middle = drift(node.a, &evaluator), let low = drift(node.b, &evaluator),
        let high = drift(node.c, &evaluator)
      else { break }
      return between(node, isYes, low, middle, high)
    case .isKnown:
      guard let range = drift(node.a, &evaluator)?.range else { break }
      let (can, must) = isYes ? (range.canBeKnown, !range.canBeUnknown) : (range.canBeUnknown, !range.canBeKnown)
      return (past == .certain ? must : can) ? all : none
    case .conditional: return branches(node, isYes, &evaluator)
    default: break
    }
    return search(index, node, isYes, &evaluator)
  }

  // MARK: Putting together

  private func both(_ node: Program.Node, _ isYes: Bool, _ evaluator: inout Evaluator) -> DaySet {
    let left = days(node.a, isYes: isYes, &evaluator)
    if left == none { return none }
    let right = days(node.b, isYes: isYes, &evaluator)
    if left == all || right == none { return right }
    if right == all { return left }
    let result = memory(node, isYes)
    return result.becomeIntersection(left, right, width) ? result : none
  }

  private func either(_ node: Program.Node, _ isYes: Bool, _ evaluator: inout Evaluator) -> DaySet {
    let left = days(node.a, isYes: isYes, &evaluator)
    if left == all { return all }
    let right = days(node.b, isYes: isYes, &evaluator)
    if left == none || right == all { return right }
    if right == none { return left }
    let result = memory(node, isYes)
    result.becomeUnion(left, right, width)
    return result
  }

  private func branches(_ node: Program.Node, _ isYes: Bool, _ evaluator: inout Evaluator) -> DaySet {
    let (holds, fails) = (days(node.a, isYes: true, &evaluator), days(node.a, isYes: false, &evaluator))
    let result = memory(node, isYes)
    result.set(width, 0)
    if holds != none {
      result.copy(days(node.b, isYes: isYes, &evaluator), width)
      result.intersect(holds, width)
    }
    if fails != none {
      let other = days(node.c, isYes: isYes, &evaluator)
      for index in 0..<width { result.words[index] |= other.words[index] & fails.words[index] }
    }
    return result
  }

  /// Unlike two comparisons, it is not known before all three values are.
  private func between(_ node: Program.Node, _ isYes: Bool, _ low: Drift, _ middle: Drift, _ high: Drift) -> DaySet {
    let days = 0..<horizon + 1
    let isCertain = past == .certain
    for part in [low, middle, high]
    where !part.range.canBeKnown || (isCertain && part.range.canBeUnknown) { return none }
    if isYes {
      let above = low.compare(.lessOrEqual, middle, isCertain: isCertain, in: days).0
      let below = middle.compare(.lessOrEqual, high, isCertain: isCertain, in: days).0
      return set(node, isYes, above.clamped(to: below))
    }
    let below = low.compare(.greater, middle, isCertain: isCertain, in: days).0
    return set(node, isYes, below, middle.compare(.greater, high, isCertain: isCertain, in: days).0)
  }

  private func set(
    _ node: Program.Node, _ isYes: Bool, _ first: Range<Int64>, _ second: Range<Int64> = 0..<0
  ) -> DaySet {
    if first.isEmpty && second.isEmpty { return none }
    if first.count > horizon || second.count > horizon { return all }
    let result = memory(node, isYes)
    result.set(width, 0)
    result.insert(first)
    result.insert(second)
    return result
  }

  // MARK: Values

  /// How a value moves, or nil if it does not move evenly.
  private func drift(_ index: Int32, _ evaluator: inout Evaluator) -> Drift? {
    let node = program.nodes[Int(index)]
    let isExact = past == .exact || !evaluator.readsPast(node)
    if node.daily < 0 { return Drift(isExact ? .exactly(evaluator.value(index)) : ranges.value(index, evaluator)) }
    switch node.operation {
    case .fact: return moving(Int(node.a), evaluator)
    case .daysAgo: return isExact ? daysAgo(Int(node.a), evaluator) : nil
    case .setting:
      if let value = evaluator.settings[Int(node.b)] { return Drift(.exactly(value)) }
      return drift(node.a, &evaluator)
    case .definition: return drift(node.a, &evaluator)
    case .negate: return drift(node.a, &evaluator).flatMap { -$0 }
    case .add, .subtract:
      guard let left = drift(node.a, &evaluator), let right = drift(node.b, &evaluator) else { return nil }
      return node.operation == .add ? left + right : left - right
    case .conditional:
      let condition = program.nodes[Int(node.a)]
      guard condition.daily < 0, past == .exact || !evaluator.readsPast(condition) else { return nil }
      guard let holds = evaluator.value(node.a) else { return Drift(.unknown) }
      return drift(holds == 1 ? node.b : node.c, &evaluator)
    default:
      return isExact && !evaluator.readsPast(node) ? steady(index, evaluator).map { Drift(.exactly($0)) } : nil
    }
  }

  /// The value of a node that a plan cannot change, if it is known and the same on all days.
  func steady(_ index: Int32, _ evaluator: Evaluator) -> Int64? {
    if let exact { return exact.steady(index, evaluator) }
    let value = whole.value(index, evaluator)
    return value.canBeKnown && !value.canBeUnknown && value.low == value.high ? value.low : nil
  }

  private func moving(_ fact: Int, _ evaluator: Evaluator) -> Drift? {
    switch program.motions[fact] {
    case .rising: .moving(evaluator.facts[fact], slope: 1)
    case .falling: .moving(evaluator.facts[fact], slope: -1)
    case .fixed, .pending: nil
    }
  }

  private func daysAgo(_ action: Int, _ evaluator: Evaluator) -> Drift? {
    switch evaluator.begun[action] {
    case Evaluator.notBegun: Drift(.exactly(Evaluator.never))
    case Evaluator.unknownDay: Drift(.unknown)
    default: .moving(Arithmetic.subtract(0, evaluator.begun[action]), slope: 1)
    }
  }

  // MARK: What does not move evenly

  /// Whole stretches of days are told by what the condition can be on them; others are cut in half, down to single days.
  private func search(_ index: Int32, _ node: Program.Node, _ isYes: Bool, _ evaluator: inout Evaluator) -> DaySet {
    if past != .exact { return isAlways(index, isYes, &evaluator) ? all : none }
    let result = memory(node, isYes)
    result.set(width, 0)
    search(0..<horizon + 1, index, isYes ? 1 : 0, result, &evaluator)
    return result
  }

  private func search(
    _ days: Range<Int64>, _ index: Int32, _ answer: Int64, _ result: DaySet, _ evaluator: inout Evaluator
  ) {
    if days.count == 1 {
      let day = evaluator.day
      evaluator.move(to: days.lowerBound)
      if evaluator.value(index) == answer { result.insert(days) }
      evaluator.move(to: day)
      return
    }
    ranges.look(at: days.lowerBound...days.upperBound - 1)
    let value = ranges.value(index, evaluator)
    let canBe = value.canBeKnown && value.low <= answer && answer <= value.high
    if !canBe { return }
    if !value.canBeUnknown && value.low == value.high { return result.insert(days) }
    let middle = days.lowerBound + (days.upperBound - days.lowerBound) / 2
    search(days.lowerBound..<middle, index, answer, result, &evaluator)
    search(middle..<days.upperBound, index, answer, result, &evaluator)
  }
}

extension Program.Operation {
  /// For a comparison: what is yes where it is no.
  fileprivate var opposite: Program.Operation {
    switch self {
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .equal: .notEqual
    default: .equal
    }
  }
}
