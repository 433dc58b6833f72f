/// How many millionths make one: numbers and percents are counted in millionths (`35%` is 350 000).
public let millionthsInOne: Int64 = 1_000_000

/// Exact integer arithmetic that rounds half to even at the one place where it must round.
public enum HalfEven {
  /// Returns `numerator / denominator` rounded half to even, or nil if the denominator is 0 or the result does not fit.
  @inlinable
  public static func divide(_ numerator: Int128, by denominator: Int128) -> Int64? {
    // The second is the one quotient that is too large for Int128 itself.
    if denominator == 0 || (denominator == -1 && numerator == .min) { return nil }
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let twice = remainder.magnitude * 2
    let size = denominator.magnitude
    var rounded = quotient
    if twice > size || (twice == size && quotient & 1 != 0) {
      rounded += (numerator < 0) == (denominator < 0) ? 1 : -1
    }
    return Int64(exactly: rounded)
  }

  /// Returns `a × b / denominator` rounded half to even, or nil if the denominator is 0 or the result does not fit.
  @inlinable
  public static func multiply(_ a: Int64, _ b: Int64, dividedBy denominator: Int64) -> Int64? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    if overflow || denominator <= 0 { return divide(Int128(a) * Int128(b), by: Int128(denominator)) }
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: denominator)
    let size = remainder.magnitude
    let rest = UInt64(denominator) - size
    if size < rest || (size == rest && quotient & 1 == 0) { return quotient }
    return product < 0 ? quotient - 1 : quotient + 1
  }
}
