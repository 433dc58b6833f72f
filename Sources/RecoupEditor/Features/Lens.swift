import RecoupLanguage
import RecoupQuantities
import RecoupRules
import RecoupWire

extension DocumentView {
  /// Above each action how it fares in an example, by the rules as they last were without mistakes.
  func lenses() -> JSON {
    guard let usable = program.usable else { return .array([]) }
    let words = ExampleWords(usable.book)
    var lenses: [JSON] = []
    for declaration in outline.declarations where declaration.kind == .action || declaration.kind == .change {
      guard let action = usable.book.action(named: declaration.name), let sample = usable.sample(of: action) else {
        continue
      }
      let title = "“\(sample.name ?? "1,000 \(usable.book.currency.code), 30 days late")”"
      let command = JSON.object([
        ("title", .string(title + ": " + words.fare(of: action, in: sample.decision))), ("command", .string("")),
      ])
      lenses.append(.object([("range", range(declaration.nameSpan)), ("command", command)]))
    }
    return .array(lenses)
  }
}
