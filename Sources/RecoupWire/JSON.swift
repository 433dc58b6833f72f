/// A value of JSON.
///
/// Numbers keep their digits, so that nothing is lost before it is known what they count.
public indirect enum JSON: Sendable {
  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A number, by its digits.
  case number(String)
  /// A text.
  case string(String)
  /// Values in their order.
  case array([JSON])
  /// Members in their order; a name may stand there twice.
  case object([(name: String, value: JSON)])

  /// What it is, in words.
  var described: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// Reads JSON as RFC 8259 has it, and says at which column it ceases to be that.
public struct JSONReader {
  /// Where and why a text is not JSON.
  public struct Problem: Error {
    /// What is wrong.
    public var message: String
    /// In bytes, from 1.
    public var column: Int
  }

  /// How deep values may be nested.
  private static let deepest = 64
  /// Up to how many names it is quickest to look through them all for one that stands there twice.
  private static let fewNames = 16

  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var depth = 0

  /// The first name that stands twice in one object: RFC 8259 leaves open what that means.
  private var repeated: String?

  /// Reads one value that fills `bytes`. Also gives the first name that stands twice in one object.
  public static func read(_ bytes: ArraySlice<UInt8>) throws(Problem) -> (value: JSON, repeated: String?) {
    var reader = JSONReader(bytes)
    let value = try reader.value()
    reader.skipSpace()
    if reader.index < bytes.endIndex { throw reader.problem("there is something after the value") }
    return (value, reader.repeated)
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  private var byte: UInt8 { index < bytes.endIndex ? bytes[index] : 0 }

  private func problem(_ message: String) -> Problem {
    Problem(message: message, column: index - bytes.startIndex + 1)
  }

  private mutating func skipSpace() {
    while index < bytes.endIndex, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  private mutating func expect(_ symbol: Unicode.Scalar, _ what: String) throws(Problem) {
    skipSpace()
    if byte != UInt8(ascii: symbol) || index >= bytes.endIndex { throw problem("expected \(what)") }
    index += 1
  }

  private mutating func value() throws(Problem) -> JSON {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return try nested { (reader: inout JSONReader) throws(Problem) in try reader.object() }
    case UInt8(ascii: "["): return try nested { (reader: inout JSONReader) throws(Problem) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw problem(index < bytes.endIndex ? "expected a value" : "the line ends too early")
    }
  }

  private mutating func nested(_ read: (inout JSONReader) throws(Problem) -> JSON) throws(Problem) -> JSON {
    depth += 1
    defer { depth -= 1 }
    if depth > JSONReader.deepest { throw problem("this is nested too deeply") }
    return try read(&self)
  }

  private mutating func word(_ word: String, _ value: JSON) throws(Problem) -> JSON {
    for expected in word.utf8 {
      if index >= bytes.endIndex || byte != expected { throw problem("expected a value") }
      index += 1
    }
    return value
  }

  private mutating func object() throws(Problem) -> JSON {
    var members: [(name: String, value: JSON)] = []
    var manyNames: Set<String> = []
    index += 1
    skipSpace()
    if byte == UInt8(ascii: "}") {
      index += 1
      return .object(members)
    }
    while true {
      skipSpace()
      if byte != UInt8(ascii: "\"") { throw problem("expected a name in double quotes") }
      let name = try string()
      if members.count == JSONReader.fewNames { manyNames.formUnion(members.map { $0.name }) }
      let isNew =
        members.count < JSONReader.fewNames
        ? !members.contains { $0.name == name } : manyNames.insert(name).inserted
      if !isNew, repeated == nil { repeated = name }
      try expect(":", "`:` after a name")
      members.append((name, try value()))
      skipSpace()
      if byte == UInt8(ascii: ",") {
        index += 1
      } else {
        try expect("}", "`,` or `}`")
        return .object(members)
      }
    }
  }

  private mutating func array() throws(Problem) -> JSON {
    var values: [JSON] = []
    index += 1
    skipSpace()
    if byte == UInt8(ascii: "]") {
      index += 1
      return .array(values)
    }
    while true {
      values.append(try value())
      skipSpace()
      if byte == UInt8(ascii: ",") {
        index += 1
      } else {
        try expect("]", "`,` or `]`")
        return .array(values)
      }
    }
  }

  private mutating func number() throws(Problem) -> String {
    let start = index
    if byte == UInt8(ascii: "-") { index += 1 }
    if byte == UInt8(ascii: "0") {
      index += 1
    } else {
      try digits()
    }
    if byte == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(Problem) {
    let start = index
    while byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
    if index == start { throw problem("expected a digit") }
  }

  private mutating func string() throws(Problem) -> String {
    index += 1
    let start = index
    var allBits: UInt8 = 0
    while index < bytes.endIndex, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      allBits |= byte
      index += 1
    }
    if index < bytes.endIndex, byte == UInt8(ascii: "\"") {
      if allBits >= 0x80 { try checkUTF8(start) }
      index += 1
      return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<index])
    while true {
      if index >= bytes.endIndex { throw problem("this text has no closing quote") }
      switch byte {
      case UInt8(ascii: "\""):
        if allBits >= 0x80 { try checkUTF8(start) }
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20: throw problem("a control character in a text must be escaped")
      default:
        text.append(byte)
        allBits |= byte
        index += 1
      }
    }
  }

  /// Sees to it that the bytes since `start` are UTF-8: decoding would put others in the place of bad ones.
  private mutating func checkUTF8(_ start: Int) throws(Problem) {
    let end = index
    index = start
    for decoded in String(decoding: bytes[start..<end], as: UTF8.self).utf8 {
      if index >= end || byte != decoded { throw problem("these bytes are not UTF-8") }
      index += 1
    }
    if index < end { throw problem("these bytes are not UTF-8") }
  }

  private mutating func escape() throws(Problem) -> [UInt8] {
    index += 1
    if index >= bytes.endIndex { throw problem("this text has no closing quote") }
    let letter = byte
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if code >= 0xD800, code < 0xDC00, byte == UInt8(ascii: "\\") {
        index += 1
        if byte != UInt8(ascii: "u") { throw problem("half of a pair of escapes is missing") }
        index += 1
        let low = try hexadecimal()
        if low < 0xDC00 || low > 0xDFFF { throw problem("half of a pair of escapes is missing") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw problem("half of a pair of escapes is missing") }
      return Array(String(Character(scalar)).utf8)
    default:
      index -= 1
      throw problem("there is no such escape")
    }
  }

  private mutating func hexadecimal() throws(Problem) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code * 16 + UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): code = code * 16 + UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): code = code * 16 + UInt32(byte - UInt8(ascii: "A") + 10)
      default: throw problem("expected four hexadecimal digits")
      }
      index += 1
    }
    return code
  }
}
