public import RecoupQuantities

extension Tongue {
  /// An amount in the custom of the language: `$1,234.50`, `1 234,50 €`.
  ///
  /// - Parameter units: The amount in the currency's smallest unit.
  public func money(_ units: Int64, _ currency: Currency) -> String {
    money(units, currency, decimal(units.magnitude, decimals: currency.decimals))
  }

  /// An amount without decimals where it has none: `$1,200`, `1 200 €`, `$0.50`.
  func roundMoney(_ units: Int64, _ currency: Currency) -> String {
    var (whole, part) = (units.magnitude, UInt64(0))
    for _ in 0..<currency.decimals {
      part = max(part, whole % 10)
      whole /= 10
    }
    return part > 0 ? money(units, currency) : money(units, currency, decimal(whole, decimals: 0))
  }

  private func money(_ units: Int64, _ currency: Currency, _ digits: String) -> String {
    let sign = units < 0 ? "-" : ""
    switch self {
    case .english:
      switch currency.code {
      case "USD": return "\(sign)$\(digits)"
      case "EUR": return "\(sign)€\(digits)"
      case "GBP": return "\(sign)£\(digits)"
      case "JPY": return "\(sign)¥\(digits)"
      default: return "\(sign)\(currency.code)\(noBreak)\(digits)"
      }
    case .french:
      switch currency.code {
      case "USD": return "\(sign)\(digits)\(noBreak)$US"
      case "EUR": return "\(sign)\(digits)\(noBreak)€"
      case "GBP": return "\(sign)\(digits)\(noBreak)£"
      default: return "\(sign)\(digits)\(noBreak)\(currency.code)"
      }
    }
  }

  /// An expected amount, a double in the smallest unit, rounded half to even to that unit.
  public func money(expected value: Double, _ currency: Currency) -> String {
    guard let units = Int64(exactly: value.rounded(.toNearestOrEven)) else { return "\(value) \(currency.code)" }
    return money(units, currency)
  }

  /// A chance from 0 to 1 in whole percent; one that is not certain is never shown as certain.
  public func chance(_ chance: Double) -> String {
    if chance > 0, chance < 0.01 { return percentSign("<" + self("", noBreak) + "1") }
    if chance < 1, chance > 0.99 { return percentSign(">" + self("", noBreak) + "99") }
    // What two ways of reckoning make of one chance differs in the last bits: these must not round it to two figures.
    let percent = (chance * 1e10).rounded() / 1e8
    return percentSign(String(Int(percent.rounded(.toNearestOrEven))))
  }

  /// A range of chances in whole percent.
  func chances(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (chance(range.lowerBound), chance(range.upperBound))
    return low == high ? low : self("\(low) to \(high)", "\(low) à \(high)")
  }

  /// A chance from 0 to 1 with one decimal: `57.8%`, `57,8 %`.
  public func exactChance(_ chance: Double) -> String {
    percent(Int64((chance * 1000).rounded(.toNearestOrEven)) * 1000)
  }

  /// A percentage, in millionths of one, with the decimals that it has.
  public func percent(_ millionths: Int64) -> String { percentSign(plain(millionths, decimals: 4)) }

  /// The two ends of a range of percentages, in millionths of one.
  public func percents(_ low: Int64, _ high: Int64) -> String {
    if low == high { return percent(low) }
    return self(
      "\(plain(low, decimals: 4))–\(percent(high))", "\(plain(low, decimals: 4)) à \(percent(high))")
  }

  /// A plain number, in millionths.
  public func number(_ millionths: Int64) -> String { plain(millionths, decimals: 6) }

  /// A number of days.
  public func days(_ count: Int64) -> String {
    let digits = (count < 0 ? "-" : "") + grouped(String(count.magnitude))
    let isOne = self == .french ? count.magnitude < 2 : count.magnitude == 1
    return digits + self(isOne ? " day" : " days", isOne ? "\(noBreak)jour" : "\(noBreak)jours")
  }

  /// A number of days in few columns.
  func shortDays(_ count: Int64) -> String {
    (count < 0 ? "-" : "") + grouped(String(count.magnitude)) + noBreak + self("d", "j")
  }

  /// A count of things, of which there is one or are many.
  func count(_ number: Int, _ one: String, _ many: String) -> String {
    let isOne = self == .french ? number < 2 : number == 1
    return grouped(String(number)) + " " + (isOne ? one : many)
  }

  private func percentSign(_ digits: String) -> String { digits + self("%", "\(noBreak)%") }

  private func plain(_ value: Int64, decimals: Int) -> String {
    let parts = DecimalText.text(value, decimals: decimals).split(separator: ".")
    let whole = parts[0].hasPrefix("-") ? "-" + grouped(String(parts[0].dropFirst())) : grouped(String(parts[0]))
    return parts.count == 1 ? whole : whole + self(".", ",") + parts[1]
  }

  private func decimal(_ magnitude: UInt64, decimals: Int) -> String {
    var digits = String(magnitude)
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let whole = grouped(String(digits.dropLast(decimals)))
    return decimals == 0 ? whole : whole + self(".", ",") + digits.suffix(decimals)
  }

  /// Digits in groups of three.
  private func grouped(_ digits: String) -> String {
    var grouped = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.utf8.count - place) % 3 == 0 { grouped += self(",", narrowNoBreak) }
      grouped.append(digit)
    }
    return grouped
  }
}
