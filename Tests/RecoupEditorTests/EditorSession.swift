import RecoupLanguage
import RecoupShippedRules
import RecoupWire
import Testing

@testable import RecoupEditor

/// A client of the language server with files in memory.
struct EditorSession {
  var server: LanguageServer
  private var lastID = 0
  /// What was published last, by address.
  private(set) var shown: [String: [JSON]] = [:]

  /// - Parameter files: The files on the disk, by their full paths.
  init(_ files: [String: String] = [:], starts: Bool = true) {
    func path(_ name: String, _ includer: SourceFile) -> String? {
      if !name.contains("/"), !name.hasSuffix(".rules") { return nil }
      guard !name.hasPrefix("/"), let slash = includer.name.lastIndex(of: "/") else { return name }
      return includer.name[...slash] + name
    }
    server = LanguageServer(
      RulesFiles(
        path: path,
        include: { name, includer in
          if let path = path(name, includer) {
            return files[path].map { .found(SourceFile(name: path, text: $0)) } ?? .missing("there is no such file")
          }
          guard let bytes = ShippedRules.bytes(of: name) else { return .missing("there are no such rules") }
          return .found(SourceFile(name: name, identity: "shipped:" + name, bytes: bytes))
        },
        shipped: ShippedRules.names, canonicalPath: { $0 }),
      today: nil)
    if starts {
      _ = request("initialize", .object([("initializationOptions", .object([("review", .bool(false))]))]))
    }
  }

  /// Sends a message and takes in all that comes.
  mutating func send(_ message: JSON) -> [JSON] {
    let output = server.feed(MessageFraming.framed(message.bytes))
    var framing = MessageFraming()
    framing.feed(output)
    var messages: [JSON] = []
    while let bytes = (try? framing.next()) ?? nil {
      guard let json = try? JSONReader.read(bytes[...]).value else {
        Issue.record("no JSON: \(String(decoding: bytes, as: UTF8.self))")
        continue
      }
      messages.append(json)
      if json["method"]?.text == "textDocument/publishDiagnostics", let address = json["params"]?["uri"]?.text {
        shown[address] = json["params"]?["diagnostics"]?.elements ?? []
      }
    }
    return messages
  }

  /// The answer to a request: a result or an error.
  mutating func request(_ method: String, _ parameters: JSON = .object([])) -> JSON {
    lastID += 1
    let answers = send(
      .object([
        ("jsonrpc", .string("2.0")), ("id", .integer(lastID)), ("method", .string(method)), ("params", parameters),
      ]))
    return answers.last { $0["id"]?.count == lastID } ?? .null
  }

  mutating func notify(_ method: String, _ parameters: JSON) {
    _ = send(.object([("jsonrpc", .string("2.0")), ("method", .string(method)), ("params", parameters)]))
  }

  mutating func open(_ address: String, _ text: String) {
    notify(
      "textDocument/didOpen",
      .object([
        ("textDocument", .object([("uri", .string(address)), ("version", .integer(1)), ("text", .string(text))]))
      ]))
  }

  mutating func change(_ address: String, _ changes: [JSON]) {
    let document = JSON.object([("uri", .string(address)), ("version", .integer(2))])
    notify("textDocument/didChange", .object([("textDocument", document), ("contentChanges", .array(changes))]))
  }

  /// Asks about a place of a document.
  mutating func ask(
    _ method: String, _ address: String, _ position: TextDocument.Position, _ more: [(name: String, value: JSON)] = []
  ) -> JSON {
    let members: [(name: String, value: JSON)] = [
      ("textDocument", .object([("uri", .string(address))])), ("position", position.json),
      ("range", .object([("start", position.json), ("end", position.json)])),
    ]
    return request("textDocument/" + method, .object(members + more))
  }

  /// The text with the edits of a document put in.
  static func applying(_ edits: [JSON], to text: String) -> String {
    let document = TextDocument(Array(text.utf8))
    let places = edits.compactMap { edit -> (Int, Int, String)? in
      guard let start = edit["range"]?["start"].flatMap(TextDocument.Position.init),
        let end = edit["range"]?["end"].flatMap(TextDocument.Position.init), let new = edit["newText"]?.text
      else { return nil }
      return (document.offset(of: start), document.offset(of: end), new)
    }
    var bytes = document.bytes
    for (lower, upper, new) in places.sorted(by: { $0.0 > $1.0 }) {
      bytes.replaceSubrange(lower..<upper, with: Array(new.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
