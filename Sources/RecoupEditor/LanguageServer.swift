import RecoupAnalysis
public import RecoupQuantities
import RecoupWire

/// The language server: a function of messages, of the documents that they bring and of the files that these include.
public struct LanguageServer {
  /// Where a session stands.
  private enum Stage { case created, running, shutDown, ended }

  var workspace: Workspace
  private let today: CivilDate?
  /// Whether rules are reviewed when they are opened and saved.
  private var isReviewing = true
  private var stage = Stage.created
  private var framing = MessageFraming()
  private var output: [UInt8] = []
  /// The documents of which a review was asked for and not yet made.
  private var reviews: [String] = []
  /// Whether the documents changed since it was told what is to be shown.
  private var isStale = false
  /// The addresses for which something is shown.
  private var shown: [String] = []
  /// How the program should end, once it should: 0 after an orderly end, else 1.
  public private(set) var exitStatus: Int32?

  /// Makes a server.
  ///
  /// - Parameter today: The day from which the age of sources is counted; nil leaves that out.
  public init(_ files: RulesFiles, today: CivilDate?) {
    workspace = Workspace(files)
    self.today = today
  }

  /// Takes in what the client sent, in pieces of any size, and gives what is to be sent back.
  public mutating func feed(_ block: [UInt8]) -> [UInt8] {
    output = []
    framing.feed(block)
    do throws(MessageFraming.Problem) {
      while exitStatus == nil, let message = try framing.next() { handle(message) }
    } catch {
      // Where the next message begins cannot be known.
      send(Message.error(Refusal(.parseError, error.message), to: .null))
      exitStatus = 1
    }
    // Once for all the changes that came together.
    if isStale { publish() }
    return output
  }

  /// Whether there is work left that takes longer than an answer should.
  public var hasWork: Bool { !reviews.isEmpty && exitStatus == nil }

  /// Does a piece of it, and gives what is to be sent.
  public mutating func work() -> [UInt8] {
    output = []
    guard !reviews.isEmpty else { return [] }
    let address = reviews.removeFirst()
    if let program = workspace.place(address)?.program, program.isCurrent, let usable = program.usable,
      usable.findings == nil
    {
      // A small budget: an editor waits meanwhile, and `recoup check` looks as far as it can.
      let findings = Reviewer.review(usable.book, .init(today: today, budget: 100)).findings
      usable.findings = findings.filter { $0.certainty != .undecided }
      publish()
    }
    return output
  }

  private mutating func send(_ message: JSON) { output += MessageFraming.framed(message.bytes) }

  private mutating func handle(_ bytes: [UInt8]) {
    let read = Message.read(bytes)
    if let refusal = read.refusal { return send(Message.error(refusal, to: read.id)) }
    switch read.message {
    case nil, .response?: break
    case .notification(let method, let parameters)?: notice(method, parameters)
    case .request(let id, let method, let parameters)?:
      do throws(Refusal) {
        send(Message.result(try answer(method, parameters), to: id))
      } catch {
        send(Message.error(error, to: id))
      }
    }
  }

  // MARK: Requests

