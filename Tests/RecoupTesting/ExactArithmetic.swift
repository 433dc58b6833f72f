/// The exact arithmetic of the language, written a second time so that a slip in the first cannot hide.
///
/// Nil is unknown.
enum ExactArithmetic {
  static func sum(_ a: Int64, _ b: Int64) -> Int64? { Int64(exactly: Int128(a) + Int128(b)) }

  static func difference(_ a: Int64, _ b: Int64) -> Int64? { Int64(exactly: Int128(a) - Int128(b)) }

  static func product(_ a: Int64, _ b: Int64) -> Int64? { Int64(exactly: Int128(a) * Int128(b)) }

  /// `part` millionths of `whole`, rounded half to even.
  static func share(_ part: Int64, of whole: Int64) -> Int64? {
    rounded(Int128(part) * Int128(whole), over: 1_000_000)
  }

  /// The largest whole number, in millionths, at or below `number`.
  static func wholeBelow(_ number: Int64) -> Int64? {
    let rest = number % 1_000_000
    return difference(number, rest < 0 ? rest + 1_000_000 : rest)
  }

  /// The smallest whole number, in millionths, at or above `number`.
  static func wholeAbove(_ number: Int64) -> Int64? {
    let rest = number % 1_000_000
    return difference(number, rest > 0 ? rest - 1_000_000 : rest)
  }

  /// A quotient rounded half to even; nil if it is a division by zero or does not fit.
  static func rounded(_ dividend: Int128, over divisor: Int128) -> Int64? {
    if divisor == 0 { return nil }
    let (a, b) = divisor < 0 ? (-dividend, -divisor) : (dividend, divisor)
    var below = a / b
    if below * b > a { below -= 1 }
    let rest = a - below * b
    let roundsUp = rest > b - rest || (rest == b - rest && below % 2 != 0)
    return Int64(exactly: roundsUp ? below + 1 : below)
  }

  /// Simple interest, exact and rounded once: `principal` × `rate` × `days` / (1 000 000 × 365), with `days` from 0.
  static func interest(_ principal: Int64, rate: Int64, days: Int64) -> Int64? {
    // The threefold product may need 190 bits, so that the divisor is taken out of the first two before the third.
    let divisor: Int128 = 365_000_000
    let yearly = Int128(principal) * Int128(rate)
    let rest = yearly % divisor * Int128(days)
    let (whole, overflow) = (yearly / divisor).multipliedReportingOverflow(by: Int128(days))
    let (total, overflowToo) = whole.addingReportingOverflow(rest / divisor)
    // Quotient and remainder have one sign, so that what is too large here is too large in the end.
    if overflow || overflowToo { return nil }
    let twice = (rest % divisor).magnitude * 2
    let size = divisor.magnitude
    let away = twice > size || (twice == size && total % 2 != 0)
    return Int64(exactly: away ? total + (yearly < 0 ? -1 : 1) : total)
  }
}
