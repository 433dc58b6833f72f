import RecoupQuantities
import RecoupRules

/// Upper bounds on what the rest of a plan can bring, so that the search can leave out what cannot be best.
///
/// For a rung, a number of steps left and a stretch of days, the bound takes each action at the best terms that it can
/// have on any later day, whatever was done before. It is above every value that the search could compute, rounding
/// included; where no such bound is known it is infinite.
struct Bounds {
  /// The best terms of an action from a day on.
  private struct Best {
    var isPossible = false
    /// Whether nothing can be said about it: then there is no bound.
    var isUnbounded = false
    var lowChance = 0.0
    var highChance = 1.0
    /// What the step brings on success, discounted: at most this, and not below 0.
    var gain = 0.0
    /// What it costs, discounted: at least this.
    var cost = 0.0
    /// The first day on which its effect can be known.
    var ends: Int64 = 0
    /// Where the bounds of what can follow begin, with one step left; -1 if nothing can.
    var later = -1

    /// The most that a plan can bring that begins with it, if what follows brings no more than `rest`.
    func most(before rest: Double) -> Double {
      let chance = gain >= rest ? highChance : lowChance
      // What is certain leaves nothing to a rest that has no bound.
      let most = chance * gain + (chance < 1 ? (1 - chance) * rest : 0) - cost
      return Bounds.above(most, gain, cost, rest)
    }
  }

  /// How many stretches the horizon is cut into; they are short at first, when chances fall fastest.
  private static let stretches: Int64 = 2

  private let program: Program
  private var ranges: RangeEvaluator
  private let possible: DaySets
  private let certain: DaySets
  private let steps: Int
  private let horizon: Int64
  private let actions: Int
  /// The first day of each stretch.
  private var starts: [Int64] = []
  /// By action: the days on which it may be open, whatever a plan does until then.
  private(set) var possibleDays: [DaySet] = []
  /// By stretch, then steps left, then rung: of plans that begin at the rung or above.
  private var bounds: [Double]
  /// The same of plans that begin with the action of the rung itself.
  private var firsts: [Double]
  private var reachable: [Best] = []
  /// What rules can do to the odds of actions in the case; an action's are a stretch.
  private var influences: [Sway] = []
  private var stretches: [Range<Int>] = []

  /// A rule's effect on the odds of an action.
  private struct Sway {
    var factor: Double
    var isLikelier: Bool
    /// The days on which the rule may fire, and those on which it cannot but fire.
    var possible: DaySet
    var certain: DaySet
  }

  /// - Parameter exact: The days on which conditions hold, of the case that is to be looked at.
  init(_ program: Program, exact: DaySets) {
    self.program = program
    ranges = RangeEvaluator(program, past: .open(steps: Int64(program.book.horizon.steps)))
    possible = DaySets(program, .possible, exact: exact)
    certain = DaySets(program, .certain, exact: exact)
    steps = program.book.horizon.steps
    horizon = program.book.horizon.days
    actions = program.clauses.count
    let cuts = Bounds.stretches * Bounds.stretches
    for index in 0..<Bounds.stretches {
      let start = horizon * (index * index) / cuts
      if start > starts.last ?? -1 { starts.append(start) }
    }
    bounds = Array(repeating: 0, count: starts.count * steps * (actions + 1))
    firsts = bounds
  }

  /// Turns to the case of the weigher, in today's state.
  mutating func turn(_ weigher: inout Weigher, _ openings: inout Openings) {
    ranges.forgetCase()
    possible.forgetCase()
    certain.forgetCase()
    possibleDays.removeAll(keepingCapacity: true)
    influences.removeAll(keepingCapacity: true)
    stretches.removeAll(keepingCapacity: true)
    for action in 0..<actions {
      possibleDays.append(openings.possibleDays(of: action, possible, certain, &weigher.evaluator))
      let start = influences.count
      if possibleDays[action] != possible.none { findInfluences(on: action, &weigher.evaluator) }
      stretches.append(start..<influences.count)
    }
    for stretch in starts.indices.reversed() { fill(stretch, &weigher) }
  }

  private mutating func findInfluences(on action: Int, _ evaluator: inout Evaluator) {
    for index in program.clauses[action].influences {
      let influence = program.influences[index]
      let node = program.rules[Int(influence.rule)]
      let fires = possible.days(node, isYes: true, &evaluator)
      if fires == possible.none { continue }
      influences.append(
        Sway(
          factor: influence.factor, isLikelier: influence.isLikelier, possible: fires,
          certain: certain.days(node, isYes: true, &evaluator)))
    }
  }

