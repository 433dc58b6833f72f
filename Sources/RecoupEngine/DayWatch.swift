import RecoupQuantities
import RecoupRules

/// Evaluates a program in one state of a plan and tells until when, if nothing is done, the value goes on as it does:
/// so that a search for the first day on which something holds can leap over the days between. Of one evaluator it is
/// asked only; its facts may not change.
struct DayWatch {
  /// A value on a day and on those after it.
  struct Watched {
    /// The value on the day; nil if it is unknown.
    var value: Int64?
    /// By how much it rises a day.
    var slope: Int64 = 0
    /// The first later day on which it may be otherwise than that.
    var until = Int64.max

    static func steady(_ value: Int64?) -> Watched { Watched(value: value) }
  }

  private let program: Program
  private let horizon: Int64
  private var kept: [Watched]
  /// From which day on a kept value goes on as it says.
  private var keptFrom: [Int64]
  /// For which history of the evaluator it was kept; `anyHistory` where it depends on the day alone.
  private var keptIn: [Int64]
  private var ranges: RangeEvaluator
  private static let anyHistory: Int64 = -1
  private static let notKept: Int64 = -2

  /// - Parameter horizon: The last day that matters.
  init(_ program: Program, horizon: Int64) {
    self.program = program
    self.horizon = horizon
    kept = Array(repeating: .steady(nil), count: program.slotCount)
    keptFrom = Array(repeating: 0, count: program.slotCount)
    keptIn = Array(repeating: DayWatch.notKept, count: program.slotCount)
    ranges = RangeEvaluator(program, past: .exact)
  }

  /// The value of a node on the evaluator's day, and how it goes on.
  mutating func value(_ index: Int32, _ evaluator: inout Evaluator) -> Watched {
    let node = program.nodes[Int(index)]
    if node.reach == .fixed { return .steady(evaluator.value(index)) }
    if node.slot < 0 { return settled(index, node, &evaluator) }
    let slot = Int(node.slot)
    let (day, history) = (evaluator.day, node.reach == .day ? DayWatch.anyHistory : evaluator.history)
    if keptIn[slot] == history, keptFrom[slot] <= day, day < kept[slot].until {
      var value = kept[slot]
      if value.slope != 0 { value.value = value.value.map { $0 + value.slope * (day - keptFrom[slot]) } }
      return value
    }
    let value = settled(index, node, &evaluator)
    kept[slot] = value
    keptFrom[slot] = day
    keptIn[slot] = history
    return value
  }

  /// Of a comparison of what does not move evenly only today's answer is known, unless its range tells that it stays.
  private mutating func settled(_ index: Int32, _ node: Program.Node, _ evaluator: inout Evaluator) -> Watched {
    var now = compute(node, &evaluator)
    guard node.reach == .day, node.operation.isComparison, now.until == evaluator.day + 1, now.until < horizon,
      now.value != nil
    else { return now }
    let days = now.until...horizon
    if ranges.days != days { ranges.look(at: days) }
    let later = ranges.value(index, evaluator)
    if !later.canBeUnknown, later.low == later.high, later.low == now.value { now.until = horizon + 1 }
    return now
  }

