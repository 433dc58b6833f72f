public import RecoupQuantities

/// What one unit of a currency is worth in the currency of the rules.
public struct Rates: Hashable, Sendable {
  /// Why a text is no rate.
  public struct Problem: Error, Hashable, Sendable {
    /// What is wrong and what would be right, one sentence without a capital or a full stop.
    public var message: String

    /// Makes a problem.
    public init(message: String) { self.message = message }
  }

  /// The currency of the rules.
  public let base: Currency
  /// Millionths of the base that one unit of a currency is worth, by its code.
  private var millionths: [String: Int64] = [:]

  /// No rates.
  public init(base: Currency) { self.base = base }

  /// Adds a rate such as `EUR = 1.08 USD`: one euro is 1.08 dollars. It has up to six decimals.
  public mutating func add(_ text: String) throws(Problem) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map { part in
      part.split { $0 == " " || $0 == "\t" }.map { String($0) }
    }
    let example = "write such as `\(base.code == "EUR" ? "USD" : "EUR") = 1.08 \(base.code)`"
    guard parts.count == 2, parts[0].count == 1, (1...2).contains(parts[1].count) else {
      throw Problem(message: "\(shown(text)) is no rate: " + example)
    }
    guard let currency = Currency(code: parts[0][0]) else {
      throw Problem(message: "\(shown(parts[0][0])) is no currency: " + example)
    }
    if currency == base { throw Problem(message: "\(base.code) is the currency of the rules and needs no rate") }
    if parts[1].count < 2 || parts[1][1] != base.code {
      throw Problem(message: "a rate is in \(base.code), the currency of the rules: " + example)
    }
    let rate: Int64
    do {
      rate = try DecimalText.parse(parts[1][0].utf8, decimals: 6)
    } catch {
      switch error {
      case .malformed: throw Problem(message: "\(shown(parts[1][0])) is no rate: " + example)
      case .tooPrecise: throw Problem(message: "\(shown(parts[1][0])) has more than 6 decimals")
      case .tooLarge: throw Problem(message: "\(shown(parts[1][0])) is too large")
      }
    }
    if rate == 0 { throw Problem(message: "a rate is above 0") }
    if millionths[currency.code] != nil { throw Problem(message: "there are two rates for \(currency.code)") }
    millionths[currency.code] = rate
  }

  /// Whether amounts of a currency can be converted.
  public func has(_ currency: Currency) -> Bool { currency == base || millionths[currency.code] != nil }

  /// An amount in the smallest unit of the base, rounded once, half to even; nil without a rate, or if it is too large.
  public func convert(_ amount: Int64, from currency: Currency) -> Int64? { convert(Int128(amount), from: currency) }

  func convert(_ amount: Int128, from currency: Currency) -> Int64? {
    if currency == base { return Int64(exactly: amount) }
    guard let rate = millionths[currency.code] else { return nil }
    // amount / 10^decimals × rate / 10^6 × 10^decimals of the base.
    let (value, over) = amount.multipliedReportingOverflow(by: Int128(rate))
    let (scaled, carry) = value.multipliedReportingOverflow(by: Rates.power(base.decimals))
    if over || carry { return nil }
    return HalfEven.divide(scaled, by: Int128(millionthsInOne) * Rates.power(currency.decimals))
  }

  private static func power(_ decimals: Int) -> Int128 { (0..<decimals).reduce(1) { power, _ in power * 10 } }
}
