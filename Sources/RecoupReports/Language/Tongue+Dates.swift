public import RecoupQuantities

extension Tongue {
  /// A day with its weekday, and with the year where that is not the year of `today`: `Friday 27 November`.
  public func longDate(_ date: CivilDate, from today: CivilDate) -> String {
    weekday(date.weekday) + " " + self.date(date, from: today)
  }

  /// A day in words, with the year where that is not the year of `today`: `27 November`, `1er décembre`.
  public func date(_ date: CivilDate, from today: CivilDate) -> String {
    date.year == today.year ? day(date) : fullDate(date)
  }

  /// A day in words with its year: `27 November 2026`.
  public func fullDate(_ date: CivilDate) -> String { "\(day(date)) \(date.year)" }

  /// A day in few columns, with the year where that is not the year of `today`: `27 Nov`, `27 nov. 2027`.
  public func shortDate(_ date: CivilDate, from today: CivilDate) -> String {
    let months = self(
      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
      "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.")
    let text = "\(date.day) \(months.split(separator: " ")[date.month - 1])"
    return date.year == today.year ? text : text + " \(date.year)"
  }

  private func day(_ date: CivilDate) -> String {
    let months = self(
      "January February March April May June July August September October November December",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
    let number = self("\(date.day)", date.day == 1 ? "1er" : "\(date.day)")
    return "\(number) \(months.split(separator: " ")[date.month - 1])"
  }

  private func weekday(_ day: Weekday) -> String {
    let names = self(
      "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
      "lundi mardi mercredi jeudi vendredi samedi dimanche")
    return String(names.split(separator: " ")[day.rawValue - 1])
  }
}
