import RecoupAnalysis
import RecoupLanguage
import RecoupRules

/// Under what the list of all that is not exercised is put in order.
enum CoverageHeading: CaseIterable {
  case neverFires, alwaysFires, requirements, rows, effects

  var words: String {
    switch self {
    case .neverFires: "Rules that fire in no example"
    case .alwaysFires: "Rules that fire in every state of every example"
    case .requirements: "Requirements that examples see one way only, or not at all"
    case .rows: "Table rows that no example falls on"
    case .effects: "Effects that no example feels, of rules that fire"
    }
  }

  /// One line for each thing that is missing.
  func lines(_ missing: [CoverageItem], _ coverage: Coverage, _ book: RuleBook, _ files: [SourceFile]) -> [String] {
    var lines: [String] = []
    var last: CoverageItem?
    for item in missing {
      let place = RulesPlace(item.span(in: book), files)
      switch (self, item) {
      case (.neverFires, .fires), (.alwaysFires, .rests), (.rows, .row):
        lines.append("\(place.text): \(item.words(in: book, files))")
      case (.requirements, .met(let action, let requirement)):
        let isNeither = !coverage.isExercised(.unmet(action: action, requirement: requirement))
        let seen = isNeither ? "neither met nor unmet" : "never met"
        lines.append("\(place.text): \(item.words(in: book, files)): \(seen)")
      case (.requirements, .unmet(let action, let requirement)):
        if !coverage.isExercised(.met(action: action, requirement: requirement)) { continue }
        lines.append("\(place.text): \(item.words(in: book, files)): always met")
      case (.effects, .effect(let rule, let consequence, let action)):
        if !coverage.isExercised(.fires(rule: rule)) { continue }
        if case .effect(rule, consequence, _) = last, let action {
          lines[lines.count - 1] += ", " + book.actions[action].name
        } else {
          lines.append("\(place.text): \(item.words(in: book, files))")
        }
        last = item
      case (.neverFires, _), (.alwaysFires, _), (.requirements, _), (.rows, _), (.effects, _): break
      }
    }
    return lines
  }
}

extension CoverageItem {
  /// What a program calls it where it is missing.
  var code: String {
    switch self {
    case .fires: "rule_never_fires"
    case .rests: "rule_always_fires"
    case .met: "requirement_never_met"
    case .unmet: "requirement_always_met"
    case .row: "row_never_chosen"
    case .effect: "effect_never_felt"
    }
  }

  /// What it is, in the words of the rules.
  func words(in book: RuleBook, _ files: [SourceFile]) -> String {
    switch self {
    case .fires(let rule), .rests(let rule): "rule “\(Shown.text(book.rules[rule].name.original))”"
    case .met(let action, let requirement), .unmet(let action, let requirement):
      "\(book.actions[action].name) "
        + RulesWords.requirement(book.actions[action].requirements[requirement], files)
        + (book.actions[action].requirements[requirement].reason.map { " (\(Shown.text($0.original)))" } ?? "")
    case .row(let table, _):
      "table \(book.tables[table].name): \(Shown.text(RulesPlace(span(in: book), files).excerpt))"
    case .effect(let rule, let consequence, let action):
      "rule “\(Shown.text(book.rules[rule].name.original))”, "
        + RulesWords.effect(book.rules[rule].consequences[consequence].effect, action, in: book)
    }
  }
}

/// Parts of rules in a few words.
enum RulesWords {
  /// A requirement without its reason and what follows it.
  static func requirement(_ requirement: Action.Requirement, _ files: [SourceFile]) -> String {
    "requires \(Shown.text(RulesPlace(requirement.condition.span, files).excerpt))"
  }

  /// An effect, on one of its actions if it has several.
  static func effect(_ effect: Rule.Effect, _ action: Int?, in book: RuleBook) -> String {
    let notation = RulesNotation(book)
    let names = { (actions: [Int]) in actions.map { book.actions[$0].name }.joined(separator: ", ") }
    return switch effect {
    case .likelier(let action, let factor): "\(book.actions[action].name) \(notation.factor(factor)) likelier"
    case .lessLikely(let action, let factor): "\(book.actions[action].name) \(notation.factor(factor)) less likely"
    case .never(let actions): "never \(names(action.map { [$0] } ?? actions))"
    case .only(let actions): "only \(names(actions))"
    case .wait: "wait"
    }
  }
}
