import RecoupQuantities
import RecoupRules

/// Evaluates a program over many states of a plan at once: all days of a stretch, and, if wanted, all that could be
/// done until then. It decides nothing; it only rules out what the evaluator need not look at.
struct RangeEvaluator {
  /// What is held to be done before a day.
  enum Past {
    /// Just what the evaluator's state says.
    case exact
    /// That, and anything that a plan of this many steps could do besides.
    case open(steps: Int64)
  }

  private let program: Program
  var past: Past
  /// The cases that are looked at, where they are many; nil for the evaluator's own. The past is exact then.
  var box: CaseBox? {
    didSet {
      if isBoxed != (box != nil) { for slot in keptFor.indices { keptFor[slot] = 0 } }
      isBoxed = box != nil
    }
  }
  /// The same asked without looking at it.
  private var isBoxed = false
  /// Which nodes of a program say the same; needed where a box has assumptions.
  var shapes: Shapes?
  /// Whether what was assumed of the box cannot be, as one of the values that were asked for shows.
  private(set) var isContradictory = false
  /// By setting: what it can be, where that is not one value.
  private let settings: [Interval?]
  private(set) var days: ClosedRange<Int64> = 0...0
  private var kept: [Interval]
  /// For which look a value was kept, or `everyLook`: that of one case does not change where it hangs on no day.
  private var keptFor: [Int64]
  private var look: Int64 = 0
  private var everyLook: Int64 = -1

  init(_ program: Program, past: Past, settings: [Interval?] = []) {
    self.program = program
    self.past = past
    self.settings = settings
    kept = Array(repeating: .unknown, count: program.slotCount)
    keptFor = Array(repeating: 0, count: program.slotCount)
  }

  /// Turns to other days, or to another state of the evaluator.
  mutating func look(at days: ClosedRange<Int64>) {
    isContradictory = false
    turn(to: days)
  }

  /// Forgets the case that was looked at.
  mutating func forgetCase() {
    everyLook -= 1
    look += 1
  }

  /// The same, of the same box: what contradicts what was assumed of it still does.
  mutating func turn(to days: ClosedRange<Int64>) {
    self.days = days
    look += 1
  }

  /// What the value of a node can be, given what the evaluator knows.
  mutating func value(_ index: Int32, _ evaluator: Evaluator) -> Interval {
    let node = program.nodes[Int(index)]
    if node.operation == .literal { return Interval(low: node.constant, high: node.constant) }
    if node.slot < 0 { return compute(node, evaluator) }
    let slot = Int(node.slot)
    let now = node.reach == .fixed && !isBoxed ? everyLook : look
    if keptFor[slot] == now { return kept[slot] }
    let value = compute(node, evaluator)
    kept[slot] = value
    keptFor[slot] = now
    return value
  }

  private mutating func compute(_ node: Program.Node, _ evaluator: Evaluator) -> Interval {
    switch node.operation {
    case .literal: return .exactly(node.constant)
    case .fact: return fact(Int(node.a), evaluator)
    case .setting:
      if !settings.isEmpty, let range = settings[Int(node.b)] { return range }
      return evaluator.settings[Int(node.b)].map { .exactly($0) } ?? value(node.a, evaluator)
    case .definition: return value(node.a, evaluator)
    case .table: return row(node, evaluator)
    case .times: return times(Int(node.a), evaluator)
    case .daysAgo: return daysAgo(Int(node.a), evaluator)
    case .not: return value(node.a, evaluator).negated
    case .negate: return value(node.a, evaluator).mapEnds { Arithmetic.subtract(0, $0) }
    case .floor: return value(node.a, evaluator).mapEnds { Arithmetic.floor($0) }
    case .ceil: return value(node.a, evaluator).mapEnds { Arithmetic.ceil($0) }
    case .isKnown:
      let operand = value(node.a, evaluator)
      return .truth(no: operand.canBeUnknown, yes: operand.canBeKnown, unknown: false)
    case .isOneOf: return value(node.a, evaluator).isOneOf(node.list, program)
    case .or:
      let left = value(node.a, evaluator)
      return left.canBeNo || left.canBeUnknown ? .or(left, value(node.b, evaluator)) : left
    case .and:
      let left = value(node.a, evaluator)
      return left.canBeYes || left.canBeUnknown ? .and(left, value(node.b, evaluator)) : left
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      return compare(node.operation, node.a, node.b, evaluator)
    case .between:
      let middle = value(node.a, evaluator)
      let low = value(node.b, evaluator)
      let high = value(node.c, evaluator)
      if !isBoxed { return .between(middle, low, high) }
      let inside = Interval.and(
        compare(.lessOrEqual, node.b, node.a, evaluator), compare(.lessOrEqual, node.a, node.c, evaluator))
      let unknown = middle.canBeUnknown || low.canBeUnknown || high.canBeUnknown
      return .truth(no: inside.canBeNo, yes: inside.canBeYes, unknown: unknown)
    case .conditional: return conditional(node, evaluator)
    case .interest:
      let principal = value(node.a, evaluator)
      let rate = value(node.b, evaluator)
      return .interest(principal, rate, value(node.c, evaluator))
    case .divide: return .quotient(value(node.a, evaluator), value(node.b, evaluator))
    case .add, .subtract, .multiply, .minimum, .maximum:
      let operation = node.operation
      return .mapCorners(value(node.a, evaluator), value(node.b, evaluator)) { Arithmetic.apply(operation, $0, $1) }
    }
  }

