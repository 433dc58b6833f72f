import RecoupRules

/// What some expressions are read from: what a case may give, and what is compared on the way.
struct ReadBelow {
  /// In the order in which they are met.
  private(set) var variables: [CaseVariable] = []
  /// The two sides of each comparison, the keys of tables with each bound among them.
  private(set) var comparisons: [(Expression, Expression)] = []
  private var followed: Set<Expression.Kind> = []
  private var named: Set<CaseVariable> = []

  init(_ expressions: [Expression], in book: RuleBook) {
    var rest = Array(expressions.reversed())
    while let next = rest.popLast() {
      if next.isComparison {
        let operands = next.operands
        for other in operands.dropFirst() { comparisons.append((operands[0], other)) }
      }
      rest += next.operands.reversed()
      rest += below(next, book).reversed()
    }
  }

  private mutating func below(_ expression: Expression, _ book: RuleBook) -> [Expression] {
    switch expression.kind {
    case .fact(let fact):
      read(.fact(fact))
      if !followed.insert(expression.kind).inserted { return [] }
      return book.facts[fact].defaultValue.map { [$0] } ?? []
    case .times(let action): read(.times(action: action))
    case .daysAgo(let action): read(.daysAgo(action: action))
    case .setting(let setting):
      if followed.insert(expression.kind).inserted { return [book.settings[setting].value] }
    case .definition(let definition):
      if followed.insert(expression.kind).inserted { return [book.definitions[definition].value] }
    case .table(let index):
      if !followed.insert(expression.kind).inserted { return [] }
      let table = book.tables[index]
      for row in table.rows {
        if case .upTo(let bound) = row.match { comparisons.append((table.key, bound)) }
      }
      return table.expressions
    default: break
    }
    return []
  }

  private mutating func read(_ variable: CaseVariable) {
    if named.insert(variable).inserted { variables.append(variable) }
  }
}
