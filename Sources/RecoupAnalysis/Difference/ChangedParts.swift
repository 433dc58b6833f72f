import RecoupRules

/// The rules and actions of a book that a difference can be felt in: those that differ, and those that read what does.
struct ChangedParts {
  private(set) var rules: [Int] = []
  private(set) var actions: [Int] = []
  /// What differs and where it is read.
  private(set) var expressions: [Expression] = []

  /// - Parameter isNew: Whether the book is the new one, by whose names the entries go.
  init(_ difference: BookDifference, in book: RuleBook, isNew: Bool) {
    var changed: Set<Expression.Kind> = []
    for entry in difference.entries where entry.decides {
      var name = entry.name
      if case .renamed(let old) = entry.change, !isNew { name = old }
      switch entry.subject {
      case .book, .example: break
      case .fact:
        if let index = book.fact(named: name) {
          changed.insert(.fact(index))
          expressions.append(Expression(.fact(index), book.facts[index].type))
        }
      case .setting: if let index = book.setting(named: name) { changed.insert(.setting(index)) }
      case .definition:
        if let index = book.definitions.firstIndex(where: { $0.name == name }) {
          changed.insert(.definition(index))
          expressions.append(book.definitions[index].value)
        }
      case .table:
        if let index = book.tables.firstIndex(where: { $0.name == name }) {
          changed.insert(.table(index))
          expressions += book.tables[index].expressions
        }
      case .action: if let index = book.action(named: name) { actions.append(index) }
      case .rule: if let index = book.rules.firstIndex(where: { $0.name.original == name }) { rules.append(index) }
      }
    }
    for index in book.rules.indices where !rules.contains(index) {
      if ChangedParts.reads([book.rules[index].condition], changed, in: book) { rules.append(index) }
    }
    for index in book.actions.indices where !actions.contains(index) {
      if ChangedParts.reads(book.actions[index].expressions, changed, in: book) { actions.append(index) }
    }
    expressions += rules.map { book.rules[$0].condition } + actions.flatMap { book.actions[$0].expressions }
  }

  /// Whether expressions name one of these things, themselves or by what they name.
  private static func reads(
    _ expressions: [Expression], _ changed: Set<Expression.Kind>, in book: RuleBook
  ) -> Bool {
    if changed.isEmpty { return false }
    var followed: Set<Expression.Kind> = []
    var rest = expressions
    while let next = rest.popLast() {
      for kind in next.mentioned() where followed.insert(kind).inserted {
        if changed.contains(kind) { return true }
        switch kind {
        case .setting(let index): rest.append(book.settings[index].value)
        case .definition(let index): rest.append(book.definitions[index].value)
        case .table(let index): rest += book.tables[index].expressions
        case .fact(let index): if let value = book.facts[index].defaultValue { rest.append(value) }
        case .literal, .times, .daysAgo, .unary, .binary, .between, .isOneOf, .isKnown, .conditional, .interest: break
        }
      }
    }
    return false
  }
}
