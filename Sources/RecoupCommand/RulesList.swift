import RecoupLanguage
import RecoupQuantities
import RecoupRules
import RecoupShippedRules
import RecoupWire

/// The shipped rules with what is in them, for programs.
struct RulesList {
  private let world: World

  init(_ world: World) { self.world = world }

  var json: String {
    var writer = JSONWriter()
    writer.open("{")
    writer.member("schema", "recoup/rules/1")
    writer.name("rules")
    writer.open("[")
    for name in ShippedRules.names { write(name, to: &writer) }
    writer.close("]")
    writer.close("}")
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// Rules that only others include have no book of their own: what is known of one is null.
  private func write(_ name: String, to writer: inout JSONWriter) {
    let bytes = ShippedRules.bytes(of: name) ?? []
    let source = SourceFile(name: name, identity: "shipped:" + name, bytes: bytes)
    let book = RulesChoice(world: world).load(source).book
    writer.open("{")
    writer.member("name", name)
    writer.member("about", RulesList.about(String(decoding: bytes, as: UTF8.self)))
    writer.member("language", book?.language)
    writer.member("currency", book?.currency.code)
    list("actions", book?.actions.map { $0.name }, to: &writer)
    list("facts", book?.facts.map { $0.name }, to: &writer)
    list("settings", book?.settings.map { $0.name }, to: &writer)
    writer.close("}")
  }

  private func list(_ name: String, _ texts: [String]?, to writer: inout JSONWriter) {
    writer.name(name)
    guard let texts else { return writer.null() }
    writer.open("[")
    for text in texts { writer.string(text) }
    writer.close("]")
  }

  /// The comment with which a file begins, up to its first empty line.
  private static func about(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("# ") }
    return lines.map { $0.dropFirst(2) }.joined(separator: " ")
  }
}
