import RecoupEngine
import RecoupRules

extension Reviewer {
  /// Actions that are never open, and actions that are never the best.
  mutating func checkActions() {
    for action in book.actions.indices {
      switch find(.all([.not(.waits), .isOpen(action)]), in: freed.premises.space) {
      case .none: reportNeverOpen(action)
      case .undecided:
        reportUndecided(.neverOpen, "`\(book.actions[action].name)` is ever open", at: book.actions[action].span)
      case .found(let invoice): checkBest(action, opened: invoice)
      }
    }
  }

  /// One cause is one finding: where a requirement of the action never holds by itself, that was said already.
  private mutating func reportNeverOpen(_ action: Int) {
    let entry = book.actions[action]
    if entry.requirements.indices.contains(where: { deadRequirements.contains([action, $0]) }) { return }
    var causes = hurdles(of: action)
    var index = 0
    // What is not needed for the proof is no cause.
    while index < causes.count {
      var fewer = causes
      fewer.remove(at: index)
      if search(.all(fewer.map { $0.isPassed }), in: freed.premises.space, budget: options.budget) == .none {
        causes = fewer
      } else {
        index += 1
      }
    }
    // Of an action that is included, what the author wrote beside it is to be mended.
    let own = entry.span.file == 0 ? nil : causes.compactMap { $0.note.span }.first { $0.file == 0 }
    var notes = causes.map { $0.note }
    if own != nil { notes.append(Finding.Note("the action", at: entry.span)) }
    report(
      Finding(
        .neverOpen, "`\(entry.name)` is never open: in every case one of these closes it", at: own ?? entry.span,
        notes: notes))
  }

  private struct Hurdle {
    var isPassed: Proposition
    var note: Finding.Note
  }

  private func hurdles(of action: Int) -> [Hurdle] {
    var all: [Hurdle] = []
    for (place, requirement) in book.actions[action].requirements.enumerated() {
      all.append(
        Hurdle(
          isPassed: premises.requirements[action][place],
          note: Finding.Note("it requires this", at: requirement.span)))
    }
    for (index, rule) in book.rules.enumerated() where rule.closes(action) {
      let name = "closed by “\(rule.name.original)”"
      all.append(Hurdle(isPassed: .not(.rule(index)), note: Finding.Note(name, at: rule.condition.span)))
    }
    // Last, so that it is left out wherever the rest alone is enough.
    all.append(
      Hurdle(
        isPassed: .isOpen(action), note: Finding.Note("what else it needs is not known", at: book.actions[action].span))
    )
    all.append(Hurdle(isPassed: .not(.waits), note: Finding.Note("a rule says to wait", at: nil)))
    return all.reversed()
  }
}

extension Rule {
  /// Whether it closes an action when it fires.
  func closes(_ action: Int) -> Bool {
    consequences.contains { consequence in
      switch consequence.effect {
      case .never(let actions): actions.contains(action)
      case .only(let actions): !actions.contains(action)
      case .likelier, .lessLikely, .wait: false
      }
    }
  }
}
