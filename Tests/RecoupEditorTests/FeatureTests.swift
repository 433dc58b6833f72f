import RecoupShippedRules
import RecoupWire
import Testing

@testable import RecoupEditor

/// What is answered at places of a file, whole and broken. `|` marks the place and is no part of the file.
@Suite struct FeatureTests {
  private static let address = "file:///a.rules"
  /// What breaks a file, put behind it.
  static let breaks = ["", "define broken = (\n", "action half {\n  cost"]

  private static func session(_ marked: String, _ end: String = "") -> (EditorSession, TextDocument.Position) {
    let bytes = Array(marked.utf8)
    let place = bytes.firstIndex(of: UInt8(ascii: "|")) ?? 0
    let text = TextDocument(Array(bytes[..<place]) + bytes[(place + 1)...] + Array(end.utf8))
    var session = EditorSession()
    // A good text first, so that there is a book to remember.
    session.open(address, SampleRules.text)
    session.change(address, [.object([("text", .string(String(decoding: text.bytes, as: UTF8.self)))])])
    return (session, text.position(of: place))
  }

  private static func marked(_ place: String) -> String {
    SampleRules.text.replacing(place.replacing("|", with: ""), with: place, maxReplacements: 1)
  }

  @Test(arguments: [
    ("cost st|amp", ["**setting** `stamp`: money in USD", "A stamp", "`2 * 1 USD` = **2 USD**", "as of 2026-01-02"]),
    ("requires mo|od", ["How are they?", "`good`: Fine"]), ("mood is go|od", ["a word of the fact `mood`", "Fine"]),
    ("then hu|g", ["Hug them", "chance `10%` scaled by `share`", "cost `stamp` = **2 USD**", "Not now"]),
    ("by sha|re", ["| mood | a percentage |", "| good | 10% |"]), ("wor|th >", ["`amount - stamp`"]),
    ("req|uires", ["condition that must hold"]), ("when moo|d", ["How are they?"]),
  ]) func hover(_ row: (place: String, says: [String])) {
    for end in FeatureTests.breaks {
      var (session, position) = FeatureTests.session(FeatureTests.marked(row.place), end)
      let text = session.ask("hover", FeatureTests.address, position)["result"]?["contents"]?["value"]?.text ?? ""
      for words in row.says { #expect(text.contains(words), "\(row.place): \(text)") }
    }
  }

  @Test(arguments: [
    ("cost st|amp", 1, 8), ("requires mo|od", 2, 5), ("mood is go|od", 2, 34), ("then hu|g", 9, 7), ("by sha|re", 5, 6),
    ("  go|od: 10%", 2, 34), ("expect h|ug", 9, 7), ("mood = g|ood", 2, 34),
  ]) func definition(_ row: (place: String, line: Int, character: Int)) {
    for end in FeatureTests.breaks {
      var (session, position) = FeatureTests.session(FeatureTests.marked(row.place), end)
      let found = session.ask("definition", FeatureTests.address, position)["result"]?.elements ?? []
      let start = found.first?["range"]?["start"].flatMap(TextDocument.Position.init)
      #expect(found.count == 1 && start == .init(line: row.line, character: row.character), "\(row.place)")
    }
  }

  @Test(arguments: [
    ("cost st|amp", "postage", 3), ("requires mo|od", "humor", 5), ("mood is go|od", "fine", 4),
    ("then hu|g", "embrace", 4),
    ("wor|th >", "value", 2), ("\"Be n|ice\"", "So \"it\" is", 1), ("trade: one of g|ood", "fine", 1),
  ]) func rename(_ row: (place: String, name: String, count: Int)) throws {
    var (session, position) = FeatureTests.session(FeatureTests.marked(row.place))
    let answer = session.ask("rename", FeatureTests.address, position, [("newName", .string(row.name))])
    let edits = try #require(answer["result"]?["changes"]?[FeatureTests.address]?.elements)
    #expect(edits.count == row.count, "\(row.place)")
    var other = EditorSession()
    other.open(FeatureTests.address, EditorSession.applying(edits, to: SampleRules.text))
    #expect(other.shown[FeatureTests.address]?.isEmpty == true, "\(row.place)")
  }

  @Test(arguments: [
    ("cost st|amp", "amount"), ("cost st|amp", "x y"), ("cost st|amp", "Stamp"), ("cost st|amp", ""),
    ("cost st|amp", "cost"), ("cost st|amp", "hug"), ("cost st|amp", "hour"), ("= am|ount -", "sum"),
    ("mood is go|od", "bad"), ("|requires", "needs"), ("\"Hug |them\"", "x"), ("then hu|g", "worth"),
  ]) func refusedNames(_ row: (place: String, name: String)) {
    var (session, position) = FeatureTests.session(FeatureTests.marked(row.place))
    let answer = session.ask("rename", FeatureTests.address, position, [("newName", .string(row.name))])
    #expect(answer["error"]?["code"]?.digits == "-32803", "\(row)")
    #expect(answer["error"]?["message"]?.text?.isEmpty == false)
  }

  @Test func namesOfShippedRulesStay() {
    var session = EditorSession()
    session.open(FeatureTests.address, "currency USD\ninclude \"base\"\nchange action call {\n  cost 1 USD\n}\n")
    let place = TextDocument.Position(line: 2, character: 15)
    let answer = session.ask("rename", FeatureTests.address, place, [("newName", .string("ring"))])
    #expect(answer["error"]?["message"]?.text == "`call` stands in the shipped rules `base`")
    #expect(session.ask("definition", FeatureTests.address, place)["result"]?.elements?.isEmpty == true)
    let hover = session.ask("hover", FeatureTests.address, place)["result"]?["contents"]?["value"]?.text
    #expect(hover?.contains("From the shipped rules `base`") == true)
  }

  /// The file that declares a name is the one that is named, also where another shipped one changes it.
  @Test(arguments: ["agency", "small_claims", "notice"]) func theShippedFileThatDeclaresIt(_ name: String) {
    var session = EditorSession()
    session.open(FeatureTests.address, "include \"us\"\nchange action \(name) {\n  at most 1\n}\n")
    let place = TextDocument.Position(line: 1, character: 15)
    let refusal = session.ask("rename", FeatureTests.address, place, [("newName", .string("ring"))])
    let message = refusal["error"]?["message"]?.text ?? ""
    let hover = session.ask("hover", FeatureTests.address, place)["result"]?["contents"]?["value"]?.text ?? ""
    let file = ShippedRules.names.first { hover.hasSuffix("From the shipped rules `\($0)`.") }
    let declares = file.flatMap { ShippedRules.bytes(of: $0) }.map { String(decoding: $0, as: UTF8.self) }
    #expect(declares?.contains("\naction \(name) ") == true, "\(hover)")
    #expect(message == "`\(name)` stands in the shipped rules `\(file ?? "")`")
  }

  /// A table is shown with the word that the file has for the rest.
  @Test(arguments: ["beyond", "otherwise"]) func theRestOfATable(_ word: String) {
    var session = EditorSession()
    let table = "table share by amount {\n  up to 5 USD: 10%\n  \(word): 1%\n}\n"
    session.open(FeatureTests.address, "currency USD\n" + table)
    let place = TextDocument.Position(line: 1, character: 7)
    let hover = session.ask("hover", FeatureTests.address, place)["result"]?["contents"]?["value"]?.text ?? ""
    #expect(hover.contains("| \(word) | 1% |"), "\(hover)")
  }

  @Test(arguments: [
    ("a clause", "  cost stamp", "  co|", ["cost", "requires"], ["worth", "when"]),
    ("an expression", "  cost stamp", "  cost st|", ["stamp", "worth", "share", "amount"], ["title"]),
    ("a word", "mood is good", "mood is |", ["good", "bad", "not"], ["gone", "stamp"]),
    ("a word half typed", "mood is not bad", "mood is not b|", ["bad"], ["gone", "stamp"]),
    ("an effect", "then hug 2x likelier", "then |", ["hug", "never", "wait"], ["stamp", "good"]),
    ("an expectation", "expect hug", "expect |", ["hug", "wait", "nothing"], ["stamp"]),
    ("a type", "fact trade: one of good, gone", "fact trade: |", ["yes or no", "money", "one of "], ["stamp"]),
    ("a declaration", "rule \"Be nice\" {", "ru|", ["rule", "fact"], ["stamp"]),
    ("a given", "  mood = good", "  mo|", ["mood", "hug", "expect"], ["worth"]),
    ("a given word", "mood = good", "mood = |", ["good", "bad"], ["gone"]),
    ("a history", "hug.times = 0", "hug.|", ["times", "days_ago"], ["stamp"]),
    ("a row", "  good: 10%", "  |", ["good", "otherwise"], ["stamp", "gone"]),
    ("a rule's clause", "  because \"It works\"", "  be|", ["because"], ["title"]),
    ("in a text nothing", "\"Not now\"", "\"Not |now\"", [], ["stamp", "cost"]),
    ("in a comment nothing", "  cost stamp", "  # co|", [], ["stamp", "cost"]),
    ("shipped rules", "currency USD", "include \"|\"", ["us", "fr"], ["stamp"]),
  ]) func completion(_ row: (name: String, line: String, instead: String, offers: [String], not: [String])) {
    let text = SampleRules.text.replacing(row.line, with: row.instead, maxReplacements: 1)
    var (session, position) = FeatureTests.session(text)
    let answer = session.ask("completion", FeatureTests.address, position)["result"]
    let labels = (answer?["items"]?.elements ?? []).compactMap { $0["label"]?.text }
    for label in row.offers { #expect(labels.contains(label), "\(row.name): \(labels)") }
    for label in row.not { #expect(!labels.contains(label), "\(row.name): \(labels)") }
  }

  @Test func references() {
    var (session, position) = FeatureTests.session(FeatureTests.marked("requires mo|od"))
    let all = session.ask("references", FeatureTests.address, position)["result"]?.elements
    #expect(all?.count == 5)
    let context: [(name: String, value: JSON)] = [("context", .object([("includeDeclaration", .bool(false))]))]
    #expect(session.ask("references", FeatureTests.address, position, context)["result"]?.elements?.count == 4)
    let marks = session.ask("documentHighlight", FeatureTests.address, position)["result"]?.elements
    #expect(marks?.count == 5)
  }

  @Test func lensLayoutAndOutline() throws {
    var (session, position) = FeatureTests.session("|" + SampleRules.text)
    let lens = session.ask("codeLens", FeatureTests.address, position)["result"]?.elements ?? []
    #expect(lens.map { $0["command"]?["title"]?.text } == ["“A”: best, brings $7.90"])
    let edits = try #require(session.ask("formatting", FeatureTests.address, position)["result"]?.elements)
    let formatted = EditorSession.applying(edits, to: SampleRules.text)
    session.change(FeatureTests.address, [.object([("text", .string(formatted))])])
    #expect(session.ask("formatting", FeatureTests.address, position)["result"]?.elements?.isEmpty == true)
    let symbols = session.ask("documentSymbol", FeatureTests.address, position)["result"]?.elements ?? []
    #expect(
      symbols.compactMap { $0["name"]?.text } == [
        "currency", "stamp", "mood", "trade", "worth", "share", "hug", "Be nice", "A",
      ])
    #expect(session.ask("foldingRange", FeatureTests.address, position)["result"]?.elements?.isEmpty == false)
    session.change(FeatureTests.address, [.object([("text", .string("action {"))])])
    guard case .null? = session.ask("formatting", FeatureTests.address, position)["result"] else {
      return #expect(Bool(false), "a broken file was formatted")
    }
  }
}
