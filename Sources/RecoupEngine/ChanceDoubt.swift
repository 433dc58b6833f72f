import RecoupRules

/// A chance that decides: at one end of its range the advice is another.
public struct Flip: Hashable, Sendable {
  /// The action whose chance is in doubt.
  public var action: Int
  /// Whether it is the high end of the range.
  public var isHigh: Bool
  /// The end of the range as the clause gives it today, not scaled, in millionths.
  public var chance: Int64
  /// The advice at that end.
  public var recommendation: Decision.Recommendation
}

extension Advisor {
  /// The ends of ranges of chances that would turn a decision: one at a time, while all other ranges count as their
  /// middles. In ladder order, the low end of an action before the high one.
  ///
  /// Looked at are the actions that the decision has as an option or as a step of one's plan.
  public func flips(of decision: Decision, in invoice: Case) -> [Flip] {
    var isPlanned = book.actions.map { _ in false }
    for option in decision.options {
      for step in option.plan { isPlanned[step.action] = true }
    }
    var evaluator = Evaluator(program, invoice)
    var flips: [Flip] = []
    for action in book.actions.indices where isPlanned[action] && book.actions[action].chance.high != nil {
      for isHigh in [false, true] {
        let clause = isHigh ? program.clauses[action].high : program.clauses[action].low
        guard let chance = evaluator.value(clause) else { continue }
        var other = book
        other.actions[action].chance.narrow(toHigh: isHigh)
        guard let advice = try? Advisor(other).decide(invoice).recommendation else { continue }
        if advice != decision.recommendation {
          flips.append(Flip(action: action, isHigh: isHigh, chance: chance, recommendation: advice))
        }
      }
    }
    return flips
  }

  /// The advice with every chance at the low end of its range, and with every chance at the high end.
  public func extremes(in invoice: Case) throws(Problem) -> (low: Decision, high: Decision) {
    (try narrowed(toHigh: false).decide(invoice), try narrowed(toHigh: true).decide(invoice))
  }

  private func narrowed(toHigh isHigh: Bool) -> Advisor {
    var other = book
    for action in other.actions.indices { other.actions[action].chance.narrow(toHigh: isHigh) }
    return Advisor(other)
  }
}

extension Action.Chance {
  /// Leaves one end of the range.
  fileprivate mutating func narrow(toHigh isHigh: Bool) {
    if isHigh, let high { low = high }
    high = nil
  }
}
