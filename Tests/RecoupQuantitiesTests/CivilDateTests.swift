import Foundation
import RecoupQuantities
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    "0001-01-01", "9999-12-31", "2026-11-22", "2024-02-29", "2000-02-29", "2026-01-31", "2026-04-30", "0099-10-09",
  ]) func readsAndWritesTheSame(_ text: String) throws {
    let date = try #require(CivilDate(iso: text.utf8))
    #expect(date.iso == text)
  }

  @Test(arguments: [
    "", "-", "--", "2026", "2026-11", "2026-11-", "2026-11-2", "2026-11-022", "2026-1-22", "26-11-22", "02026-11-22",
    "2026-11-22-", "2026-11-22-01", "-2026-11-22", "2026--11-22", "2026/11/22", "22.11.2026", "20261122", "2026-W47-7",
    "2026-11-22T00:00", " 2026-11-22", "2026-11-22 ", "+2026-11-22", "2026-00-01", "2026-13-01", "2026-01-00",
    "2026-01-32", "2026-04-31", "2026-02-29", "1900-02-29", "2100-02-29", "0000-01-01", "２０２６-11-22",
    "2026-11-2\u{0}",
  ]) func refuses(_ text: String) {
    #expect(CivilDate(iso: text.utf8) == nil)
  }

  /// Every day of the calendar exists just if Foundation's Gregorian calendar has it too.
  @Test func hasTheDaysOfTheCalendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    for year in [1900, 1999, 2000, 2023, 2024, 2026, 2100, 2400] {
      for month in 0...13 {
        for day in 0...32 {
          let parts = DateComponents(calendar: calendar, year: year, month: month, day: day)
          let date = CivilDate(year: year, month: month, day: day)
          #expect((date != nil) == parts.isValidDate, "\(year)-\(month)-\(day)")
        }
      }
    }
  }

  @Test func isInTheOrderOfItsTexts() throws {
    let texts = ["0001-12-31", "1999-12-31", "2000-01-01", "2000-01-31", "2000-02-01", "2000-11-09", "9999-01-01"]
    let dates = try texts.map { try #require(CivilDate(iso: $0.utf8)) }
    for (i, a) in dates.enumerated() {
      for (j, b) in dates.enumerated() {
        #expect((a < b) == (i < j), "\(texts[i]) and \(texts[j])")
        #expect((a == b) == (i == j), "\(texts[i]) and \(texts[j])")
      }
    }
  }
}
