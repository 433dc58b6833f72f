import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupShippedRules
import Testing

/// The rules that come with the product keep to what the product asks of others.
@Suite struct ShippedRulesTests {
  @Test(arguments: ShippedRules.names) func checkFormatAndPass(_ name: String) throws {
    let file = SourceFile(name: name, bytes: try #require(ShippedRules.bytes(of: name)))
    let loaded = RulesLoader.load(file) { name, _ in
      ShippedRules.bytes(of: name).map { .found(SourceFile(name: name, bytes: $0)) } ?? .missing("there is none")
    }
    let book = try #require(loaded.book, "\(loaded.problems)")
    guard case .formatted(let text) = RulesFormatter.format(file) else {
      Issue.record("\(name) cannot be formatted")
      return
    }
    #expect(text == String(decoding: file.bytes, as: UTF8.self))
    let advisor = Advisor(book)
    #expect(book.examples.count >= 12)
    for example in book.examples { #expect(advisor.check(example).problem == nil, "\(example.name)") }
    // People are shown every text in both languages.
    for action in book.actions { #expect(action.title.text(in: "fr") != action.title.original) }
    for rule in book.rules { #expect(rule.reason.text(in: "fr") != rule.reason.original, "\(rule.name.original)") }
  }
}
