import RecoupEngine
import RecoupRules

extension Reviewer {
  /// How many regions of one kind are told before the rest is only said to be there.
  private static let most = 3
  /// How many limits a sentence that names a cause tells.
  private static let mostLimits = 5

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
    tell(
      Lack(
        kind: .gap, isSo: .all([.not(.waits), closed]), isTold: .all(isRunning + isMeant + [everClosed]), days: 0...last
      ))
    // A hole begins on a day on which what was open on the day before is closed. To give up at the end is none.
    let nothing = Proposition.all([.not(.waits), .not(anyOpen(Array(book.actions.indices)))])
    let begins = Proposition.all([.later(days: -1, anyOpen(open)), nothing])
    tell(Lack(kind: .hole, isSo: begins, isTold: .any([.waits, nothing]), days: 0...0))
  }

  /// A way in which nothing can be done.
  private struct Lack {
    let kind: FindingKind
    /// That it is so, or begins to be, in a case.
    let isSo: Proposition
    /// What is told of all cases around one.
    let isTold: Proposition
    /// The days that count, from today.
    let days: ClosedRange<Int64>
  }

  /// The rules that may close everything: those that fire only while something is unknown, since then there is a question
  /// to ask; and those without which something would be open in an example that expects nothing.
  private mutating func acceptedRules() -> [Int] {
    let advisor = Advisor(book)
    let known = premises.isKnown.map { $0.proposition }
    var accepted: [Int] = []
    for (index, rule) in book.rules.enumerated() where rule.closesAny && !deadRules.contains(index) {
      if search(.all([.rule(index)] + known), in: premises.space, budget: 1_000) == .none { accepted.append(index) }
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

  /// One cause is one finding: once it is told, only cases without it are looked for.
  private mutating func tell(_ lack: Lack) {
    let space = lack.kind == .gap ? premises.dated : premises.untouched
    var told = endlessWaits.map { Proposition.not(.sometime(lack.days, .rule($0))) }
    var count = 0
    while true {
      switch find(.all([lack.isSo] + told), in: space) {
      case .none: return
      case .undecided:
        let what = count == 0 ? "there is a case" : "there are more cases"
        let open = lack.kind == .gap ? "nothing is open" : "nothing is open for a time"
        return reportUndecided(lack.kind, "\(what) in which \(open)", at: place)
      case .found(let invoice):
        let cause = cause(of: lack.isSo, in: invoice, on: lack.days)
        let at = cause.first.map { span(of: $0) } ?? place
        if count == Reviewer.most {
          return report(
            Finding(
              lack.kind, .shown, "there are more cases like these in which nothing is open", at: at, witness: invoice))
        }
        count += 1
        let isCaused = Proposition.all(cause.map { .sometime(lack.days, isClosing($0)) })
        let stretch = stretch(of: lack, in: space, around: invoice, cause)
        let isNamed = !cause.isEmpty && space.holds(isCaused, of: invoice)
        told.append(.not(isNamed ? isCaused : .isIn(stretch.region)))
        report(
          Finding(
            lack.kind, .shown, sentence(lack, stretch, cause), at: at, notes: notes(on: cause), help: help(lack.kind),
            witness: invoice))
      }
    }
  }

  /// Cases in which nothing is open but a few actions.
  private typealias Stretch = (region: CaseRegion, butFor: [Int])

  /// The cases around one in which the cause is there, if next to nothing is open in any of them; or else those in which
  /// nothing is.
  private mutating func stretch(
    of lack: Lack, in space: CaseSpace, around invoice: Case, _ cause: [ClosingPart]
  ) -> Stretch {
    let isCaused = Proposition.all(cause.map { isClosing($0) })
    if lack.kind == .hole && !cause.isEmpty && space.holds(isCaused, of: invoice) {
      let region = space.region(around: invoice, where: isCaused, within: &left)
      if let open = openActions(in: region, of: space), open.count <= 2 { return (region, open) }
    }
    let isTold = space.holds(lack.isTold, of: invoice)
    var granted = max(0, min(left, max(500, options.budget / 3)))
    left -= granted
    defer { left += granted }
    let region = space.region(around: invoice, where: isTold ? lack.isTold : lack.isSo, budget: 500, within: &granted)
    return (region, [])
  }

  /// The actions that are open in some case of a region, nil if that is not found out at little expense.
  private mutating func openActions(in region: CaseRegion, of space: CaseSpace) -> [Int]? {
    var open: [Int] = []
    for action in book.actions.indices {
      switch search(.all([.isIn(region), .not(.waits), .isOpen(action)]), in: space, budget: 500) {
      case .none: break
      case .found: open.append(action)
      case .undecided: return nil
      }
    }
    return open
  }

  private func sentence(_ lack: Lack, _ stretch: Stretch, _ cause: [ClosingPart]) -> String {
    // Histories matter to what is open, but nobody says of an action that it was not done.
    func isHistory(_ subject: CaseRegion.Subject) -> Bool {
      if lack.kind != .hole { return false }
      switch subject {
      case .times, .daysAgo, .pendingDays: return true
      case .fact: return false
      }
    }
    let butFor = stretch.butFor.map { "`\(book.actions[$0].name)`" }.joined(separator: " or ")
    let nothing = butFor.isEmpty ? "nothing is open" : "nothing but \(butFor) is ever open"
    // Where the cause is named and the case shown, a long list of limits tells nobody more.
    let isLong = !cause.isEmpty && words.limits(stretch.region, leavingOut: isHistory).count > Reviewer.mostLimits
    let region = isLong ? "" : words.text(stretch.region, leavingOut: isHistory)
    let when = region.isEmpty ? isLong ? " in some cases" : "" : " when \(region)"
    let because = cause.isEmpty ? "" : ", because of \(named(cause))"
    if lack.kind == .gap {
      if when.isEmpty { return "no action is ever open" + because }
      return "nothing is open, and nothing will be,\(when)\(because)"
    }
    return nothing + when + ", though nothing was tried yet and something was open before" + because
  }

  private func help(_ kind: FindingKind) -> String {
    kind == .gap
      ? "let an action be open there, or add a rule that says to wait"
      : "let an action begin earlier or end later, or add a rule that says to wait"
  }

  /// Where the ladder begins: in the user's own file, if an action stands there.
  private var place: Span { book.actions.first { $0.span.file == 0 }?.span ?? .none }
}
