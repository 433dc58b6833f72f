/// Cuts a stream of bytes into messages, each behind a header with its `Content-Length`.
public struct MessageFraming {
  /// Why no message can be read from here on.
  public struct Problem: Error, Hashable {
    /// What is wrong, in words.
    public var message: String
  }

  /// The longest header and the longest message that are read, in bytes.
  static let longestHeader = 8_192
  static let longestMessage = 64 << 20

  private var bytes: [UInt8] = []
  private var start = 0
  /// Up to where the end of the header was looked for.
  private var searched = 0

  /// A stream of which nothing was read.
  public init() {}

  /// Takes in what came next.
  public mutating func feed(_ block: [UInt8]) {
    if start > 0 {
      bytes.removeFirst(start)
      searched = max(0, searched - start)
      start = 0
    }
    bytes += block
  }

  /// The next message that is there as a whole, or nil.
  public mutating func next() throws(Problem) -> [UInt8]? {
    guard let end = headerEnd() else {
      if bytes.count - start > MessageFraming.longestHeader { throw Problem(message: "the header has no end") }
      return nil
    }
    let length = try contentLength(bytes[start..<end])
    if bytes.count - end < length { return nil }
    let message = Array(bytes[end..<end + length])
    start = end + length
    searched = start
    return message
  }

  /// Where the empty line ends that ends the header.
  private mutating func headerEnd() -> Int? {
    let limit = min(bytes.count, start + MessageFraming.longestHeader)
    var place = max(start, searched)
    while place < limit {
      if bytes[place] == UInt8(ascii: "\n") {
        let before = place - 1 >= start ? bytes[place - 1] : 0
        let isEmpty =
          before == UInt8(ascii: "\n")
          || before == UInt8(ascii: "\r") && place - 2 >= start && bytes[place - 2] == UInt8(ascii: "\n")
        if isEmpty {
          searched = place
          return place + 1
        }
      }
      place += 1
    }
    searched = place
    return nil
  }

  private func contentLength(_ header: ArraySlice<UInt8>) throws(Problem) -> Int {
    for line in header.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, String(decoding: parts[0], as: UTF8.self).lowercased() == "content-length" else {
        continue
      }
      let digits = parts[1].filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\t") }
      guard !digits.isEmpty, digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
        let length = Int(String(decoding: digits, as: UTF8.self))
      else { throw Problem(message: "the length of a message is no number") }
      if length > MessageFraming.longestMessage { throw Problem(message: "a message is too long") }
      return length
    }
    throw Problem(message: "a header does not tell the length of its message")
  }

  /// A message with its header.
  public static func framed(_ message: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(message.count)\r\n\r\n".utf8) + message
  }
}
