import RecoupEngine
import RecoupReports
import RecoupRules

/// What is said of the advice on an example.
struct ExampleWords {
  private let book: RuleBook
  private let tongue: Tongue

  init(_ book: RuleBook) {
    self.book = book
    tongue = Tongue(locale: book.language)
  }

  /// Why an expectation is not met.
  func failure(_ expectation: Example.Expectation, _ decision: Decision?) -> String {
    let outcome =
      switch expectation.outcome {
      case .action(let action): "`\(book.actions[action].name)`"
      case .wait: "to wait"
      case .nothing: "nothing"
      }
    let expected = "expected \(expectation.isNegated ? "not " : "")\(outcome)"
    return decision.map { expected + ", and came " + came($0) } ?? expected
  }

  private func came(_ decision: Decision) -> String {
    switch decision.recommendation {
    case .action(let action): return "`\(book.actions[action].name)`"
    case .wait:
      if decision.basis == .rule, let rule = decision.fired.first(where: { waits($0) }) {
        return "to wait: rule “\(book.rules[rule].name.text(in: book.language))”"
      }
      return decision.until.map { "to wait \(days($0))" } ?? "to wait"
    case .nothing:
      return decision.basis == .loss ? "nothing: every way costs more than it brings" : "nothing: no way opens"
    }
  }

  private func waits(_ rule: Int) -> Bool { book.rules[rule].consequences.contains { $0.effect == .wait } }

  private func days(_ count: Int64) -> String { count == 1 ? "1 day" : "\(count) days" }

  /// How an action fares in a decision.
  func fare(of action: Int, in decision: Decision) -> String {
    if let closed = decision.closed.first(where: { $0.action == action }) { return "closed: " + why(closed) }
    guard let option = decision.options.first(where: { $0.action == action }) else { return "closed" }
    let brings = "brings " + tongue.money(expected: option.value, book.currency)
    let isBest = decision.bestOption?.action == action
    if option.opens > 0 { return "\(isBest ? "best, " : "")opens after \(days(option.opens)), \(brings)" }
    if decision.basis == .rule { return "open, but a rule says to wait; \(brings)" }
    return "\(isBest ? "best" : "open"), \(brings)"
  }

  private func why(_ closed: Closed) -> String {
    switch closed.reason {
    case .times: return "was done as often as it may be"
    case .rule(let rule): return "rule “\(book.rules[rule].name.text(in: book.language))”"
    case .requires(let place):
      return book.actions[closed.action].requirements[place].reason?.text(in: book.language)
        ?? "a requirement is not met"
    case .unknown(let missing):
      if missing.isEmpty { return "a value overflows or divides by zero" }
      return "unknown: " + missing.map { name($0) }.joined(separator: ", ")
    case .wait: return "it does not open within the horizon"
    }
  }

  private func name(_ missing: Decision.Missing) -> String {
    switch missing {
    case .fact(let fact): book.facts[fact].name
    case .daysAgo(let action): book.actions[action].name + ".days_ago"
    }
  }
}
