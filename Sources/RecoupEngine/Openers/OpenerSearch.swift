import RecoupRules

/// Looks for the facts of a case that open an action, by trying other values of them in the evaluator itself.
struct OpenerSearch {
  let program: Program
  let action: Int

  /// So many days to either side are tried one by one: more than a year.
  private static let days: Int64 = 400

  init(_ program: Program, _ action: Int) {
    self.program = program
    self.action = action
  }

  /// See `Advisor.openers`.
  func openers(in invoice: Case) -> [[Change]] {
    let singles = changes(of: { _ in true }, in: invoice)
    if !singles.isEmpty { return singles.map { [$0] } }
    var weigher = Weigher(program, invoice)
    let barriers = weigher.barriers(to: action)
    // What is open needs nothing, and what was done stays done.
    if barriers.isEmpty || barriers.contains(where: { $0.roots.isEmpty }) { return [] }
    return pairs(in: invoice, naming: named(barriers, weigher, invoice).reduce([]) { $0.union($1) })
  }

  // MARK: Single facts

  /// The changes of one fact, of those that may change, that open the action; none if it is open.
  func changes(of mayChange: (Int) -> Bool, in invoice: Case) -> [Change] {
    var weigher = Weigher(program, invoice)
    let barriers = weigher.barriers(to: action)
    // What removes every obstacle is named by every obstacle.
    var common: Set<Int>?
    for facts in named(barriers, weigher, invoice) { common = common?.intersection(facts) ?? facts }
    let facts = (common ?? []).filter { mayChange($0) }.sorted()
    if facts.isEmpty { return [] }
    let nodes = everything(weigher, invoice)
    return facts.compactMap { fact in
      let from = weigher.evaluator.facts[fact]
      return reach(of: fact, from: from, nodes, in: invoice).map { Change(fact: fact, from: from, reach: $0) }
    }
  }

  private func reach(of fact: Int, from: Int64?, _ nodes: [Int32], in invoice: Case) -> Change.Reach? {
    guard let values = program.book.facts[fact].allValues else {
      let isDays = program.book.facts[fact].type == .days
      let search = numbers(fact, from: from, nodes, in: invoice, trying: isDays ? OpenerSearch.days : 0)
      return search.reach { isOpen(invoice.with($0, for: fact)) }
    }
    let open = values.filter { $0 != from && isOpen(invoice.with($0, for: fact)) }
    return open.isEmpty ? nil : .exactly(open)
  }

  func isOpen(_ invoice: Case) -> Bool {
    var weigher = Weigher(program, invoice)
    return weigher.isOpen(action)
  }

  // MARK: What is read

  /// By obstacle: the facts that it is read from and that stay as they are from day to day.
  private func named(_ barriers: [Barrier], _ weigher: Weigher, _ invoice: Case) -> [Set<Int>] {
    barriers.map { barrier in Set(facts(read(barrier.roots, weigher, invoice))) }
  }

  /// All that is read below some nodes, defaults that stand in for a fact included.
  func read(_ roots: [Int32], _ weigher: Weigher, _ invoice: Case) -> [Int32] {
    weigher.nodes(below: roots) { fact in fact >= invoice.facts.count || invoice.facts[fact] == nil }
  }

  func facts(_ nodes: [Int32]) -> [Int] {
    nodes.compactMap { index in
      let node = program.nodes[Int(index)]
      return node.operation == .fact && program.motions[Int(node.a)] == .fixed ? Int(node.a) : nil
    }
  }

  /// All nodes that decide whether the action is open.
  func everything(_ weigher: Weigher, _ invoice: Case) -> [Int32] {
    let clauses = program.clauses[action]
    let rules = program.lists[clauses.bans] + program.waits
    return read(
      rules.map { program.rules[Int($0)] } + program.lists[clauses.requirements] + program.lists[clauses.needed],
      weigher, invoice)
  }
}

extension Fact {
  /// Every value of a fact of yes or no or of words; nil for a number.
  var allValues: [Int64]? {
    switch type {
    case .truth: [0, 1]
    case .choice: words.indices.map { Int64($0) }
    case .money, .days, .number, .percent: nil
    }
  }
}
