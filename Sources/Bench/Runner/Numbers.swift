/// A number with so many digits after its point.
func fixed(_ number: Double, _ digits: Int) -> String {
  let unit = (0..<digits).reduce(1) { unit, _ in unit * 10 }
  let scaled = Int64((number * Double(unit)).rounded())
  let fraction = String(scaled.magnitude % UInt64(unit))
  let whole = (scaled < 0 ? "-" : "") + String(scaled.magnitude / UInt64(unit))
  return digits == 0 ? whole : whole + "." + String(repeating: "0", count: digits - fraction.utf8.count) + fraction
}

/// A number with three digits that count, or all before its point.
func rounded(_ number: Double) -> String {
  fixed(number, number < 1 ? 3 : number < 10 ? 2 : number < 100 ? 1 : 0)
}

/// The one in the middle of an odd number of numbers.
func median(_ numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }
