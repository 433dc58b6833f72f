/// A set of the days of a plan, a bit a day, somewhere in memory that somebody else owns.
///
/// All sets of a plan have the same number of words; bits after the last day are never read.
struct DaySet: Equatable {
  let words: UnsafeMutablePointer<UInt64>

  /// How many words hold the days from today to a horizon.
  static func wordCount(_ horizon: Int64) -> Int { Int(truncatingIfNeeded: horizon / 64) + 1 }

  func contains(_ day: Int64) -> Bool {
    words[Int(truncatingIfNeeded: day >> 6)] & (1 << UInt64(truncatingIfNeeded: day & 63)) != 0
  }

  func remove(_ day: Int64) {
    words[Int(truncatingIfNeeded: day >> 6)] &= ~(1 << UInt64(truncatingIfNeeded: day & 63))
  }

  func insert(_ days: Range<Int64>) {
    if days.isEmpty { return }
    let (first, last) = (
      Int(truncatingIfNeeded: days.lowerBound >> 6), Int(truncatingIfNeeded: (days.upperBound - 1) >> 6)
    )
    let from = UInt64.max << UInt64(truncatingIfNeeded: days.lowerBound & 63)
    let to = UInt64.max >> UInt64(truncatingIfNeeded: 63 - (days.upperBound - 1) & 63)
    if first == last {
      words[first] |= from & to
      return
    }
    words[first] |= from
    for index in first + 1..<last { words[index] = .max }
    words[last] |= to
  }

  /// The first day from one on, up to a horizon; nil if there is none.
  func first(from day: Int64, to horizon: Int64) -> Int64? {
    let last = Int(truncatingIfNeeded: horizon >> 6)
    var index = Int(truncatingIfNeeded: day >> 6)
    var word = words[index] & UInt64.max << UInt64(truncatingIfNeeded: day & 63)
    while word == 0 {
      index += 1
      if index > last { return nil }
      word = words[index]
    }
    let found = Int64(index) << 6 + Int64(word.trailingZeroBitCount)
    return found <= horizon ? found : nil
  }

  func set(_ count: Int, _ value: UInt64) {
    for index in 0..<count { words[index] = value }
  }

  func copy(_ other: DaySet, _ count: Int) {
    for index in 0..<count { words[index] = other.words[index] }
  }

  func intersect(_ other: DaySet, _ count: Int) {
    for index in 0..<count { words[index] &= other.words[index] }
  }

  func subtract(_ other: DaySet, _ count: Int) {
    for index in 0..<count { words[index] &= ~other.words[index] }
  }

  /// Makes this what is in both; false if that is nothing.
  func becomeIntersection(_ a: DaySet, _ b: DaySet, _ count: Int) -> Bool {
    var any: UInt64 = 0
    for index in 0..<count {
      words[index] = a.words[index] & b.words[index]
      any |= words[index]
    }
    return any != 0
  }

  /// Makes this what is in one of the two.
  func becomeUnion(_ a: DaySet, _ b: DaySet, _ count: Int) {
    for index in 0..<count { words[index] = a.words[index] | b.words[index] }
  }

  /// Whether, from a day on, something is in both.
  func meets(_ other: DaySet, from day: Int64, _ count: Int) -> Bool {
    var index = Int(truncatingIfNeeded: day >> 6)
    var mask = UInt64.max << UInt64(truncatingIfNeeded: day & 63)
    while index < count {
      if words[index] & other.words[index] & mask != 0 { return true }
      mask = .max
      index += 1
    }
    return false
  }

  /// Whether, from a day on, all of this is in the other.
  func isWithin(_ other: DaySet, from day: Int64, _ count: Int) -> Bool {
    var index = Int(truncatingIfNeeded: day >> 6)
    var mask = UInt64.max << UInt64(truncatingIfNeeded: day & 63)
    while index < count {
      if words[index] & ~other.words[index] & mask != 0 { return false }
      mask = .max
      index += 1
    }
    return true
  }
}
