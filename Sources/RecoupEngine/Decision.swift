/// The advice on one invoice, with all that explains it. Actions and rules are indices into the rule book.
public struct Decision: Hashable, Sendable {
  /// What to do.
  public enum Recommendation: Hashable, Sendable {
    /// This action, today.
    case action(Int)
    /// To wait.
    case wait
    /// Nothing: every way is closed or costs more than it brings.
    case nothing
  }

  /// Which case of the language's reference the recommendation is.
  public enum Basis: String, Hashable, Sendable {
    /// A fired rule says to wait.
    case rule
    /// No action opens within the horizon.
    case closed
    /// The best way costs more than it brings.
    case loss
    /// The best action opens only later.
    case opens
    /// The best action is open today.
    case best
  }

  /// A name whose value is missing.
  public enum Missing: Hashable, Sendable {
    /// A fact that is unknown.
    case fact(Int)
    /// The days since this action, which was done on a day that was not given.
    case daysAgo(action: Int)
  }

  /// A rule whose condition is unknown, and so did not fire.
  public struct Undecided: Hashable, Sendable {
    /// The rule.
    public var rule: Int
    /// What is unknown among all that its condition names.
    public var missing: [Missing]
  }

  /// What to do.
  public var recommendation: Recommendation
  /// Days until the waiting ends, where the advice is to wait and an end is in sight.
  public var until: Int64?
  /// Why that.
  public var basis: Basis
  /// The option with the largest value, as an index into `options`; nil if there is none.
  public var best: Int?
  /// Every action that opens within the horizon, in ladder order.
  public var options: [Option]
  /// The other actions, in ladder order.
  public var closed: [Closed]
  /// The rules that fire today, in file order.
  public var fired: [Int]
  /// The rules that might fire if more were known, in file order.
  public var undecided: [Undecided]

  /// The best option, whatever is recommended.
  public var bestOption: Option? { best.map { options[$0] } }
}

/// An action that opens within the horizon, with what it brings if it is taken first.
public struct Option: Hashable, Sendable {
  /// The action.
  public var action: Int
  /// The first day on which it can be taken; today is 0.
  public var opens: Int64
  /// The expected net of the plan that begins with it, in the currency's smallest unit, discounted to today.
  public var value: Double
  /// The best plan that begins with it.
  public var plan: [Step]
  /// How the first step's figures come about.
  public var derivation: Derivation

  /// The chance that the first step gets the invoice paid, 0 to 1.
  public var chance: Double { plan[0].chance }

  /// The chance to be paid at all by the plan, 0 to 1.
  public var chanceOfPlan: Double {
    var unpaid = 1.0
    for step in plan { unpaid *= 1 - step.chance }
    return 1 - unpaid
  }

  /// The day on which the plan's last step ends.
  public var paidBy: Int64 { plan[plan.count - 1].ends }
}

/// One step of a plan, taken if none before it worked.
public struct Step: Hashable, Sendable {
  /// The action.
  public var action: Int
  /// The day on which it is taken.
  public var day: Int64
  /// The day on which its effect is known.
  public var ends: Int64
  /// The chance that the client pays because of it, 0 to 1.
  public var chance: Double
  /// What it brings on success after commission, in the smallest unit.
  public var net: Int64
  /// What it costs in money and the user's time, in the smallest unit.
  public var outlay: Int64
  /// The goodwill it uses up, in the smallest unit.
  public var strained: Int64
}

/// An action that does not open within the horizon.
public struct Closed: Hashable, Sendable {
  /// What keeps an action closed, as of today.
  public enum Reason: Hashable, Sendable {
    /// It was done as often as it may be.
    case times
    /// This fired rule says never to, or only others.
    case rule(Int)
    /// This requirement is not met.
    case requires(Int)
    /// A value of it is unknown for want of these; none are missing where an overflow or a division by zero is the cause.
    case unknown([Decision.Missing])
    /// It is not blocked today, but something keeps it from opening.
    case wait
  }

  /// The action.
  public var action: Int
  /// What keeps it closed.
  public var reason: Reason
}

/// How the figures of an action come about on the day when it opens: every term, from the numbers that decide.
///
/// Amounts are in the smallest unit, percentages in millionths. Where each term stands in the rules is the span of the
/// clause in the rule book's action.
public struct Derivation: Hashable, Sendable {
  /// What a fired rule did to the chance.
  public struct Influence: Hashable, Sendable {
    /// The rule.
    public var rule: Int
    /// Which of its consequences.
    public var consequence: Int
    /// The chance after it.
    public var chance: Double
  }

  /// The low end of the chance, scaled; the same as `chanceHigh` where no range is given.
  public var chanceLow: Int64 = 0
  /// The high end of the chance, scaled.
  public var chanceHigh: Int64 = 0
  /// What both were scaled by, if anything.
  public var chanceScale: Int64?
  /// The middle of the two, between 0 and 1 000 000, before any rule.
  public var chanceMiddle: Int64 = 0
  /// What the fired rules did to it, in order.
  public var influences: [Influence] = []
  /// What is asked for.
  public var claim: Int64 = 0
  /// What part of it comes in on success.
  public var recovers: Int64 = 1_000_000
  /// What comes in on success.
  public var gross: Int64 = 0
  /// What somebody else keeps of it.
  public var commission: Int64 = 0
  /// The money part of the outlay.
  public var cost: Int64 = 0
  /// The user's hours, in millionths.
  public var effort: Int64 = 0
  /// What an hour is worth.
  public var hour: Int64 = 0
  /// What the relationship is worth.
  public var goodwill: Int64 = 0
  /// What part of it the action uses up, between 0 and 1 000 000.
  public var strain: Int64 = 0
  /// What part was used up before.
  public var strainBefore: Int64 = 0
  /// How many days until the effect is known.
  public var takes: Int64 = 0
  /// What a unit of money on the day of the step is worth today.
  public var discountAtStart: Double = 1
  /// What a unit of money at the end of the step is worth today.
  public var discountAtEnd: Double = 1
  /// The value of the rest of the plan, if this step does not work.
  public var continuation: Double = 0
}
