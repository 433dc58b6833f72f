import RecoupWire
import Testing

@testable import RecoupEditor

/// A session from its beginning to its end, and what is shown on the way.
@Suite struct ServerTests {
  @Test func lifeCycle() {
    var session = EditorSession(starts: false)
    #expect(session.request("textDocument/hover")["error"]?["code"].map { $0.digits } == "-32002")
    session.open("file:///a.rules", "x")
    #expect(session.shown.isEmpty)
    #expect(session.request("initialize")["result"]?["capabilities"]?["positionEncoding"]?.text == "utf-16")
    #expect(session.request("initialize")["error"]?["code"]?.digits == "-32600")
    #expect(session.request("textDocument/unheardOf")["error"]?["code"]?.digits == "-32601")
    #expect(session.request("textDocument/hover")["error"]?["code"]?.digits == "-32602")
    #expect(session.send(.object([("id", .integer(7))])).first?["error"]?["code"]?.digits == "-32600")
    #expect(session.send(.string("x")).first?["error"]?["code"]?.digits == "-32600")
    session.notify("$/unheardOf", .null)
    guard case .null? = session.request("shutdown")["result"] else { return #expect(Bool(false), "no end") }
    #expect(session.request("textDocument/hover")["error"]?["code"]?.digits == "-32600")
    session.notify("exit", .null)
    #expect(session.server.exitStatus == 0)
  }

  @Test func exitWithoutShutdown() {
    var session = EditorSession()
    session.notify("exit", .null)
    #expect(session.server.exitStatus == 1)
  }

  @Test func noJSON() {
    var session = EditorSession()
    let answer = session.server.feed(MessageFraming.framed(Array("{".utf8)))
    #expect(String(decoding: answer, as: UTF8.self).contains("-32700"))
    #expect(session.server.exitStatus == nil)
  }

  @Test func mistakesComeAndGo() throws {
    var session = EditorSession()
    session.open("file:///a.rules", "currency USD\ndefine old = days_overdu >= 90 days\n")
    let mistake = try #require(session.shown["file:///a.rules"]?.first)
    #expect(mistake["code"]?.text == "unknown-name")
    #expect(mistake["source"]?.text == "recoup")
    #expect(mistake["severity"]?.count == 1)
    #expect(mistake["range"]?["start"]?["line"]?.count == 1)
    #expect(mistake["range"]?["start"]?["character"]?.count == 13)
    let place = TextDocument.Position(line: 1, character: 15)
    let mends = session.ask("codeAction", "file:///a.rules", place)["result"]?.elements ?? []
    #expect(mends.map { $0["title"]?.text } == ["Write `days_overdue`"])
    let end = TextDocument.Position(line: 1, character: 24).json
    session.change(
      "file:///a.rules", [.object([("range", .object([("start", end), ("end", end)])), ("text", .string("e"))])])
    #expect(session.shown["file:///a.rules"]?.isEmpty == true)
  }

  @Test func anExampleThatFails() {
    var session = EditorSession()
    session.open("file:///a.rules", SampleRules.text.replacing("expect hug", with: "expect wait"))
    let shown = session.shown["file:///a.rules"] ?? []
    #expect(shown.map { $0["code"]?.text } == ["failing-example"])
    #expect(shown.first?["message"]?.text == "“A”: expected to wait, and came `hug`")
  }

  @Test func openTextCountsAndIncludedFilesAreShown() {
    var session = EditorSession(["/b.rules": "fact x: mony\n"])
    session.open("file:///a.rules", "currency USD\ninclude \"b.rules\"\n")
    #expect(session.shown["file:///b.rules"]?.count == 1)
    session.open("file:///b.rules", "fact x: money\n")
    #expect(session.shown["file:///b.rules"]?.isEmpty == true)
    #expect(session.shown["file:///a.rules"]?.isEmpty == true)
    session.notify("textDocument/didClose", .object([("textDocument", .object([("uri", .string("file:///b.rules"))]))]))
    #expect(session.shown["file:///b.rules"]?.count == 1)
    session.notify("textDocument/didClose", .object([("textDocument", .object([("uri", .string("file:///a.rules"))]))]))
    #expect(session.shown["file:///b.rules"]?.isEmpty == true)
  }

  @Test func aFileThatIsNoRulesFile() {
    var session = EditorSession()
    session.open("file:///a.rules", String(repeating: "?\n", count: 3000))
    let count = session.shown["file:///a.rules"]?.count ?? 0
    #expect(count > 0 && count <= 1000)
    session.open("file:///b.rules", "")
    #expect(session.shown["file:///b.rules"]?.count == 1)
  }

  @Test func aReviewFindsWhatIsNoMistake() {
    var session = EditorSession(starts: false)
    _ = session.request("initialize")
    session.open("file:///a.rules", "currency USD\nsetting spare = 1\naction a {\n  title \"A\"\n  chance 10%\n}\n")
    #expect(session.server.hasWork)
    let told = String(decoding: session.server.work(), as: UTF8.self)
    #expect(told.contains("unused-name"))
    #expect(!session.server.hasWork)
  }
}

extension JSON {
  /// The digits of a number.
  var digits: String? {
    if case .number(let digits) = self { return digits }
    return nil
  }
}
