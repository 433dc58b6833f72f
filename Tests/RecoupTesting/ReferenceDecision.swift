public import RecoupEngine
public import RecoupRules

/// A decision in the form in which two readings of the language are compared: doubles equal only to the last bit.
///
/// Actions and rules are indices into the rule book.
public struct ReferenceDecision: Equatable, Sendable {
  /// One step of a plan.
  public struct PlannedStep: Equatable, Sendable {
    /// The action.
    public var action: Int
    /// The day on which it is taken.
    public var day: Int64
    /// The day on which its effect is known.
    public var ends: Int64
    /// The chance that the client pays because of it.
    public var chance: Double
    /// What it brings on success after commission.
    public var net: Int64
    /// What it costs in money and the user's time.
    public var outlay: Int64
    /// The goodwill that it uses up.
    public var strained: Int64

    /// Whether all is equal, the chance to the last bit.
    public static func == (a: PlannedStep, b: PlannedStep) -> Bool {
      a.action == b.action && a.day == b.day && a.ends == b.ends && a.chance.bitPattern == b.chance.bitPattern
        && a.net == b.net && a.outlay == b.outlay && a.strained == b.strained
    }
  }

  /// An action that opens within the horizon.
  public struct OpenAction: Equatable, Sendable {
    /// The action.
    public var action: Int
    /// The first day on which it can be taken.
    public var opens: Int64
    /// Q of taking it first.
    public var value: Double
    /// The chance of the first step.
    public var chance: Double
    /// The best plan that begins with it.
    public var plan: [PlannedStep]

    /// Whether all is equal, the doubles to the last bit.
    public static func == (a: OpenAction, b: OpenAction) -> Bool {
      a.action == b.action && a.opens == b.opens && a.value.bitPattern == b.value.bitPattern
        && a.chance.bitPattern == b.chance.bitPattern && a.plan == b.plan
    }
  }

  /// An action that does not open within the horizon.
  public struct ClosedAction: Equatable, Sendable {
    /// The action.
    public var action: Int
    /// What keeps it closed, as of today.
    public var reason: Closed.Reason
  }

  /// What to do.
  public var recommendation: Decision.Recommendation
  /// Days until the waiting ends, if that is in sight.
  public var until: Int64?
  /// Which case of the language's reference it is.
  public var basis: Decision.Basis
  /// The action with the largest value, whatever is recommended; an action, not an index into `options`.
  public var best: Int?
  /// Every action that opens within the horizon, in ladder order.
  public var options: [OpenAction]
  /// The other actions, in ladder order.
  public var closed: [ClosedAction]
  /// The rules that fire today, in file order.
  public var fired: [Int]
}

extension ReferenceDecision {
  /// Takes from the engine's decision what the reference decides as well.
  public init(_ decision: Decision) {
    recommendation = decision.recommendation
    until = decision.until
    basis = decision.basis
    best = decision.bestOption?.action
    options = decision.options.map { option in
      OpenAction(
        action: option.action, opens: option.opens, value: option.value, chance: option.chance,
        plan: option.plan.map { step in
          PlannedStep(
            action: step.action, day: step.day, ends: step.ends, chance: step.chance, net: step.net,
            outlay: step.outlay, strained: step.strained)
        })
    }
    closed = decision.closed.map { ClosedAction(action: $0.action, reason: $0.reason) }
    fired = decision.fired
  }
}

extension ReferenceDecision: CustomStringConvertible {
  /// The decision in a few lines, by the indices of actions, facts and rules.
  public var description: String {
    written(action: { "action \($0)" }, fact: { "fact \($0)" }, rule: { "rule \($0)" })
  }

  /// The decision in a few lines, by the names that `book` gives to actions, facts and rules.
  public func described(in book: RuleBook) -> String {
    written(
      action: { book.actions[$0].name }, fact: { book.facts[$0].name },
      rule: { "\"" + book.rules[$0].name.original + "\"" })
  }

  private func written(
    action: (Int) -> String, fact: (Int) -> String, rule: (Int) -> String
  ) -> String {
    func missing(_ name: Decision.Missing) -> String {
      switch name {
      case .fact(let index): fact(index)
      case .daysAgo(let index): action(index) + ".days_ago"
      }
    }
    func reason(_ reason: Closed.Reason) -> String {
      switch reason {
      case .times: "times"
      case .rule(let index): "rule " + rule(index)
      case .requires(let index): "requires \(index)"
      case .unknown(let names): "unknown [" + names.map(missing).joined(separator: ", ") + "]"
      case .wait: "wait"
      }
    }
    let advice =
      switch recommendation {
      case .action(let index): action(index)
      case .wait: "wait"
      case .nothing: "nothing"
      }
    var lines = [
      "\(advice) (\(basis.rawValue)), until \(until.map { "\($0)" } ?? "-"), best \(best.map(action) ?? "-")"
    ]
    for option in options {
      lines.append("  open \(action(option.action)) from \(option.opens): \(option.value), chance \(option.chance)")
      for step in option.plan {
        lines.append(
          "    day \(step.day)...\(step.ends) \(action(step.action)): chance \(step.chance), net \(step.net), "
            + "outlay \(step.outlay), strained \(step.strained)")
      }
    }
    for other in closed { lines.append("  closed \(action(other.action)): \(reason(other.reason))") }
    lines.append("  fired [" + fired.map(rule).joined(separator: ", ") + "]")
    return lines.joined(separator: "\n")
  }
}
