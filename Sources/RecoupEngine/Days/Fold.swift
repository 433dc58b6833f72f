import RecoupRules

/// Which actions' histories something reads, a bit an action; of more than 64 several share one.
struct Reads {
  /// How often they were done, or when.
  var any: UInt64 = 0
  /// When they were done last.
  var days: UInt64 = 0

  static func | (a: Reads, b: Reads) -> Reads { Reads(any: a.any | b.any, days: a.days | b.days) }
  static func |= (a: inout Reads, b: Reads) { a = a | b }
  static func & (a: Reads, bits: UInt64) -> Reads { Reads(any: a.any & bits, days: a.days & bits) }

  /// The bit of an action.
  static func bit(_ action: Int) -> UInt64 { 1 << UInt64(action & 63) }
}

/// What a node that reads the steps taken before comes to in one case: much of it is decided by the facts, or by what
/// can no longer be done.
struct Fold {
  /// The node that says the same with less.
  var target: Int32
  /// What it reads of the steps taken before.
  var reads = Reads()
  /// Whether it is the same in every state of a plan.
  var isConstant = false
  /// That value.
  var value: Int64?

  static func constant(_ value: Int64?) -> Fold { Fold(target: -1, isConstant: true, value: value) }
}

extension Evaluator {
  /// Finds out what the case makes of all that reads the steps taken before.
  ///
  /// - Parameters:
  ///   - sets: The days on which conditions hold that do not.
  ///   - canBeDone: By action: whether a plan may do it.
  mutating func fold(_ sets: DaySets, canBeDone: [Bool]) {
    var found: [Fold] = []
    swap(&found, &folds)
    found.removeAll(keepingCapacity: true)
    for index in program.pastNodes {
      found.append(fold(index, found, sets, canBeDone))
    }
    folds = found
  }

  private mutating func fold(_ index: Int32, _ found: [Fold], _ sets: DaySets, _ canBeDone: [Bool]) -> Fold {
    let node = program.nodes[Int(index)]
    switch node.operation {
    case .times:
      let action = Int(node.a)
      return canBeDone[action] ? Fold(target: index, reads: Reads(any: Reads.bit(action))) : .constant(value(index))
    case .daysAgo:
      let action = Int(node.a)
      let bit = Reads.bit(action)
      if canBeDone[action] { return Fold(target: index, reads: Reads(any: bit, days: bit)) }
      let isStill = begun[action] == Evaluator.notBegun || begun[action] == Evaluator.unknownDay
      return isStill ? .constant(value(index)) : Fold(target: index)
    case .definition: return follow(node.a, found)
    case .setting:
      if let value = settings[Int(node.b)] { return .constant(value) }
      return follow(node.a, found)
    case .not:
      if let answer = answer(node.a, found, sets) { return .constant(answer.value.map { 1 - $0 }) }
    case .and, .or:
      let deciding: Int64 = node.operation == .and ? 0 : 1
      let (left, right) = (answer(node.a, found, sets), answer(node.b, found, sets))
      if let left, left.value == deciding { return .constant(deciding) }
      if let right, right.value == deciding { return .constant(deciding) }
      if left != nil, right != nil { return .constant(left?.value == nil || right?.value == nil ? nil : 1 - deciding) }
      if let left, left.value != nil { return follow(node.b, found) }
      if let right, right.value != nil { return follow(node.a, found) }
    case .conditional:
      guard let answer = answer(node.a, found, sets) else { break }
      guard let holds = answer.value else { return .constant(nil) }
      return follow(holds == 1 ? node.b : node.c, found)
    default: break
    }
    var fold = Fold(target: index)
    var isConstant = true
    func read(_ child: Int32) {
      let node = program.nodes[Int(child)]
      if node.past >= 0 {
        fold.reads |= found[Int(node.past)].reads
        isConstant = isConstant && found[Int(node.past)].isConstant
      } else if node.daily >= 0 {
        isConstant = false
      }
    }
    switch node.operation {
    case .not, .negate, .floor, .ceil, .isKnown, .isOneOf: read(node.a)
    case .between, .conditional, .interest:
      read(node.a)
      read(node.b)
      read(node.c)
    case .table: for child in program.children(node) { read(child) }
    default:
      read(node.a)
      read(node.b)
    }
    return isConstant ? .constant(value(index)) : fold
  }

  /// What another node comes to.
  private mutating func follow(_ index: Int32, _ found: [Fold]) -> Fold {
    let node = program.nodes[Int(index)]
    if node.past >= 0 { return found[Int(node.past)] }
    return node.daily < 0 ? .constant(value(index)) : Fold(target: index)
  }

  private struct Answer {
    /// Nil if it is unknown.
    var value: Int64?
  }

  /// The answer of a condition if it is the same in every state; nil if it is not.
  private mutating func answer(_ index: Int32, _ found: [Fold], _ sets: DaySets) -> Answer? {
    let node = program.nodes[Int(index)]
    if node.past >= 0 {
      let fold = found[Int(node.past)]
      return fold.isConstant ? Answer(value: fold.value) : nil
    }
    if node.daily < 0 { return Answer(value: value(index)) }
    if sets.days(index, isYes: true, &self) == sets.all { return Answer(value: 1) }
    return sets.days(index, isYes: false, &self) == sets.all ? Answer(value: 0) : nil
  }
}
