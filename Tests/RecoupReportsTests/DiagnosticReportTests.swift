import RecoupLanguage
import RecoupReports
import Testing

/// How many places of one mistake are shown to a person.
@Suite struct DiagnosticReportTests {
  @Test(arguments: [
    (1, 1, nil), (6, 6, nil), (7, 6, "and 1 more place; --json has all"), (40, 6, "and 34 more places; --json has all"),
  ]) func showsTheFirstPlaces(uses: Int, shown: Int, rest: String?) throws {
    let book = SourceFile(
      name: "book",
      text: "currency USD\naction call { title \"Call\" chance 20% }\n"
        + (0..<uses).map { "define times\($0) = call.times\n" }.joined())
    let file = SourceFile(name: "mine", text: "include \"book\"\ndrop action call\n")
    let loaded = RulesLoader.load(file) { _, _ in .found(book) }
    #expect(loaded.problems.count == 1)
    let report = DiagnosticReport(loaded.files).text(loaded.problems, .human)
    #expect(report.ranges(of: "::: ").count == shown)
    #expect(report.contains("more place") == (rest != nil))
    if let rest { #expect(report.contains("= note: " + rest)) }
  }
}
