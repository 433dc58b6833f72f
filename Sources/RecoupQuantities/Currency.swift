/// A currency of ISO 4217, with the number of decimals of its smallest unit.
public struct Currency: Hashable, Sendable {
  /// The three capital letters, such as `USD`.
  public let code: String
  /// How many decimals an amount may have: 2 for cents, 0 for yen, 3 for Tunisian millimes.
  public let decimals: Int

  /// Finds the currency with this code, or nil if ISO 4217 has no such currency in use.
  public init?(code: String) {
    guard code.utf8.count == 3, let decimals = Currency.decimals(of: code) else { return nil }
    self.code = code
    self.decimals = decimals
  }

  /// All codes in use, in alphabetical order.
  public static var codes: [String] {
    var all: [String] = []
    for group in [twoDecimals, noDecimals, threeDecimals, fourDecimals] { all += words(of: group) }
    return all.sorted()
  }

  private static func decimals(of code: String) -> Int? {
    if words(of: twoDecimals).contains(code) { return 2 }
    if words(of: noDecimals).contains(code) { return 0 }
    if words(of: threeDecimals).contains(code) { return 3 }
    return words(of: fourDecimals).contains(code) ? 4 : nil
  }

  private static func words(of group: String) -> [String] { group.split(separator: " ").map { String($0) } }
}

/// ISO 4217, list one: the currencies of countries, without funds, metals and codes for testing.
private let twoDecimals = """
  AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE \
  CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR \
  KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB \
  PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY \
  TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
  """
private let noDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
private let threeDecimals = "BHD IQD JOD KWD LYD OMR TND"
private let fourDecimals = "CLF UYW"
