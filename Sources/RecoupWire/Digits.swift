/// Writes numbers into bytes as `description` has them, without a text between.
struct Digits: TextOutputStream {
  /// The output, as long as a number is written into it.
  private var bytes: [UInt8] = []
  /// Doubles that were written before, each at a place that its bits choose, and their digits, 32 bytes a place.
  private var known: [UInt64] = []
  private var knownDigits: [UInt8] = []
  private var knownCounts: [Int] = []

  /// How many of the bits choose a place.
  private static let knownBits: UInt64 = 10

  /// A whole number.
  func write(_ value: Int64, to output: inout [UInt8]) {
    var rest = value.magnitude
    if value < 0 { output.append(UInt8(ascii: "-")) }
    if rest < 10 { return output.append(0x30 + UInt8(rest)) }
    let first = output.count
    while rest > 0 {
      output.append(0x30 + UInt8(rest % 10))
      rest /= 10
    }
    output[first...].reverse()
  }

  /// A double by the shortest digits that read back to the same one; nothing for what is no number.
  mutating func write(_ value: Double, to output: inout [UInt8]) {
    if !value.isFinite { return }
    swap(&bytes, &output)
    value.write(to: &self)
    swap(&bytes, &output)
  }

  /// A double of which many are the same, such as a chance: the digits of those that were written last are kept.
  mutating func writeAgain(_ value: Double, to output: inout [UInt8]) {
    if known.isEmpty {
      known = Array(repeating: 0, count: 1 << Int(Digits.knownBits))
      knownCounts = Array(repeating: 0, count: known.count)
      knownDigits = Array(repeating: 0, count: 32 * known.count)
    }
    // Multiplied, so that all bits take part in the upper ones.
    let place = Int(truncatingIfNeeded: (value.bitPattern &* 0x9E37_79B9_7F4A_7C15) >> (64 - Digits.knownBits))
    if known[place] != value.bitPattern || knownCounts[place] == 0 {
      let start = output.count
      write(value, to: &output)
      let digits = output.count - start
      if digits == 0 || digits > 32 { return }
      known[place] = value.bitPattern
      knownCounts[place] = digits
      for index in 0..<digits { knownDigits[32 * place + index] = output[start + index] }
      return
    }
    let range = 32 * place..<32 * place + knownCounts[place]
    knownDigits.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Takes in a part of a number that comes as a text.
  mutating func write(_ text: String) { bytes += text.utf8 }

  /// Takes in a part of a number that comes as bytes: the library gives it so to whoever wants it, which saves the text.
  mutating func _writeASCII(_ part: UnsafeBufferPointer<UInt8>) { bytes += part }
}
