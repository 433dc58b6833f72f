import RecoupQuantities

/// What a value can be over several states at once: if it is known, it lies between `low` and `high`.
///
/// Sound, not tight: it holds every value that the value can have, and maybe some that it cannot.
struct Interval {
  var low: Int64
  var high: Int64
  /// Whether it can be known.
  var canBeKnown = true
  /// Whether it can be unknown.
  var canBeUnknown = false

  static let unknown = Interval(low: 0, high: 0, canBeKnown: false, canBeUnknown: true)
  static let anything = Interval(low: .min, high: .max, canBeUnknown: true)

  static func exactly(_ value: Int64?) -> Interval { value.map { Interval(low: $0, high: $0) } ?? .unknown }

  /// A condition by the answers that it can have.
  static func truth(no: Bool, yes: Bool, unknown: Bool) -> Interval {
    if !no && !yes { return .unknown }
    return Interval(low: no ? 0 : 1, high: yes ? 1 : 0, canBeUnknown: unknown)
  }

  /// For a condition: whether it can be no.
  var canBeNo: Bool { canBeKnown && low <= 0 }
  /// For a condition: whether it can be yes.
  var canBeYes: Bool { canBeKnown && high >= 1 }

  /// What either of two can be.
  func union(_ other: Interval) -> Interval {
    if !canBeKnown {
      return Interval(low: other.low, high: other.high, canBeKnown: other.canBeKnown, canBeUnknown: true)
    }
    if !other.canBeKnown { return Interval(low: low, high: high, canBeUnknown: true) }
    return Interval(
      low: min(low, other.low), high: max(high, other.high), canBeUnknown: canBeUnknown || other.canBeUnknown)
  }

  /// A function of one value that never falls, or never rises, given what it makes of the ends.
  func mapEnds(_ apply: (Int64) -> Int64?) -> Interval {
    if !canBeKnown { return .unknown }
    guard let first = apply(low), let second = low == high ? first : apply(high) else {
      return low == high ? .unknown : Interval.anything
    }
    return Interval(low: min(first, second), high: max(first, second), canBeUnknown: canBeUnknown)
  }

  /// A function of two values that is monotone in each, given what it makes of the corners. A corner that does not fit
  /// can lie on either side.
  static func mapCorners(_ a: Interval, _ b: Interval, _ apply: (Int64, Int64) -> Int64?) -> Interval {
    if !a.canBeKnown || !b.canBeKnown { return .unknown }
    let unknown = a.canBeUnknown || b.canBeUnknown
    guard let first = apply(a.low, b.low) else {
      return a.low == a.high && b.low == b.high ? .unknown : .anything
    }
    var (low, high) = (first, first)
    if b.low != b.high {
      guard let corner = apply(a.low, b.high) else { return .anything }
      (low, high) = (min(low, corner), max(high, corner))
    }
    if a.low != a.high {
      guard let corner = apply(a.high, b.low) else { return .anything }
      (low, high) = (min(low, corner), max(high, corner))
      if b.low != b.high {
        guard let corner = apply(a.high, b.high) else { return .anything }
        (low, high) = (min(low, corner), max(high, corner))
      }
    }
    return Interval(low: low, high: high, canBeUnknown: unknown)
  }

  // MARK: Conditions, by Kleene's rules

  static func and(_ a: Interval, _ b: Interval) -> Interval {
    let aNotNo = a.canBeYes || a.canBeUnknown
    let bNotNo = b.canBeYes || b.canBeUnknown
    return truth(
      no: a.canBeNo || b.canBeNo, yes: a.canBeYes && b.canBeYes,
      unknown: (a.canBeUnknown && bNotNo) || (b.canBeUnknown && aNotNo))
  }

  static func or(_ a: Interval, _ b: Interval) -> Interval { and(a.negated, b.negated).negated }

  /// For a condition: what its opposite can be.
  var negated: Interval { Interval.truth(no: canBeYes, yes: canBeNo, unknown: canBeUnknown) }

  /// Compares two measures.
  static func compare(_ operation: Program.Operation, _ a: Interval, _ b: Interval) -> Interval {
    if !a.canBeKnown || !b.canBeKnown { return .unknown }
    let unknown = a.canBeUnknown || b.canBeUnknown
    switch operation {
    case .less: return truth(no: a.high >= b.low, yes: a.low < b.high, unknown: unknown)
    case .lessOrEqual: return truth(no: a.high > b.low, yes: a.low <= b.high, unknown: unknown)
    case .greater: return compare(.less, b, a)
    case .greaterOrEqual: return compare(.lessOrEqual, b, a)
    case .equal:
      let isOne = a.low == a.high && b.low == b.high && a.low == b.low
      return truth(no: !isOne, yes: a.low <= b.high && b.low <= a.high, unknown: unknown)
    default: return compare(.equal, a, b).negated
    }
  }

  /// Whether a measure is within two others.
  static func between(_ middle: Interval, _ low: Interval, _ high: Interval) -> Interval {
    if !middle.canBeKnown || !low.canBeKnown || !high.canBeKnown { return .unknown }
    let inside = Interval.and(.compare(.lessOrEqual, low, middle), .compare(.lessOrEqual, middle, high))
    return .truth(
      no: inside.canBeNo, yes: inside.canBeYes,
      unknown: middle.canBeUnknown || low.canBeUnknown || high.canBeUnknown)
  }

  /// Whether a word is in a stretch of the program's words.
  func isOneOf(_ words: Range<Int>, _ program: Program) -> Interval {
    if !canBeKnown { return .unknown }
    // A choice of more words than anybody reads is not looked through.
    let (width, overflow) = high.subtractingReportingOverflow(low)
    if overflow || width > 64 { return .truth(no: true, yes: true, unknown: canBeUnknown) }
    let all = low...high
    return .truth(
      no: all.contains { !program.hasWord($0, words) }, yes: all.contains { program.hasWord($0, words) },
      unknown: canBeUnknown)
  }

  // MARK: What is not monotone in each part

  /// Simple interest.
  static func interest(_ principal: Interval, _ rate: Interval, _ days: Interval) -> Interval {
    if !days.canBeKnown { return .unknown }
    let least = Interval.mapCorners(principal, rate) { Arithmetic.interest($0, rate: $1, days: days.low) }
    let most = Interval.mapCorners(principal, rate) { Arithmetic.interest($0, rate: $1, days: days.high) }
    if !least.canBeKnown && !most.canBeKnown && days.low == days.high { return .unknown }
    var result = least.union(most)
    if !least.canBeKnown || !most.canBeKnown { result = .anything }
    result.canBeUnknown = result.canBeUnknown || days.canBeUnknown
    return result
  }

  /// A quotient; near a divisor of 0 it can be anything.
  static func quotient(_ a: Interval, _ b: Interval) -> Interval {
    if b.canBeKnown, b.low < b.high, b.low <= 0, b.high >= 0 { return a.canBeKnown ? .anything : .unknown }
    return .mapCorners(a, b) { Arithmetic.divide($0, $1) }
  }
}
