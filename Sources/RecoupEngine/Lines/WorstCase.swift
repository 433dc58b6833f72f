/// Looks for a combination of chances, each from its range, that turns the advice; and shows that there is none.
///
/// What a plan is worth follows, along each chance, a straight line up to a sag. So between the corners of all ranges it
/// is never further from what the corners say than the sum of the sags: where at every corner the advice leads by more
/// than that, it does so everywhere.
struct WorstCase {
  private let assumptions: Assumptions
  /// Those that count: of today's plan, and of plans that begin with what could be advised instead. Which actions open,
  /// and when, hangs on no chance, and a plan never goes back down the ladder.
  private let ranges: [Trust.Range]
  private let decision: Decision
  private let invoice: Case

  /// Of how many ranges all corners are decided: two to the power of it.
  private static let mostRanges = 8

  init(_ assumptions: Assumptions, _ ranges: [Trust.Range], _ decision: Decision, _ invoice: Case) {
    self.assumptions = assumptions
    let planned = Set(decision.bestOption?.plan.map { $0.action } ?? [])
    let rival = decision.options.first { $0.advice != decision.recommendation }?.action ?? .max
    self.ranges = ranges.filter { planned.contains($0.action) || $0.action >= rival }
    self.decision = decision
    self.invoice = invoice
  }

  /// What all ranges together can do.
  mutating func together() -> Trust.Together {
    if let corner = climb() { return turns(corner) }
    guard ranges.count <= WorstCase.mostRanges, let courses = courses() else { return .undecided }
    // With every chance of today's plan at the end that is worse for it, whatever those of other plans are.
    let (low, high) = (assume(ranges.map { _ in .some(false) }), assume(ranges.map { _ in .some(true) }))
    let least = decision.bestOption.flatMap {
      assumptions.advisor.leastValue(of: $0.plan, between: low, and: high)
    }
    for index in 0..<(1 << ranges.count) {
      let corner = ranges.indices.map { index & (1 << $0) != 0 }
      let assumed = assume(corner.map { .some($0) })
      guard let verdict = try? assumptions.memo.verdict(assumed) else { return .undecided }
      if verdict.decision.recommendation != decision.recommendation { return turns(corner) }
      if !leads(verdict, assumed, courses, least: least.map { $0 - 1e-9 * abs($0) }) { return .undecided }
    }
    return .holds
  }

  /// Whether at a corner today's plan leads over all other advice by more than all sags.
  ///
  /// - Parameter least: What today's plan is worth anywhere within the ranges.
  private func leads(_ verdict: Verdict, _ assumed: Case, _ courses: [PlanCourses], least: Double?) -> Bool {
    var own = 0.0
    if decision.recommendation != .nothing {
      guard let plan = decision.bestOption?.plan, let value = assumptions.advisor.value(of: plan, in: assumed) else {
        return false
      }
      own = max(courses.reduce(value) { $0 - $1.sag(of: plan) }, least ?? -.infinity)
      if own < 0 { return false }
    }
    for action in verdict.most.indices {
      if decision.options.contains(where: { $0.action == action && $0.advice == decision.recommendation }) { continue }
      let most = courses.reduce(verdict.most[action]) { $0 + ($1.isOpen(action) ? $1.sag(from: action) : 0) }
      if most >= own { return false }
    }
    return true
  }

  /// A combination of ends, with whatever of it is not needed left at its middle.
  private func turns(_ corner: [Bool]) -> Trust.Together {
    var kept = ranges.indices.map { Optional(corner[$0]) }
    var advice = recommendation(kept)
    for index in ranges.indices {
      var fewer = kept
      fewer[index] = nil
      if let other = recommendation(fewer), other != decision.recommendation { (kept, advice) = (fewer, other) }
    }
    let assumed = ranges.indices.compactMap { index in
      kept[index].map { Trust.Assumed(action: ranges[index].action, chance: end(index, $0)) }
    }
    return advice.map { .turns(assumed, $0) } ?? .undecided
  }

  // MARK: Corners

  /// From the middle, goes to the end that speaks most against the advice, range by range, as long as that helps.
  private func climb() -> [Bool]? {
    let planned = Set(decision.bestOption?.plan.map { $0.action } ?? [])
    var corner = ranges.map { !planned.contains($0.action) }
    guard var lowest = lead(at: corner) else { return nil }
    var isMoving = true
    while isMoving {
      isMoving = false
      for index in ranges.indices {
        corner[index].toggle()
        if let lead = lead(at: corner), lead < lowest {
          lowest = lead
          isMoving = true
        } else {
          corner[index].toggle()
        }
      }
    }
    return recommendation(corner.map { .some($0) }) == decision.recommendation ? nil : corner
  }

  private func end(_ index: Int, _ isHigh: Bool) -> Int64 {
    isHigh ? ranges[index].chances.upperBound : ranges[index].chances.lowerBound
  }

  private func assume(_ ends: [Bool?]) -> Case {
    var other = invoice
    for (index, isHigh) in ends.enumerated() {
      guard let isHigh else { continue }
      other = assumptions.vary(.chance(action: ranges[index].action), to: end(index, isHigh), in: other)
    }
    return other
  }

  private func recommendation(_ ends: [Bool?]) -> Decision.Recommendation? {
    (try? assumptions.memo.verdict(assume(ends)))?.decision.recommendation
  }

  /// By how much the advice leads over all other advice at a corner; below 0 where it is another.
  private func lead(at corner: [Bool]) -> Double? {
    let assumed = assume(corner.map { .some($0) })
    guard let other = try? assumptions.memo.verdict(assumed).decision else { return nil }
    let isNothing = decision.recommendation == .nothing
    var own = isNothing ? 0 : -Double.infinity
    var rival = isNothing ? -Double.infinity : 0
    for option in other.options {
      if option.advice == decision.recommendation {
        own = max(own, option.value)
      } else {
        rival = max(rival, option.value)
      }
    }
    return own - rival
  }

  /// How plans run along each range, with all others anywhere in theirs; nil where that cannot be told.
  private func courses() -> [PlanCourses]? {
    var all: [PlanCourses] = []
    for range in ranges {
      let axis = Axis.chance(action: range.action)
      let others = ranges.filter { $0.action != range.action }
      var courses = assumptions.courses(along: axis, in: invoice, within: others)
      guard case .plans(let plans)? = courses.sway(along: range.chances, isWaiting: false) else { return nil }
      all.append(plans)
    }
    return all
  }
}
