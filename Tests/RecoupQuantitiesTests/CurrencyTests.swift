import RecoupQuantities
import Testing

@Suite struct CurrencyTests {
  @Test(arguments: [
    ("USD", 2), ("EUR", 2), ("GBP", 2), ("CHF", 2), ("JPY", 0), ("KRW", 0), ("XOF", 0), ("ISK", 0), ("TND", 3),
    ("KWD", 3), ("CLF", 4), ("UYW", 4), ("MGA", 2), ("MRU", 2),
  ]) func hasItsDecimals(_ code: String, _ decimals: Int) throws {
    let currency = try #require(Currency(code: code))
    #expect(currency.code == code)
    #expect(currency.decimals == decimals)
  }

  @Test(arguments: [
    "", "U", "US", "USDX", "usd", "Usd", "DEM", "FRF", "XAU", "XXX", "XTS", "ABC", "US ", " US", "U D", "SD ", "ÜSD",
    "   ", "€",
  ]) func refuses(_ code: String) {
    #expect(Currency(code: code) == nil)
  }

  @Test func listsEveryCodeOnceAndKnowsIt() {
    let codes = Currency.codes
    #expect(codes == codes.sorted())
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { Currency(code: $0)?.code == $0 })
    #expect(codes.count > 150)
  }
}
