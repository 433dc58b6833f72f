import RecoupRules

/// Which names of a book are read by what decides, and which are read where something is compared.
struct NameReads {
  /// All that is read, however far down.
  private(set) var read: Set<Expression.Kind> = []
  /// All that is read in a comparison, or picks the row of a table, however far down.
  private(set) var compared: Set<Expression.Kind> = []

  init(_ book: RuleBook) {
    for rule in book.rules { follow(rule.condition, isCompared: false, book) }
    for site in book.sites {
      switch site {
      case .requirement, .clause: book[site].map { follow($0, isCompared: false, book) }
      case .condition, .bound, .value, .setting, .definition, .standIn: break
      }
    }
    let weighing = book.weighing
    for named in [weighing.claim, weighing.goodwill, weighing.hour, weighing.costOfMoney] {
      named.map { follow($0, isCompared: false, book) }
    }
  }

  /// Whether what stands at a place is read by anything that decides.
  func isRead(_ site: ExpressionSite) -> Bool {
    switch site {
    case .condition, .requirement, .clause: true
    case .bound(let table, _), .value(let table, _): read.contains(.table(table))
    case .setting(let setting): read.contains(.setting(setting))
    case .definition(let definition): read.contains(.definition(definition))
    case .standIn(let fact): read.contains(.fact(fact))
    }
  }

  /// Whether what stands at a place comes to be compared with something.
  func isCompared(_ site: ExpressionSite) -> Bool {
    switch site {
    case .condition, .requirement, .clause: false
    case .bound: true
    case .value(let table, _): compared.contains(.table(table))
    case .setting(let setting): compared.contains(.setting(setting))
    case .definition(let definition): compared.contains(.definition(definition))
    case .standIn(let fact): compared.contains(.fact(fact))
    }
  }

  private mutating func follow(_ expression: Expression, isCompared: Bool, _ book: RuleBook) {
    var rest = [(expression, isCompared)]
    while let (next, isCompared) = rest.popLast() {
      let isBelow = isCompared || next.isComparison
      for operand in next.operands { rest.append((operand, isBelow)) }
      for (below, isCompared) in named(next.kind, isCompared, book) { rest.append((below, isCompared)) }
    }
  }

  /// What a name stands for, if it has not been followed yet.
  private mutating func named(
    _ kind: Expression.Kind, _ isCompared: Bool, _ book: RuleBook
  ) -> [(Expression, Bool)] {
    let below: [(Expression, Bool)]
    switch kind {
    case .fact(let fact): below = book.facts[fact].defaultValue.map { [($0, isCompared)] } ?? []
    case .setting(let setting): below = [(book.settings[setting].value, isCompared)]
    case .definition(let definition): below = [(book.definitions[definition].value, isCompared)]
    case .table(let table):
      below =
        [(book.tables[table].key, true)]
        + book.tables[table].rows.flatMap { row in
          if case .upTo(let bound) = row.match { return [(bound, true), (row.value, isCompared)] }
          return [(row.value, isCompared)]
        }
    default: return []
    }
    let isNew = read.insert(kind).inserted
    let isNewlyCompared = isCompared && compared.insert(kind).inserted
    return isNew || isNewlyCompared ? below : []
  }
}
