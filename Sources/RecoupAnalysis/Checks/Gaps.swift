import RecoupEngine
import RecoupRules

extension Reviewer {
  /// How many regions of one kind are told before the rest is only said to be there.
  private static let most = 3

  /// Cases in which nothing is left to do, and days between others on which nothing can be done.
  mutating func checkGaps() {
    let last = min(book.horizon.days, 36_500)
    let open = book.actions.indices.filter { !isGivingUp($0) }
    func anyOpen(_ actions: [Int]) -> Proposition { .all([.not(.waits), .any(actions.map { .isOpen($0) })]) }
    // A final step that was taken has ended the matter; what is due in more than a month is nobody's worry yet.
    let finals = book.actions.indices.filter { book.actions[$0].isFinal }
    let isRunning = [premises.isNearlyDue] + finals.map { premises.undone[$0] }
    let isMeant = acceptedRules().map { Proposition.not(.sometime(0...last, .rule($0))) }
    // An action that was done as often as it may be was there to be done: that all were done is no gap.
    let allowed = Proposition.any(book.actions.indices.map { .isAllowed($0) })
    let closed = Proposition.all(isRunning + isMeant + [.not(.sometime(0...last, .all([.not(.waits), allowed])))])
    let everClosed = Proposition.not(.sometime(0...last, allowed))
    tell(.gap, .all([.not(.waits), closed]), told: .all(isRunning + isMeant + [everClosed]), in: premises.dated) {
      region in
      region.isEmpty ? "no action is ever open" : "nothing is open, and nothing will be, when \(region)"
    }
    // A hole begins on a day on which what was open on the day before is closed. To give up at the end is none.
    let nothing = Proposition.all([.not(.waits), .not(anyOpen(Array(book.actions.indices)))])
    let hole = Proposition.any([.waits, nothing])
    let begins = Proposition.all([.later(days: -1, anyOpen(open)), nothing])
    tell(.hole, begins, told: hole, in: premises.untouched) { region in
      "nothing is open when \(region), though nothing was tried yet and something was open before"
    }
  }

  /// The rules that may close everything: those that fire only while something is unknown, since then there is a question
  /// to ask; and those without which something would be open in an example that expects nothing.
  private func acceptedRules() -> [Int] {
    let advisor = Advisor(book)
    let known = premises.isKnown.map { $0.proposition }
    var accepted = book.rules.indices.filter { rule in
      book.rules[rule].closesAny && premises.space.find(.all([.rule(rule)] + known), budget: 1_000) == .none
        && !deadRules.contains(rule)
    }
    for example in book.examples where example.expectations.contains(where: { $0.outcome == .nothing && !$0.isNegated })
    {
      guard let decision = advisor.check(example).decision, decision.basis == .closed else { continue }
      for rule in decision.fired where !accepted.contains(rule) {
        var without = book
        without.rules[rule].consequences = []
        if let other = Advisor(without).check(example).decision, other.basis != .closed { accepted.append(rule) }
      }
    }
    return accepted
  }

  /// Whether an action brings nothing by what is written there: a chance of 0 % or nothing recovered.
  private func isGivingUp(_ action: Int) -> Bool {
    func isNone(_ expression: Expression?) -> Bool {
      if case .literal(0)? = expression?.kind { true } else { false }
    }
    let entry = book.actions[action]
    return isNone(entry.recovers)
      || (isNone(entry.chance.low) && (entry.chance.high == nil || isNone(entry.chance.high)))
  }

  private mutating func tell(
    _ kind: FindingKind, _ proposition: Proposition, told wider: Proposition, in space: CaseSpace,
    _ message: (String) -> String
  ) {
    var regions: [CaseRegion] = []
    // Histories matter to what is open, but nobody says of an action that it was not done.
    func isHistory(_ subject: CaseRegion.Subject) -> Bool {
      if kind != .hole { return false }
      switch subject {
      case .times, .daysAgo, .pendingDays: return true
      case .fact: return false
      }
    }
    while true {
      let rest = regions.map { Proposition.not(.isIn($0)) }
      switch find(.all([proposition] + rest), in: space) {
      case .none: return
      case .undecided:
        let what = regions.isEmpty ? "there is a case" : "there are more cases"
        report(
          .undecided(
            kind, "\(what) in which \(kind == .gap ? "nothing is open" : "nothing is open for a time")", at: place))
        return
      case .found(let invoice):
        if regions.count == Reviewer.most {
          report(
            Finding(
              kind, .shown, "there are more cases like these in which nothing is open", at: place, witness: invoice))
          return
        }
        let isTold = premises.space.holds(wider, of: invoice)
        let region = space.region(around: invoice, where: isTold ? wider : proposition)
        regions.append(region)
        report(
          Finding(
            kind, .shown, message(words.text(region, leavingOut: isHistory)), at: place, help: help(kind),
            witness: invoice))
      }
    }
  }

  private func help(_ kind: FindingKind) -> String {
    kind == .gap
      ? "let an action be open there, or add a rule that says to wait"
      : "let an action begin earlier or end later, or add a rule that says to wait"
  }

  /// Where the ladder begins: in the user's own file, if an action stands there.
  private var place: Span { book.actions.first { $0.span.file == 0 }?.span ?? .none }
}
