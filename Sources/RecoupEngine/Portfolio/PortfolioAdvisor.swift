public import RecoupRules

/// Decides many invoices one after the other, on one core: the same advice as `Advisor.decide` gives, to the last bit, in
/// less time, without what explains it.
public struct PortfolioAdvisor {
  private let advisor: Advisor
  /// Nil where a plan may have more than one step.
  private var lane: OneStepLane?
  /// Nil before the first case.
  private var planner: Planner?
  /// The actions, what may bring most first, and what each brings at most.
  private var promising: Promising = []

  /// Prepares for many invoices.
  public init(_ advisor: Advisor) {
    self.advisor = advisor
    lane = OneStepLane(advisor.program)
  }

  /// The rule book.
  public var book: RuleBook { advisor.book }

  /// Returns the advice on a case.
  public mutating func decide(_ invoice: Case) throws(Advisor.Problem) -> BriefDecision {
    if let brief = lane?.decide(invoice) { return brief }
    try advisor.checkFacts(invoice)
    if planner == nil { planner = Planner(advisor.program, invoice) } else { planner!.turn(to: invoice) }
    return PortfolioAdvisor.decide(advisor, &planner!, &promising)
  }

  private typealias Promising = [(action: Int, most: Double)]

  private static func decide(
    _ advisor: Advisor, _ planner: inout Planner, _ promising: inout Promising
  ) -> BriefDecision {
    let isWaiting = planner.weigher.waitingRule() != nil
    let best = best(advisor, &planner, &promising)
    if isWaiting {
      let until = planner.firstWithoutWait()
      return BriefDecision(recommendation: .wait, until: until, basis: .rule, best: best?.way)
    }
    guard let (way, opens) = best else {
      return BriefDecision(recommendation: .nothing, until: nil, basis: .closed, best: nil)
    }
    if way.value < 0 { return BriefDecision(recommendation: .nothing, until: nil, basis: .loss, best: way) }
    if opens > 0 { return BriefDecision(recommendation: .wait, until: opens, basis: .opens, best: way) }
    return BriefDecision(recommendation: .action(way.action), until: nil, basis: .best, best: way)
  }

  /// The best way, and the day on which it opens. Once nothing else can bring as much, the others are not looked at.
  private static func best(
    _ advisor: Advisor, _ planner: inout Planner, _ promising: inout Promising
  ) -> (way: BriefDecision.Best, opens: Int64)? {
    let strain = advisor.strainOfToday(&planner.weigher)
    promising.removeAll(keepingCapacity: true)
    for action in advisor.program.clauses.indices {
      let most = planner.bound(of: action)
      let place = promising.firstIndex { $0.most < most } ?? promising.count
      promising.insert((action, most), at: place)
    }
    var best: (action: Int, plan: Int32)?
    for (action, most) in promising {
      let least = best.map { planner.value(of: $0.plan) } ?? -.infinity
      if most < least { break }
      guard case .plan(let plan) = planner.search(action, strain: strain, least: least) else { continue }
      if let other = best {
        let value = planner.value(of: plan)
        if value < least || (value == least && action > other.action) { continue }
      }
      best = (action, plan)
    }
    guard let (action, plan) = best else { return nil }
    var (unpaid, opens, paidBy) = (1.0, Int64?.none, Int64(0))
    planner.forEachStep(of: plan) { step in
      if opens == nil { opens = step.day }
      unpaid *= 1 - step.chance
      paidBy = step.ends
    }
    let way = BriefDecision.Best(action: action, value: planner.value(of: plan), chance: 1 - unpaid, paidBy: paidBy)
    return (way, opens ?? 0)
  }
}