  // MARK: What moves

  private func fact(_ index: Int, _ evaluator: Evaluator) -> Interval {
    if isBoxed, let box { return box.fact(index, program.motions[index], on: days) }
    let today = evaluator.facts[index]
    switch program.motions[index] {
    case .fixed: return .exactly(today)
    case .rising: return Interval.exactly(today).moved(from: days) { Arithmetic.add($0, $1) }
    case .falling: return Interval.exactly(today).moved(from: days) { Arithmetic.subtract($0, $1) }
    case .pending:
      return .truth(
        no: days.upperBound >= evaluator.pendingDays, yes: days.lowerBound < evaluator.pendingDays, unknown: false)
    }
  }

  /// How many more times a plan could do an action.
  private func more(_ action: Int, _ evaluator: Evaluator) -> Int64 {
    guard case .open(let steps) = past else { return 0 }
    return max(0, min(steps, program.clauses[action].atMost - evaluator.times[action]))
  }

  private func times(_ action: Int, _ evaluator: Evaluator) -> Interval {
    let done = evaluator.times[action]
    let range = box?.times[action] ?? Interval(low: done, high: done + more(action, evaluator))
    return Interval.mapCorners(.exactly(millionthsInOne), range) {
      let (product, overflow) = $0.multipliedReportingOverflow(by: $1)
      return overflow ? nil : product
    }
  }

  private func daysAgo(_ action: Int, _ evaluator: Evaluator) -> Interval {
    if isBoxed, let box { return box.daysAgo(action, on: days) }
    var now: Interval
    switch evaluator.begun[action] {
    case Evaluator.notBegun: now = .exactly(Evaluator.never)
    case Evaluator.unknownDay: now = .unknown
    default:
      let begun = evaluator.begun[action]
      now = Interval.exactly(0).moved(from: days) { Arithmetic.subtract($1, begun) }
    }
    if more(action, evaluator) > 0 { now = now.union(Interval(low: 0, high: days.upperBound)) }
    return now
  }

  // MARK: Comparisons

  private mutating func compare(
    _ operation: Program.Operation, _ left: Int32, _ right: Int32, _ evaluator: Evaluator
  ) -> Interval {
    var first = value(left, evaluator)
    var second = value(right, evaluator)
    guard isBoxed, let box, !box.assumptions.isEmpty, first.canBeKnown, second.canBeKnown else {
      return .compare(operation, first, second)
    }
    if second.low == second.high { narrow(&first, left, box) }
    if first.low == first.high { narrow(&second, right, box) }
    guard first.low < first.high, second.low < second.high, let order = assumedOrder(left, right, box) else {
      return .compare(operation, first, second)
    }
    var possible: CaseBox.Order = []
    if first.low < second.high { possible.insert(.less) }
    if first.low <= second.high && second.low <= first.high { possible.insert(.equal) }
    if first.high > second.low { possible.insert(.greater) }
    possible.formIntersection(order)
    if possible.isEmpty { isContradictory = true }
    let yes: CaseBox.Order =
      switch operation {
      case .less: .less
      case .lessOrEqual: [.less, .equal]
      case .greater: .greater
      case .greaterOrEqual: [.greater, .equal]
      case .equal: .equal
      default: [.less, .greater]
      }
    return .truth(
      no: !possible.isSubset(of: yes), yes: !possible.isDisjoint(with: yes),
      unknown: first.canBeUnknown || second.canBeUnknown)
  }