  private mutating func answer(_ method: String, _ parameters: JSON) throws(Refusal) -> JSON {
    if method == "initialize", stage == .created {
      stage = .running
      isReviewing = parameters["initializationOptions"]?["review"]?.truth ?? true
      return Capabilities.result
    }
    switch stage {
    case .created: throw Refusal(.notInitialized, "the session begins with `initialize`")
    case .shutDown, .ended: throw Refusal(.invalidRequest, "the session was shut down")
    case .running: break
    }
    switch method {
    case "initialize": throw Refusal(.invalidRequest, "the session has begun")
    case "shutdown":
      stage = .shutDown
      return .null
    case "textDocument/hover": return try at(parameters)?.hover() ?? .null
    case "textDocument/definition": return try at(parameters)?.definition() ?? .null
    case "textDocument/references":
      let withDeclaration = parameters["context"]?["includeDeclaration"]?.truth ?? true
      return try at(parameters)?.references(withDeclaration: withDeclaration) ?? .null
    case "textDocument/documentHighlight": return try at(parameters)?.highlights() ?? .null
    case "textDocument/prepareRename": return try at(parameters)?.prepareRename() ?? .null
    case "textDocument/rename":
      guard let name = parameters["newName"]?.text else { throw Refusal(.invalidParameters, "`newName` is missing") }
      return try at(parameters)?.rename(to: name) ?? .null
    case "textDocument/completion": return try at(parameters)?.completion() ?? .null
    case "textDocument/codeLens": return try document(parameters)?.lenses() ?? .null
    case "textDocument/formatting": return try document(parameters)?.formatting() ?? .null
    case "textDocument/documentSymbol": return try document(parameters)?.symbols() ?? .null
    case "textDocument/foldingRange": return try document(parameters)?.folds() ?? .null
    case "textDocument/codeAction":
      guard let range = parameters["range"], let start = range["start"].flatMap(TextDocument.Position.init),
        let end = range["end"].flatMap(TextDocument.Position.init)
      else { throw Refusal(.invalidParameters, "`range` is missing") }
      guard let document = try document(parameters) else { return .null }
      return document.mends(from: document.text.offset(of: start), to: document.text.offset(of: end))
    default: throw Refusal(.methodNotFound, "`\(method)` is not known here")
    }
  }

  /// The place in an open document that a request is about; nil if it is none of ours.
  private func at(_ parameters: JSON) throws(Refusal) -> Place? {
    guard let position = parameters["position"].flatMap(TextDocument.Position.init) else {
      throw Refusal(.invalidParameters, "`position` is missing")
    }
    guard let document = try document(parameters) else { return nil }
    return Place(document, document.program.text(document.file).offset(of: position))
  }

  /// The open document that a request is about; nil if it is none of ours.
  private func document(_ parameters: JSON) throws(Refusal) -> DocumentView? {
    guard let address = parameters["textDocument"]?["uri"]?.text else {
      throw Refusal(.invalidParameters, "`textDocument.uri` is missing")
    }
    return workspace.place(address).map { DocumentView(workspace, address, $0.program, $0.file) }
  }

  // MARK: Notifications

  private mutating func notice(_ method: String, _ parameters: JSON) {
    if method == "exit" {
      exitStatus = stage == .shutDown ? 0 : 1
      stage = .ended
      return
    }
    guard stage == .running else { return }
    let document = parameters["textDocument"] ?? .null
    guard let address = document["uri"]?.text ?? (method.hasPrefix("workspace/") ? "" : nil) else { return }
    switch method {
    case "textDocument/didOpen":
      guard let text = document["text"]?.text else { return }
      let version = document["version"] ?? .null
      workspace.open(OpenDocument(address: address, text: text, version: version, files: workspace.files))
      isStale = true
      askReview(address)
    case "textDocument/didChange":
      let isWhole = workspace.change(
        address, parameters["contentChanges"]?.elements ?? [], version: document["version"] ?? .null)
      if !isWhole { log("a change of \(address) could not be read") }
      isStale = true
    case "textDocument/didSave":
      workspace.reload()
      isStale = true
      askReview(address)
    case "textDocument/didClose":
      workspace.close(address)
      isStale = true
    case "workspace/didChangeWatchedFiles":
      workspace.reload()
      isStale = true
    default: break
    }
  }

  private mutating func log(_ message: String) {
    send(
      Message.notification("window/logMessage", .object([("type", .integer(2)), ("message", .string(message))])))
  }

  private mutating func askReview(_ address: String) {
    if isReviewing, !reviews.contains(address) { reviews.append(address) }
  }

  /// Sends what is to be shown at every open document, and takes away what no longer is.
  private mutating func publish() {
    isStale = false
    let lists = Diagnostics(workspace).lists
    var addresses = workspace.documents.map { $0.address }
    for address in lists.map({ $0.address }) + shown where !addresses.contains(address) { addresses.append(address) }
    for address in addresses {
      let entries = lists.first { $0.address == address }?.entries ?? []
      var members: [(name: String, value: JSON)] = [("uri", .string(address))]
      if let version = workspace.document(address)?.version, case .number = version {
        members.append(("version", version))
      }
      members.append(("diagnostics", .array(entries)))
      send(Message.notification("textDocument/publishDiagnostics", .object(members)))
    }
    shown = lists.map { $0.address }
  }
}
