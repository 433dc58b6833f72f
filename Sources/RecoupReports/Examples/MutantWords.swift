import RecoupAnalysis
import RecoupLanguage
import RecoupRules

/// A change of the rules in a few words, in the notation of the file.
struct MutantWords {
  /// What the change is in: `rule “…”`, `action agency`.
  let owner: String
  /// What stands there; a rule or a requirement that is taken out by its own text.
  let from: String
  /// What the change puts there; nil where it takes something out.
  let to: String?

  init(_ mutant: Mutant, in book: RuleBook, _ files: [SourceFile]) {
    let notation = RulesNotation(book)
    let excerpt = RulesPlace(mutant.span, files).excerpt
    switch mutant.change {
    case .literal(let site, _, let type, let old, let value, _):
      owner = site.name(in: book)
      from = excerpt.isEmpty ? notation.text(old, type) : Shown.text(excerpt)
      to = notation.text(value, type)
    case .comparison(let site, _, let old, let operation):
      owner = site.name(in: book)
      from = old.symbol
      to = operation.symbol
    case .factor(let rule, _, let old, let factor):
      owner = "rule “\(Shown.text(book.rules[rule].name.original))”"
      from = notation.factor(old)
      to = notation.factor(factor)
    case .atMost(let action, let old, let most):
      owner = "action \(book.actions[action].name)"
      from = "at most \(old) times"
      to = "at most \(most) times"
    case .droppedRule(let rule):
      owner = "rule “\(Shown.text(book.rules[rule].name.original))”"
      from = "the rule"
      to = nil
    case .droppedRequirement(let action, let place):
      owner = "action \(book.actions[action].name)"
      from = RulesWords.requirement(book.actions[action].requirements[place], files)
      to = nil
    }
  }

  /// What comes before `other`.
  var before: String { "\(owner): \(from) → " }

  /// What is in its place.
  var other: String { to ?? "left out" }
}

extension ExpressionSite {
  /// What it is a part of.
  func name(in book: RuleBook) -> String {
    switch self {
    case .condition(let rule): "rule “\(Shown.text(book.rules[rule].name.original))”"
    case .requirement(let action, _), .clause(let action, _): "action \(book.actions[action].name)"
    case .bound(let table, _), .value(let table, _): "table \(book.tables[table].name)"
    case .setting(let setting): "setting \(book.settings[setting].name)"
    case .definition(let definition): "define \(book.definitions[definition].name)"
    case .standIn(let fact): "fact \(book.facts[fact].name)"
    }
  }
}

extension Expression.Binary {
  /// As a rules file writes it.
  fileprivate var symbol: String {
    switch self {
    case .or: "or"
    case .and: "and"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .equal: "="
    case .notEqual: "!="
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .minimum: "min"
    case .maximum: "max"
    }
  }
}
