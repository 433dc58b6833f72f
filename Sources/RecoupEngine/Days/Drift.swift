import RecoupRules

/// A value over the days of a plan: within a range that moves by the same amount every day.
struct Drift {
  /// What it can be today, if it is known; days from there it is `slope` times as many more.
  var range: Interval
  var slope: Int64 = 0

  init(_ range: Interval, slope: Int64 = 0) {
    self.range = range
    self.slope = slope
  }

  /// Nil for what comes near the end of 64 bits, where sums may not fit.
  private var checked: Drift? {
    if !range.canBeKnown { return self }
    let limit: Int64 = 1 << 60
    return range.low > -limit && range.high < limit && abs(slope) < 1 << 20 ? self : nil
  }

  static func + (a: Drift, b: Drift) -> Drift? {
    Drift(.mapCorners(a.range, b.range) { Arithmetic.add($0, $1) }, slope: a.slope + b.slope).checked
  }

  static func - (a: Drift, b: Drift) -> Drift? {
    Drift(.mapCorners(a.range, b.range) { Arithmetic.subtract($0, $1) }, slope: a.slope - b.slope).checked
  }

  static prefix func - (a: Drift) -> Drift? { Drift(.exactly(0)) - a }

  /// A value of today that moves.
  static func moving(_ today: Int64?, slope: Int64) -> Drift? { Drift(.exactly(today), slope: slope).checked }

  // MARK: Comparisons

  /// On which days a comparison with another can hold, or, if `isCertain`, cannot but hold: within two stretches.
  ///
  /// - Parameter days: The days that are asked for.
  func compare(
    _ operation: Program.Operation, _ other: Drift, isCertain: Bool, in days: Range<Int64>
  ) -> (Range<Int64>, Range<Int64>) {
    let none = days.lowerBound..<days.lowerBound
    if !range.canBeKnown || !other.range.canBeKnown { return (none, none) }
    if isCertain, range.canBeUnknown || other.range.canBeUnknown { return (none, none) }
    // The gap between the two, on the day 0.
    let (low, high) = (Drift.gap(range.low, other.range.high), Drift.gap(range.high, other.range.low))
    let slope = slope - other.slope
    let (least, most) = isCertain ? (high, low) : (low, high)
    switch operation {
    case .less: return (Drift.below(least, slope, days), none)
    case .lessOrEqual: return (Drift.below(least - 1, slope, days), none)
    case .greater: return (Drift.below(-most, -slope, days), none)
    case .greaterOrEqual: return (Drift.below(-most - 1, -slope, days), none)
    case .equal:
      let (a, b) = (Drift.below(least - 1, slope, days), Drift.below(-most - 1, -slope, days))
      return (a.clamped(to: b), none)
    default:
      if !isCertain, low < high { return (days, none) }
      return (Drift.below(high, slope, days), Drift.below(-low, -slope, days))
    }
  }

  /// `a - b`, or so far from 0 with its sign that no slope takes it there within a plan.
  private static func gap(_ a: Int64, _ b: Int64) -> Int64 {
    let far: Int64 = 1 << 61
    let (gap, overflows) = a.subtractingReportingOverflow(b)
    return overflows ? (a < b ? -far : far) : max(-far, min(far, gap))
  }

  /// The days on which `start + slope · day` is below 0.
  private static func below(_ start: Int64, _ slope: Int64, _ days: Range<Int64>) -> Range<Int64> {
    if slope == 0 { return start < 0 ? days : days.lowerBound..<days.lowerBound }
    if slope > 0 {
      if start >= 0 { return days.lowerBound..<days.lowerBound }
      return (Int64.min..<(-start + slope - 1) / slope).clamped(to: days)
    }
    return start < 0 ? days : (start / -slope + 1..<Int64.max).clamped(to: days)
  }
}
