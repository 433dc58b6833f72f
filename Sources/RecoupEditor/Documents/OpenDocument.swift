import RecoupLanguage
import RecoupWire

/// A document that the editor has open.
struct OpenDocument {
  /// What the editor calls it.
  let address: String
  /// What diagnostics and includes call it: its path, where it has one.
  let name: String
  /// What tells it from other files, as `SourceFile.identity` does.
  let identity: String
  var text: TextDocument
  var version: JSON

  init(address: String, text: String, version: JSON, files: RulesFiles) {
    self.address = address
    let path = FileAddress.path(address)
    name = path ?? address
    identity = path.map { files.canonicalPath($0) } ?? address
    self.text = TextDocument(Array(text.utf8))
    self.version = version
  }

  var source: SourceFile { SourceFile(name: name, identity: identity, bytes: text.bytes) }

  /// Makes a change of `textDocument/didChange`: of a range, or of the whole text. False if it is none.
  mutating func apply(_ change: JSON) -> Bool {
    guard let text = change["text"]?.text else { return false }
    guard let range = change["range"] else {
      self.text = TextDocument(Array(text.utf8))
      return true
    }
    guard let start = range["start"].flatMap(TextDocument.Position.init),
      let end = range["end"].flatMap(TextDocument.Position.init)
    else { return false }
    self.text.replace(from: start, to: end, with: Array(text.utf8))
    return true
  }
}

extension TextDocument.Position {
  /// Reads a place; nil if it is none.
  init?(_ json: JSON) {
    guard let line = json["line"]?.count, let character = json["character"]?.count else { return nil }
    self.init(line: line, character: character)
  }

  var json: JSON { .object([("line", .integer(line)), ("character", .integer(character))]) }
}

extension TextDocument {
  /// The range between two byte offsets, as the protocol has it.
  func range(_ lower: Int, _ upper: Int) -> JSON {
    .object([("start", position(of: lower).json), ("end", position(of: upper).json)])
  }
}
