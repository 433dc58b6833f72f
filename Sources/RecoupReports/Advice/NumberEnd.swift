import RecoupRules

/// An end of a stretch of numbers, named by the rounder of the two numbers that it lies between.
struct NumberEnd {
  /// The number that names it.
  let value: Int64
  /// Whether the number itself belongs to the stretch.
  let isIncluded: Bool

  /// - Parameters:
  ///   - last: The last value of the stretch.
  ///   - beyond: The one next to it outside.
  init(_ last: Int64, beyond: Int64, _ type: ValueType) {
    // A day is as small as days get; `up to 6` says it all.
    isIncluded = type == .days || NumberEnd.zeros(last) >= NumberEnd.zeros(beyond)
    value = isIncluded ? last : beyond
  }

  /// An end that is named by a number of its stretch.
  init(named value: Int64) {
    self.value = value
    isIncluded = true
  }

  /// How many zeros a number ends with.
  private static func zeros(_ value: Int64) -> Int {
    var rest = value
    var zeros = 0
    while zeros < 18, rest % 10 == 0 {
      rest /= 10
      zeros += 1
    }
    return zeros
  }
}
