import RecoupLanguage
import RecoupTesting
import Testing

/// The layouts in `Tests/Cases/Layout`, each as it was written and as it comes out.
@Suite struct LayoutCaseTests {
  private static let cases = LiterateCase.all(in: "Layout")

  @Test func areThere() {
    #expect(LayoutCaseTests.cases.count >= 25)
    for literate in LayoutCaseTests.cases { #expect(!literate.intent.isEmpty, "\(literate.place)") }
  }

  @Test(arguments: cases.map { $0.name }) func comeOutAsShown(_ name: String) throws {
    let literate = try #require(LayoutCaseTests.cases.first { $0.name == name })
    let written = try #require(literate.block("written"))
    let wanted = try #require(literate.block("formatted"))
    let formatted = try Formatting.text(of: written.text)
    if let mismatch = try literate.mismatch(wanted, formatted) { Issue.record("\(mismatch)") }
    #expect(try Formatting.text(of: formatted) == formatted, "formatting again changes it")
  }
}
