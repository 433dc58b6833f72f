import RecoupCommand
import RecoupTesting
import Testing

/// `recoup lsp`: the stream between an editor and the language server.
@Suite struct LanguageServerCommandTests {
  private static func framed(_ message: String) -> String {
    "Content-Length: \(message.utf8.count)\r\n\r\n" + message
  }

  private static func message(_ method: String, id: Int? = nil, _ parameters: String = "{}") -> String {
    let id = id.map { "\"id\": \($0), " } ?? ""
    return framed("{\"jsonrpc\": \"2.0\", \(id)\"method\": \"\(method)\", \"params\": \(parameters)}")
  }

  private static func opening(_ text: String) -> String {
    let document = "{\"uri\": \"file:///home/a.rules\", \"version\": 1, \"text\": \"\(text)\"}"
    return message("textDocument/didOpen", "{\"textDocument\": \(document)}")
  }

  @Test func aSession() {
    let ends = LanguageServerCommandTests.message("shutdown", id: 2) + LanguageServerCommandTests.message("exit")
    let world = MemoryWorld(["home/b.rules": "fact x: mony\n"])
    let opens = LanguageServerCommandTests.opening("currency USD\\ninclude \\\"b.rules\\\"\\ninclude \\\"base\\\"\\n")
    world.input = [LanguageServerCommandTests.message("initialize", id: 1), opens, ends].map { Array($0.utf8) }
    #expect(world.run("lsp", "--stdio") == .fine)
    #expect(world.printed.contains("\"hoverProvider\": true"))
    #expect(world.printed.contains("file:///home/b.rules"))
    #expect(world.printed.contains("\"id\": 2, \"result\": null"))
    #expect(world.complaints.isEmpty)
  }

  @Test(arguments: [
    ("the editor goes away", ""), ("noise", "hello\r\n\r\n"), ("an exit without a shutdown", message("exit")),
  ]) func endsThatAreNone(_ row: (name: String, input: String)) {
    let world = MemoryWorld([:], input: row.input)
    #expect(world.run("lsp") == .findings, "\(row.name)")
  }

  @Test func wrongUsage() {
    #expect(MemoryWorld().run("lsp", "x") == .usage)
    #expect(MemoryWorld().run("lsp", "--port", "1") == .usage)
  }

  @Test func noInputAndNoOutput() {
    let world = MemoryWorld()
    world.inputFailure = "it is closed"
    #expect(world.run("lsp") == .missingInput)
    let full = MemoryWorld([:], input: LanguageServerCommandTests.message("initialize", id: 1))
    full.outputFailure = .failed("no space is left")
    #expect(full.run("lsp") == .writeFailed)
  }
}
