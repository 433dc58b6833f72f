/// Bytes that are looked at where they are.
typealias Bytes = Swift.Span<UInt8>

/// Looks for a byte among many, eight at a time.
enum ByteSearch {
  /// The first place of a byte, from an offset on.
  static func first(_ wanted: UInt8, in bytes: Bytes, from start: Int) -> Int? {
    var at = start
    while at + 8 <= bytes.count {
      if mayHold(wanted, word(bytes, at)) { break }
      at += 8
    }
    while at < bytes.count {
      if bytes[at] == wanted { return at }
      at += 1
    }
    return nil
  }

  /// The last place of a byte, not before an offset.
  static func last(_ wanted: UInt8, in bytes: Bytes, from start: Int) -> Int? {
    var at = bytes.count
    while at > start {
      at -= 1
      if bytes[at] == wanted { return at }
    }
    return nil
  }

  /// Whether a byte is there, from an offset on.
  static func contains(_ wanted: UInt8, in bytes: Bytes, from start: Int) -> Bool {
    first(wanted, in: bytes, from: start) != nil
  }

  /// How often a byte is there.
  static func count(_ wanted: UInt8, in bytes: Bytes, _ range: Range<Int>) -> Int {
    var count = 0
    for at in range where bytes[at] == wanted { count += 1 }
    return count
  }

  @inline(__always)
  private static func word(_ bytes: Bytes, _ at: Int) -> UInt64 {
    bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
  }

  /// Whether one of eight bytes is the wanted one: a byte that is zero after the difference borrows from its top bit.
  @inline(__always)
  private static func mayHold(_ wanted: UInt8, _ word: UInt64) -> Bool {
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(wanted))
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
  }
}
