/// Writes numbers into bytes as `description` has them, without a text between.
struct Digits: TextOutputStream {
  /// The output, as long as a number is written into it.
  private var bytes: [UInt8] = []

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

  /// Takes in a part of a number that comes as a text.
  mutating func write(_ text: String) { bytes += text.utf8 }

  /// Takes in a part of a number that comes as bytes: the library gives it so to whoever wants it, which saves the text.
  mutating func _writeASCII(_ part: UnsafeBufferPointer<UInt8>) { bytes += part }
}
