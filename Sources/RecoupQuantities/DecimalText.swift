/// Plain decimals such as `1234.50`, held exactly as a whole count of their last place.
public enum DecimalText {
  /// Why a text is not a decimal of the wanted precision.
  public enum Problem: Error, Hashable, Sendable {
    /// It is not digits with at most one point between them.
    case malformed
    /// It has more decimals than the type holds.
    case tooPrecise
    /// It does not fit in 64 bits.
    case tooLarge
  }

  /// Returns the value of `text` in units of 10^-`decimals`, exactly.
  ///
  /// Accepts digits with `_` between them and at most one point with digits on both sides; a leading `-` only if `signed`.
  public static func parse(_ text: some Sequence<UInt8>, decimals: Int, signed: Bool = false) throws(Problem) -> Int64 {
    var magnitude: UInt64 = 0
    var negative = false
    var afterPoint = -1
    var previous: UInt8 = 0
    var first = true
    var tooLarge = false
    for byte in text {
      defer {
        previous = byte
        first = false
      }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if afterPoint >= 0 { afterPoint += 1 }
        if afterPoint > decimals { break }
        let (tens, over) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tens.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
        tooLarge = tooLarge || over || carry
        magnitude = sum
      case UInt8(ascii: "_"):
        if !isDigit(previous) { throw .malformed }
      case UInt8(ascii: "."):
        if afterPoint >= 0 || !isDigit(previous) { throw .malformed }
        afterPoint = 0
      case UInt8(ascii: "-"):
        if !signed || !first { throw .malformed }
        negative = true
      default: throw .malformed
      }
      if previous == UInt8(ascii: "_"), !isDigit(byte) { throw .malformed }
    }
    if !isDigit(previous) { throw .malformed }
    if afterPoint > decimals { throw .tooPrecise }
    for _ in max(afterPoint, 0)..<max(decimals, max(afterPoint, 0)) {
      let (tens, over) = magnitude.multipliedReportingOverflow(by: 10)
      tooLarge = tooLarge || over
      magnitude = tens
    }
    if tooLarge || magnitude > UInt64(Int64.max) { throw .tooLarge }
    return negative ? -Int64(magnitude) : Int64(magnitude)
  }

  /// Returns `value`, in units of 10^-`decimals`, as a plain decimal with at least `atLeast` decimals and no needless zeros.
  public static func text(_ value: Int64, decimals: Int, atLeast: Int = 0) -> String {
    var digits = String(value.magnitude)
    if decimals > 0 {
      if digits.utf8.count <= decimals {
        digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
      }
      var fraction = Array(digits.utf8.suffix(decimals))
      while fraction.count > atLeast, fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
      let whole = String(decoding: digits.utf8.dropLast(decimals), as: UTF8.self)
      digits = fraction.isEmpty ? whole : whole + "." + String(decoding: fraction, as: UTF8.self)
    }
    return value < 0 ? "-" + digits : digits
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}
