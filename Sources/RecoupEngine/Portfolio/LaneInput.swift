import RecoupRules

/// What a condition can read: a fact, a part of the history, or, where it reads several of them in a way that cannot be
/// taken apart, the condition itself.
enum LaneInput: Hashable {
  case fact(Int)
  case pending
  case times(Int)
  case daysAgo(Int)
  /// A condition that the plain evaluator is asked for.
  case node(Int32)
}

/// What each node of a program reads, under given settings.
struct LaneReads {
  enum Reads: Equatable {
    case nothing
    case one(LaneInput)
    /// Several inputs, or a fact whose default is computed from others.
    case several
  }

  let program: Program
  let settings: [Int64?]
  /// By node.
  private(set) var reads: [Reads] = []
  /// The facts as they are where none is given; a default that is computed from facts says nothing here.
  let absent: [Int64?]
  private var constants: Evaluator

  init(_ program: Program, settings: [Int64?]) {
    self.program = program
    self.settings = settings
    constants = Evaluator(program, Case(facts: [], settings: settings))
    absent = constants.facts
    var found: [Reads?] = Array(repeating: nil, count: program.nodes.count)
    for index in found.indices { _ = of(Int32(index), &found) }
    reads = found.map { $0 ?? .several }
  }

  /// What a node reads. What a fact takes for a default can stand anywhere, also after the nodes that read the fact.
  private func of(_ index: Int32, _ found: inout [Reads?]) -> Reads {
    if let reads = found[Int(index)] { return reads }
    let reads = of(program.nodes[Int(index)], &found)
    found[Int(index)] = reads
    return reads
  }

  private func of(_ node: Program.Node, _ found: inout [Reads?]) -> Reads {
    switch node.operation {
    case .fact: return of(fact: Int(node.a), &found)
    case .times: return .one(.times(Int(node.a)))
    case .daysAgo: return .one(.daysAgo(Int(node.a)))
    case .setting where isGiven(node): return .nothing
    default: break
    }
    var all = Reads.nothing
    for child in program.children(node) {
      let read = of(child, &found)
      if read == .nothing || read == all { continue }
      all = all == .nothing ? read : .several
    }
    return all
  }

  private func of(fact: Int, _ found: inout [Reads?]) -> Reads {
    switch program.motions[fact] {
    case .pending: return .one(.pending)
    case .fixed, .rising, .falling:
      let isComputed = program.defaults[fact] >= 0 && of(program.defaults[fact], &found) != .nothing
      return isComputed ? .several : .one(.fact(fact))
    }
  }

  private func isGiven(_ node: Program.Node) -> Bool { Int(node.b) < settings.count && settings[Int(node.b)] != nil }

  /// The value of a node that reads nothing.
  mutating func constant(_ node: Int32) -> Int64? { constants.value(node) }

  /// The node whose value a definition or a setting has, through all of them.
  func meaning(of index: Int32) -> Int32 {
    var index = index
    while true {
      let node = program.nodes[Int(index)]
      switch node.operation {
      case .definition: index = node.a
      case .setting where !isGiven(node): index = node.a
      default: return index
      }
    }
  }

  /// The input whose value a node has, as it is; nil if it is computed.
  func input(_ index: Int32) -> LaneInput? {
    let index = Int(meaning(of: index))
    switch program.nodes[index].operation {
    case .fact, .times, .daysAgo:
      if case .one(let input) = reads[index] { return input }
      return nil
    default: return nil
    }
  }
}
