import RecoupRules

extension Weigher {
  /// What is unknown among all that the unknown clauses of an action name, whether or not evaluation gets there.
  mutating func missing(for action: Int) -> [Decision.Missing] {
    let program = evaluator.program
    var roots: [Int32] = []
    for index in program.clauses[action].requirements where evaluator.value(program.lists[index]) == nil {
      roots.append(program.lists[index])
    }
    return missing(below: roots + unknownClauses(of: action))
  }

  /// The clauses of an action that cannot be weighed, each with all its parts.
  mutating func unknownClauses(of action: Int) -> [Int32] {
    let program = evaluator.program
    var unknown: [Int32] = []
    for parts in program.clauses[action].valued(claim: program.claim, goodwill: program.goodwill, hour: program.hour)
    where isUnknown(parts) { unknown += parts }
    return unknown
  }

  private mutating func isUnknown(_ parts: [Int32]) -> Bool {
    for node in parts where evaluator.value(node) == nil { return true }
    return false
  }

  /// The unknown facts in the order of their declaration, then the days that were not given, in ladder order.
  mutating func missing(below roots: [Int32]) -> [Decision.Missing] {
    let program = evaluator.program
    var facts = Set<Int>()
    var actions = Set<Int>()
    for index in nodes(below: roots, isDefaultRead: { _ in false }) {
      let node = program.nodes[Int(index)]
      if node.operation == .fact, evaluator.value(index) == nil { facts.insert(Int(node.a)) }
      if node.operation == .daysAgo, evaluator.value(index) == nil { actions.insert(Int(node.a)) }
    }
    return facts.sorted().map { .fact($0) } + actions.sorted().map { .daysAgo(action: $0) }
  }

  /// The nodes below and including some, each once: not below a setting that the user gave, and below the default of
  /// a fact where it is said to be read.
  func nodes(below roots: [Int32], isDefaultRead: (Int) -> Bool) -> [Int32] {
    let program = evaluator.program
    var all: [Int32] = []
    var seen = Set<Int32>()
    var rest = roots
    while let index = rest.popLast() {
      if !seen.insert(index).inserted { continue }
      all.append(index)
      let node = program.nodes[Int(index)]
      if node.operation == .fact {
        let standIn = program.defaults[Int(node.a)]
        if standIn >= 0, isDefaultRead(Int(node.a)) { rest.append(standIn) }
      } else if node.operation != .setting || evaluator.settings[Int(node.b)] == nil {
        rest += program.children(node)
      }
    }
    return all
  }
}
