/// An element of XML. Names are written in the code; whatever comes from elsewhere is a plain string, and escaped.
package struct Markup {
  /// What stands inside an element.
  enum Content {
    case element(Markup)
    case text(String)
  }

  private let name: StaticString
  private let attributes: [(name: StaticString, value: String)]
  private var content: [Content] = []

  /// An element with attributes and a text.
  package init(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String? = nil) {
    self.name = name
    self.attributes = attributes.map { ($0.key, $0.value) }
    if let text { content.append(.text(text)) }
  }

  /// An element with other elements in it.
  package init(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ elements: [Markup]) {
    self.init(name, attributes)
    content = elements.map { .element($0) }
  }

  package mutating func add(_ element: Markup) { content.append(.element(element)) }

  package mutating func add(_ elements: [Markup]) { content += elements.map { .element($0) } }

  /// The element as text, one line each for those that have no others in them.
  package var text: String {
    var text = ""
    write(to: &text, depth: 0)
    return text
  }

  private func write(to text: inout String, depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    text += "\(indent)<\(name)"
    for attribute in attributes {
      text += " \(attribute.name)=\"\(Markup.escaped(attribute.value, isAttribute: true))\""
    }
    if content.isEmpty {
      text += "/>\n"
      return
    }
    text += ">"
    var isBroken = false
    for part in content {
      switch part {
      case .text(let plain): text += Markup.escaped(plain)
      case .element(let element):
        if !isBroken { text += "\n" }
        isBroken = true
        element.write(to: &text, depth: depth + 1)
      }
    }
    text += (isBroken ? indent : "") + "</\(name)>\n"
  }

  /// A plain text as it stands in an element or an attribute; what XML 1.0 has no place for is `U+FFFD`.
  private static func escaped(_ plain: String, isAttribute: Bool = false) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;".unicodeScalars
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "\"": escaped += "&quot;".unicodeScalars
      // A reader would make a space of it in an attribute, and a line end of a return anywhere.
      case "\t" where isAttribute, "\n" where isAttribute, "\r": escaped += "&#\(scalar.value);".unicodeScalars
      case "\t", "\n": escaped.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
