import RecoupQuantities
import RecoupRules

/// Tells how the values of a program run along a stretch of an axis: over a stretch of days, and after anything that a
/// plan could do until then.
struct CourseEvaluator {
  /// In today's state, of the case at any value of the axis.
  let evaluator: Evaluator
  let inputs: VariedInputs
  /// How wide the stretch is.
  private(set) var width = 0.0

  let program: Program
  private var values: ClosedRange<Int64> = 0...0
  private var days: ClosedRange<Int64> = 0...0
  private var ranges: RangeEvaluator
  /// By fact: how its default runs as of today, where the axis moves it.
  private var defaults: [Course?]
  private var kept: [Course]
  private var keptFor: [UInt32]
  private var look: UInt32 = 0

  /// - Parameter settings: What settings can be besides, by their indices; none if empty.
  init(_ evaluator: Evaluator, _ inputs: VariedInputs, settings: [Interval?] = []) {
    self.evaluator = evaluator
    self.inputs = inputs
    program = evaluator.program
    ranges = RangeEvaluator(program, past: .exact, settings: settings)
    defaults = program.book.facts.map { _ in nil }
    kept = Array(repeating: .constant(.unknown), count: program.slotCount)
    keptFor = Array(repeating: 0, count: program.slotCount)
  }

  /// Turns to other values of the axis and other days: with what was done before today, or with anything that a plan
  /// could do besides.
  mutating func look(along values: ClosedRange<Int64>, on days: ClosedRange<Int64>, past: RangeEvaluator.Past) {
    self.values = values
    width = Double(values.upperBound) - Double(values.lowerBound)
    if inputs.movesDefaults {
      // A default is taken as of today, before anything is planned.
      turn(to: 0...0, .exact)
      for fact in program.defaultOrder where inputs.isMoved(fact) && inputs.fact != fact {
        defaults[fact] = value(program.defaults[fact])
      }
    }
    turn(to: days, past)
  }

  private mutating func turn(to days: ClosedRange<Int64>, _ past: RangeEvaluator.Past) {
    self.days = days
    ranges.past = past
    ranges.look(at: days)
    look &+= 1
    if look == 0 {  // after four thousand million looks
      for slot in keptFor.indices { keptFor[slot] = 0 }
      look = 1
    }
  }

  /// How the value of a node runs.
  mutating func value(_ index: Int32) -> Course {
    if !inputs.touches(index) { return .constant(ranges.value(index, evaluator)) }
    let node = program.nodes[Int(index)]
    if node.slot < 0 { return compute(node) }
    let slot = Int(node.slot)
    if keptFor[slot] == look { return kept[slot] }
    let value = compute(node)
    kept[slot] = value
    keptFor[slot] = look
    return value
  }

  private mutating func compute(_ node: Program.Node) -> Course {
    switch node.operation {
    case .literal, .times, .daysAgo: return .rough(.anything)  // never touched
    case .fact: return fact(Int(node.a))
    case .setting: return inputs.settings.contains(Int(node.b)) ? moving : value(node.a)
    case .definition: return value(node.a)
    case .table: return row(node)
    case .not: return value(node.a).step { $0.negated }
    case .negate: return -value(node.a)
    case .floor: return value(node.a).step { $0.mapEnds { Arithmetic.floor($0) } }
    case .ceil: return value(node.a).step { $0.mapEnds { Arithmetic.ceil($0) } }
    case .isKnown: return isKnown(value(node.a))
    case .isOneOf:
      let program = program
      return value(node.a).step { $0.isOneOf(node.list, program) }
    case .or:
      let left = value(node.a)
      return left.range.canBeNo || left.range.canBeUnknown ? left.step(value(node.b)) { .or($0, $1) } : left
    case .and:
      let left = value(node.a)
      return left.range.canBeYes || left.range.canBeUnknown ? left.step(value(node.b)) { .and($0, $1) } : left
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      let left = value(node.a)
      return left.step(value(node.b)) { .compare(node.operation, $0, $1) }
    case .between:
      let middle = value(node.a)
      let low = value(node.b)
      let high = value(node.c)
      let range = Interval.between(middle.range, low.range, high.range)
      return middle.isConstant && low.isConstant && high.isConstant ? .constant(range) : .rough(range)
    case .conditional: return conditional(node)
    case .interest:
      let principal = value(node.a)
      let rate = value(node.b)
      return .interest(principal, rate, value(node.c), over: width)
    case .add, .subtract, .multiply, .divide, .minimum, .maximum:
      let left = value(node.a)
      return arithmetic(node.operation, left, value(node.b))
    }
  }

