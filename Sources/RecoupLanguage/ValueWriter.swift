public import RecoupQuantities
public import RecoupRules

/// Writes a single value as a literal of the language; `ValueReader` reads it again.
public enum ValueWriter {
  /// The literal of a raw count, in the units of its type.
  ///
  /// - Parameter words: The words of the choice, if it is one.
  public static func text(_ raw: Int64, as type: ValueType, words: [Fact.Word] = [], currency: Currency) -> String {
    switch type {
    case .truth: raw == 1 ? "yes" : "no"
    case .choice: words.indices.contains(Int(raw)) ? words[Int(raw)].name : String(raw)
    case .money: grouped(DecimalText.text(raw, decimals: currency.decimals)) + " " + currency.code
    case .days: grouped(String(raw)) + (raw == 1 || raw == -1 ? " day" : " days")
    case .number: grouped(DecimalText.text(raw, decimals: 6))
    case .percent: grouped(DecimalText.text(raw, decimals: 4)) + "%"
    }
  }

  /// The digits before the point in groups of three.
  private static func grouped(_ number: String) -> String {
    let digits = number.drop { $0 == "-" }
    let whole = digits.prefix { $0 != "." }
    var text = number.first == "-" ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0 && (whole.count - index) % 3 == 0 { text += "_" }
      text.append(digit)
    }
    return text + digits.dropFirst(whole.count)
  }
}
