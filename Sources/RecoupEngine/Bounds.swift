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
    var takes: Int64 = 0
  }

  /// How many stretches the horizon is cut into; they are short at first, when chances fall fastest.
  private static let stretches: Int64 = 4

  private let evaluator: Evaluator
  private let program: Program
  /// What can keep actions closed, found on the way.
  let hurdles: Hurdles
  private var ranges: RangeEvaluator
  private let steps: Int
  private let horizon: Int64
  /// The first day of each stretch.
  private var starts: [Int64] = []
  /// By stretch, then steps left, then rung; empty until a stretch is needed.
  private var bounds: [[Double]] = []
  /// The same of plans that begin with the action of the rung itself.
  private var firsts: [[Double]] = []

  /// - Parameter evaluator: In today's state.
  init(_ evaluator: Evaluator) {
    self.evaluator = evaluator
    program = evaluator.program
    ranges = RangeEvaluator(program, past: .open(steps: Int64(program.book.horizon.steps)))
    steps = program.book.horizon.steps
    horizon = program.book.horizon.days
    ranges.look(at: 0...horizon)
    hurdles = Hurdles(&ranges, evaluator)
    let cuts = Bounds.stretches * Bounds.stretches
    for index in 0..<Bounds.stretches {
      let start = horizon * (index * index) / cuts
      if start > starts.last ?? -1 { starts.append(start) }
    }
    bounds = starts.map { _ in [] }
    firsts = bounds
  }

  private var actions: Int { program.book.actions.count }

  /// The most that plans of at most `stepsLeft` steps can bring that begin at `rung` or above, on or after `day`.
  mutating func bound(rung: Int, stepsLeft: Int, from day: Int64) -> Double {
    if stepsLeft == 0 || rung >= actions || day > horizon { return 0 }
    return bound(rung, stepsLeft, stretch: stretch(of: day))
  }

  /// The most that plans of at most `stepsLeft` steps can bring that begin with an action, on or after `day`; 0 if none
  /// can.
  mutating func bound(action: Int, stepsLeft: Int, from day: Int64) -> Double {
    if stepsLeft == 0 || day > horizon { return 0 }
    let stretch = stretch(of: day)
    if bounds[stretch].isEmpty { fill(stretch) }
    return firsts[stretch][(stepsLeft - 1) * (actions + 1) + action]
  }

  private func stretch(of day: Int64) -> Int {
    var index = starts.count - 1
    while starts[index] > day { index -= 1 }
    return index
  }

  private mutating func bound(_ rung: Int, _ stepsLeft: Int, stretch: Int) -> Double {
    if bounds[stretch].isEmpty { fill(stretch) }
    return bounds[stretch][(stepsLeft - 1) * (actions + 1) + rung]
  }

  /// One pass down the ladder for each number of steps left.
  private mutating func fill(_ stretch: Int) {
    let width = actions + 1
    var table = Array(repeating: 0.0, count: steps * width)
    var own = table
    ranges.look(at: starts[stretch]...horizon)
    var reachable: [Best] = []
    for action in 0..<actions { reachable.append(best(of: action, from: starts[stretch])) }
    for stepsLeft in 1...steps {
      for rung in (0..<actions).reversed() {
        let terms = reachable[rung]
        var value = 0.0
        if terms.isUnbounded {
          value = .infinity
        } else if terms.isPossible {
          var rest = 0.0
          if stepsLeft > 1, !program.clauses[rung].isFinal {
            let next = program.clauses[rung].atMost > 1 ? rung : rung + 1
            let ends = Arithmetic.add(starts[stretch], terms.takes) ?? .max
            if next < actions, ends <= horizon {
              let later = self.stretch(of: ends)
              rest =
                later == stretch
                ? table[(stepsLeft - 2) * width + next] : bound(next, stepsLeft - 1, stretch: later)
            }
          }
          let chance = terms.gain >= rest ? terms.highChance : terms.lowChance
          // What is certain leaves nothing to a rest that has no bound.
          let most = chance * terms.gain + (chance < 1 ? (1 - chance) * rest : 0) - terms.cost
          value = Bounds.above(most, terms.gain, terms.cost, rest)
        }
        own[(stepsLeft - 1) * width + rung] = value
        table[(stepsLeft - 1) * width + rung] = max(value, table[(stepsLeft - 1) * width + rung + 1])
      }
    }
    bounds[stretch] = table
    firsts[stretch] = own
  }

  /// A little above `value`: more than the rounding of sums of parts of these sizes can make.
  static func above(_ value: Double, _ a: Double, _ b: Double, _ c: Double) -> Double {
    value + 1e-12 * (abs(a) + abs(b) + abs(c))
  }

  // MARK: The best terms of an action

  private mutating func best(of action: Int, from day: Int64) -> Best {
    var best = Best()
    let clauses = program.clauses[action]
    if evaluator.times[action] >= program.clauses[action].atMost { return best }
    if !hurdles.canBeOpen(action, &ranges, evaluator) { return best }
    best.isPossible = true
    best.takes = clauses.takes < 0 ? 0 : max(0, ranges.value(clauses.takes, evaluator).low)
    (best.lowChance, best.highChance) = chance(of: action, clauses)
    let rate = program.costOfMoney < 0 ? .exactly(0) : ranges.value(program.costOfMoney, evaluator)
    let leastRate = rate.canBeUnknown ? min(0, rate.low) : rate.low
    guard leastRate >= 0, let net = net(clauses), let outlay = outlay(clauses) else {
      best.isUnbounded = true
      return best
    }
    // With a rate that is not negative, money is worth the more the earlier it moves.
    let ends = Arithmetic.add(day, best.takes) ?? .max
    let yearly = Double(leastRate) / Double(millionthsInOne)
    best.gain = max(0, Double(net)) * Weigher.discount(yearly, ends)
    let strained = strained(clauses)
    let cost = Double(outlay) + strained
    let dearest = Double(rate.canBeKnown ? max(rate.high, leastRate) : 0) / Double(millionthsInOne)
    best.cost =
      cost >= 0 ? cost * Weigher.discount(dearest, horizon) : cost * Weigher.discount(yearly, day)
    return best
  }

  /// The most that an action can bring on success, or nil if that cannot be told.
  private mutating func net(_ clauses: Program.Clauses) -> Int64? {
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

  private mutating func outlay(_ clauses: Program.Clauses) -> Int64? {
    var outlay = clauses.cost < 0 ? .exactly(0) : ranges.value(clauses.cost, evaluator)
    if clauses.effort >= 0 {
      let hour = program.hour < 0 ? .exactly(0) : ranges.value(program.hour, evaluator)
      let labour = Interval.mapCorners(hour, ranges.value(clauses.effort, evaluator)) { Arithmetic.multiply($0, $1) }
      outlay = .mapCorners(outlay, labour) { Arithmetic.add($0, $1) }
    }
    return outlay.canBeKnown ? (outlay.low == .min ? nil : outlay.low) : 0
  }

  /// The least goodwill that an action can use up: none where it was used up before, and less where it is negative.
  private mutating func strained(_ clauses: Program.Clauses) -> Double {
    if clauses.strain < 0 || program.goodwill < 0 { return 0 }
    let goodwill = ranges.value(program.goodwill, evaluator)
    return goodwill.canBeKnown ? min(0, Double(goodwill.low)) : 0
  }

  private mutating func chance(of action: Int, _ clauses: Program.Clauses) -> (low: Double, high: Double) {
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
    for index in program.clauses[action].influences {
      let influence = program.influences[index]
      let fires = ranges.value(program.rules[Int(influence.rule)], evaluator)
      if !fires.canBeYes { continue }
      let isCertain = !fires.canBeNo && !fires.canBeUnknown
      if influence.isLikelier {
        mostFactor *= influence.factor
        if isCertain { leastFactor *= influence.factor }
      } else {
        leastFactor /= influence.factor
        if isCertain { mostFactor /= influence.factor }
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
