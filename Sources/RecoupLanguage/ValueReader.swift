public import RecoupQuantities
public import RecoupRules

/// Reads a single value from outside.
///
/// It is a literal of the language, in which the currency and `days` may be left out since the type is known, and `%` may
/// not. A minus may stand before it.
public enum ValueReader {
  /// Why a text is no value of the wanted type.
  public struct Problem: Error, Hashable, Sendable {
    /// What is wrong and what would be right, in one sentence without a capital or a full stop.
    public var message: String

    /// Makes a problem.
    public init(_ message: String) { self.message = message }
  }

  /// Returns the raw count of the value, in the units of its type.
  ///
  /// - Parameter words: The words of the choice, if it is one.
  public static func read(
    _ text: String, as type: ValueType, words: [Fact.Word] = [], currency: Currency
  ) throws(Problem) -> Int64 {
    let parts = split(text)
    switch type {
    case .truth:
      if text == "yes" { return 1 }
      if text == "no" { return 0 }
      throw Problem("`\(text)` is neither `yes` nor `no`")
    case .choice:
      if let index = words.firstIndex(where: { $0.name == text }) { return Int64(index) }
      let names = words.map { $0.name }
      let hint = NearestName.of(text, among: names).map { "did you mean `\($0)`?" }
      throw Problem(
        "`\(text)` is none of its words; " + (hint ?? "they are " + names.map { "`\($0)`" }.joined(separator: ", ")))
    case .money:
      if Currency(code: parts.unit) != nil, parts.unit != currency.code {
        throw Problem("`\(text)` is not in \(currency.code), the currency of the rules")
      }
      let example = currency.decimals > 0 ? "1234.50" : "1234"
      let digits = parts.unit.isEmpty || parts.unit == currency.code ? parts.number : ""
      return try number(digits, text, decimals: currency.decimals, like: example)
    case .days:
      let count = try number(parts.number, text, decimals: 0, like: "30 days")
      switch parts.unit {
      case "", "day", "days": return count
      case "week", "weeks":
        let (days, overflow) = count.multipliedReportingOverflow(by: 7)
        if overflow { throw Problem("`\(text)` is too large") }
        return days
      default: throw Problem("`\(text)` is no number of days, such as `30 days`")
      }
    case .number:
      if !parts.unit.isEmpty { throw Problem("`\(text)` is no plain number") }
      return try number(parts.number, text, decimals: 6, like: "3")
    case .percent:
      if parts.unit != "%" { throw Problem("`\(text)` is no percentage: write it with its sign, such as `35%`") }
      return try number(parts.number, text, decimals: 4, like: "35%")
    }
  }

  private static func number(
    _ digits: Substring, _ text: String, decimals: Int, like example: String
  ) throws(Problem) -> Int64 {
    do {
      return try DecimalText.parse(digits.utf8, decimals: decimals, signed: true)
    } catch {
      throw problem(error, text, decimals: decimals, like: example)
    }
  }

  /// Says what is wrong with a number.
  public static func problem(
    _ problem: DecimalText.Problem, _ text: String, decimals: Int, like example: String
  ) -> Problem {
    switch problem {
    case .malformed: return Problem("`\(text)` is not a value such as `\(example)`")
    case .tooLarge: return Problem("`\(text)` is too large")
    case .tooPrecise:
      let most = decimals == 0 ? "must be whole" : "has more than \(decimals) decimal" + (decimals == 1 ? "" : "s")
      return Problem("`\(text)` \(most)")
    }
  }

  /// Cuts a literal into its number and its unit.
  private static func split(_ text: String) -> (number: Substring, unit: String) {
    var end = text.startIndex
    for index in text.utf8.indices {
      let byte = text.utf8[index]
      let belongs =
        Lexer.isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      if !belongs { break }
      end = text.utf8.index(after: index)
    }
    let unit = text[end...].utf8.drop { $0 == UInt8(ascii: " ") }
    return (text[..<end], String(decoding: unit, as: UTF8.self))
  }
}
