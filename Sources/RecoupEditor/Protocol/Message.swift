import RecoupWire

/// What a client sends, as JSON-RPC 2.0 has it.
enum Message {
  /// Wants an answer with the same `id`.
  case request(id: JSON, method: String, parameters: JSON)
  case notification(method: String, parameters: JSON)
  /// The answer to something that we asked.
  case response
}

/// An answer that says why there is none.
struct Refusal: Error {
  enum Code: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParameters = -32602
    case notInitialized = -32002
    case requestFailed = -32803
  }

  var code: Code
  var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

extension Message {
  /// Reads a message; what is wrong with it is told with the `id` that it has, if any.
  static func read(_ bytes: [UInt8]) -> (message: Message?, id: JSON, refusal: Refusal?) {
    let json: JSON
    do throws(JSONReader.Problem) {
      json = try JSONReader.read(bytes[...]).value
    } catch {
      return (nil, .null, Refusal(.parseError, "no JSON: \(error.message), at byte \(error.column)"))
    }
    let id = json["id"]
    switch id {
    case nil, .string, .number: break
    default: return (nil, .null, Refusal(.invalidRequest, "an id is a number or a text"))
    }
    if json["method"] == nil, id != nil, json["result"] != nil || json["error"] != nil {
      return (.response, .null, nil)
    }
    guard json["jsonrpc"]?.text == "2.0", let method = json["method"]?.text else {
      return (nil, id ?? .null, Refusal(.invalidRequest, "this is no request of JSON-RPC 2.0"))
    }
    let parameters = json["params"] ?? .null
    guard let id else { return (.notification(method: method, parameters: parameters), .null, nil) }
    return (.request(id: id, method: method, parameters: parameters), id, nil)
  }

  static func result(_ result: JSON, to id: JSON) -> JSON {
    .object([("jsonrpc", .string("2.0")), ("id", id), ("result", result)])
  }

  static func error(_ refusal: Refusal, to id: JSON) -> JSON {
    .object([
      ("jsonrpc", .string("2.0")), ("id", id),
      ("error", .object([("code", .integer(refusal.code.rawValue)), ("message", .string(refusal.message))])),
    ])
  }

  static func notification(_ method: String, _ parameters: JSON) -> JSON {
    .object([("jsonrpc", .string("2.0")), ("method", .string(method)), ("params", parameters)])
  }
}
