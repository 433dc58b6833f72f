import RecoupQuantities

/// Reads the dates of one file.
struct DateReader {
  /// The order of dates that are not ISO 8601, if it is known.
  var order: DateOrder?

  func read(_ bytes: ArraySlice<UInt8>) throws(Complaint) -> CivilDate {
    if let date = DateReader.iso(bytes) { return date }
    let numbers = DateNumbers(bytes)
    if let order, let date = numbers?.date(order) { return date }
    if numbers == nil, let date = MonthName.date(bytes) { return date }
    let text = shown(bytes)
    guard let numbers else { throw Complaint("\(text) is no date", help: "write a date such as 2026-11-22") }
    let readings = DateOrder.allCases.compactMap { order in numbers.date(order).map { (order, $0.iso) } }
    let written = readings.map { $0.1 }.joined(separator: " or ")
    if let order {
      let help = readings.isEmpty ? "write a date such as 2026-11-22" : "write \(written)"
      throw Complaint("\(text) is no date in the order \(order.words)", help: help)
    }
    if readings.isEmpty {
      throw Complaint("\(text) is no day of the calendar", help: "write a date such as 2026-11-22")
    }
    let options = readings.map { "`--dates \($0.0.rawValue)`" }.joined(separator: " or ")
    throw Complaint("\(text) is not an ISO date as others of this file", help: "write \(written), or give \(options)")
  }

  /// Reads ISO 8601, also without the hyphens, and drops a time that follows.
  static func iso(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
    if bytes.count >= 8, bytes.prefix(8).allSatisfy({ $0.isDigit }) {
      guard isTime(bytes.dropFirst(8)) else { return nil }
      func number(_ digits: ArraySlice<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
      let (year, day) = (number(bytes.prefix(4)), number(bytes.prefix(8).dropFirst(4)))
      return CivilDate(year: year, month: day / 100, day: day % 100)
    }
    guard bytes.count >= 10, isTime(bytes.dropFirst(10)) else { return nil }
    return CivilDate(iso: bytes.prefix(10))
  }

  /// Whether this is a time after a date, or nothing.
  static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    if first == UInt8(ascii: "T") || first == UInt8(ascii: "t") { return bytes.dropFirst().first?.isDigit ?? false }
    let clock = bytes.dropFirst()
    guard first == .space, let colon = clock.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let hours = clock[..<colon]
    return (1...2).contains(hours.count) && hours.allSatisfy { $0.isDigit }
  }
}

/// Finds out in which order the dates of a file are written.
struct DateOrderFinder {
  private var hasISO = false
  private var orders = DateOrder.allCases
  private var first: (numbers: DateNumbers, text: String, line: Int, column: Int)?
  private var contradiction: (text: String, line: Int, column: Int)?

  /// Takes in one date of the file; `place` is asked only where it matters.
  mutating func look(at bytes: ArraySlice<UInt8>, place: () -> (line: Int, column: Int)) {
    if DateReader.iso(bytes) != nil {
      hasISO = true
      return
    }
    guard let numbers = DateNumbers(bytes) else { return }
    let fitting = orders.filter { numbers.date($0) != nil }
    if fitting.isEmpty {
      if contradiction == nil, DateOrder.allCases.contains(where: { numbers.date($0) != nil }) {
        let place = place()
        contradiction = (shown(bytes), place.line, place.column)
      }
      return
    }
    if first == nil {
      let place = place()
      first = (numbers, shown(bytes), place.line, place.column)
    }
    orders = fitting
  }

  /// The order, and what is to be said about it: nothing where all dates are ISO 8601.
  func outcome(file: String) -> (order: DateOrder?, problem: LedgerProblem?) {
    guard let first, !hasISO else { return (nil, nil) }
    func problem(_ place: (line: Int, column: Int), _ message: String, help: String?) -> LedgerProblem {
      LedgerProblem(
        file: file, line: place.line, column: place.column, message: message, help: help,
        severity: help == nil ? .note : .file)
    }
    if let contradiction {
      return (
        nil,
        problem(
          (contradiction.line, contradiction.column),
          "\(contradiction.text) does not fit the order of the dates before it, such as \(first.text)",
          help: "write dates such as 2026-11-22, or say which order is right with `--dates dmy` or `--dates mdy`")
      )
    }
    if orders.count == 1 {
      return (
        orders[0], problem((first.line, first.column), "dates are read as \(orders[0].words)", help: nil)
      )
    }
    let options = orders.map { "`--dates \($0.rawValue)` for \($0.words)" }.joined(separator: " or ")
    return (
      nil,
      problem(
        (first.line, first.column),
        "\(first.text) may be " + readings(first.numbers) + ", and no date of the file tells",
        help: "give \(options)")
    )
  }

  private func readings(_ numbers: DateNumbers) -> String {
    orders.compactMap { numbers.date($0)?.iso }.joined(separator: " or ")
  }
}
