import RecoupEngine
import RecoupQuantities
import RecoupRules

extension SuggestionSearch.Candidate {
  /// The example with these facts, which expects the advice of today.
  func example(called name: String, in book: RuleBook) -> Example {
    var givens = invoice.given(in: book).map { variable in
      Example.Given(variable.subject, CandidateValue(variable, in: book).literal(invoice[variable] ?? 0))
    }
    for (index, value) in invoice.settings.enumerated() {
      guard let value else { continue }
      givens.append(.init(.setting(index), Expression(.literal(value), book.settings[index].value.type)))
    }
    let outcome: Example.Outcome =
      switch advice {
      case .action(let action): .action(action)
      case .wait: .wait
      case .nothing: .nothing
      }
    return Example(name, givens: givens, expectations: [Example.Expectation(outcome)])
  }

  /// What the example is about, and up to two facts in which it differs from the case that it was made of: numbers
  /// rather than words, since what is tested is mostly an edge. No name besides.
  func name(in book: RuleBook, besides names: Set<String>) -> String {
    let facts = changed.filter { $0.namesOnce(in: invoice, changed) }
    let numbers = facts.filter { $0.type(in: book).isNumber }
    let told = (numbers.isEmpty ? facts : numbers).prefix(2).map {
      CandidateValue($0, in: book).words(invoice[$0] ?? 0)
    }
    let about = target.words(in: book)
    let name = told.isEmpty ? about : "\(about): \(told.joined(separator: ", "))"
    if !names.contains(name) { return name }
    var number = 2
    while names.contains("\(name) (\(number))") { number += 1 }
    return "\(name) (\(number))"
  }
}

/// How an example gives a value, and how its name tells it.
private struct CandidateValue {
  let variable: CaseVariable
  let book: RuleBook
  let type: ValueType

  init(_ variable: CaseVariable, in book: RuleBook) {
    self.variable = variable
    self.book = book
    type = variable.type(in: book)
  }

  func literal(_ value: Int64) -> Expression { Expression(.literal(value), type) }

  func words(_ value: Int64) -> String {
    let text = RulesNotation(book).text(value, type)
    switch variable {
    case .fact(RuleBook.Builtin.amount): return text
    case .fact(RuleBook.Builtin.daysOverdue): return value < 0 ? "due in \(-value) days" : text + " late"
    case .fact(let fact): return "\(book.facts[fact].name) \(text)"
    case .times(let action): return "\(book.actions[action].name) \(text) \(value == 1_000_000 ? "time" : "times")"
    case .daysAgo(let action): return "\(book.actions[action].name) \(text) ago"
    }
  }
}

extension CaseVariable {
  fileprivate var subject: Example.Subject {
    switch self {
    case .fact(let fact): .fact(fact)
    case .times(let action): .times(action: action)
    case .daysAgo(let action): .daysAgo(action: action)
    }
  }

  /// Whether a name tells it: of what was done once the day, of what was done more often how often.
  fileprivate func namesOnce(in invoice: Case, _ changed: [CaseVariable]) -> Bool {
    switch self {
    case .fact: true
    case .times(let action): invoice.done[action].times > 1 || !changed.contains(.daysAgo(action: action))
    case .daysAgo(let action): invoice.done[action].times <= 1 || !changed.contains(.times(action: action))
    }
  }
}

extension ValueType {
  /// Whether its values lie on a line.
  fileprivate var isNumber: Bool {
    switch self {
    case .truth, .choice: false
    case .money, .days, .number, .percent: true
    }
  }
}
