import RecoupQuantities
import RecoupRules

/// How what an action costs and brings runs along a stretch of an axis, in every state of a plan.
struct TermsCourse {
  /// The chance that the client pays because of it.
  var chance: Curve
  /// What it brings on success, as money is worth today: d(E)·net.
  var gain: Curve
  /// What it costs, as money is worth today: d(D)·(outlay + strained).
  var cost: Curve
  /// How many more times it may be done.
  var times: Int64

  /// Whether the axis moves any of it that counts.
  var isMoved: Bool { chance.isMoved || cost.isMoved || (gain.isMoved && chance.most > 0) }
}

extension CourseEvaluator {
  /// By ladder order: how the terms of each action run that a plan could take; nil where something on which the days of a plan depend may
  /// change along the stretch, or a value may jump.
  mutating func terms() -> [TermsCourse?]? {
    for rule in program.waits where !value(program.rules[Int(rule)]).isConstant { return nil }
    var all: [TermsCourse?] = program.clauses.map { _ in nil }
    for action in program.clauses.indices {
      let clauses = program.clauses[action]
      if clauses.strain >= 0, evaluator.times[action] > 0, !value(clauses.strain).isConstant { return nil }
      if evaluator.times[action] >= clauses.atMost || isClosed(clauses) { continue }
      guard isSteady(clauses), let terms = terms(of: action, clauses) else { return nil }
      all[action] = terms
    }
    return all
  }

  /// Whether an action can be open at no value of the stretch, on no day.
  private mutating func isClosed(_ clauses: Program.Clauses) -> Bool {
    for rule in clauses.bans {
      let fires = value(program.rules[Int(program.lists[rule])]).range
      if !fires.canBeNo && !fires.canBeUnknown { return true }
    }
    for index in clauses.requirements where !value(program.lists[index]).range.canBeYes { return true }
    for index in clauses.needed where !value(program.lists[index]).range.canBeKnown { return true }
    return false
  }

  /// Whether on each day the action is open, how long it takes and which rules speak of it are the same all along.
  private mutating func isSteady(_ clauses: Program.Clauses) -> Bool {
    for rule in clauses.bans where !value(program.rules[Int(program.lists[rule])]).isConstant { return false }
    for index in clauses.requirements where !value(program.lists[index]).isConstant { return false }
    for index in clauses.needed where !value(program.lists[index]).isSmooth { return false }
    for influence in program.influences[clauses.influences]
    where !value(program.rules[Int(influence.rule)]).isConstant { return false }
    if clauses.strain >= 0, !value(clauses.strain).isConstant { return false }
    return clauses.takes < 0 || value(clauses.takes).isConstant
  }

  // MARK: Terms

  private mutating func terms(of action: Int, _ clauses: Program.Clauses) -> TermsCourse? {
    let one = Course.constant(.exactly(millionthsInOne))
    let none = Course.constant(.exactly(0))
    let gross = value(program.claim).times(clauses.recovers < 0 ? one : value(clauses.recovers), over: width)
    var commission = none
    if clauses.fee >= 0 {
      commission = gross.times(value(clauses.fee), over: width)
      if clauses.feeMinimum >= 0 { commission = .extreme(commission, value(clauses.feeMinimum), isMinimum: false) }
      if clauses.feeMaximum >= 0 { commission = .extreme(commission, value(clauses.feeMaximum), isMinimum: true) }
    }
    var outlay = clauses.cost < 0 ? none : value(clauses.cost)
    if clauses.effort >= 0, program.hour >= 0 {
      outlay = outlay + value(program.hour).times(value(clauses.effort), over: width)
    }
    if clauses.strain >= 0, program.goodwill >= 0 {
      // What was used up before is not used up again: any share up to the whole.
      let most = min(max(0, value(clauses.strain).range.high), millionthsInOne)
      outlay = outlay + value(program.goodwill).times(.constant(Interval(low: 0, high: most)), over: width)
    }
    let net = gross - commission
    let takes = clauses.takes < 0 ? 0 : max(0, value(clauses.takes).range.high)
    guard net.isSmooth, outlay.isSmooth, let last = Arithmetic.add(program.book.horizon.days, takes),
      let early = discount(until: program.book.horizon.days), let late = discount(until: last),
      let chance = chance(of: action, clauses)
    else { return nil }
    return TermsCourse(
      chance: chance, gain: late.times(net.curve, over: width), cost: early.times(outlay.curve, over: width),
      times: clauses.atMost - evaluator.times[action])
  }

