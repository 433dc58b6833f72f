import RecoupQuantities
import Testing

@testable import RecoupReports

/// Money, numbers and dates in the custom of each language.
@Suite struct TongueTests {
  struct MoneyRow: Sendable, CustomTestStringConvertible {
    var units: Int64
    var code: String
    var english: String
    var french: String
    var testDescription: String { "\(units) \(code)" }

    init(_ units: Int64, _ code: String, _ english: String, _ french: String) {
      self.units = units
      self.code = code
      self.english = english
      self.french = french
    }
  }

  static let amounts: [MoneyRow] = [
    MoneyRow(123_450, "USD", "$1,234.50", "1\u{202F}234,50\u{A0}$US"),
    MoneyRow(123_450, "EUR", "€1,234.50", "1\u{202F}234,50\u{A0}€"),
    MoneyRow(5, "GBP", "£0.05", "0,05\u{A0}£"),
    MoneyRow(0, "EUR", "€0.00", "0,00\u{A0}€"),
    MoneyRow(-100, "EUR", "-€1.00", "-1,00\u{A0}€"),
    MoneyRow(1_234_567, "JPY", "¥1,234,567", "1\u{202F}234\u{202F}567\u{A0}JPY"),
    MoneyRow(1_234_567, "TND", "TND\u{A0}1,234.567", "1\u{202F}234,567\u{A0}TND"),
    MoneyRow(99_999, "CHF", "CHF\u{A0}999.99", "999,99\u{A0}CHF"),
    MoneyRow(
      .min, "USD", "-$92,233,720,368,547,758.08",
      "-92\u{202F}233\u{202F}720\u{202F}368\u{202F}547\u{202F}758,08\u{A0}$US"),
    MoneyRow(
      .max, "EUR", "€92,233,720,368,547,758.07",
      "92\u{202F}233\u{202F}720\u{202F}368\u{202F}547\u{202F}758,07\u{A0}€"),
  ]

  @Test(arguments: amounts) func showsMoney(_ row: MoneyRow) throws {
    let currency = try #require(Currency(code: row.code))
    #expect(Tongue.english.money(row.units, currency) == row.english)
    #expect(Tongue.french.money(row.units, currency) == row.french)
  }

  @Test func expectedMoneyIsRoundedToTheCent() throws {
    let dollars = try #require(Currency(code: "USD"))
    #expect(Tongue.english.money(expected: 259_243.808, dollars) == "$2,592.44")
    #expect(Tongue.english.money(expected: -0.4, dollars) == "$0.00")
    #expect(Tongue.english.money(expected: 0.5, dollars) == "$0.00")
    #expect(Tongue.english.money(expected: 1.5, dollars) == "$0.02")
    #expect(Tongue.english.money(expected: 1e300, dollars) == "1e+300 USD")
  }

  static let chances: [(Double, String, String)] = [
    (0, "0%", "0\u{A0}%"), (1e-9, "<1%", "<\u{A0}1\u{A0}%"), (0.0099, "<1%", "<\u{A0}1\u{A0}%"),
    (0.01, "1%", "1\u{A0}%"), (0.675, "68%", "68\u{A0}%"), (0.99, "99%", "99\u{A0}%"),
    (0.9951, ">99%", ">\u{A0}99\u{A0}%"), (1, "100%", "100\u{A0}%"),
  ]

  @Test(arguments: chances) func showsChances(_ row: (Double, String, String)) {
    #expect(Tongue.english.chance(row.0) == row.1)
    #expect(Tongue.french.chance(row.0) == row.2)
  }

  /// A text as it is typed, and as English and French print it.
  static let typed: [(String, String, String)] = [
    ("the client's own", "the client’s own", "the client’s own"),
    (
      "l'une d'elles : « oui » ; non ?", "l’une d’elles : « oui » ; non ?",
      "l’une d’elles\u{A0}: «\u{A0}oui\u{A0}»\u{A0}; non\u{A0}?"
    ),
    ("'quoted' 5'", "'quoted’ 5'", "'quoted’ 5'"),
    ("12 % : 4", "12 % : 4", "12\u{A0}%\u{A0}: 4"),
    ("a  b é'à", "a  b é’à", "a  b é’à"),
  ]

