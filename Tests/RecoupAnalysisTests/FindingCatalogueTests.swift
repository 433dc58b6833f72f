import RecoupAnalysis
import RecoupLanguage
import RecoupQuantities
import RecoupRules
import Testing

/// Every kind of finding: what it is planted in has it and nothing else, and what is mended has nothing.
@Suite struct FindingCatalogueTests {
  static let today = CivilDate(year: 2026, month: 11, day: 22)

  static func review(_ text: String) throws -> Review {
    let loaded = RulesLoader.load(SourceFile(name: "test.rules", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book, "\(loaded.problems.map { $0.message })\n\(text)")
    return Reviewer.review(book, .init(today: today))
  }

  @Test(arguments: FindingKind.allCases) func whatIsPlantedIsFound(_ kind: FindingKind) throws {
    let entry = FindingCatalogue.entry(for: kind)
    #expect(entry.kind == kind)
    let review = try Self.review(entry.wrong)
    let told = review.findings.map { "\($0.kind.rawValue): \($0.message)" }
    #expect(review.findings.map { $0.kind } == [kind], "\(told)")
  }

  @Test(arguments: FindingKind.allCases) func whatIsMendedIsClean(_ kind: FindingKind) throws {
    let review = try Self.review(FindingCatalogue.entry(for: kind).right)
    #expect(review.findings.isEmpty, "\(review.findings.map { "\($0.kind.rawValue): \($0.message)" })")
    #expect(review.undecided == 0)
  }
}
