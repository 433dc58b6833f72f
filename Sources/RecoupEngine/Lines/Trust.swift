import RecoupRules

/// How far a decision can be trusted, given that every chance in the rules is an assumption with a range.
public struct Trust: Hashable, Sendable {
  /// A chance in a range.
  public struct Assumed: Hashable, Sendable {
    /// The action whose clause states it.
    public var action: Int
    /// The chance, not scaled and before any rule, in millionths.
    public var chance: Int64

    /// Makes one.
    public init(action: Int, chance: Int64) {
      self.action = action
      self.chance = chance
    }
  }

  /// One assumption that turns the advice by itself.
  public struct Flip: Hashable, Sendable {
    /// The value in its range, nearest to the middle on its side, at which the advice becomes another.
    public var assumed: Assumed
    /// The advice there.
    public var recommendation: Decision.Recommendation

    /// Makes one.
    public init(assumed: Assumed, recommendation: Decision.Recommendation) {
      self.assumed = assumed
      self.recommendation = recommendation
    }
  }

  /// What all assumptions together can do to the advice.
  public enum Together: Hashable, Sendable {
    /// Nothing: it was shown for every combination of values from their ranges.
    case holds
    /// With these at these values, and all others at the middle of their ranges, the advice becomes another.
    case turns([Assumed], Decision.Recommendation)
    /// No combination of the ends of the ranges that was tried turns the advice, but others were not looked at.
    case undecided
  }

  /// The ranges, today: of the actions that a plan could take, in ladder order.
  public var ranges: [Range]
  /// What turns the advice while all other chances stay at the middle of their ranges, in ladder order, on each side the
  /// nearest value.
  public var flips: [Flip]
  /// Whether, where there is no flip, every value of every range was shown to leave the advice as it is.
  public var isProved: Bool
  /// The worst case of all of them together.
  public var together: Together

  /// The range of a chance.
  public struct Range: Hashable, Sendable {
    /// The action.
    public var action: Int
    /// From the low end of its clause to the high one, not scaled, in millionths.
    public var chances: ClosedRange<Int64>
  }
}

extension Sensitivity {
  /// How far the decision can be trusted over the ranges of all chances.
  ///
  /// A range whose ends depend on the day counts as it is today.
  ///
  /// - Parameter turns: How far the chances can move, where that is known: it tells the flips already.
  public func trust(turns: [Turn] = []) -> Trust {
    var trust = Trust(ranges: ranges, flips: [], isProved: true, together: .holds)
    // What a rule decides, or what leaves no way open, hangs on no chance.
    if decision.basis == .rule || decision.basis == .closed { return trust }
    for range in trust.ranges {
      let axis = Axis.chance(action: range.action)
      let known = turns.first { $0.axis == axis }
      guard let turn = known ?? turn(along: axis, within: range.chances) else {
        trust.isProved = false
        continue
      }
      let others = [turn.below, turn.above].compactMap { $0 }.filter { range.chances.contains($0.value) }
      let (low, high) = (
        max(range.chances.lowerBound, turn.held.lowerBound), min(range.chances.upperBound, turn.held.upperBound)
      )
      trust.isProved = trust.isProved && turn.proved.lowerBound <= low && high <= turn.proved.upperBound
      for other in others {
        let assumed = Trust.Assumed(action: range.action, chance: other.value)
        trust.flips.append(Trust.Flip(assumed: assumed, recommendation: other.recommendation))
      }
    }
    if let flip = trust.flips.first {
      trust.together = .turns([flip.assumed], flip.recommendation)
    } else {
      var worst = WorstCase(assumptions, trust.ranges, decision, invoice)
      trust.together = worst.together()
    }
    return trust
  }

  /// The ranges of the chances of all actions that could be open on some day of a plan.
  private var ranges: [Trust.Range] {
    let (program, book) = (advisor.program, advisor.book)
    var planner = Planner(program, invoice)
    return book.actions.indices.compactMap { action in
      let clauses = program.clauses[action]
      guard clauses.high >= 0, planner.canBeOpen(action), let low = planner.weigher.evaluator.value(clauses.low),
        let high = planner.weigher.evaluator.value(clauses.high), low < high
      else { return nil }
      return Trust.Range(action: action, chances: low...high)
    }
  }
}
