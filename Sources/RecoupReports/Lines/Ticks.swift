/// Round values along an axis, evenly apart.
struct Ticks: Equatable {
  /// How far they are apart, from 1.
  let step: Int64
  /// The values, in ascending order.
  let values: [Int64]

  /// What counts as round.
  enum Roundness {
    /// 1, 2, 2½ and 5 times a power of ten.
    case decimal
    /// The same below ten days, then half months, months and quarters of 30 days.
    case days
  }

  /// The finest ones within a range of which there are no more than a number.
  init(within range: ClosedRange<Int64>, atMost most: Int, _ roundness: Roundness = .decimal) {
    let width = Double(range.upperBound) - Double(range.lowerBound)
    step = Ticks.step(roundness) { width / Double($0) <= Double(max(2, most)) - 1 }
    var values: [Int64] = []
    var (next, overflow) = (range.lowerBound / step * step, false)
    if next < range.lowerBound { (next, overflow) = next.addingReportingOverflow(step) }
    while !overflow, next <= range.upperBound {
      values.append(next)
      (next, overflow) = next.addingReportingOverflow(step)
    }
    self.values = values
  }

  /// The finest ones that cover a range by no more than a number of steps; the first and the last are its ends or
  /// beyond.
  init(covering range: ClosedRange<Double>, steps most: Int) {
    let (low, high) = (Ticks.clamped(range.lowerBound), Ticks.clamped(range.upperBound))
    func ends(_ step: Int64) -> (Int64, Int64) {
      let (first, last) = ((low / Double(step)).rounded(.down), (high / Double(step)).rounded(.up))
      return (Int64(first), Int64(max(last, first + 1)))
    }
    let step = Ticks.step(.decimal) { step in
      low / Double(step) > -1e15 && high / Double(step) < 1e15 && ends(step).1 - ends(step).0 <= Int64(max(2, most))
    }
    let (first, last) = ends(step)
    self.step = step
    values = (first...last).map { $0 * step }
  }

  /// A quarter of what 64 bits hold, so that rounding to a step stays within them.
  private static func clamped(_ value: Double) -> Double { value.isNaN ? 0 : min(max(value, -2e18), 2e18) }

  /// The smallest round step that fits.
  private static func step(_ roundness: Roundness, where fits: (Int64) -> Bool) -> Int64 {
    let months: [Int64] = roundness == .days ? [1, 2, 5, 10, 15, 30, 60, 90, 180, 360] : []
    if let step = months.first(where: fits) { return step }
    var power = Int64(months.isEmpty ? 1 : 1000)
    while power < 1_000_000_000_000_000_000 {
      let steps = power == 1 ? [1, 2, 5] : [power, 2 * power, power / 2 * 5, 5 * power]
      if let step = steps.first(where: fits) { return step }
      power *= 10
    }
    return fits(power) ? power : fits(2 * power) ? 2 * power : 5 * power
  }
}
