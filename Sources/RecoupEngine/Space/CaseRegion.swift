import RecoupRules

/// Cases that have a few things in common, each within limits of its own, whatever else they say.
public struct CaseRegion: Hashable, Sendable {
  /// One thing that a case says.
  public enum Subject: Hashable, Sendable {
    /// A fact, as of today.
    case fact(Int)
    /// How often an action was done.
    case times(action: Int)
    /// Days since it was last begun, if it was done.
    case daysAgo(action: Int)
    /// For how many more days the last step runs.
    case pendingDays
  }

  /// What one thing can be in the region: raw counts in the units of its type.
  public struct Limit: Hashable, Sendable {
    /// What it is about.
    public var subject: Subject
    /// The values that it can have, nil if it is unknown in the whole region.
    public var values: ClosedRange<Int64>?
    /// Whether it can be unknown too.
    public var canBeUnknown: Bool
    /// Whether the values go down as far as the space of cases does.
    public var reachesDown: Bool
    /// Whether they go up as far.
    public var reachesUp: Bool

    var variable: CaseVariable {
      switch subject {
      case .fact(let fact): .fact(fact)
      case .times(let action): .times(action)
      case .daysAgo(let action): .daysAgo(action)
      case .pendingDays: .pending
      }
    }

    var range: Interval {
      values.map { Interval(low: $0.lowerBound, high: $0.upperBound, canBeUnknown: canBeUnknown) } ?? .unknown
    }
  }

  /// What is limited, in the order of the book's facts and actions.
  public var limits: [Limit]

  init(_ box: CaseBox, in whole: CaseBox, of book: RuleBook) {
    limits = CaseBox.variables(of: book).compactMap { variable in
      let value = box[variable]
      let all = whole[variable]
      if value.canBeKnown == all.canBeKnown && value.canBeUnknown == all.canBeUnknown
        && value.low == all.low && value.high == all.high
      {
        return nil
      }
      let subject: Subject =
        switch variable {
        case .fact(let fact): .fact(fact)
        case .times(let action): .times(action: action)
        case .daysAgo(let action): .daysAgo(action: action)
        case .pending: .pendingDays
        }
      return Limit(
        subject: subject, values: value.canBeKnown ? value.low...max(value.low, value.high) : nil,
        canBeUnknown: value.canBeUnknown, reachesDown: value.low <= all.low, reachesUp: value.high >= all.high)
    }
  }

  func contains(_ evaluator: Evaluator) -> Bool {
    limits.allSatisfy { limit in
      let value: Int64?
      switch limit.subject {
      case .fact(let fact): value = evaluator.facts[fact]
      case .times(let action): value = evaluator.times[action]
      case .daysAgo(let action):
        let begun = evaluator.begun[action]
        if begun == Evaluator.notBegun { return true }
        value = begun == Evaluator.unknownDay ? nil : -begun
      case .pendingDays: value = evaluator.pendingDays
      }
      guard let value else { return limit.canBeUnknown }
      return limit.values?.contains(value) ?? false
    }
  }
}

extension CaseSpace {
  /// The cases around one of which a proposition is true, as many as can be told by a few limits and proved.
  ///
  /// - Parameter budget: How many sets of cases are looked at for each limit before it stays.
  public func region(around invoice: Case, where proposition: Proposition, budget: Int = 2_000) -> CaseRegion {
    var total = Int.max
    return region(around: invoice, where: proposition, budget: budget, within: &total)
  }

  /// The same, which takes from a total what it used and widens no further when that is used up.
  public func region(
    around invoice: Case, where proposition: Proposition, budget: Int = 2_000, within total: inout Int
  ) -> CaseRegion {
    var left = total
    defer { total = left }
    var search = CaseSearch(self, budget: 0)
    let whole = self.whole
    var box = search.point(invoice)
    let opposite = Proposition.not(proposition)
    func isProved(_ box: CaseBox, _ budget: Int) -> Bool {
      let granted = max(0, min(budget, left))
      search.budget = granted
      let outcome = search.find(opposite, in: box)
      left -= granted - search.budget
      return outcome == .none
    }
    guard isProved(box, budget) else { return CaseRegion(box, in: whole, of: book) }
    for variable in CaseBox.variables(of: book).reversed() {
      var wider = box
      wider[variable] = whole[variable]
      if isProved(wider, budget) {
        box = wider
        continue
      }
      guard box[variable].canBeKnown else { continue }
      for isUp in [true, false] {
        // The furthest value up to which it is proved, by halving.
        var good = isUp ? box[variable].high : box[variable].low
        var bad = isUp ? whole[variable].high : whole[variable].low
        if bad == good { continue }
        while abs(bad - good) > 1 {
          let middle = good + (bad - good) / 2
          wider = box
          if isUp { wider[variable].high = middle } else { wider[variable].low = middle }
          if isProved(wider, budget / 8) { good = middle } else { bad = middle }
        }
        wider = box
        if isUp { wider[variable].high = bad } else { wider[variable].low = bad }
        if isProved(wider, budget / 8) { good = bad }
        if isUp { box[variable].high = good } else { box[variable].low = good }
      }
    }
    return CaseRegion(box, in: whole, of: book)
  }
}