  private mutating func compute(_ node: Program.Node, _ evaluator: inout Evaluator) -> Watched {
    switch node.operation {
    case .literal: return .steady(node.constant)
    case .fact: return fact(Int(node.a), &evaluator)
    case .setting:
      return evaluator.settings[Int(node.b)].map { .steady($0) } ?? value(node.a, &evaluator)
    case .definition: return value(node.a, &evaluator)
    case .table: return row(node, &evaluator)
    case .times: return .steady(Arithmetic.multiply(evaluator.times[Int(node.a)], millionthsInOne * millionthsInOne))
    case .daysAgo: return daysAgo(Int(node.a), &evaluator)
    case .not:
      var operand = value(node.a, &evaluator)
      operand.value = operand.value.map { 1 - $0 }
      return operand
    case .negate:
      let operand = value(node.a, &evaluator)
      return DayWatch.linear(
        operand.value.flatMap { Arithmetic.subtract(0, $0) }, -operand.slope, operand.until, evaluator.day)
    case .floor, .ceil:
      let operand = value(node.a, &evaluator)
      let value = operand.value.flatMap { node.operation == .floor ? Arithmetic.floor($0) : Arithmetic.ceil($0) }
      return DayWatch.bent(value, [operand], evaluator.day)
    case .isKnown:
      let operand = value(node.a, &evaluator)
      return Watched(value: operand.value == nil ? 0 : 1, until: operand.until)
    case .isOneOf:
      let operand = value(node.a, &evaluator)
      return Watched(value: operand.value.map { program.hasWord($0, node.list) ? 1 : 0 }, until: operand.until)
    case .or: return either(node, deciding: 1, &evaluator)
    case .and: return either(node, deciding: 0, &evaluator)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      let left = value(node.a, &evaluator)
      return DayWatch.compare(node.operation, left, value(node.b, &evaluator), evaluator.day)
    case .between:
      let middle = value(node.a, &evaluator)
      let low = DayWatch.compare(.lessOrEqual, value(node.b, &evaluator), middle, evaluator.day)
      let high = DayWatch.compare(.lessOrEqual, middle, value(node.c, &evaluator), evaluator.day)
      guard let first = low.value, let second = high.value else {
        return Watched(value: nil, until: min(low.until, high.until))
      }
      if first == 0 { return Watched(value: 0, until: second == 0 ? max(low.until, high.until) : low.until) }
      return Watched(value: second, until: second == 0 ? high.until : min(low.until, high.until))
    case .conditional:
      let condition = value(node.a, &evaluator)
      guard let holds = condition.value else { return Watched(value: nil, until: condition.until) }
      var branch = value(holds == 1 ? node.b : node.c, &evaluator)
      branch.until = min(branch.until, condition.until)
      return branch
    case .interest:
      let principal = value(node.a, &evaluator)
      let rate = value(node.b, &evaluator)
      let days = value(node.c, &evaluator)
      guard let first = principal.value, let second = rate.value, let third = days.value else {
        return DayWatch.bent(nil, [principal, rate, days], evaluator.day)
      }
      return DayWatch.bent(
        Arithmetic.interest(first, rate: second, days: third), [principal, rate, days], evaluator.day)
    case .add, .subtract, .multiply, .divide, .minimum, .maximum: return arithmetic(node, &evaluator)
    }
  }

  // MARK: What moves

  private func fact(_ index: Int, _ evaluator: inout Evaluator) -> Watched {
    let today = evaluator.facts[index]
    switch program.motions[index] {
    case .fixed: return .steady(today)
    case .rising: return DayWatch.linear(today.flatMap { Arithmetic.add($0, evaluator.day) }, 1, .max, evaluator.day)
    case .falling:
      return DayWatch.linear(today.flatMap { Arithmetic.subtract($0, evaluator.day) }, -1, .max, evaluator.day)
    case .pending:
      let isPending = evaluator.day < evaluator.pendingDays
      return Watched(value: isPending ? 1 : 0, until: isPending ? evaluator.pendingDays : .max)
    }
  }

  private func daysAgo(_ action: Int, _ evaluator: inout Evaluator) -> Watched {
    switch evaluator.begun[action] {
    case Evaluator.notBegun: .steady(Evaluator.never)
    case Evaluator.unknownDay: .steady(nil)
    default: DayWatch.linear(Arithmetic.subtract(evaluator.day, evaluator.begun[action]), 1, .max, evaluator.day)
    }
  }

  /// A value that moves by its slope. What is near the end of 64 bits is looked at day by day.
  private static func linear(_ value: Int64?, _ slope: Int64, _ until: Int64, _ day: Int64) -> Watched {
    guard let value else { return Watched(value: nil, until: slope == 0 ? until : day + 1) }
    let isFar = value < -(1 << 61) || value > 1 << 61
    return Watched(value: value, slope: slope, until: isFar && slope != 0 ? day + 1 : until)
  }

  /// A value that is not made of its parts by sums: it goes on only where they stand still.
  private static func bent(_ value: Int64?, _ parts: [Watched], _ day: Int64) -> Watched {
    var until = Int64.max
    for part in parts { until = min(until, part.slope == 0 ? part.until : day + 1) }
    return Watched(value: value, until: until)
  }

