import RecoupQuantities
import Testing

@Suite struct CivilDateDayTests {
  /// Every day of several centuries, by stepping from one to the next as the definition of a month has it.
  ///
  /// The first day of each stretch has its number from the definition, and its weekday from the calendar on the wall.
  @Test(arguments: [(1...410, Int64(-719_162), 0), (1970...2410, Int64(0), 3)])
  func countsEveryDayThereIs(_ years: ClosedRange<Int>, _ first: Int64, _ firstWeekday: Int) throws {
    var number = first
    var weekday = firstWeekday
    for year in years {
      let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      for (month, days) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...days {
          let date = try #require(CivilDate(year: year, month: month + 1, day: day))
          let isRight =
            date.dayNumber == number && CivilDate(dayNumber: number) == date && date.weekday.rawValue == weekday + 1
          if !isRight { Issue.record("\(date.iso) is not day \(number) and weekday \(weekday + 1)") }
          number += 1
          weekday = (weekday + 1) % 7
        }
      }
    }
    #expect(CivilDate(dayNumber: number) == CivilDate(year: years.upperBound + 1, month: 1, day: 1))
  }

  @Test func knowsSomeDays() throws {
    func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text.utf8)) }
    #expect(try day("1970-01-01").dayNumber == 0)
    #expect(try day("1970-01-01").weekday == .thursday)
    #expect(try day("2026-11-22").weekday == .sunday)
    #expect(try day("2000-02-28").days(until: day("2000-03-01")) == 2)
    #expect(try day("2026-11-22").days(until: day("2025-11-22")) == -365)
    #expect(try day("2026-12-31").adding(days: 1) == day("2027-01-01"))
    #expect(try day("2024-03-01").adding(days: -1) == day("2024-02-29"))
    #expect(try day("0001-01-01").adding(days: 3_652_058) == day("9999-12-31"))
  }

  @Test(arguments: [Int64.min, -3_000_000, -1, 1, 3_652_059, Int64.max]) func endsWithTheCalendar(_ days: Int64) throws
  {
    let ends = try #require(CivilDate(iso: (days < 0 ? "0001-01-01" : "9999-12-31").utf8))
    #expect(ends.adding(days: days) == nil)
  }
}
