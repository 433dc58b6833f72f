import RecoupRules

/// How far one fact, setting or chance can move, all else as it is, before the advice becomes another.
public struct Turn: Hashable, Sendable {
  /// A value that has other advice than today's.
  public struct Other: Hashable, Sendable {
    /// The value.
    public var value: Int64
    /// The advice there.
    public var recommendation: Decision.Recommendation

    /// Makes one.
    public init(value: Int64, recommendation: Decision.Recommendation) {
      self.value = value
      self.recommendation = recommendation
    }
  }

  /// What moves.
  public var axis: Axis
  /// Its value today.
  public var today: Int64
  /// The values around today's that were looked at and have today's advice. For yes or no and words only today's.
  public var held: ClosedRange<Int64>
  /// Whether every value of `held` was shown to have today's advice; else only some were tried.
  public var isProved: Bool
  /// For a number: the value next below `held`, if that one was decided and has other advice.
  public var below: Other?
  /// For a number: the value next above `held`, likewise.
  public var above: Other?
  /// For yes or no and words: every other value that has other advice, in the order of their declaration.
  public var words: [Other]

  /// All that was found, the nearest first, the upper one first at equal distance.
  public var others: [Other] {
    guard let below, let above else { return [below, above].compactMap { $0 } + words }
    return today - below.value < above.value - today ? [below, above] : [above, below]
  }
}

extension Advisor {
  /// The most values that `turns` decides on either side of today's before it stops looking further.
  static var mostSteps: Int { 60 }

  /// How far each fact that is known, each setting and each chance of an action can move before a decision becomes
  /// another: those that the rules have, in the order of their declaration, chances last in ladder order.
  ///
  /// Looked at are the values of `Axis.domain`, and of a chance 0 to 100 %. A promise or a running step that there is
  /// not does not move, nor does a chance that is certain.
  public func turns(of decision: Decision, in invoice: Case) -> [Turn] {
    let assumptions = Assumptions(book)
    let axes =
      book.facts.indices.map { Axis.fact($0) } + book.settings.indices.map { Axis.setting($0) }
      + book.actions.indices.map { Axis.chance(action: $0) }
    return axes.compactMap { turn(along: $0, of: decision, in: invoice, assumptions) }
  }

  /// How far one of them can move, within some values; nil if it is unknown today.
  ///
  /// - Parameter values: Where to look; the whole domain if not given.
  public func turn(
    along axis: Axis, within values: ClosedRange<Int64>? = nil, of decision: Decision, in invoice: Case
  ) -> Turn? {
    turn(along: axis, within: values, of: decision, in: invoice, Assumptions(book))
  }

  func turn(
    along axis: Axis, within values: ClosedRange<Int64>? = nil, of decision: Decision, in invoice: Case,
    _ assumptions: Assumptions
  ) -> Turn? {
    guard let today = value(on: axis, in: invoice), isAssumed(axis, today) else { return nil }
    let domain = values ?? axis.domain(around: today, in: book)
    if !domain.contains(today) { return nil }
    var turn = Turn(axis: axis, today: today, held: today...today, isProved: true, words: [])
    do {
      if let all = axis.allValues(in: book) {
        for value in all where value != today {
          let other = try assumptions.advisor.verdict(assumptions.vary(axis, to: value, in: invoice)).recommendation
          if other != decision.recommendation { turn.words.append(.init(value: value, recommendation: other)) }
        }
        return turn
      }
      let marks = assumptions.marks(along: axis, from: today, in: invoice)
      let (above, below) = (marks.filter { $0 > today }, marks.filter { $0 < today })
      let near = below.suffix(Advisor.mostMarks) + above.prefix(Advisor.mostMarks)
      var search = LineSearch(assumptions, axis, invoice, marks: Array(near))
      search.know(decision, at: today)
      let up = try side(from: today, to: domain.upperBound, &search)
      let down = try side(from: today, to: domain.lowerBound, &search)
      turn.held = down.held...up.held
      turn.above = up.other
      turn.below = down.other
      turn.isProved = up.isProved && down.isProved
      return turn
    } catch {
      return nil
    }
  }

  /// Whether something can be otherwise: a step that is not running does not, nor does a chance that is certain.
  private func isAssumed(_ axis: Axis, _ today: Int64) -> Bool {
    switch axis {
    case .fact(RuleBook.Builtin.pending): today > 0
    case .fact, .setting: true
    case .chance(let action): book.actions[action].chance.high != nil || (today > 0 && today < 1_000_000)
    }
  }

  /// How far today's advice reaches on one side, and what comes next to it.
  private func side(
    from today: Int64, to last: Int64, _ search: inout LineSearch
  ) throws(Problem) -> (held: Int64, other: Turn.Other?, isProved: Bool) {
    if today == last { return (today, nil, true) }
    try search.walk(from: today, to: last, isStopping: true, budget: Advisor.mostSteps)
    let held = search.spans[0]
    let other = search.spans.count > 1 ? search.spans[1] : nil
    return (held.last, other.map { .init(value: $0.first, recommendation: $0.recommendation) }, held.isProved)
  }
}
