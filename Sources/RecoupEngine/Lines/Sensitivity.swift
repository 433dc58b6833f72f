import RecoupRules

/// What a decision depends on: how far each fact, setting and chance can move, all else as it is, before the advice is
/// another.
///
/// Its questions are independent of each other and may be asked on several cores at once.
public struct Sensitivity: Sendable {
  let advisor: Advisor
  let decision: Decision
  let invoice: Case
  let assumptions: Assumptions

  /// About how many values are decided on either side of today's before no more is proved, only tried.
  private static let mostSteps = 80

  /// Prepares for a decision of an advisor on a case.
  public init(of decision: Decision, by advisor: Advisor, on invoice: Case) {
    self.advisor = advisor
    self.decision = decision
    self.invoice = invoice
    assumptions = Assumptions(advisor.book)
  }

  private var book: RuleBook { advisor.book }

  /// All that is known today and could be otherwise: facts and settings in the order of their declaration, then the
  /// chances of actions in ladder order.
  ///
  /// Left out are what is unknown, a promise or a running step that there is not, and a chance that is certain.
  public var axes: [Axis] {
    let all =
      book.facts.indices.map { Axis.fact($0) } + book.settings.indices.map { Axis.setting($0) }
      + book.actions.indices.map { Axis.chance(action: $0) }
    return all.filter { axis in advisor.value(on: axis, in: invoice).map { isAssumed(axis, $0) } ?? false }
  }

  /// How far all of `axes` can move, in their order.
  public var turns: [Turn] { axes.compactMap { turn(along: $0) } }

  /// How far one can move; nil if it is not among `axes`, or not among the values today, or if what changes from day to
  /// day by the rules would lead elsewhere as soon as it stayed at today's value.
  ///
  /// - Parameter values: Where to look; `Axis.domain` if not given, which for a chance is 0 to 100 %.
  public func turn(along axis: Axis, within values: ClosedRange<Int64>? = nil) -> Turn? {
    guard let today = advisor.value(on: axis, in: invoice), isAssumed(axis, today) else { return nil }
    let domain = values ?? axis.domain(around: today, in: book)
    if !domain.contains(today) { return nil }
    var turn = Turn(axis: axis, today: today, held: today...today, proved: today...today, words: [])
    do {
      if let all = axis.allValues(in: book) {
        for value in all where value != today {
          let varied = assumptions.vary(axis, to: value, in: invoice)
          let other = try assumptions.memo.verdict(varied).decision.recommendation
          if other != decision.recommendation { turn.words.append(.init(value: value, recommendation: other)) }
        }
        return turn
      }
      var search = LineSearch(assumptions, axis, invoice)
      if case .fact = axis {
        search.know(decision, at: today)
      } else if try search.advice(at: today) != decision.recommendation {
        // A chance or a setting that is not the same every day, held at today's value, can lead elsewhere at once.
        return nil
      }
      let up = try side(from: today, to: domain.upperBound, &search)
      let down = try side(from: today, to: domain.lowerBound, &search)
      turn.held = down.held...up.held
      turn.above = up.other
      turn.below = down.other
      turn.proved = down.proved...up.proved
      return turn
    } catch {
      return nil
    }
  }

  private func isAssumed(_ axis: Axis, _ today: Int64) -> Bool {
    switch axis {
    case .fact(RuleBook.Builtin.pending): today > 0
    case .fact, .setting: true
    case .chance(let action): book.actions[action].chance.high != nil || (today > 0 && today < 1_000_000)
    }
  }

  /// How far today's advice reaches on one side as far as was tried and as far as was proved, and what comes next to it.
  private func side(
    from today: Int64, to last: Int64, _ search: inout LineSearch
  ) throws(Advisor.Problem) -> (held: Int64, proved: Int64, other: Turn.Other?) {
    if today == last { return (today, today, nil) }
    try search.walk(from: today, to: last, isStopping: true, budget: Sensitivity.mostSteps)
    let held = search.spans[0]
    let other = search.spans.count > 1 ? search.spans[1] : nil
    let next = other.map { Turn.Other(value: $0.first, recommendation: $0.recommendation) }
    return (held.last, search.provedTo, next)
  }
}
