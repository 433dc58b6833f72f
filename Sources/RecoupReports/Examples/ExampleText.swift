import RecoupAnalysis
import RecoupRules

/// Writes examples as a rules file has them.
struct ExampleText {
  private let book: RuleBook
  private let notation: RulesNotation

  init(_ book: RuleBook) {
    self.book = book
    notation = RulesNotation(book)
  }

  /// The whole `example` block, with a line end; givens are literals.
  func block(_ example: Example) -> String {
    var text = "example \(ExampleText.quoted(Shown.text(example.name))) {\n"
    for given in example.givens { text += "  \(self.text(given))\n" }
    for expectation in example.expectations { text += "  expect \(self.text(expectation))\n" }
    return text + "}\n"
  }

  private func text(_ given: Example.Given) -> String {
    let name =
      switch given.subject {
      case .fact(let fact): book.facts[fact].name
      case .setting(let setting): book.settings[setting].name
      case .times(let action): book.actions[action].name + ".times"
      case .daysAgo(let action): book.actions[action].name + ".days_ago"
      }
    guard case .literal(let value) = given.value.kind else { return name }
    return "\(name) = \(notation.text(value, given.value.type))"
  }

  private func text(_ expectation: Example.Expectation) -> String {
    let outcome =
      switch expectation.outcome {
      case .action(let action): book.actions[action].name
      case .wait: "wait"
      case .nothing: "nothing"
      }
    return expectation.isNegated ? "not \(outcome)" : outcome
  }

  /// A text of the language.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      switch character {
      case "\"", "\\": quoted += "\\" + String(character)
      case "\n": quoted += "\\n"
      default: quoted.append(character)
      }
    }
    return quoted + "\""
  }
}
