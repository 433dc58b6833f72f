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
        case .undecided: report(.undecided(.neverHolds, "\(what) ever holds", at: requirement.span))
        }
        switch find(.not(holds)) {
        case .found: break
        case .none:
          report(Finding(.alwaysHolds, "\(what) always holds: it closes nothing", at: requirement.span))
        case .undecided: report(.undecided(.alwaysHolds, "\(what) can fail", at: requirement.span))
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
      case .undecided: report(.undecided(.neverHolds, "\(what) ever fires", at: rule.condition.span))
      }
      switch find(.not(.rule(index))) {
      case .found: break
      case .none:
        report(
          Finding(
            .alwaysHolds, "\(what) always fires: its `when` always holds", at: rule.condition.span,
            notes: [Finding.Note("the rule", at: rule.span)]))
      case .undecided: report(.undecided(.alwaysHolds, "\(what) can stay silent", at: rule.condition.span))
      }
    }
  }
}

extension Finding {
  /// That something could not be found out.
  static func undecided(_ kind: FindingKind, _ what: String, at span: Span) -> Finding {
    Finding(
      kind, .undecided, "whether \(what) could not be found out", at: span,
      help: "its conditions on several values at once leave too many cases to look through")
  }
}
