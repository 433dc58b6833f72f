/// Reads the numbers that nearly all cells hold, straight from the bytes; what it cannot read may still be a value.
enum PlainNumber {
  /// Digits with at most one point between them, in units of 10^-`decimals`, with a sign such as `%` behind them if one is
  /// asked for; nil for anything else, and for what may be too large.
  static func read(
    _ bytes: Bytes, _ start: Int, _ end: Int, decimals: Int, sign: UInt8? = nil
  ) -> Int64? {
    var end = end
    if let sign {
      if end <= start || bytes[end - 1] != sign { return nil }
      end -= 1
    }
    var at = start
    let isNegative = at < end && bytes[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    // With 18 digits and no more, nothing can overflow.
    if end - at > 19 { return nil }
    var count: Int64 = 0
    var places = 0
    let first = at
    while at < end {
      let digit = bytes[at] &- 0x30
      if digit > 9 { break }
      count = count &* 10 &+ Int64(digit)
      at += 1
    }
    if at == first { return nil }
    let whole = at - first
    if at < end {
      if bytes[at] != UInt8(ascii: ".") { return nil }
      at += 1
      let point = at
      while at < end {
        let digit = bytes[at] &- 0x30
        if digit > 9 { return nil }
        count = count &* 10 &+ Int64(digit)
        at += 1
      }
      places = at - point
      if places == 0 || places > decimals { return nil }
    }
    if whole + decimals > 18 { return nil }
    count = count &* power(decimals - places)
    return isNegative ? -count : count
  }

  /// Ten to a power from 0 on.
  @inline(__always)
  static func power(_ exponent: Int) -> Int64 {
    switch exponent {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1_000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    default: (0..<exponent).reduce(1) { power, _ in power &* 10 }
    }
  }
}
