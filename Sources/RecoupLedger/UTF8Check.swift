/// Finds what is not UTF-8 in bytes, and what looks like UTF-16.
enum UTF8Check {
  /// What to do about a file that is not UTF-8: what spreadsheets call it, and what a terminal does.
  static let help = "save it as `CSV UTF-8`, or run `iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW`"

  /// The offset of the first byte in the range that is not part of a well-formed character, if any.
  static func firstBadByte(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let high = bytes[range].firstIndex(where: { $0 >= 0x80 }) else { return nil }
    var offset = high
    var rest = bytes[high..<range.upperBound].makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded): offset += encoded.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  /// Whether a file was saved as UTF-16: by its byte-order mark, or by every second byte at its start being 0.
  static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(8)
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return true }
    if start.count < 4 { return false }
    let evenAreZero = start.enumerated().allSatisfy { ($0.offset % 2 == 0) == ($0.element == 0) }
    let oddAreZero = start.enumerated().allSatisfy { ($0.offset % 2 == 1) == ($0.element == 0) }
    return evenAreZero || oddAreZero
  }

  /// How many characters begin in the range: Unicode scalars, as everywhere where columns are counted.
  static func scalars(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xC0 != 0x80 }
  }
}
