import RecoupQuantities
import RecoupRules

/// Turns a rule book into a program.
struct Compiler {
  typealias Node = Program.Node
  typealias Reach = Program.Reach
  typealias Operation = Program.Operation

  let book: RuleBook
  private(set) var nodes: [Node] = []
  private(set) var slotCount = 0
  private(set) var dailyCount = 0
  private(set) var pastNodes: [Int32] = []
  private(set) var rows: [Program.Row] = []
  private(set) var words: [Int64] = []
  private(set) var lists: [Int32] = []
  private(set) var influences: [Program.Influence] = []
  private(set) var defaults: [Int32]
  private(set) var defaultOrder: [Int] = []
  private(set) var rules: [Int32] = []
  private(set) var clauses: [Program.Clauses] = []
  private(set) var waits: [Int32] = []
  private(set) var claim: Int32 = -1
  private(set) var goodwill: Int32 = -1
  private(set) var hour: Int32 = -1
  private(set) var costOfMoney: Int32 = -1
  /// The node of each setting, definition and table, or -1 until it is named.
  private(set) var settings: [Int32]
  private var definitions: [Int32]
  private var tables: [Int32]

  init(_ book: RuleBook) {
    self.book = book
    settings = Array(repeating: -1, count: book.settings.count)
    definitions = Array(repeating: -1, count: book.definitions.count)
    tables = Array(repeating: -1, count: book.tables.count)
    defaults = book.facts.map { _ in -1 }
    for (index, fact) in book.facts.enumerated() { defaults[index] = add(fact.defaultValue) }
    orderDefaults()
    claim = add(book.weighing.claim ?? Expression(.fact(RuleBook.Builtin.amount), .money))
    goodwill = add(book.weighing.goodwill)
    hour = add(book.weighing.hour)
    costOfMoney = add(book.weighing.costOfMoney)
    compileRules()
    findReaders()
  }

  private mutating func orderDefaults() {
    var isPlaced = book.facts.map { $0.defaultValue == nil }
    for index in defaults.indices { place(index, &isPlaced) }
  }

  private mutating func place(_ index: Int, _ isPlaced: inout [Bool]) {
    if isPlaced[index] { return }
    isPlaced[index] = true
    var read: [Int] = []
    visit(defaults[index]) { node in
      if node.operation == .fact { read.append(Int(node.a)) }
    }
    for other in read { place(other, &isPlaced) }
    defaultOrder.append(index)
  }

  private mutating func compileRules() {
    var influences: [[Program.Influence]] = book.actions.map { _ in [] }
    var bans: [[Int32]] = book.actions.map { _ in [] }
    func ban(_ action: Int, by rule: Int) {
      if bans[action].last != Int32(rule) { bans[action].append(Int32(rule)) }
    }
    for (index, rule) in book.rules.enumerated() {
      rules.append(kept(add(rule.condition)))
      for (place, consequence) in rule.consequences.enumerated() {
        switch consequence.effect {
        case .likelier(let action, let factor):
          influences[action].append(influence(index, place, factor, isLikelier: true))
        case .lessLikely(let action, let factor):
          influences[action].append(influence(index, place, factor, isLikelier: false))
        case .never(let actions): for action in actions { ban(action, by: index) }
        case .only(let actions):
          for action in book.actions.indices where !actions.contains(action) { ban(action, by: index) }
        case .wait: if waits.last != Int32(index) { waits.append(Int32(index)) }
        }
      }
    }
    for (index, action) in book.actions.enumerated() {
      var all = compile(action)
      all.bans = list(bans[index])
      all.influences = self.influences.count..<self.influences.count + influences[index].count
      self.influences += influences[index]
      clauses.append(all)
    }
  }

  private func influence(_ rule: Int, _ place: Int, _ factor: Int64, isLikelier: Bool) -> Program.Influence {
    Program.Influence(
      rule: Int32(rule), consequence: Int32(place), factor: Double(factor) / Double(millionthsInOne),
      isLikelier: isLikelier)
  }

  private mutating func list(_ entries: [Int32]) -> Range<Int> {
    lists += entries
    return lists.count - entries.count..<lists.count
  }

  private mutating func compile(_ action: Action) -> Program.Clauses {
    var all = Program.Clauses()
    all.low = add(action.chance.low)
    all.high = add(action.chance.high)
    all.scale = add(action.chance.scale)
    all.recovers = add(action.recovers)
    all.fee = add(action.fee?.rate)
    all.feeMinimum = add(action.fee?.minimum)
    all.feeMaximum = add(action.fee?.maximum)
    all.cost = add(action.cost)
    all.effort = add(action.effort)
    all.strain = add(action.strain)
    all.takes = add(action.takes)
    all.requirements = list(action.requirements.map { add($0.condition) })
    all.needed = list(valued(all).flatMap { $0 })
    all.atMost = action.atMost
    all.isFinal = action.isFinal
    let parts = [
      claim, costOfMoney, all.recovers, all.fee, all.feeMinimum, all.feeMaximum, all.cost, all.effort, all.strain,
      all.takes, all.strain >= 0 ? goodwill : -1, all.effort >= 0 ? hour : -1,
    ]
    all.moving = list(parts.filter { $0 >= 0 && nodes[Int($0)].reach != .fixed })
    return all
  }

  private func valued(_ clauses: Program.Clauses) -> [[Int32]] {
    clauses.valued(claim: claim, goodwill: goodwill, hour: hour)
  }

