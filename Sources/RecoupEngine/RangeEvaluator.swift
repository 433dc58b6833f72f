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

  private let evaluator: Evaluator
  private let days: ClosedRange<Int64>
  private let past: Past
  private var kept: [Interval?]

  init(_ evaluator: Evaluator, days: ClosedRange<Int64>, past: Past) {
    self.evaluator = evaluator
    self.days = days
    self.past = past
    kept = Array(repeating: nil, count: evaluator.program.slotCount)
  }

  private var program: Program { evaluator.program }

  /// What the value of a node can be.
  mutating func value(_ index: Int32) -> Interval {
    let node = program.nodes[Int(index)]
    if node.slot >= 0, let known = kept[Int(node.slot)] { return known }
    let value = compute(node)
    if node.slot >= 0 { kept[Int(node.slot)] = value }
    return value
  }

  private mutating func compute(_ node: Program.Node) -> Interval {
    switch node.operation {
    case .literal: return .exactly(node.constant)
    case .fact: return fact(Int(node.a))
    case .setting: return evaluator.settings[Int(node.b)].map { .exactly($0) } ?? value(node.a)
    case .definition: return value(node.a)
    case .table: return row(node)
    case .times: return times(Int(node.a))
    case .daysAgo: return daysAgo(Int(node.a))
    case .not: return value(node.a).negated
    case .negate: return value(node.a).mapEnds { Arithmetic.subtract(0, $0) }
    case .floor: return value(node.a).mapEnds { Arithmetic.floor($0) }
    case .ceil: return value(node.a).mapEnds { Arithmetic.ceil($0) }
    case .isKnown:
      let operand = value(node.a)
      return .truth(no: operand.canBeUnknown, yes: operand.canBeKnown, unknown: false)
    case .isOneOf: return isOneOf(value(node.a), program.words[Int(node.b)])
    case .or:
      let left = value(node.a)
      return left.canBeNo || left.canBeUnknown ? .or(left, value(node.b)) : left
    case .and:
      let left = value(node.a)
      return left.canBeYes || left.canBeUnknown ? .and(left, value(node.b)) : left
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      return .compare(node.operation, value(node.a), value(node.b))
    case .between:
      let middle = value(node.a)
      let low = value(node.b)
      let high = value(node.c)
      if !middle.canBeKnown || !low.canBeKnown || !high.canBeKnown { return .unknown }
      var inside = Interval.and(.compare(.lessOrEqual, low, middle), .compare(.lessOrEqual, middle, high))
      inside = .truth(
        no: inside.canBeNo, yes: inside.canBeYes,
        unknown: middle.canBeUnknown || low.canBeUnknown || high.canBeUnknown)
      return inside
    case .conditional: return conditional(node)
    case .interest: return interest(node)
    case .divide: return quotient(value(node.a), value(node.b))
    case .add, .subtract, .multiply, .minimum, .maximum:
      let operation = node.operation
      return .mapCorners(value(node.a), value(node.b)) { Arithmetic.apply(operation, $0, $1) }
    }
  }

  // MARK: What moves

  private func fact(_ index: Int) -> Interval {
    let today = evaluator.facts[index]
    switch program.book.facts[index].motion {
    case .fixed: return .exactly(today)
    case .rising: return Interval.exactly(today).moved(from: days) { Arithmetic.add($0, $1) }
    case .falling: return Interval.exactly(today).moved(from: days) { Arithmetic.subtract($0, $1) }
    case .pending:
      return .truth(
        no: days.upperBound >= evaluator.pendingDays, yes: days.lowerBound < evaluator.pendingDays, unknown: false)
    }
  }

  /// How many more times a plan could do an action.
  private func more(_ action: Int) -> Int64 {
    guard case .open(let steps) = past else { return 0 }
    return max(0, min(steps, program.book.actions[action].atMost - evaluator.times[action]))
  }

  private func times(_ action: Int) -> Interval {
    let done = evaluator.times[action]
    return Interval.mapCorners(.exactly(millionthsInOne), Interval(low: done, high: done + more(action))) {
      let (product, overflow) = $0.multipliedReportingOverflow(by: $1)
      return overflow ? nil : product
    }
  }

  private func daysAgo(_ action: Int) -> Interval {
    var now: Interval
    switch evaluator.begun[action] {
    case Evaluator.notBegun: now = .exactly(Evaluator.never)
    case Evaluator.unknownDay: now = .unknown
    default:
      let begun = evaluator.begun[action]
      now = Interval.exactly(0).moved(from: days) { Arithmetic.subtract($1, begun) }
    }
    if more(action) > 0 { now = now.union(Interval(low: 0, high: days.upperBound)) }
    return now
  }

  // MARK: What is not simply monotone

  private func isOneOf(_ word: Interval, _ words: [Int64]) -> Interval {
    if !word.canBeKnown { return .unknown }
    if word.low == word.high {
      return .truth(no: !words.contains(word.low), yes: words.contains(word.low), unknown: word.canBeUnknown)
    }
    return .truth(no: true, yes: true, unknown: word.canBeUnknown)
  }

  private mutating func conditional(_ node: Program.Node) -> Interval {
    let condition = value(node.a)
    if !condition.canBeKnown { return .unknown }
    var result: Interval
    if condition.canBeYes && condition.canBeNo {
      result = value(node.b).union(value(node.c))
    } else {
      result = value(condition.canBeYes ? node.b : node.c)
    }
    result.canBeUnknown = result.canBeUnknown || condition.canBeUnknown
    return result
  }

  private mutating func interest(_ node: Program.Node) -> Interval {
    let principal = value(node.a)
    let rate = value(node.b)
    let days = value(node.c)
    if !days.canBeKnown { return .unknown }
    let least = Interval.mapCorners(principal, rate) { Arithmetic.interest($0, rate: $1, days: days.low) }
    let most = Interval.mapCorners(principal, rate) { Arithmetic.interest($0, rate: $1, days: days.high) }
    if !least.canBeKnown && !most.canBeKnown && days.low == days.high { return .unknown }
    var result = least.union(most)
    if !least.canBeKnown || !most.canBeKnown { result = .anything }
    result.canBeUnknown = result.canBeUnknown || days.canBeUnknown
    return result
  }

  /// Near a divisor of 0 a quotient can be anything.
  private func quotient(_ a: Interval, _ b: Interval) -> Interval {
    if b.canBeKnown, b.low < b.high, b.low <= 0, b.high >= 0 { return a.canBeKnown ? .anything : .unknown }
    return .mapCorners(a, b) { Arithmetic.divide($0, $1) }
  }

  private mutating func row(_ node: Program.Node) -> Interval {
    let key = value(node.a)
    if !key.canBeKnown { return .unknown }
    var result: Interval?
    var otherwise: Int32 = -1
    var canFallThrough = true
    func collect(_ value: Interval) { result = result?.union(value) ?? value }
    for row in program.rows[Int(node.b)] where canFallThrough {
      let holds: Interval
      switch row.match {
      case .upTo(let bound): holds = .compare(.lessOrEqual, key, value(bound))
      case .words(let words): holds = isOneOf(key, words)
      case .otherwise:
        otherwise = row.value
        continue
      }
      if holds.canBeYes { collect(value(row.value)) }
      if holds.canBeUnknown { collect(.unknown) }
      canFallThrough = holds.canBeNo
    }
    if canFallThrough {
      // The row for everything else may stand after the one at which the search ended.
      for row in program.rows[Int(node.b)] { if case .otherwise = row.match { otherwise = row.value } }
      collect(otherwise < 0 ? .unknown : value(otherwise))
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
