import RecoupRules

extension Weigher {
  /// What is unknown among all that the unknown clauses of an action name, whether or not evaluation gets there.
  mutating func missing(for action: Int) -> [Decision.Missing] {
    let program = evaluator.program
    let clauses = program.clauses[action]
    var roots: [Int32] = []
    for node in program.lists[clauses.requirements] where evaluator.value(node) == nil { roots.append(node) }
    for parts in clauses.valued(claim: program.claim, goodwill: program.goodwill, hour: program.hour)
    where isUnknown(parts) { roots += parts }
    return missing(below: roots)
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
    var seen = Set<Int32>()
    var rest = roots
    while let index = rest.popLast() {
      if !seen.insert(index).inserted { continue }
      let node = program.nodes[Int(index)]
      switch node.operation {
      case .fact: if evaluator.value(index) == nil { facts.insert(Int(node.a)) }
      case .daysAgo: if evaluator.value(index) == nil { actions.insert(Int(node.a)) }
      case .setting: if evaluator.settings[Int(node.b)] == nil { rest.append(node.a) }
      default: rest += program.children(node)
      }
    }
    return facts.sorted().map { .fact($0) } + actions.sorted().map { .daysAgo(action: $0) }
  }
}
