/// Writes JSON into bytes, with a space after each comma and colon.
public struct JSONWriter {
  /// What was written.
  public private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// An empty text.
  public init() {}

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isFirst = true
  }

  /// Puts in text that is JSON already.
  mutating func raw(_ text: String) { bytes += text.utf8 }

  /// Opens an object or a list.
  public mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    isFirst = true
  }

  /// Closes an object or a list.
  public mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    isFirst = false
  }

  /// A member's name; its value follows.
  public mutating func name(_ name: String) {
    separate()
    quote(name)
    raw(": ")
    isFirst = true
  }

  /// A member that is a text, or null.
  public mutating func member(_ name: String, _ text: String?) {
    self.name(name)
    orNull(text)
  }

  /// A member that is a whole number, or null.
  public mutating func member(_ name: String, _ value: Int64?) {
    self.name(name)
    orNull(value)
  }

  /// A member that is a double.
  public mutating func member(_ name: String, _ value: Double) {
    self.name(name)
    double(value)
  }

  /// A member that is yes or no.
  public mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    truth(value)
  }

  /// A text.
  public mutating func string(_ text: String) {
    separate()
    quote(text)
  }

  /// A whole number.
  public mutating func integer(_ value: Int64) {
    separate()
    raw(String(value))
  }

  /// A double by the shortest digits that read back to the same one; JSON has no other than finite ones.
  public mutating func double(_ value: Double) {
    separate()
    raw(value.isFinite ? value.description : "null")
  }

  /// Null.
  public mutating func null() {
    separate()
    raw("null")
  }

  /// A whole number, or null.
  public mutating func orNull(_ value: Int64?) {
    if let value { integer(value) } else { null() }
  }

  /// Yes or no.
  public mutating func truth(_ value: Bool) {
    separate()
    raw(value ? "true" : "false")
  }

  /// A text, or null.
  public mutating func orNull(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// A value that is JSON already.
  public mutating func value(_ json: String) {
    separate()
    raw(json)
  }

  private mutating func separate() {
    if !isFirst { raw(", ") }
    isFirst = false
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) { return raw(text) }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case UInt8(ascii: "\n"): raw("\\n")
      case UInt8(ascii: "\r"): raw("\\r")
      case UInt8(ascii: "\t"): raw("\\t")
      case 0..<0x20, 0x7F:
        raw("\\u00")
        for half in [byte >> 4, byte & 15] { bytes.append(half < 10 ? 0x30 + half : 0x57 + half) }
      default: bytes.append(byte)
      }
    }
  }
}
