import RecoupRules

/// Writes what expressions of a book mean, by names instead of places, so that those of two books can be compared.
struct ExpressionKey {
  let book: RuleBook
  /// The names that stand for others here: what was renamed, by kind and old name.
  var renamed: [BookItem.Subject: [String: String]] = [:]

  func name(_ subject: BookItem.Subject, _ name: String) -> String { renamed[subject]?[name] ?? name }

  func fact(_ index: Int) -> String { name(.fact, book.facts[index].name) }

  func action(_ index: Int) -> String { name(.action, book.actions[index].name) }

  func type(_ type: ValueType) -> String {
    switch type {
    case .truth: "truth"
    case .choice(let fact): "choice \(self.fact(fact))"
    case .money: "money"
    case .days: "days"
    case .number: "number"
    case .percent: "percent"
    }
  }

  /// A count of a type; a word by its name.
  private func literal(_ raw: Int64, _ type: ValueType) -> String {
    if case .choice(let fact) = type, let index = Int(exactly: raw), book.facts[fact].words.indices.contains(index) {
      return "(word \(self.fact(fact)) \(book.facts[fact].words[index].name))"
    }
    return "(\(self.type(type)) \(raw))"
  }

  /// Words of a choice; their order means nothing.
  func words(_ words: [Int], of type: ValueType) -> String {
    words.map { literal(Int64($0), type) }.sorted().joined(separator: " ")
  }

  func text(_ expression: Expression?) -> String { expression.map { text($0) } ?? "-" }

  func text(_ expression: Expression) -> String {
    switch expression.kind {
    case .literal(let raw): literal(raw, expression.type)
    case .fact(let index): "(fact \(fact(index)))"
    case .setting(let index): "(setting \(name(.setting, book.settings[index].name)))"
    case .definition(let index): "(definition \(name(.definition, book.definitions[index].name)))"
    case .table(let index): "(table \(name(.table, book.tables[index].name)))"
    case .times(let action): "(times \(self.action(action)))"
    case .daysAgo(let action): "(daysAgo \(self.action(action)))"
    case .unary(let sign, let operand): "(\(sign) \(text(operand)))"
    case .binary(let sign, let left, let right): "(\(sign) \(text(left)) \(text(right)))"
    case .between(let value, let low, let high): "(between \(text(value)) \(text(low)) \(text(high)))"
    case .isOneOf(let value, let words): "(in \(text(value)) \(self.words(words, of: value.type)))"
    case .isKnown(let value): "(known \(text(value)))"
    case .conditional(let condition, let first, let second):
      "(if \(text(condition)) \(text(first)) \(text(second)))"
    case .interest(let principal, let rate, let days): "(interest \(text(principal)) \(text(rate)) \(text(days)))"
    }
  }
}
