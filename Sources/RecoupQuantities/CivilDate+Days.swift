/// A day of the week, numbered as ISO 8601 does.
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}

/// Arithmetic in days.
///
/// Years are counted from March on, so that the leap day comes last, and in eras of 400 years, which all have the same
/// 146,097 days: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
extension CivilDate {
  /// The days since 1970-01-01, negative before it.
  public var dayNumber: Int64 {
    let shifted = Int64(month > 2 ? year : year - 1)
    let monthFromMarch = Int64(month > 2 ? month - 3 : month + 9)
    let (era, yearOfEra) = shifted.quotientAndRemainder(dividingBy: 400)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * CivilDate.daysOfEra + dayOfEra - CivilDate.epochFromMarchOfYearZero
  }

  /// Makes the date that is so many days after 1970-01-01, or nil outside the years 1 to 9999.
  public init?(dayNumber: Int64) {
    guard (CivilDate.firstDayNumber...CivilDate.lastDayNumber).contains(dayNumber) else { return nil }
    let (era, dayOfEra) = (dayNumber + CivilDate.epochFromMarchOfYearZero).quotientAndRemainder(
      dividingBy: CivilDate.daysOfEra)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: Int(era * 400 + yearOfEra + (month <= 2 ? 1 : 0)), month: Int(month),
      day: Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1))
  }

  /// The days from this date to another, negative if that is earlier.
  public func days(until other: CivilDate) -> Int64 { other.dayNumber - dayNumber }

  /// The date so many days later, or nil outside the years 1 to 9999.
  public func adding(days: Int64) -> CivilDate? {
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CivilDate(dayNumber: number)
  }

  /// The day of the week.
  public var weekday: Weekday {
    let fromMonday = (dayNumber - CivilDate.firstDayNumber) % 7
    // 0001-01-01 was a Monday.
    return Weekday(rawValue: Int(fromMonday) + 1) ?? .monday
  }

  private static var daysOfEra: Int64 { 146_097 }
  /// The days from 0000-03-01 to 1970-01-01.
  private static var epochFromMarchOfYearZero: Int64 { 719_468 }
  /// The day number of 0001-01-01.
  private static var firstDayNumber: Int64 { -719_162 }
  /// The day number of 9999-12-31.
  private static var lastDayNumber: Int64 { 2_932_896 }
}
