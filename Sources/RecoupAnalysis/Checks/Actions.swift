import RecoupEngine
import RecoupRules

extension Reviewer {
  /// Actions that are never open, and actions that are never the best.
  mutating func checkActions() {
    for action in book.actions.indices {
      switch find(.all([.not(.waits), .isOpen(action)])) {
      case .none: reportNeverOpen(action)
      case .undecided: report(.undecided(.neverOpen, "`\(book.actions[action].name)` is ever open", at: book.actions[action].span))
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
      if premises.space.find(.all(fewer.map { $0.isPassed }), budget: options.budget) == .none {
        causes = fewer
      } else {
        index += 1
      }
    }
    report(
      Finding(
        .neverOpen, "`\(entry.name)` is never open: in every case one of these closes it", at: entry.span,
        notes: causes.map { $0.note }))
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
      Hurdle(isPassed: .isOpen(action), note: Finding.Note("what else it needs is not known", at: book.actions[action].span)))
    all.append(Hurdle(isPassed: .not(.waits), note: Finding.Note("a rule says to wait", at: nil)))
    return all.reversed()
  }

  // MARK: The best

  private mutating func checkBest(_ action: Int, opened: Case) {
    var tried = 0
    let advisor = Advisor(book)
    func isBest(_ invoice: Case) -> Bool {
      tried += 1
      guard let decision = try? advisor.decide(invoice) else { return false }
      return decision.recommendation == .action(action)
    }
    for example in book.examples where advisor.check(example).decision?.recommendation == .action(action) {
      review.shown += 1
      return
    }
    if isBest(opened) {
      review.shown += 1
      return
    }
    let others = book.actions.indices.filter { $0 != action }.map { Proposition.not(.isOpen($0)) }
    for proposition in [[.not(.waits), .isOpen(action)] + others] + simpler(action) {
      if case .found(let invoice) = premises.space.find(.all(proposition), budget: 2_000), isBest(invoice) {
        review.shown += 1
        return
      }
      for variant in variants(of: opened) where isBest(variant) {
        review.shown += 1
        return
      }
    }
    review.undecided += 1
    let name = book.actions[action].name
    report(
      Finding(
        .neverBest, .undecided, "no case was found in which `\(name)` is the best that can be done",
        at: book.actions[action].span,
        notes: [Finding.Note("\(tried) cases were decided in which it can be open")],
        help: "is its chance too small, its cost too high, or another action always better?"))
  }

  /// Other ways closed one by one, from the gentlest.
  private func simpler(_ action: Int) -> [[Proposition]] {
    book.actions.indices.filter { $0 != action }.map { [.not(.waits), .isOpen(action), .not(.isOpen($0))] }
  }

  /// The case with other sums.
  private func variants(of invoice: Case) -> [Case] {
    [2_000, 50_000, 1_000_000, 10_000_000].map { (units: Int64) in
      var variant = invoice
      variant.facts[RuleBook.Builtin.amount] = units
      return variant
    }
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