  @Test(arguments: typed) func typesets(_ row: (String, String, String)) {
    #expect(Tongue.english.typeset(row.0) == row.1)
    #expect(Tongue.french.typeset(row.0) == row.2)
    #expect(Tongue.french.typeset(row.2) == row.2)
  }

  @Test func percentagesAndNumbers() {
    #expect(Tongue.english.percent(129_000) == "12.9%")
    #expect(Tongue.french.percent(129_000) == "12,9\u{A0}%")
    #expect(Tongue.english.percents(129_000, 301_000) == "12.9–30.1%")
    #expect(Tongue.french.percents(129_000, 301_000) == "12,9 à 30,1\u{A0}%")
    #expect(Tongue.english.percents(500_000, 500_000) == "50%")
    #expect(Tongue.english.percent(-1_234_567_890_000) == "-123,456,789%")
    #expect(Tongue.english.exactChance(0.57795) == "57.8%")
    #expect(Tongue.french.number(1_234_500_000) == "1\u{202F}234,5")
    #expect(Tongue.english.days(1) == "1 day")
    #expect(Tongue.english.days(0) == "0 days")
    #expect(Tongue.english.days(-1000) == "-1,000 days")
    #expect(Tongue.french.days(0) == "0\u{A0}jour")
    #expect(Tongue.french.days(2) == "2\u{A0}jours")
  }

  struct DateRow: Sendable, CustomTestStringConvertible {
    var iso: String
    var english: [String]
    var french: [String]
    var testDescription: String { iso }
  }

  /// With the weekday, in full, and short; seen from 22 November 2026.
  static let dates: [DateRow] = [
    DateRow(
      iso: "2026-11-27", english: ["Friday 27 November", "27 November 2026", "27 Nov"],
      french: ["vendredi 27 novembre", "27 novembre 2026", "27 nov."]),
    DateRow(
      iso: "2026-12-01", english: ["Tuesday 1 December", "1 December 2026", "1 Dec"],
      french: ["mardi 1er décembre", "1er décembre 2026", "1 déc."]),
    DateRow(
      iso: "2027-02-28", english: ["Sunday 28 February 2027", "28 February 2027", "28 Feb 2027"],
      french: ["dimanche 28 février 2027", "28 février 2027", "28 févr. 2027"]),
    DateRow(
      iso: "2024-02-29", english: ["Thursday 29 February 2024", "29 February 2024", "29 Feb 2024"],
      french: ["jeudi 29 février 2024", "29 février 2024", "29 févr. 2024"]),
    DateRow(
      iso: "0001-01-01", english: ["Monday 1 January 1", "1 January 1", "1 Jan 1"],
      french: ["lundi 1er janvier 1", "1er janvier 1", "1 janv. 1"]),
  ]

  @Test(arguments: dates) func showsDates(_ row: DateRow) throws {
    let today = try #require(CivilDate(year: 2026, month: 11, day: 22))
    let date = try #require(CivilDate(iso: row.iso.utf8))
    for (tongue, shown) in [(Tongue.english, row.english), (.french, row.french)] {
      #expect(tongue.longDate(date, from: today) == shown[0])
      #expect(tongue.fullDate(date) == shown[1])
      #expect(tongue.shortDate(date, from: today) == shown[2])
    }
  }

  @Test(arguments: [
    ("fr_FR.UTF-8", "fr"), ("fr", "fr"), ("FR_ca", "fr"), ("en_US.UTF-8", "en"), ("C", "en"), ("de_DE", "en"),
  ])
  func locales(_ row: (String, String)) {
    #expect(Tongue(locale: row.0).code == row.1)
  }

  @Test func frenchMarksKeepTheirSpaces() {
    let text = Tongue.french("", "Pourquoi ? « Oui » : 5 %")
    #expect(text == "Pourquoi\u{A0}? «\u{A0}Oui\u{A0}»\u{A0}: 5\u{A0}%")
  }
}
