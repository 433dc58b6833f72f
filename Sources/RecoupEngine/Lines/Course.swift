import RecoupQuantities

/// How the value of a node runs while one axis moves over a stretch, whatever the day and whatever was done before.
struct Course {
  /// What the value can be.
  var range: Interval
  /// How it runs where it is known; only where it is smooth.
  var curve: Curve
  /// Whether in every state the value is the same all along the stretch, and so is whether it is known.
  var isConstant = false
  /// Whether it does not jump, and in every state is known either all along the stretch or nowhere.
  var isSmooth = true

  /// A value that does not depend on the axis.
  static func constant(_ range: Interval) -> Course {
    Course(range: range, curve: .constant(Double(range.low), Double(range.high)), isConstant: true)
  }

  /// A value of which nothing is known but its range.
  static func rough(_ range: Interval) -> Course {
    var course = Course.constant(range)
    course.isConstant = range.isDefinite
    course.isSmooth = range.isDefinite
    return course
  }

  /// A value that was made from smooth ones, with what rounding adds.
  private static func made(_ range: Interval, _ curve: Curve?, rounding: Double = 0, from parts: [Course]) -> Course {
    if parts.allSatisfy({ $0.isConstant }) || range.isDefinite { return .constant(range) }
    // What does not fit somewhere is unknown there, and known elsewhere.
    let isUnknown = parts.contains { $0.range.canBeUnknown }
    let fits = range.canBeUnknown == isUnknown && range.low > .min && range.high < .max
    guard var curve, fits, parts.allSatisfy({ $0.isSmooth }) else { return .rough(range) }
    curve.least = Double(range.low)
    curve.most = Double(range.high)
    curve.noise += rounding
    return Course(range: range, curve: curve)
  }

  /// The value moved by the days of a plan.
  func moved(to range: Interval) -> Course { .made(range, curve, from: [self]) }

  static func + (a: Course, b: Course) -> Course {
    .made(.mapCorners(a.range, b.range, Arithmetic.add), a.curve + b.curve, from: [a, b])
  }

  static func - (a: Course, b: Course) -> Course {
    .made(.mapCorners(a.range, b.range, Arithmetic.subtract), a.curve - b.curve, from: [a, b])
  }

  static prefix func - (a: Course) -> Course {
    .made(a.range.mapEnds { Arithmetic.subtract(0, $0) }, -a.curve, from: [a])
  }

  /// A product of which one side is in millionths.
  func times(_ other: Course, over width: Double) -> Course {
    let range = Interval.mapCorners(range, other.range) { Arithmetic.multiply($0, $1) }
    let isExact = self.range.isWholeNumber || other.range.isWholeNumber
    return .made(
      range, curve.times(other.curve, over: width).scaled(by: 1e-6), rounding: isExact ? 0 : 0.5, from: [self, other])
  }

  /// A quotient in millionths.
  func divided(by other: Course, over width: Double) -> Course {
    let inverse = other.curve.inverse(over: width)
    return .made(
      .quotient(range, other.range), inverse.map { curve.times($0, over: width).scaled(by: 1e6) }, rounding: 0.5,
      from: [self, other])
  }

  /// Simple interest for some days of a year of 365.
  static func interest(_ principal: Course, _ rate: Course, _ days: Course, over width: Double) -> Course {
    let late = extreme(days, .constant(.exactly(0)), isMinimum: false)
    let yearly = principal.curve.times(rate.curve, over: width)
    return .made(
      .interest(principal.range, rate.range, days.range),
      yearly.times(late.curve, over: width).scaled(by: 1 / 365e6), rounding: 0.5, from: [principal, rate, late])
  }

  /// The smaller or the larger of two.
  static func extreme(_ a: Course, _ b: Course, isMinimum: Bool) -> Course {
    let range = Interval.mapCorners(a.range, b.range) { isMinimum ? min($0, $1) : max($0, $1) }
    let isKnown = !a.range.canBeUnknown && !b.range.canBeUnknown
    if isKnown, a.range.high <= b.range.low { return isMinimum ? a : b }
    if isKnown, b.range.high <= a.range.low { return isMinimum ? b : a }
    return .made(range, a.curve.mixed(with: b.curve), from: [a, b])
  }

  /// Whatever the one or the other does, where the state and not the axis tells which.
  func union(_ other: Course) -> Course {
    let range = range.union(other.range)
    if !self.range.canBeKnown || !other.range.canBeKnown {
      var known = self.range.canBeKnown ? self : other
      known.range = range
      return known
    }
    return Course(
      range: range, curve: curve.union(other.curve), isConstant: isConstant && other.isConstant,
      isSmooth: isSmooth && other.isSmooth)
  }

  /// What is made of a value in steps, such as an answer or a whole number: constant where the value is, or where it can
  /// be only one.
  func step(_ apply: (Interval) -> Interval) -> Course { isConstant ? .constant(apply(range)) : .rough(apply(range)) }

  /// The same of two values.
  func step(_ other: Course, _ apply: (Interval, Interval) -> Interval) -> Course {
    let range = apply(range, other.range)
    return isConstant && other.isConstant ? .constant(range) : .rough(range)
  }
}

extension Interval {
  /// Whether it is one value, or certainly unknown.
  var isDefinite: Bool { canBeKnown ? low == high && !canBeUnknown : true }

  /// Whether it is one whole number, in millionths: a factor by which nothing needs rounding.
  fileprivate var isWholeNumber: Bool { canBeKnown && low == high && low % millionthsInOne == 0 }
}