  private mutating func arithmetic(_ node: Program.Node, _ evaluator: inout Evaluator) -> Watched {
    let left = value(node.a, &evaluator)
    let right = value(node.b, &evaluator)
    let until = min(left.until, right.until)
    guard let first = left.value, let second = right.value else {
      return DayWatch.bent(nil, [left, right], evaluator.day)
    }
    let value = Arithmetic.apply(node.operation, first, second)
    switch node.operation {
    case .add: return DayWatch.linear(value, left.slope + right.slope, until, evaluator.day)
    case .subtract: return DayWatch.linear(value, left.slope - right.slope, until, evaluator.day)
    case .minimum, .maximum:
      let order = DayWatch.compare(.lessOrEqual, left, right, evaluator.day)
      let isLeft = (order.value == 1) == (node.operation == .minimum)
      return Watched(value: value, slope: isLeft ? left.slope : right.slope, until: order.until)
    default: return DayWatch.bent(value, [left, right], evaluator.day)
    }
  }

  // MARK: Answers

  /// `and` is decided by a no, `or` by a yes; what decides it needs the other no more.
  private mutating func either(_ node: Program.Node, deciding: Int64, _ evaluator: inout Evaluator) -> Watched {
    let left = value(node.a, &evaluator)
    if left.value == deciding, left.until == .max { return left }
    let right = value(node.b, &evaluator)
    if left.value == deciding, right.value == deciding {
      return Watched(value: deciding, until: max(left.until, right.until))
    }
    if left.value == deciding { return left }
    if right.value == deciding { return right }
    return Watched(
      value: left.value == nil ? nil : right.value, until: min(left.until, right.until))
  }

  /// Compares two values, until the first day on which the answer is another.
  private static func compare(_ operation: Program.Operation, _ a: Watched, _ b: Watched, _ day: Int64) -> Watched {
    let until = min(a.until, b.until)
    guard let left = a.value, let right = b.value else { return Watched(value: nil, until: until) }
    let slope = a.slope - b.slope
    let answer = Arithmetic.apply(operation, left, right)
    guard slope != 0 else { return Watched(value: answer, until: until) }
    guard let gap = Arithmetic.subtract(left, right) else { return Watched(value: answer, until: day + 1) }
    // The days until the gap is 0 or has gone past it, and whether it is 0 on one of them.
    let isClosing = (gap > 0) == (slope < 0) && gap != 0
    let size = gap.magnitude / slope.magnitude
    let isExact = gap.magnitude % slope.magnitude == 0
    var days: UInt64?
    switch operation {
    case .equal, .notEqual: days = gap == 0 ? 1 : isClosing && isExact ? size : nil
    case .less, .greaterOrEqual:  // turns where the gap goes from below 0 to 0 or more, or back
      if gap < 0 { days = isClosing ? size + (isExact ? 0 : 1) : nil } else { days = slope < 0 ? size + 1 : nil }
    default:  // turns where the gap goes from 0 or less to above 0, or back
      if gap > 0 { days = isClosing ? size + (isExact ? 0 : 1) : nil } else { days = slope > 0 ? size + 1 : nil }
    }
    guard let days, let turn = Int64(exactly: days).flatMap({ Arithmetic.add(day, $0) }) else {
      return Watched(value: answer, until: until)
    }
    return Watched(value: answer, until: min(until, turn))
  }

  private mutating func row(_ node: Program.Node, _ evaluator: inout Evaluator) -> Watched {
    let key = value(node.a, &evaluator)
    guard let now = key.value else { return Watched(value: nil, until: key.until) }
    var until = key.slope == 0 ? key.until : .max
    var otherwise: Int32 = -1
    for index in node.list {
      let row = program.rows[index]
      if row.bound >= 0 {
        let holds = DayWatch.compare(.lessOrEqual, key, value(row.bound, &evaluator), evaluator.day)
        until = min(until, holds.until)
        guard let isIt = holds.value else { return Watched(value: nil, until: until) }
        if isIt == 1 { return picked(row.value, until, &evaluator) }
      } else if row.isOtherwise {
        otherwise = row.value
      } else if program.hasWord(now, row.words) {
        return picked(row.value, until, &evaluator)
      }
    }
    return otherwise < 0 ? Watched(value: nil, until: until) : picked(otherwise, until, &evaluator)
  }

  private mutating func picked(_ node: Int32, _ until: Int64, _ evaluator: inout Evaluator) -> Watched {
    var picked = value(node, &evaluator)
    picked.until = min(picked.until, until)
    return picked
  }
}