  /// Finds, for each action, what reads the steps taken before among all that it hangs on.
  private mutating func findReaders() {
    for index in clauses.indices {
      var readers = Array(lists[clauses[index].needed]) + lists[clauses[index].requirements]
      readers += influences[clauses[index].influences].map { rules[Int($0.rule)] }
      readers += (lists[clauses[index].bans] + waits).map { rules[Int($0)] }
      if costOfMoney >= 0 { readers.append(costOfMoney) }
      clauses[index].readers = list(readers.filter { nodes[Int($0)].reach.readsPast })
    }
  }

  /// Calls `body` for each node below and including this one, once.
  private func visit(_ index: Int32, _ body: (Node) -> Void) {
    var seen = Set<Int32>()
    var rest = [index]
    while let next = rest.popLast() {
      if !seen.insert(next).inserted { continue }
      body(nodes[Int(next)])
      rest += Program.children(nodes[Int(next)], rows)
    }
  }

  // MARK: Expressions

  private mutating func add(_ expression: Expression?) -> Int32 { expression.map { add($0) } ?? -1 }

  mutating func add(_ expression: Expression) -> Int32 {
    switch expression.kind {
    case .literal(let value): return append(.literal, [], constant: value)
    case .fact(let index):
      return append(.fact, [], a: index, reach: book.facts[index].motion == .fixed ? .fixed : .day)
    case .setting(let index): return setting(index)
    case .definition(let index):
      if definitions[index] < 0 {
        let value = add(book.definitions[index].value)
        definitions[index] = kept(append(.definition, [value]))
      }
      return definitions[index]
    case .table(let index): return table(index)
    case .times(let action): return append(.times, [], a: action, reach: .past)
    case .daysAgo(let action): return append(.daysAgo, [], a: action, reach: [.day, .past])
    case .unary(let operation, let operand):
      let value = add(operand)
      switch operation {
      case .not: return append(.not, [value])
      case .negate: return append(.negate, [value])
      case .floor: return append(.floor, [value])
      case .ceil: return append(.ceil, [value])
      }
    case .binary(let operation, let left, let right):
      let first = add(left)
      return append(Compiler.operation(operation), [first, add(right)])
    case .between(let value, let low, let high):
      let first = add(value)
      let second = add(low)
      return append(.between, [first, second, add(high)])
    case .isOneOf(let value, let list):
      let operand = add(value)
      let stretch = wordList(list)
      return append(.isOneOf, [operand], b: stretch.lowerBound, c: stretch.count)
    case .isKnown(let value): return append(.isKnown, [add(value)])
    case .conditional(let condition, let first, let second):
      let test = add(condition)
      let then = add(first)
      return append(.conditional, [test, then, add(second)])
    case .interest(let principal, let rate, let days):
      let first = add(principal)
      let second = add(rate)
      return append(.interest, [first, second, add(days)])
    }
  }

  private mutating func setting(_ index: Int) -> Int32 {
    if settings[index] < 0 {
      let value = add(book.settings[index].value)
      settings[index] = kept(append(.setting, [value], b: index))
    }
    return settings[index]
  }

  private mutating func table(_ index: Int) -> Int32 {
    if tables[index] >= 0 { return tables[index] }
    let table = book.tables[index]
    let key = add(table.key)
    var compiled: [Program.Row] = []
    for row in table.rows {
      let value = add(row.value)
      switch row.match {
      case .upTo(let bound): compiled.append(.init(bound: add(bound), value: value))
      case .words(let list): compiled.append(.init(words: wordList(list), value: value))
      case .otherwise: compiled.append(.init(value: value))
      }
    }
    rows += compiled
    tables[index] = kept(append(.table, [key], b: rows.count - compiled.count, c: compiled.count))
    return tables[index]
  }

  private mutating func wordList(_ list: [Int]) -> Range<Int> {
    words += list.map { Int64($0) }
    return words.count - list.count..<words.count
  }

  private mutating func append(
    _ operation: Operation, _ operands: [Int32], a: Int = 0, b: Int = 0, c: Int = 0, constant: Int64 = 0,
    reach: Reach = .fixed
  ) -> Int32 {
    var node = Node(operation: operation, reach: reach, a: Int32(a), b: Int32(b), c: Int32(c), constant: constant)
    if operands.count > 0 { node.a = operands[0] }
    if operands.count > 1 { node.b = operands[1] }
    if operands.count > 2 { node.c = operands[2] }
    for child in Program.children(node, rows) { node.reach.formUnion(nodes[Int(child)].reach) }
    if node.reach.readsDay {
      node.daily = Int32(dailyCount)
      dailyCount += 1
    }
    if node.reach.readsPast {
      node.past = Int32(pastNodes.count)
      pastNodes.append(Int32(nodes.count))
    }
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  /// Gives a node a place in which its value is kept.
  private mutating func kept(_ index: Int32) -> Int32 {
    if nodes[Int(index)].slot < 0 {
      nodes[Int(index)].slot = Int32(slotCount)
      slotCount += 1
    }
    return index
  }

  private static func operation(_ operation: Expression.Binary) -> Operation {
    switch operation {
    case .or: .or
    case .and: .and
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .minimum: .minimum
    case .maximum: .maximum
    }
  }
}

extension Program.Clauses {
  /// The clauses that must be known, each with all its parts.
  func valued(claim: Int32, goodwill: Int32, hour: Int32) -> [[Int32]] {
    [
      [low, high, scale], [recovers], [fee, feeMinimum, feeMaximum], [cost], [effort], [strain], [takes], [claim],
      [strain >= 0 ? goodwill : -1], [effort >= 0 ? hour : -1],
    ].map { parts in parts.filter { $0 >= 0 } }
  }
}
