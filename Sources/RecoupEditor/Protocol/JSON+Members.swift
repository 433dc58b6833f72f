import RecoupWire

extension JSON {
  /// A member of an object; nil for anything else.
  subscript(_ name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  var elements: [JSON]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  var truth: Bool? {
    if case .bool(let truth) = self { return truth }
    return nil
  }

  /// A whole number that is not negative, however large it was.
  var count: Int? {
    guard case .number(let digits) = self, let value = Double(digits), value >= 0 else { return nil }
    return Int(digits) ?? (value < 1e9 ? Int(value) : 1_000_000_000)
  }

  static func integer(_ value: Int) -> JSON { .number(String(value)) }

  func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.null()
    case .bool(let truth): json.truth(truth)
    case .number(let digits): json.value(digits)
    case .string(let text): json.string(text)
    case .array(let elements):
      json.open("[")
      for element in elements { element.write(to: &json) }
      json.close("]")
    case .object(let members):
      json.open("{")
      for member in members {
        json.name(member.name)
        member.value.write(to: &json)
      }
      json.close("}")
    }
  }

  /// The value as a text.
  var bytes: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.bytes
  }
}