  /// Narrows the value of an expression to what was assumed of it.
  private mutating func narrow(_ value: inout Interval, _ index: Int32, _ box: CaseBox) {
    guard value.low < value.high, canBeAssumed(index), let shape = shapes?.shape(index) else { return }
    let day = assumedDay(index)
    for assumption in box.assumptions
    where assumption.left == shape && assumption.right < 0 && assumption.day == day {
      let low = max(value.low, assumption.range.low)
      let high = min(value.high, assumption.range.high)
      if low > high {
        isContradictory = true
      } else {
        value.low = low
        value.high = high
      }
    }
  }

  private mutating func assumedOrder(_ left: Int32, _ right: Int32, _ box: CaseBox) -> CaseBox.Order? {
    guard canBeAssumed(left), canBeAssumed(right), let first = shapes?.shape(left), let second = shapes?.shape(right)
    else { return nil }
    let day = max(assumedDay(left), assumedDay(right))
    for assumption in box.assumptions where assumption.right >= 0 && assumption.day == day {
      if assumption.left == first && assumption.right == second { return assumption.order }
      if assumption.left == second && assumption.right == first { return assumption.order.mirrored }
    }
    return nil
  }

  /// The day for which an assumption about a node is kept: 0 for what is the same on every day.
  mutating func assumedDay(_ index: Int32) -> Int64 { shapes?.changesDaily(index) ?? true ? days.lowerBound : 0 }

  /// Whether something may have been assumed of a node: of what changes from day to day only on a single one.
  private mutating func canBeAssumed(_ index: Int32) -> Bool {
    days.lowerBound == days.upperBound || !(shapes?.changesDaily(index) ?? true)
  }

  // MARK: What is not simply monotone

  private mutating func conditional(_ node: Program.Node, _ evaluator: Evaluator) -> Interval {
    let condition = value(node.a, evaluator)
    if !condition.canBeKnown { return .unknown }
    var result: Interval
    if condition.canBeYes && condition.canBeNo {
      result = value(node.b, evaluator).union(value(node.c, evaluator))
    } else {
      result = value(condition.canBeYes ? node.b : node.c, evaluator)
    }
    result.canBeUnknown = result.canBeUnknown || condition.canBeUnknown
    return result
  }

  private mutating func row(_ node: Program.Node, _ evaluator: Evaluator) -> Interval {
    let key = value(node.a, evaluator)
    if !key.canBeKnown { return .unknown }
    var result: Interval?
    var otherwise: Int32 = -1
    var canFallThrough = true
    func collect(_ value: Interval) { result = result?.union(value) ?? value }
    for index in node.list where canFallThrough {
      let row = program.rows[index]
      if row.isOtherwise {
        otherwise = row.value
        continue
      }
      let holds: Interval =
        row.bound >= 0
        ? compare(.lessOrEqual, node.a, row.bound, evaluator) : key.isOneOf(row.words, program)
      if holds.canBeYes { collect(value(row.value, evaluator)) }
      if holds.canBeUnknown { collect(.unknown) }
      canFallThrough = holds.canBeNo
    }
    if canFallThrough {
      // The row for everything else may stand after the one at which the search ended.
      for index in node.list where program.rows[index].isOtherwise { otherwise = program.rows[index].value }
      collect(otherwise < 0 ? .unknown : value(otherwise, evaluator))
    }
    var all = result ?? .unknown
    all.canBeUnknown = all.canBeUnknown || key.canBeUnknown
    return all
  }
}

extension Interval {
  /// This value, exact as of today, over a stretch of days.
  func moved(from days: ClosedRange<Int64>, _ apply: (Int64, Int64) -> Int64?) -> Interval {
    .mapCorners(self, Interval(low: days.lowerBound, high: days.upperBound), apply)
  }
}
