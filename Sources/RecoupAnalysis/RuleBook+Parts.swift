import RecoupRules

extension RuleBook {
  /// All expressions that can have a part in a decision.
  var readExpressions: [Expression] {
    var all = [weighing.claim, weighing.goodwill, weighing.hour, weighing.costOfMoney].compactMap { $0 }
    all += facts.compactMap { $0.defaultValue } + settings.map { $0.value } + definitions.map { $0.value }
    all += tables.flatMap { $0.expressions } + rules.map { $0.condition }
    for action in actions { all += action.expressions }
    return all
  }

  /// All sources, in no order that means something.
  var sources: [Source] {
    settings.compactMap { $0.source } + definitions.compactMap { $0.source } + tables.compactMap { $0.source }
      + actions.flatMap { action in [action.source].compactMap { $0 } + action.requirements.compactMap { $0.source } }
      + rules.compactMap { $0.source }
  }

  /// All texts that an answer may show, with what they are of.
  var texts: [(what: String, text: LocalizedText, span: Span)] {
    var all: [(what: String, text: LocalizedText, span: Span)] = []
    for setting in settings {
      if let label = setting.label { all.append(("the setting `\(setting.name)`", label, setting.span)) }
    }
    for fact in facts {
      if let question = fact.question { all.append(("the fact `\(fact.name)`", question, fact.span)) }
      for word in fact.words {
        if let label = word.label { all.append(("the word `\(word.name)` of `\(fact.name)`", label, fact.span)) }
      }
    }
    for action in actions {
      all.append(("the title of `\(action.name)`", action.title, action.span))
      for requirement in action.requirements {
        if let reason = requirement.reason {
          all.append(("the reason of a requirement of `\(action.name)`", reason, requirement.span))
        }
      }
    }
    for rule in rules {
      all.append(("the name of the rule “\(rule.name.original)”", rule.name, rule.span))
      all.append(("the reason of the rule “\(rule.name.original)”", rule.reason, rule.span))
    }
    return all
  }
}

extension Action {
  /// All its expressions.
  var expressions: [Expression] {
    [
      chance.low, chance.high, chance.scale, recovers, fee?.rate, fee?.minimum, fee?.maximum, cost, effort, strain,
      takes,
    ]
    .compactMap { $0 } + requirements.map { $0.condition }
  }

  /// Whether a source is given for it or for one of its requirements.
  var hasSource: Bool { source != nil || requirements.contains { $0.source != nil } }
}

extension LocalizedText {
  /// The languages that it is written in.
  var languages: [String] { [language] + translations.map { $0.language } }
}
