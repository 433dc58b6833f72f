import RecoupEngine
import RecoupRules

extension Reviewer {
  /// Conditions that never hold, or always do.
  mutating func checkConditions() {
    for (action, entry) in book.actions.enumerated() {
      for (place, requirement) in entry.requirements.enumerated() {
        let holds = premises.requirements[action][place]
        let what = "this requirement of `\(entry.name)`"
        switch find(holds) {
        case .found: break
        case .none:
          deadRequirements.insert([action, place])
          report(
            Finding(
              .neverHolds, "\(what) never holds, so that the action is never open", at: requirement.span,
              notes: [Finding.Note("the action that it closes", at: entry.span)]))
          continue
        case .undecided: reportUndecided(.neverHolds, "\(what) ever holds", at: requirement.span)
        }
        switch find(.not(holds)) {
        case .found: break
        case .none:
          report(Finding(.alwaysHolds, "\(what) always holds: it closes nothing", at: requirement.span))
        case .undecided: reportUndecided(.alwaysHolds, "\(what) can fail", at: requirement.span)
        }
      }
    }
    for (index, rule) in book.rules.enumerated() {
      let what = "the rule “\(rule.name.original)”"
      switch find(.rule(index)) {
      case .found: break
      case .none:
        deadRules.insert(index)
        report(
          Finding(
            .neverHolds, "\(what) never fires: its `when` never holds", at: rule.condition.span,
            notes: [Finding.Note("the rule", at: rule.span)]))
        continue
      case .undecided: reportUndecided(.neverHolds, "\(what) ever fires", at: rule.condition.span)
      }
      switch find(.not(.rule(index))) {
      case .found: break
      case .none:
        report(
          Finding(
            .alwaysHolds, "\(what) always fires: its `when` always holds", at: rule.condition.span,
            notes: [Finding.Note("the rule", at: rule.span)]))
      case .undecided: reportUndecided(.alwaysHolds, "\(what) can stay silent", at: rule.condition.span)
      }
    }
  }
}

extension Reviewer {
  /// Tells that the last question could not be answered, and why.
  mutating func reportUndecided(_ kind: FindingKind, _ what: String, at span: Span) {
    report(Finding(kind, .undecided, "whether \(what) could not be found out", at: span, help: obstacle.text))
  }
}

extension Reviewer.Obstacle {
  /// What to know about it.
  fileprivate var text: String {
    switch self {
    case .question(let budget): "no answer was found in the \(budget) sets of cases that one question may take"
    case .total(let total): "the \(total) sets of cases that a check may take were used up before an answer was found"
    case .indivisible: "some sets of cases are neither all so nor all not so, and no single value tells them apart"
    }
  }
}
