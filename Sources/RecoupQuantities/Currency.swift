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
    let wanted = packed(code)
    var (low, high) = (0, table.count)
    while low < high {
      let middle = (low + high) / 2
      if table[middle] >> 8 < wanted { low = middle + 1 } else { high = middle }
    }
    return low < table.count && table[low] >> 8 == wanted ? Int(table[low] & 0xFF) : nil
  }

  /// The three letters as one number.
  fileprivate static func packed(_ code: String) -> UInt32 { code.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

  fileprivate static func words(of group: String) -> [String] { group.split(separator: " ").map { String($0) } }
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

/// All codes as numbers in their order, each with its decimals in the lowest byte.
private let table: [UInt32] = {
  var table: [UInt32] = []
  for (group, decimals) in [(twoDecimals, 2), (noDecimals, 0), (threeDecimals, 3), (fourDecimals, 4)] {
    for code in Currency.words(of: group) { table.append(Currency.packed(code) << 8 | UInt32(decimals)) }
  }
  return table.sorted()
}()
