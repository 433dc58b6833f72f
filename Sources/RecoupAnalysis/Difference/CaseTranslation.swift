import RecoupEngine
import RecoupRules

/// Writes a case of one book as a case of another, by the names of facts, words and actions.
///
/// What the other book has no place for is left out.
struct CaseTranslation {
  private let source: RuleBook
  private let target: RuleBook
  /// By index in the source.
  private let facts: [Int?]
  private let actions: [Int?]

  /// - Parameter names: The target's names of actions that are called otherwise in the source.
  init(from source: RuleBook, to target: RuleBook, actions names: [String: String]) {
    self.source = source
    self.target = target
    facts = source.facts.map { target.fact(named: $0.name) }
    actions = source.actions.map { target.action(named: names[$0.name] ?? $0.name) }
  }

  func callAsFunction(_ invoice: Case) -> Case {
    var other = Case(
      facts: target.facts.map { _ in nil }, settings: target.settings.map { _ in nil },
      done: target.actions.map { _ in .never }, pendingDays: invoice.pendingDays)
    for (index, place) in facts.enumerated() where index < invoice.facts.count {
      if let place, let value = invoice.facts[index] { other.facts[place] = translated(value, index, place) }
    }
    for (index, place) in actions.enumerated() where index < invoice.done.count {
      if let place { other.done[place] = invoice.done[index] }
    }
    return other
  }

  private func translated(_ value: Int64, _ fact: Int, _ place: Int) -> Int64? {
    switch (source.facts[fact].type, target.facts[place].type) {
    case (.choice, .choice):
      let words = source.facts[fact].words
      guard let index = Int(exactly: value), words.indices.contains(index) else { return nil }
      return target.facts[place].words.firstIndex { $0.name == words[index].name }.map { Int64($0) }
    case (let type, let other): return type == other ? value : nil
    }
  }
}
