public import RecoupRules

/// Decides, by one rule book, what to do next about unpaid invoices.
///
/// A decision is a pure function of the rule book and the case: the same everywhere, to the last bit.
public struct Advisor: Sendable {
  /// The rule book.
  public var book: RuleBook { program.book }

  let program: Program

  /// Prepares a rule book for deciding.
  public init(_ book: RuleBook) { program = Program(Compiler(book)) }

  /// Why there is no advice on a case.
  public enum Problem: Error, Hashable, Sendable {
    /// There is no advice without this fact: `amount` or `days_overdue`.
    case missing(fact: Int)
  }

  /// Returns the advice on a case, with all that explains it.
  public func decide(_ invoice: Case) throws(Problem) -> Decision {
    for fact in [RuleBook.Builtin.amount, RuleBook.Builtin.daysOverdue] {
      if fact >= invoice.facts.count || invoice.facts[fact] == nil { throw .missing(fact: fact) }
    }
    var weigher = Weigher(program, invoice)
    var decision = Decision(
      recommendation: .nothing, until: nil, basis: .closed, best: nil, options: [], closed: [], fired: [],
      undecided: [])
    readRules(&weigher, &decision)
    let waiting = weigher.waitingRule()
    compareActions(weigher, &decision)
    if waiting != nil {
      decision.recommendation = .wait
      decision.basis = .rule
      decision.until = Openings.firstWithoutWait(&weigher)
    } else if let best = decision.bestOption {
      recommend(best, &decision)
    }
    return decision
  }

  private func readRules(_ weigher: inout Weigher, _ decision: inout Decision) {
    for (index, node) in program.rules.enumerated() {
      switch weigher.evaluator.value(node) {
      case 1: decision.fired.append(index)
      case nil: decision.undecided.append(.init(rule: index, missing: weigher.missing(below: [node])))
      default: break
      }
    }
  }

  /// Values every action as the first step of a plan.
  private func compareActions(_ weigher: Weigher, _ decision: inout Decision) {
    var today = weigher
    let strain = strainOfToday(&today)
    var planner = Planner(weigher)
    for action in book.actions.indices {
      guard let (value, plan, continuation) = planner.option(action, strain: strain) else {
        decision.closed.append(Closed(action: action, reason: today.block(of: action) ?? .wait))
        continue
      }
      let opens = plan[0].day
      var derivation = derivation(of: action, on: opens, weigher)
      derivation.strainBefore = strain
      derivation.continuation = continuation
      decision.options.append(
        Option(action: action, opens: opens, value: value, plan: plan, derivation: derivation))
      if let best = decision.bestOption, !(value > best.value) { continue }
      decision.best = decision.options.count - 1
    }
  }

  /// The largest strain of the actions that were done, at today's facts.
  private func strainOfToday(_ weigher: inout Weigher) -> Int64 {
    var largest: Int64 = 0
    for action in book.actions.indices where weigher.evaluator.times[action] > 0 {
      let clause = program.clauses[action].strain
      if clause >= 0, let strain = weigher.evaluator.value(clause) { largest = max(largest, min(strain, 1_000_000)) }
    }
    return largest
  }

  /// Goes through the same weighing once more, and notes each term.
  private func derivation(of action: Int, on day: Int64, _ weigher: Weigher) -> Derivation {
    var weigher = weigher
    weigher.evaluator.move(to: day)
    var note: Derivation? = Derivation()
    _ = weigher.terms(of: action, noting: &note)
    return note ?? Derivation()
  }

  private func recommend(_ best: Option, _ decision: inout Decision) {
    if best.value < 0 {
      decision.basis = .loss
    } else if best.opens > 0 {
      decision.recommendation = .wait
      decision.basis = .opens
      decision.until = best.opens
    } else {
      decision.recommendation = .action(best.action)
      decision.basis = .best
    }
  }
}