  /// What money is worth today, from today to some day: 1 / (1 + (r·T)/365).
  private mutating func discount(until day: Int64) -> Curve? {
    if program.costOfMoney < 0 { return .constant(1, 1) }
    let rate = value(program.costOfMoney)
    if !rate.isSmooth { return nil }
    var curve = rate.range.canBeKnown ? rate.curve : .constant(0, 0)
    if rate.range.canBeUnknown { curve = curve.union(.constant(0, 0)) }  // which counts 0
    let growth = curve.times(.constant(0, Double(day)), over: width).scaled(by: 1 / 365e6)
    let total = growth + .constant(1, 1)
    return total.least > 0 ? total.inverse(over: width) : nil
  }

  /// The middle of the range, scaled, as a share of one; before it is clamped.
  private mutating func middleOfChance(_ clauses: Program.Clauses) -> Curve? {
    let low = value(clauses.low)
    let high = clauses.high < 0 ? low : value(clauses.high)
    let scale = clauses.scale < 0 ? Course.constant(.exactly(millionthsInOne)) : value(clauses.scale)
    let scaled = low.times(scale, over: width)
    if low.isAxis(over: width), high.isAxis(over: width) {
      // Both ends are one value: nothing is rounded between them.
      return scaled.isSmooth ? scaled.curve.scaled(by: 1e-6) : nil
    }
    let sum = scaled + high.times(scale, over: width)
    if !sum.isSmooth { return nil }
    var middle = sum.curve.scaled(by: 0.5e-6)
    if !sum.isConstant { middle.noise += 0.5e-6 }
    return middle
  }

  private mutating func chance(of action: Int, _ clauses: Program.Clauses) -> Curve? {
    guard var middle = middleOfChance(clauses) else { return nil }
    if middle.least < 0 || middle.most > 1 {
      middle = middle.mixed(with: .constant(0, 0))
      middle.least = min(max(0, middle.least), 1)
      middle.most = min(max(0, middle.most), 1)
    }
    var (least, most) = (1.0, 1.0)
    for influence in program.influences[clauses.influences] {
      let fires = value(program.rules[Int(influence.rule)]).range
      let factor = influence.isLikelier ? influence.factor : 1 / influence.factor
      let mayNot = fires.canBeNo || fires.canBeUnknown
      if fires.canBeYes || !mayNot {
        least *= mayNot ? min(1, factor) : factor
        most *= mayNot ? max(1, factor) : factor
      }
    }
    return middle.oddsTimes(least...most, over: width)
  }
}

extension Course {
  /// Whether it is the axis itself, and not only something like it.
  fileprivate func isAxis(over width: Double) -> Bool {
    curve.low == 1 && curve.high == 1 && curve.noise == 0 && curve.most - curve.least == width
  }
}

extension Curve {
  /// A chance whose odds are multiplied by a factor between these: p = c·m / (1 + (c − 1)·m).
  fileprivate func oddsTimes(_ factors: ClosedRange<Double>, over width: Double) -> Curve? {
    let (c, d) = (factors.lowerBound, factors.upperBound)
    if !(c > 0) || !d.isFinite { return nil }
    func moved(_ m: Double, _ c: Double) -> Double { m <= 0 ? 0 : m >= 1 ? 1 : min(1, c * m / (1 + (c - 1) * m)) }
    // The first derivative is c / share², the second −2c(c − 1) / share³, where share = 1 + (c − 1)·m.
    var first = (low: Double.infinity, high: 0.0)
    var second = 0.0
    // Factors far from each other are looked at piece by piece: together they would make the worst of both.
    let pieces = c == d ? 1 : 8
    let ratio = Curve.root(d / c)
    var a = c
    for piece in 1...pieces {
      let b = piece == pieces ? d : a * ratio
      defer { a = b }
      let shares = [1 + (a - 1) * least, 1 + (a - 1) * most, 1 + (b - 1) * least, 1 + (b - 1) * most]
      var (smallest, largest) = (shares[0], shares[0])
      for share in shares { (smallest, largest) = (min(smallest, share), max(largest, share)) }
      if !(smallest > 0) { return nil }
      first = (min(first.low, a / (largest * largest)), max(first.high, b / (smallest * smallest)))
      second = max(second, 2 * b * max(abs(a - 1), abs(b - 1)) / (smallest * smallest * smallest))
    }
    let rounding = 1e-12
    return Curve(
      least: moved(least, c) * (1 - rounding), most: min(1, moved(most, d) * (1 + rounding)),
      low: min(low * first.low, low * first.high), high: max(high * first.low, high * first.high),
      bend: bend * first.high + width * steepness * steepness * second,
      noise: noise * first.high + (steepness > 0 ? rounding : 0))
  }

  /// The eighth root.
  private static func root(_ value: Double) -> Double { value.squareRoot().squareRoot().squareRoot() }
}
