import RecoupQuantities

/// Exact readings of the digits of a JSON number.
enum JSONNumber {
  /// Beyond any number of digits that could make up for it, and small enough for an `Int` of 32 bits.
  private static let largestExponent = 100_000_000

  /// Returns the value in units of 10^-`decimals`.
  ///
  /// `47`, `47.0` and `4.7e1` are the same number.
  static func parse(_ digits: String, decimals: Int) throws(DecimalText.Problem) -> Int64 {
    var magnitude: UInt64 = 0
    var pending = 0  // zeros that count only if another digit follows
    var point = false
    var scale = 0
    var negative = false
    var exponent = 0
    var exponentSign = 1
    var inExponent = false
    for byte in digits.utf8 {
      switch byte {
      case UInt8(ascii: "-"): if inExponent { exponentSign = -1 } else { negative = true }
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "."): point = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): inExponent = true
      default:
        let digit = UInt64(byte - UInt8(ascii: "0"))
        if inExponent {
          exponent = min(exponent * 10 + Int(digit), largestExponent)
          continue
        }
        if point { scale += 1 }
        if digit == 0, magnitude > 0 || point {
          pending += 1
          continue
        }
        if digit == 0 { continue }
        for _ in 0...pending { magnitude = try tenfold(magnitude) }
        magnitude += digit
        pending = 0
      }
    }
    if magnitude == 0 { return 0 }
    var shift = pending - scale + exponentSign * exponent + decimals
    if shift < 0 { throw .tooPrecise }
    while shift > 0 {
      magnitude = try tenfold(magnitude)
      shift -= 1
    }
    if magnitude > UInt64(Int64.max) { throw .tooLarge }
    return negative ? -Int64(magnitude) : Int64(magnitude)
  }

  private static func tenfold(_ value: UInt64) throws(DecimalText.Problem) -> UInt64 {
    let (product, overflow) = value.multipliedReportingOverflow(by: 10)
    if overflow || product > UInt64(Int64.max) { throw .tooLarge }
    return product
  }
}
