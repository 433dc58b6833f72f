import RecoupQuantities

/// Three numbers that may be a date, in an order that is still to be found.
struct DateNumbers {
  var numbers: [Int] = []
  /// How many digits each was written with.
  var digits: [Int] = []

  /// Reads numbers with `/`, `.`, `-` or a space between them, and drops a time that follows.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while true {
      let run = rest.prefix { $0.isDigit }
      if run.isEmpty || run.count > 4 { return nil }
      numbers.append(run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
      digits.append(run.count)
      rest = rest.dropFirst(run.count)
      if numbers.count == 3 { break }
      guard let mark = rest.first, DateNumbers.marks.contains(mark) else { return nil }
      rest = rest.dropFirst().drop { $0 == .space }
    }
    if !DateReader.isTime(rest) { return nil }
  }

  private static let marks: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), .space]

  /// The date that they are in this order, if they are one.
  func date(_ order: DateOrder) -> CivilDate? {
    let (year, month, day) =
      switch order {
      case .dmy: (2, 1, 0)
      case .mdy: (2, 0, 1)
      case .ymd: (0, 1, 2)
      }
    guard digits[year] == 4 || digits[year] == 2, digits[month] <= 2, digits[day] <= 2 else { return nil }
    // No invoice of the last century is still to be collected.
    let century = digits[year] == 2 ? 2000 : 0
    return CivilDate(year: century + numbers[year], month: numbers[month], day: numbers[day])
  }
}