  /// The most that plans of at most `stepsLeft` steps can bring that begin at `rung` or above, on or after `day`.
  func bound(rung: Int, stepsLeft: Int, from day: Int64) -> Double {
    if stepsLeft == 0 || rung >= actions || day > horizon { return 0 }
    return bounds[place(stretch(of: day), stepsLeft) + rung]
  }

  /// The most that plans of at most `stepsLeft` steps can bring that begin with an action, on or after `day`; 0 if none
  /// can.
  func bound(action: Int, stepsLeft: Int, from day: Int64) -> Double {
    if stepsLeft == 0 || day > horizon { return 0 }
    return firsts[place(stretch(of: day), stepsLeft) + action]
  }

  private func place(_ stretch: Int, _ stepsLeft: Int) -> Int { (stretch * steps + stepsLeft - 1) * (actions + 1) }

  private func stretch(of day: Int64) -> Int {
    var index = starts.count - 1
    while starts[index] > day { index -= 1 }
    return index
  }

  /// One pass down the ladder for each number of steps left; later stretches come first.
  private mutating func fill(_ stretch: Int, _ weigher: inout Weigher) {
    ranges.look(at: starts[stretch]...horizon)
    reachable.removeAll(keepingCapacity: true)
    for action in 0..<actions {
      var best = best(of: action, from: starts[stretch], &weigher)
      let next = program.clauses[action].atMost > 1 ? action : action + 1
      if best.isPossible, !program.clauses[action].isFinal, next < actions, best.ends <= horizon {
        best.later = place(self.stretch(of: best.ends), 1) + next
      }
      reachable.append(best)
    }
    let width = actions + 1
    for stepsLeft in 1...steps {
      let place = place(stretch, stepsLeft)
      var above = 0.0
      bounds[place + actions] = above
      for rung in (0..<actions).reversed() {
        var value = 0.0
        if reachable[rung].isUnbounded {
          value = .infinity
        } else if reachable[rung].isPossible {
          var rest = 0.0
          if stepsLeft > 1, reachable[rung].later >= 0 {
            rest = bounds[reachable[rung].later + (stepsLeft - 2) * width]
          }
          value = reachable[rung].most(before: rest)
        }
        firsts[place + rung] = value
        above = max(value, above)
        bounds[place + rung] = above
      }
    }
  }

  /// A little above `value`: more than the rounding of sums of parts of these sizes can make.
  static func above(_ value: Double, _ a: Double, _ b: Double, _ c: Double) -> Double {
    value + 1e-12 * (abs(a) + abs(b) + abs(c))
  }

  // MARK: The best terms of an action

  private mutating func best(of action: Int, from start: Int64, _ weigher: inout Weigher) -> Best {
    var best = Best()
    if possibleDays[action] == possible.none { return best }
    guard let day = possibleDays[action].first(from: start, to: horizon) else { return best }
    let clauses = program.clauses[action]
    let lasting = weigher.lastingFigures(of: action)
    if case .some(.none) = lasting { return best }
    best.isPossible = true
    (best.lowChance, best.highChance) = chance(of: action, clauses, from: day, &weigher.evaluator)
    if case .some(.some(let figures)) = lasting, figures.rate >= 0 {
      // With a rate that is not negative, money is worth the more the earlier it moves.
      best.ends = Arithmetic.add(day, figures.takes) ?? .max
      best.gain = max(0, Double(figures.net)) * Weigher.discount(figures.rate, best.ends)
      let cost = Double(figures.outlay) + min(0, Double(figures.goodwill))
      best.cost = cost * Weigher.discount(figures.rate, cost >= 0 ? horizon : day)
      return best
    }
    let evaluator = weigher.evaluator
    let takes = clauses.takes < 0 ? 0 : max(0, ranges.value(clauses.takes, evaluator).low)
    best.ends = Arithmetic.add(day, takes) ?? .max
    let rate = program.costOfMoney < 0 ? .exactly(0) : ranges.value(program.costOfMoney, evaluator)
    let leastRate = rate.canBeUnknown ? min(0, rate.low) : rate.low
    guard leastRate >= 0, let net = net(clauses, evaluator), let outlay = outlay(clauses, evaluator) else {
      best.isUnbounded = true
      return best
    }
    let yearly = Double(leastRate) / Double(millionthsInOne)
    best.gain = max(0, Double(net)) * Weigher.discount(yearly, best.ends)
    let cost = Double(outlay) + strained(clauses, evaluator)
    let dearest = Double(rate.canBeKnown ? max(rate.high, leastRate) : 0) / Double(millionthsInOne)
    best.cost = cost * (cost >= 0 ? Weigher.discount(dearest, horizon) : Weigher.discount(yearly, day))
    return best
  }

  /// The most that an action can bring on success, or nil if that cannot be told.
  private mutating func net(_ clauses: Program.Clauses, _ evaluator: Evaluator) -> Int64? {
    let claim = ranges.value(program.claim, evaluator)
    let recovers = clauses.recovers < 0 ? .exactly(millionthsInOne) : ranges.value(clauses.recovers, evaluator)
    let gross = Interval.mapCorners(claim, recovers) { Arithmetic.multiply($0, $1) }
    guard gross.canBeKnown else { return 0 }
    var commission = Interval.exactly(0)
    if clauses.fee >= 0 {
      commission = Interval.mapCorners(gross, ranges.value(clauses.fee, evaluator)) { Arithmetic.multiply($0, $1) }
      if clauses.feeMinimum >= 0 {
        commission = .mapCorners(commission, ranges.value(clauses.feeMinimum, evaluator)) { max($0, $1) }
      }
      if clauses.feeMaximum >= 0 {
        commission = .mapCorners(commission, ranges.value(clauses.feeMaximum, evaluator)) { min($0, $1) }
      }
      guard commission.canBeKnown else { return 0 }
    }
    return Arithmetic.subtract(gross.high, commission.low)
  }

  private mutating func outlay(_ clauses: Program.Clauses, _ evaluator: Evaluator) -> Int64? {
    var outlay = clauses.cost < 0 ? .exactly(0) : ranges.value(clauses.cost, evaluator)
    if clauses.effort >= 0 {
      let hour = program.hour < 0 ? .exactly(0) : ranges.value(program.hour, evaluator)
      let labour = Interval.mapCorners(hour, ranges.value(clauses.effort, evaluator)) { Arithmetic.multiply($0, $1) }
      outlay = .mapCorners(outlay, labour) { Arithmetic.add($0, $1) }
    }
    return outlay.canBeKnown ? (outlay.low == .min ? nil : outlay.low) : 0
  }

  /// The least goodwill that an action can use up: none where it was used up before, and less where it is negative.
  private mutating func strained(_ clauses: Program.Clauses, _ evaluator: Evaluator) -> Double {
    if clauses.strain < 0 || program.goodwill < 0 { return 0 }
    let goodwill = ranges.value(program.goodwill, evaluator)
    return goodwill.canBeKnown ? min(0, Double(goodwill.low)) : 0
  }

  private mutating func chance(
    of action: Int, _ clauses: Program.Clauses, from day: Int64, _ evaluator: inout Evaluator
  ) -> (low: Double, high: Double) {
    var low = ranges.value(clauses.low, evaluator)
    var high = clauses.high < 0 ? low : ranges.value(clauses.high, evaluator)
    if clauses.scale >= 0 {
      let scale = ranges.value(clauses.scale, evaluator)
      low = .mapCorners(low, scale) { Arithmetic.multiply($0, $1) }
      high = .mapCorners(high, scale) { Arithmetic.multiply($0, $1) }
    }
    let middle = Interval.mapCorners(low, high) { HalfEven.divide(Int128($0) + Int128($1), by: 2) }
    guard middle.canBeKnown else { return (0, 1) }
    var least = Double(min(max(0, middle.low), millionthsInOne)) / Double(millionthsInOne)
    var most = Double(min(max(0, middle.high), millionthsInOne)) / Double(millionthsInOne)
    var leastFactor = 1.0
    var mostFactor = 1.0
    let days = possibleDays[action]
    for index in stretches[action] {
      let sway = influences[index]
      if sway.possible != possible.all, !days.meets(sway.possible, from: day, possible.width) { continue }
      let isCertain =
        sway.certain == certain.all
        || sway.certain != certain.none && days.isWithin(sway.certain, from: day, certain.width)
      if sway.isLikelier {
        mostFactor *= sway.factor
        if isCertain { leastFactor *= sway.factor }
      } else {
        leastFactor /= sway.factor
        if isCertain { mostFactor /= sway.factor }
      }
    }
    if least > 0, least < 1 { least = Bounds.moved(least, by: leastFactor) * (1 - 1e-12) }
    if most > 0, most < 1 { most = min(1, Bounds.moved(most, by: mostFactor) * (1 + 1e-12)) }
    return (least, most)
  }

  private static func moved(_ chance: Double, by factor: Double) -> Double {
    let odds = chance / (1 - chance) * factor
    return odds.isInfinite ? 1 : odds / (1 + odds)
  }
}
