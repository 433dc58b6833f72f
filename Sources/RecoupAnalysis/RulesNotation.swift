import RecoupQuantities
public import RecoupRules

/// Values as a rules file writes them: `1_200.50 USD`, `90 days`, `35%`, `1.5`, `yes`, a word.
public struct RulesNotation: Sendable {
  private let currency: Currency
  private let facts: [Fact]

  /// Writes values of a book.
  public init(_ book: RuleBook) {
    currency = book.currency
    facts = book.facts
  }

  /// A value, from its raw count.
  public func text(_ value: Int64, _ type: ValueType) -> String {
    switch type {
    case .truth: return value == 1 ? "yes" : "no"
    case .choice(let fact):
      let words = facts[fact].words
      return words.indices.contains(Int(clamping: value)) ? words[Int(clamping: value)].name : ""
    case .money:
      let decimals = currency.decimals
      let text = DecimalText.text(value, decimals: decimals)
      let isWhole = !text.utf8.contains(UInt8(ascii: "."))
      let digits = isWhole ? text : DecimalText.text(value, decimals: decimals, atLeast: decimals)
      return "\(RulesNotation.grouped(digits)) \(currency.code)"
    case .days: return RulesNotation.grouped(String(value)) + (value == 1 || value == -1 ? " day" : " days")
    case .number: return RulesNotation.grouped(DecimalText.text(value, decimals: 6))
    case .percent: return DecimalText.text(value, decimals: 4) + "%"
    }
  }

  /// A factor, from its millionths: `1.5x`.
  public func factor(_ millionths: Int64) -> String { DecimalText.text(millionths, decimals: 6) + "x" }

  /// The digits before the point in threes.
  private static func grouped(_ text: String) -> String {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    var grouped = ""
    let digits = parts[0].dropFirst(sign.isEmpty ? 0 : 1)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "_" }
      grouped.append(digit)
    }
    return sign + grouped + (parts.count > 1 ? "." + parts[1] : "")
  }
}