  private func arithmetic(_ operation: Program.Operation, _ a: Course, _ b: Course) -> Course {
    switch operation {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a.times(b, over: width)
    case .divide: a.divided(by: b, over: width)
    case .minimum: .extreme(a, b, isMinimum: true)
    default: .extreme(a, b, isMinimum: false)
    }
  }

  // MARK: What moves

  /// The axis itself.
  private var moving: Course {
    let (low, high) = (values.lowerBound, values.upperBound)
    return Course(
      range: Interval(low: low, high: high), curve: Curve(least: Double(low), most: Double(high), low: 1, high: 1))
  }

  private func fact(_ index: Int) -> Course {
    let today = index == inputs.fact ? moving : defaults[index] ?? .constant(.exactly(evaluator.facts[index]))
    switch program.motions[index] {
    case .fixed: return today
    case .rising: return today.moved(to: today.range.moved(from: days) { Arithmetic.add($0, $1) })
    case .falling: return today.moved(to: today.range.moved(from: days) { Arithmetic.subtract($0, $1) })
    case .pending:
      return .rough(
        .truth(no: days.upperBound >= values.lowerBound, yes: days.lowerBound < values.upperBound, unknown: false))
    }
  }

  // MARK: What jumps

  private func isKnown(_ operand: Course) -> Course {
    let range = Interval.truth(no: operand.range.canBeUnknown, yes: operand.range.canBeKnown, unknown: false)
    return operand.isSmooth ? .constant(range) : .rough(range)
  }

  private mutating func conditional(_ node: Program.Node) -> Course {
    let condition = value(node.a)
    if !condition.range.canBeKnown { return .constant(.unknown) }
    var result: Course
    if condition.range.canBeYes && condition.range.canBeNo {
      let then = value(node.b)
      result = then.union(value(node.c))
    } else {
      result = value(condition.range.canBeYes ? node.b : node.c)
    }
    result.range.canBeUnknown = result.range.canBeUnknown || condition.range.canBeUnknown
    return condition.isConstant ? result : .rough(result.range)
  }

  private mutating func row(_ node: Program.Node) -> Course {
    let key = value(node.a)
    if !key.range.canBeKnown { return .constant(.unknown) }
    var result: Course?
    // Whether in every state one row is picked all along the stretch.
    var isSteady = true
    var canFallThrough = true
    for index in node.list where canFallThrough && !program.rows[index].isOtherwise {
      let row = program.rows[index]
      let words = program
      let holds =
        row.bound >= 0
        ? key.step(value(row.bound)) { .compare(.lessOrEqual, $0, $1) } : key.step { $0.isOneOf(row.words, words) }
      isSteady = isSteady && holds.isConstant
      if holds.range.canBeYes { result = value(row.value).union(with: result) }
      if holds.range.canBeUnknown { result = Course.constant(.unknown).union(with: result) }
      canFallThrough = holds.range.canBeNo
    }
    if canFallThrough {
      let otherwise = node.list.first { program.rows[$0].isOtherwise }
      result = (otherwise.map { value(program.rows[$0].value) } ?? .constant(.unknown)).union(with: result)
    }
    guard var all = result else { return .constant(.unknown) }
    all.range.canBeUnknown = all.range.canBeUnknown || key.range.canBeUnknown
    return isSteady ? all : .rough(all.range)
  }
}

extension Course {
  fileprivate func union(with other: Course?) -> Course { other.map { $0.union(self) } ?? self }
}
