import RecoupQuantities
public import RecoupRules

/// Decides, by one rule book, what to do next about unpaid invoices.
///
/// A decision is a pure function of the rule book and the case: the same everywhere, to the last bit.
public struct Advisor: Sendable {
  /// The rule book.
  public var book: RuleBook { program.book }

  let program: Program

  /// The version of what a decision means: it is raised whenever some decision on the same rules and case comes out
  /// otherwise, so that nobody takes an old advice for one of today.
  public static var semantics: Int64 { 1 }

  /// Prepares a rule book for deciding.
  public init(_ book: RuleBook) { program = Program(Compiler(book)) }

  /// Why there is no advice on a case.
  public enum Problem: Error, Hashable, Sendable {
    /// There is no advice without this fact: `amount` or `days_overdue`.
    case missing(fact: Int)
  }

  /// Returns the advice on a case, with all that explains it.
  public func decide(_ invoice: Case) throws(Problem) -> Decision {
    try checkFacts(invoice)
    var planner = Planner(program, invoice)
    var decision = Decision.undecided
    readRules(&planner.weigher, &decision)
    let isWaiting = planner.weigher.waitingRule() != nil
    let strain = strainOfToday(&planner.weigher)
    for action in book.actions.indices { compare(action, strain: strain, &planner, &decision) }
    conclude(&decision, isWaiting: isWaiting, &planner)
    return decision
  }

  /// The same advice, with only those options that matter to it: the best one and whatever may be worth more than the
  /// best other advice. What explains it is left out.
  func verdict(_ invoice: Case) throws(Problem) -> Verdict {
    try checkFacts(invoice)
    var planner = Planner(program, invoice)
    var decision = Decision.undecided
    if planner.weigher.waitingRule() != nil {
      decision.recommendation = .wait
      decision.basis = .rule
      return Verdict(decision: decision, most: book.actions.map { _ in .infinity })
    }
    let strain = strainOfToday(&planner.weigher)
    let most = weighPromising(strain: strain, &planner, &decision) { decision in
      decision.bestOption.map { best in
        decision.options.reduce(-.infinity) { $1.advice == best.advice ? $0 : max($0, $1.value) }
      }
    }
    conclude(&decision, isWaiting: false, &planner)
    return Verdict(decision: decision, most: most, work: planner.work)
  }

  func checkFacts(_ invoice: Case) throws(Problem) {
    for fact in [RuleBook.Builtin.amount, RuleBook.Builtin.daysOverdue] {
      if fact >= invoice.facts.count || invoice.facts[fact] == nil { throw .missing(fact: fact) }
    }
  }

  /// Values actions as the first step of a plan, what may bring most first, as long as one can bring as much as `least`
  /// says of what was found. Returns for each action what a plan that begins with it is worth at most.
  private func weighPromising(
    strain: Int64, _ planner: inout Planner, _ decision: inout Decision, least: (Decision) -> Double?
  ) -> [Double] {
    var most = book.actions.indices.map { planner.bound(of: $0) }
    let promising = book.actions.indices.sorted { most[$0] > most[$1] || (most[$0] == most[$1] && $0 < $1) }
    var enough = -Double.infinity
    for action in promising {
      if most[action] < enough { break }
      let index: Int32
      switch planner.search(action, strain: strain, least: enough) {
      case .closed:
        most[action] = -.infinity
        continue
      case .less(let value):
        most[action] = min(most[action], value)
        continue
      case .plan(let plan): index = plan
      }
      let value = planner.value(of: index)
      let plan = planner.steps(of: index)
      most[action] = value
      let option = Option(action: action, opens: plan[0].day, value: value, plan: plan, derivation: Derivation())
      let place = decision.options.firstIndex { $0.action > action } ?? decision.options.count
      decision.options.insert(option, at: place)
      decision.findBest()
      enough = least(decision) ?? enough
    }
    return most
  }

  private func conclude(_ decision: inout Decision, isWaiting: Bool, _ planner: inout Planner) {
    if isWaiting {
      decision.recommendation = .wait
      decision.basis = .rule
      decision.until = planner.firstWithoutWait()
    } else if let best = decision.bestOption {
      recommend(best, &decision)
    }
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

  /// The largest strain of the actions that were done, at today's facts.
  func strainOfToday(_ weigher: inout Weigher) -> Int64 {
    var largest: Int64 = 0
    for action in book.actions.indices where weigher.evaluator.times[action] > 0 {
      let clause = program.clauses[action].strain
      if clause >= 0, let strain = weigher.evaluator.value(clause) {
        largest = max(largest, min(strain, millionthsInOne))
      }
    }
    return largest
  }

  /// Values an action as the first step of a plan, or finds what keeps it closed.
  private func compare(_ action: Int, strain: Int64, _ planner: inout Planner, _ decision: inout Decision) {
    guard let (value, plan, continuation) = planner.option(action, strain: strain) else {
      planner.weigher.evaluator.move(to: 0)
      decision.closed.append(Closed(action: action, reason: planner.weigher.block(of: action) ?? .wait))
      return
    }
    // The same weighing once more, with each term noted.
    var note: Derivation? = Derivation()
    planner.weigher.evaluator.move(to: plan[0].day)
    _ = planner.weigher.terms(of: action, noting: &note)
    note?.strainBefore = strain
    note?.continuation = continuation
    decision.options.append(
      Option(action: action, opens: plan[0].day, value: value, plan: plan, derivation: note ?? Derivation()))
    if let best = decision.bestOption, !(value > best.value) { return }
    decision.best = decision.options.count - 1
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

/// A decision without what explains it.
struct Verdict {
  /// With those options only that matter to the advice.
  var decision: Decision
  /// By action: what a plan that begins with it is worth at most; minus infinity if none can.
  var most: [Double]
  /// How many plans were valued for it.
  var work: Int

  init(decision: Decision, most: [Double], work: Int = 0) {
    self.decision = decision
    self.most = most
    self.work = work
  }

  /// That of a whole decision, which says what every plan is worth.
  init(_ decision: Decision, actions: Int) {
    self.decision = decision
    work = 0
    most = Array(repeating: -.infinity, count: actions)
    for option in decision.options { most[option.action] = option.value }
  }
}

extension Decision {
  /// Before anything is known.
  fileprivate static var undecided: Decision {
    Decision(
      recommendation: .nothing, until: nil, basis: .closed, best: nil, options: [], closed: [], fired: [],
      undecided: [])
  }

  /// Finds the largest value; ties go to the gentler action.
  fileprivate mutating func findBest() {
    best = nil
    for index in options.indices where best.map({ options[index].value > options[$0].value }) ?? true { best = index }
  }
}

extension Option {
  /// What is advised where it is the best.
  var advice: Decision.Recommendation { opens == 0 ? .action(action) : .wait }
}
