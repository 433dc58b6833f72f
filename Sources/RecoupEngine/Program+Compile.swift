import RecoupQuantities
import RecoupRules

extension Program {
  mutating func compile() {
    settings = Array(repeating: -1, count: book.settings.count)
    definitions = Array(repeating: -1, count: book.definitions.count)
    tables = Array(repeating: -1, count: book.tables.count)
    defaults = book.facts.map { _ in -1 }
    for (index, fact) in book.facts.enumerated() {
      if let value = fact.defaultValue { defaults[index] = add(value) }
    }
    orderDefaults()
    claim = add(book.weighing.claim ?? Expression(.fact(RuleBook.Builtin.amount), .money))
    goodwill = add(book.weighing.goodwill)
    hour = add(book.weighing.hour)
    costOfMoney = add(book.weighing.costOfMoney)
    for index in book.settings.indices { _ = setting(index) }
    compileRules()
    clauses = book.actions.map { compile($0) }
    findTracked()
  }

  private mutating func orderDefaults() {
    var isPlaced = book.facts.map { $0.defaultValue == nil }
    for index in defaults.indices { place(index, &isPlaced) }
  }

  private mutating func place(_ index: Int, _ isPlaced: inout [Bool]) {
    if isPlaced[index] { return }
    isPlaced[index] = true
    var seen = Set<Int32>()
    var read: [Int] = []
    visit(defaults[index], seen: &seen) { node in
      if node.operation == .fact { read.append(Int(node.a)) }
    }
    for other in read { place(other, &isPlaced) }
    defaultOrder.append(index)
  }

  private mutating func compileRules() {
    influences = book.actions.map { _ in [] }
    bans = book.actions.map { _ in [] }
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
  }

  private func influence(_ rule: Int, _ place: Int, _ factor: Int64, isLikelier: Bool) -> Influence {
    Influence(
      rule: Int32(rule), consequence: Int32(place), factor: Double(factor) / Double(millionthsInOne),
      isLikelier: isLikelier)
  }

  private mutating func ban(_ action: Int, by rule: Int) {
    if bans[action].last != Int32(rule) { bans[action].append(Int32(rule)) }
  }

  private mutating func compile(_ action: Action) -> Clauses {
    var all = Clauses()
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
    all.requirements = action.requirements.map { add($0.condition) }
    all.valued = [
      [all.low, all.high, all.scale], [all.recovers], [all.fee, all.feeMinimum, all.feeMaximum], [all.cost],
      [all.effort], [all.strain], [all.takes], [claim], [all.strain >= 0 ? goodwill : -1],
      [all.effort >= 0 ? hour : -1],
    ].map { clause in clause.filter { $0 >= 0 } }.filter { !$0.isEmpty }
    return all
  }

  /// Finds which actions' histories matter: they are part of what tells two states of a plan apart.
  private mutating func findTracked() {
    var everywhere = Set<Int32>()
    for rule in waits { collectHistory(rules[Int(rule)], into: &everywhere) }
    if costOfMoney >= 0 { collectHistory(costOfMoney, into: &everywhere) }
    tracked = book.actions.map { _ in [] }
    for rung in book.actions.indices.reversed() {
      var read = everywhere
      for part in clauses[rung].valued { for node in part { collectHistory(node, into: &read) } }
      for node in clauses[rung].requirements { collectHistory(node, into: &read) }
      for influence in influences[rung] { collectHistory(rules[Int(influence.rule)], into: &read) }
      for rule in bans[rung] { collectHistory(rules[Int(rule)], into: &read) }
      clauses[rung].readsHistory = !read.isEmpty
      if rung + 1 < tracked.count { read.formUnion(tracked[rung + 1]) }
      tracked[rung] = read.sorted()
    }
  }

  private func collectHistory(_ index: Int32, into read: inout Set<Int32>) {
    var seen = Set<Int32>()
    visit(index, seen: &seen) { node in
      if node.operation == .times || node.operation == .daysAgo { read.insert(node.a) }
    }
  }

  /// Calls `body` for each node below and including this one, once.
  func visit(_ index: Int32, seen: inout Set<Int32>, _ body: (Node) -> Void) {
    if !seen.insert(index).inserted { return }
    let node = nodes[Int(index)]
    body(node)
    for child in children(node) { visit(child, seen: &seen, body) }
  }

  func children(_ node: Node) -> [Int32] {
    switch node.operation {
    case .literal, .fact, .times, .daysAgo: []
    case .setting, .definition, .not, .negate, .floor, .ceil, .isKnown, .isOneOf: [node.a]
    case .or, .and, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .add, .subtract, .multiply,
      .divide, .minimum, .maximum:
      [node.a, node.b]
    case .between, .conditional, .interest: [node.a, node.b, node.c]
    case .table: [node.a] + rows[Int(node.b)].flatMap { row in row.nodes }
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
    case .times(let action): return append(.times, [], a: action, reach: .history)
    case .daysAgo(let action): return append(.daysAgo, [], a: action, reach: .history)
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
      return append(Program.operation(operation), [first, add(right)])
    case .between(let value, let low, let high):
      let first = add(value)
      let second = add(low)
      return append(.between, [first, second, add(high)])
    case .isOneOf(let value, let list):
      words.append(list.map { Int64($0) })
      let place = words.count - 1
      return append(.isOneOf, [add(value)], b: place)
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
    var compiled: [Row] = []
    for row in table.rows {
      let match: Row.Match
      switch row.match {
      case .upTo(let bound): match = .upTo(node: add(bound))
      case .words(let list): match = .words(list.map { Int64($0) })
      case .otherwise: match = .otherwise
      }
      compiled.append(Row(match: match, value: add(row.value)))
    }
    rows.append(compiled)
    let place = rows.count - 1
    tables[index] = kept(append(.table, [key], b: place))
    return tables[index]
  }

  private mutating func append(
    _ operation: Operation, _ operands: [Int32], a: Int = 0, b: Int = 0, constant: Int64 = 0, reach: Reach = .fixed
  ) -> Int32 {
    var node = Node(operation: operation, reach: reach, a: Int32(a), b: Int32(b), constant: constant)
    if operands.count > 0 { node.a = operands[0] }
    if operands.count > 1 { node.b = operands[1] }
    if operands.count > 2 { node.c = operands[2] }
    for child in children(node) { node.reach = max(node.reach, nodes[Int(child)].reach) }
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

extension Program.Row {
  /// The nodes that it reads.
  var nodes: [Int32] {
    if case .upTo(let bound) = match { return [bound, value] }
    return [value]
  }
}
