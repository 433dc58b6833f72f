/// A day of the Gregorian calendar, without a time or a zone.
public struct CivilDate: Hashable, Sendable, Comparable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes the date, or nil if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= CivilDate.length(of: month, in: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads ISO 8601 in its extended form, `2026-11-22`, and nothing else.
  @inlinable
  public init?(iso text: some Collection<UInt8>) {
    var year = 0
    var month = 0
    var number = 0
    var count = 0
    for byte in text {
      if count == 4 || count == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        if count == 4 { year = number } else { month = number }
        number = 0
      } else {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), count < 10 else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      count += 1
    }
    guard count == 10 else { return nil }
    self.init(year: year, month: month, day: number)
  }

  /// The date in ISO 8601, such as `2026-11-22`.
  public var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: width - text.utf8.count) + text
    }
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// Whether the day of `a` comes before that of `b`.
  public static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
