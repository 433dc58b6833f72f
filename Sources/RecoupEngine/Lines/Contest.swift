/// Whether the advice at one end of a steady stretch is the best all along it.
struct Contest {
  /// Whether it is.
  private(set) var isProved = false
  /// Where to cut the stretch if it is not, from 0 at its first end to 1 at its last.
  private(set) var cut = 0.5

  /// - Parameter value: What a plan is worth at the last end or at the first.
  init(
    _ start: Verdict, _ end: Verdict, _ courses: PlanCourses, value: (_ plan: [Step], _ atLast: Bool) -> Double?
  ) {
    let (first, last) = (start.decision, end.decision)
    if first.options.isEmpty && last.options.isEmpty {
      isProved = true
      return
    }
    guard let best = first.bestOption, let other = last.bestOption else { return }
    let advice = first.recommendation
    let rivals = (courses.rival(of: advice, start), courses.rival(of: advice, end))
    if advice == .nothing {
      // Every way is worth less than nothing at both ends.
      isProved = last.recommendation == .nothing && rivals.0 < 0 && rivals.1 < 0
      return
    }
    guard let later = value(best.plan, true), let earlier = value(other.plan, false) else { return }
    let mine = Lead(line: (best.value, later), sag: courses.sag(of: best.plan))
    let theirs = Lead(line: (earlier, other.value), sag: courses.sag(of: other.plan))
    /// How far above what would turn the advice a plan is for certain, at a place from 0 to 1.
    func margin(_ plan: Lead, at place: Double) -> Double {
      let least = plan.line.0 * (1 - place) + plan.line.1 * place - plan.sag
      // Doing nothing is worth 0, and only what is worth less gives way to it.
      let overNothing = least >= 0 ? Double.infinity : least
      if rivals.0 == -.infinity || rivals.1 == -.infinity { return overNothing }
      return min(overNothing, least - (rivals.0 * (1 - place) + rivals.1 * place))
    }
    if margin(mine, at: 0) > 0, margin(mine, at: 1) > 0 {
      isProved = true
      return
    }
    let cross = Contest.crossing(mine.line, theirs.line)
    if last.recommendation == advice {
      let (a, b) = (margin(mine, at: 0), margin(theirs, at: 1))
      isProved = a > 0 && b > 0 && margin(mine, at: cross) > 0 && margin(theirs, at: cross) > 0
      if isProved { return }
      // Where one end is too close, all but the part near it can be proved.
      let needed = courses.sag + mine.sag
      if a > needed, b <= 0 { cut = max(0.5, (a - 0.5 * needed) / (a - b)) }
      if b > needed, a <= 0 { cut = min(0.5, 1 - (b - 0.5 * needed) / (b - a)) }
    } else {
      cut = cross
    }
  }

  /// What a plan is worth at both ends, and how far it can be from the straight line between.
  private struct Lead {
    var line: (Double, Double)
    var sag: Double
  }

  /// Where two lines cross; the middle where they do not.
  private static func crossing(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
    let (before, after) = (a.0 - b.0, b.1 - a.1)
    let place = before / (before + after)
    return before >= 0 && after >= 0 && place.isFinite ? place : 0.5
  }
}

extension PlanCourses {
  /// What the best way is worth at one end that would be other advice, with all by which it may be above its straight
  /// line between the ends; minus infinity if there is none, which is so all along.
  fileprivate func rival(of advice: Decision.Recommendation, _ verdict: Verdict) -> Double {
    var own: Set<Int> = []
    for option in verdict.decision.options where option.advice == advice { own.insert(option.action) }
    var most = -Double.infinity
    for action in verdict.most.indices where !own.contains(action) && isOpen(action) {
      most = max(most, verdict.most[action] + sag(from: action))
    }
    return most
  }
}
