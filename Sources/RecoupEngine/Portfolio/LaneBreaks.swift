import RecoupQuantities
import RecoupRules

/// Finds at which values of their input conditions that read one only may change their answers.
struct LaneBreaks {
  var reads: LaneReads
  /// By input, in no order: each value is the first of what comes after the break.
  private(set) var breaks: [LaneInput: [Int64]] = [:]
  /// By node that reads one input: whether its value stays the same between the breaks; nil if not looked at.
  private var isSteady: [Bool?]

  init(_ reads: LaneReads) {
    self.reads = reads
    isSteady = Array(repeating: nil, count: reads.reads.count)
  }

  /// Whether a node that reads one input has the same value between breaks, which are noted.
  mutating func cut(_ index: Int32) -> Bool {
    let index = reads.meaning(of: index)
    guard case .one(let input) = reads.reads[Int(index)] else { return reads.reads[Int(index)] == .nothing }
    if let known = isSteady[Int(index)] { return known }
    let isCut = cut(reads.program.nodes[Int(index)], input)
    isSteady[Int(index)] = isCut
    return isCut
  }

  private mutating func cut(_ node: Program.Node, _ input: LaneInput) -> Bool {
    switch node.operation {
    case .fact:
      let isTruth = reads.program.book.facts[Int(node.a)].type == .truth
      if isTruth { breaks[input, default: []] += [0, 1, 2] }
      return isTruth
    case .times, .daysAgo: return false
    case .isKnown:
      if reads.input(node.a) != nil { return true }
    case .isOneOf:
      if reads.input(node.a) != nil {
        for word in reads.program.words[node.list] { note(word, input) }
        return true
      }
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .between:
      if compares(reads.program.children(node), input) { return true }
    case .table:
      if reads.input(node.a) != nil { return cutRows(node, input) }
    case .literal, .setting, .definition, .not, .negate, .floor, .ceil, .or, .and, .add, .subtract, .multiply, .divide,
      .minimum, .maximum, .conditional, .interest:
      break
    }
    for child in reads.program.children(node) where !cut(child) { return false }
    return true
  }

  /// Whether each operand is the input itself or a constant.
  private mutating func compares(_ operands: [Int32], _ input: LaneInput) -> Bool {
    for operand in operands where reads.input(operand) == nil && reads.reads[Int(operand)] != .nothing { return false }
    for operand in operands { noteConstant(operand, input) }
    return true
  }

  private mutating func cutRows(_ node: Program.Node, _ input: LaneInput) -> Bool {
    for row in reads.program.rows[node.list] {
      if row.bound >= 0 {
        if reads.reads[Int(row.bound)] != .nothing { return false }
        noteConstant(row.bound, input)
      }
      for word in reads.program.words[row.words] { note(word, input) }
      if !cut(row.value) { return false }
    }
    return true
  }

  private mutating func noteConstant(_ operand: Int32, _ input: LaneInput) {
    if reads.reads[Int(operand)] == .nothing, let limit = reads.constant(operand) { note(limit, input) }
  }

  /// A value may stand apart from those below it, and from those above it.
  private mutating func note(_ limit: Int64, _ input: LaneInput) {
    breaks[input, default: []].append(limit)
    if let next = Arithmetic.add(limit, 1) { breaks[input, default: []].append(next) }
  }
}
