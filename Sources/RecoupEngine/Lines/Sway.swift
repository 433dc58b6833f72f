import RecoupRules

/// How the values of plans run along a stretch of an axis.
enum Sway {
  /// On every value of the stretch a rule says to wait today.
  case waiting
  /// Each action is open on the same days all along, and no plan's value jumps.
  case plans(PlanCourses)
}

extension CourseEvaluator {
  /// How plans run along a stretch; nil where their days may change or their values may jump.
  ///
  /// - Parameter isWaiting: Whether a rule says to wait at one end of it.
  mutating func sway(along values: ClosedRange<Int64>, isWaiting: Bool) -> Sway? {
    if isWaiting {
      look(along: values, on: 0...0, past: .exact)
      for rule in program.waits {
        let fires = value(program.rules[Int(rule)]).range
        if !fires.canBeNo && !fires.canBeUnknown { return .waiting }
      }
    }
    let horizon = program.book.horizon
    look(along: values, on: 0...horizon.days, past: .open(steps: Int64(horizon.steps)))
    return terms().map { .plans(PlanCourses($0, steps: horizon.steps, over: width)) }
  }
}

/// How far the value of a plan can be from the straight line between its values at the ends of a stretch, in the
/// currency's smallest unit.
struct PlanCourses {
  /// That of any plan.
  var sag: Double { sags.first ?? 0 }

  /// By ladder order: that of plans that begin with an action or a firmer one.
  private var sags: [Double]
  /// By ladder order; nil for actions that no plan takes.
  private let terms: [TermsCourse?]
  private let width: Double
  /// What plans can be worth.
  private let worth: Curve
  /// What the rounding of doubles can come to: they are exact to a tiny part of the money that goes through them.
  private let rounding: Double

  init(_ terms: [TermsCourse?], steps: Int, over width: Double) {
    self.terms = terms
    self.width = width
    let actions = terms.compactMap { $0 }
    var worth = Curve.constant(0, 0)
    var turnover = 0.0
    for _ in 0..<steps {
      var next = worth
      for action in actions { next = next.union(.step(action, then: worth, over: width)) }
      worth = .constant(next.least, next.most)
    }
    for action in actions { turnover = max(turnover, action.gain.size + action.cost.size) }
    rounding = 1e-11 * (worth.size + Double(steps) * turnover)
    self.worth = worth
    // A plan never goes back down the ladder: what the axis moves below its first step is of no account.
    sags = Array(repeating: 0, count: terms.count)
    var moved: [TermsCourse] = []
    for rung in terms.indices.reversed() {
      if rung + 1 < terms.count { sags[rung] = sags[rung + 1] }
      guard let action = terms[rung], action.isMoved else { continue }
      moved.append(action)
      sags[rung] = sag(of: moved, steps: steps)
    }
  }

  /// That of plans in which the axis moves these actions. Only steps that it moves bend a plan; the others take a share
  /// of what follows.
  private func sag(of moved: [TermsCourse], steps: Int) -> Double {
    var uses: Int64 = 0
    for action in moved { uses = min(Int64(steps), uses + min(action.times, Int64(steps))) }
    var plan = worth
    for _ in 0..<uses {
      var next = plan
      for action in moved { next = next.union(.step(action, then: plan, over: width)) }
      (next.least, next.most) = (worth.least, worth.most)
      plan = next
    }
    return plan.sag(over: width) * (1 + 1e-9) + rounding
  }

  /// Whether an action can be part of a plan.
  func isOpen(_ action: Int) -> Bool { terms[action] != nil }

  /// That of plans that begin with an action.
  func sag(from action: Int) -> Double { sags[action] }

  /// That of a plan; 0 where the axis moves none of its steps.
  func sag(of plan: [Step]) -> Double {
    var course = worth
    var isMoved = false
    for step in plan.reversed() {
      guard let terms = terms[step.action] else { return .infinity }
      isMoved = isMoved || terms.isMoved
      if !isMoved { continue }
      course = .step(terms, then: course, over: width)
      (course.least, course.most) = (worth.least, worth.most)
    }
    return isMoved ? course.sag(over: width) * (1 + 1e-9) + rounding : 0
  }
}

extension Curve {
  /// The value of a plan that begins with a step: p·gain − cost + (1 − p)·rest.
  fileprivate static func step(_ terms: TermsCourse, then rest: Curve, over width: Double) -> Curve {
    let (chance, gain, cost) = (terms.chance, terms.gain, terms.cost)
    // How far apart the two are that are weighed against each other.
    let apart = Curve.constant(gain.least - rest.most, gain.most - rest.least)
    let fails = 1 - chance.least
    let swing = max(abs(gain.low - rest.high), abs(gain.high - rest.low))
    let slope = Curve.constant(chance.low, chance.high).times(apart, over: 0) + gain.slope.times(chance.values, over: 0)
    let total = slope + rest.slope.times(.constant(1 - chance.most, fails), over: 0) - cost.slope
    return Curve(
      least: min(gain.least, rest.least) - cost.most, most: max(gain.most, rest.most) - cost.least,
      low: total.least, high: total.most,
      bend: chance.bend * apart.size + 2 * width * chance.steepness * swing + chance.most * gain.bend
        + fails * rest.bend + cost.bend,
      noise: chance.noise * apart.size + chance.most * gain.noise + fails * rest.noise + cost.noise)
  }

  /// The slope, and the values, as numbers that do not depend on the axis.
  private var slope: Curve { .constant(low, high) }
  private var values: Curve { .constant(least, most) }
}
