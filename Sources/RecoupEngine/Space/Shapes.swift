import RecoupRules

/// Numbers the nodes of a program so that those that say the same have the same number, wherever they stand.
struct Shapes {
  private struct Key: Hashable {
    var operation: UInt8
    var constant: Int64
    var parts: [Int64]
  }

  private let program: Program
  private var numbers: [Key: Int32] = [:]
  /// By shape: the first node that has it.
  private var nodes: [Int32] = []
  private var ofNode: [Int32]
  private var readBy: [[CaseVariable]?]

  init(_ program: Program) {
    self.program = program
    ofNode = Array(repeating: -1, count: program.nodes.count)
    readBy = Array(repeating: nil, count: program.nodes.count)
  }

  /// The shape of a node.
  mutating func shape(_ index: Int32) -> Int32 {
    if ofNode[Int(index)] >= 0 { return ofNode[Int(index)] }
    let node = program.nodes[Int(index)]
    var key = Key(operation: node.operation.rawValue, constant: node.constant, parts: [])
    switch node.operation {
    case .definition:
      let shape = shape(node.a)
      ofNode[Int(index)] = shape
      return shape
    case .literal: break
    case .fact, .times, .daysAgo: key.parts = [Int64(node.a)]
    case .setting: key.parts = [Int64(node.b)]
    case .table: key.parts = [Int64(node.b)]
    case .isOneOf: key.parts = [Int64(shape(node.a))] + program.words[node.list].sorted()
    case .not, .negate, .floor, .ceil, .isKnown, .or, .and, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal,
      .notEqual, .add, .subtract, .multiply, .divide, .minimum, .maximum, .between, .conditional, .interest:
      for child in program.children(node) { key.parts.append(Int64(shape(child))) }
    }
    let number: Int32
    if let known = numbers[key] {
      number = known
    } else {
      number = Int32(nodes.count)
      numbers[key] = number
      nodes.append(index)
    }
    ofNode[Int(index)] = number
    return number
  }

  /// A node of a shape.
  func node(ofShape shape: Int32) -> Int32? { shape < 0 ? nil : nodes[Int(shape)] }

  /// Whether a node has another value on another day, though nothing is done until then.
  mutating func changesDaily(_ index: Int32) -> Bool {
    variables(index).contains { variable in
      switch variable {
      case .fact(let fact): program.motions[fact] != .fixed
      case .times: false
      case .daysAgo, .pending: true
      }
    }
  }

  /// What the nodes of a shape read of a case.
  mutating func variables(ofShape shape: Int32) -> [CaseVariable] { variables(nodes[Int(shape)]) }

  /// What a node reads of a case, each thing once.
  mutating func variables(_ index: Int32) -> [CaseVariable] {
    if let known = readBy[Int(index)] { return known }
    let node = program.nodes[Int(index)]
    var all: [CaseVariable] = []
    switch node.operation {
    case .fact: all = [Int(node.a) == RuleBook.Builtin.pending ? .pending : .fact(Int(node.a))]
    case .times: all = [.times(Int(node.a))]
    case .daysAgo: all = [.times(Int(node.a)), .daysAgo(Int(node.a))]
    default:
      for child in program.children(node) {
        for variable in variables(child) where !all.contains(variable) { all.append(variable) }
      }
    }
    readBy[Int(index)] = all
    return all
  }
}

extension RangeEvaluator {
  /// The first of the days that are looked at.
  var today: Int64 { days.lowerBound }

  /// What a node reads of a case; nothing where the shapes of nodes are not known.
  mutating func variables(_ index: Int32) -> [CaseVariable] { shapes?.variables(index) ?? [] }

  /// What an expression reads of a case, by its shape.
  mutating func variables(ofShape shape: Int32) -> [CaseVariable] { shapes?.variables(ofShape: shape) ?? [] }

  /// A node of a shape.
  func node(ofShape shape: Int32) -> Int32? { shapes?.node(ofShape: shape) }

  /// The shape of a node.
  mutating func knownShape(_ index: Int32) -> Int32? { shapes?.shape(index) }
}
