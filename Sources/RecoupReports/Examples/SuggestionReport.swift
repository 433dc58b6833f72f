public import RecoupAnalysis
public import RecoupLanguage
public import RecoupRules
import RecoupWire

/// Shows examples that would exercise what no example does, as text that a rules file can take in as it is.
public struct SuggestionReport {
  private let book: RuleBook
  private let files: [SourceFile]
  private let suggestions: [Suggestion]
  private let examples: ExampleText
  /// How many of the things that were looked for are gained, and of how many.
  private let gained: (some: Int, all: Int)

  /// A report on suggestions for a book that was read from files.
  ///
  /// - Parameter targets: How many things they were looked for.
  public init(_ book: RuleBook, _ files: [SourceFile], _ suggestions: [Suggestion], targets: Int) {
    self.book = book
    self.files = files
    self.suggestions = suggestions
    examples = ExampleText(book)
    gained = (suggestions.reduce(0) { $0 + $1.gains.count }, targets)
  }

  // MARK: For a person

  /// Comments and examples, all of it text of the rules language.
  public func text() -> String {
    if gained.all == 0 {
      return "# There is nothing to suggest: the examples exercise everything and notice every change.\n"
    }
    if suggestions.isEmpty {
      return
        "# No example was found for \(gained.all == 1 ? "the one thing" : "any of the \(gained.all) things") that nothing tests.\n"
    }
    var text = "# Each expects the advice of today: keep those that you agree with. They test \(gained.some) of\n"
    text += "# \(gained.all) \(gained.all == 1 ? "thing" : "things") that nothing tests so far.\n"
    for suggestion in suggestions {
      text += "\n" + reasons(suggestion).map { "# \($0)\n" }.joined() + examples.block(suggestion.example)
    }
    return text
  }

  /// The most reasons that are given for an example.
  private static let mostReasons = 4

  private func reasons(_ suggestion: Suggestion) -> [String] {
    // What it was looked for comes first.
    let target = suggestion.target
    let gains = suggestion.gains.filter { $0 == target } + suggestion.gains.filter { $0 != target }
    let lines = gains.prefix(SuggestionReport.mostReasons).map { reason($0) }
    let more = gains.count - lines.count
    return lines + (more > 0 ? ["and \(more) more"] : [])
  }

  private func reason(_ target: Suggestion.Target) -> String {
    switch target {
    case .item(let item):
      let place = RulesPlace(item.span(in: book), files)
      return "\(place.text): \(item.words(in: book, files)): \(item.exercise)"
    case .mutant(let mutant):
      let words = MutantWords(mutant, in: book, files)
      return "\(RulesPlace(mutant.span, files).text): \(words.before)\(words.other) is noticed"
    }
  }

  // MARK: For a program

  /// A list of objects: `name`, `text` and `why`.
  func write(to json: inout JSONWriter) {
    json.open("[")
    for suggestion in suggestions {
      json.open("{")
      json.member("name", suggestion.example.name)
      json.member("text", examples.block(suggestion.example))
      json.name("why")
      json.open("[")
      for gain in suggestion.gains { json.string(reason(gain)) }
      json.close("]")
      json.close("}")
    }
    json.close("]")
  }
}

extension CoverageItem {
  /// What exercising it means.
  fileprivate var exercise: String {
    switch self {
    case .fires: "fires"
    case .rests: "does not fire"
    case .met: "is met"
    case .unmet: "is not met"
    case .row: "is chosen"
    case .effect: "is felt"
    }
  }
}
