import RecoupQuantities

/// Exact integer arithmetic; what does not fit in 64 bits is nil, and so is a division by zero.
enum Arithmetic {
  static func add(_ a: Int64, _ b: Int64) -> Int64? {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : sum
  }

  static func subtract(_ a: Int64, _ b: Int64) -> Int64? {
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? nil : difference
  }

  /// A product of which one side is in millionths.
  static func multiply(_ a: Int64, _ b: Int64) -> Int64? { HalfEven.multiply(a, b, dividedBy: millionthsInOne) }

  /// A quotient in millionths, or of something by millionths.
  static func divide(_ a: Int64, _ b: Int64) -> Int64? {
    HalfEven.multiply(a, millionthsInOne, dividedBy: b)
  }

  /// The largest whole number, in millionths, at or below this one.
  static func floor(_ value: Int64) -> Int64? {
    let rest = value % millionthsInOne
    return subtract(value - rest, rest < 0 ? millionthsInOne : 0)
  }

  /// The smallest whole number, in millionths, at or above this one.
  static func ceil(_ value: Int64) -> Int64? {
    let rest = value % millionthsInOne
    return add(value - rest, rest > 0 ? millionthsInOne : 0)
  }

  /// Simple interest for days of a year of 365, rounded once; negative days count 0.
  static func interest(_ principal: Int64, rate: Int64, days: Int64) -> Int64? {
    let yearly = Int128(principal) * Int128(rate)
    let (total, overflow) = yearly.multipliedReportingOverflow(by: Int128(max(0, days)))
    return overflow ? nil : HalfEven.divide(total, by: 365 * Int128(millionthsInOne))
  }

  static func apply(_ operation: Program.Operation, _ a: Int64, _ b: Int64) -> Int64? {
    switch operation {
    case .less: a < b ? 1 : 0
    case .lessOrEqual: a <= b ? 1 : 0
    case .greater: a > b ? 1 : 0
    case .greaterOrEqual: a >= b ? 1 : 0
    case .equal: a == b ? 1 : 0
    case .notEqual: a != b ? 1 : 0
    case .add: add(a, b)
    case .subtract: subtract(a, b)
    case .multiply: multiply(a, b)
    case .divide: divide(a, b)
    case .minimum: min(a, b)
    case .maximum: max(a, b)
    default: nil
    }
  }
}
