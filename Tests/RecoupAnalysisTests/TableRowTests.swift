import RecoupAnalysis
import RecoupLanguage
import RecoupRules
import Testing

/// What a check says of rows that are never reached: which rows take what they hold for.
@Suite struct TableRowTests {
  struct Row: CustomTestStringConvertible {
    var name: String
    var rows: [String]
    /// The line of the row that is never reached, the lines of those that take it, and the hint.
    var line: Int
    var takers: [Int]
    var help: String
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "a word that stands before", rows: ["x, y: 10%", "y: 5%", "otherwise: 1%"], line: 4, takers: [3],
      help: "the first row that names a word holds for it"),
    Row(
      name: "words of two rows", rows: ["x: 10%", "y: 5%", "x, y: 3%", "otherwise: 1%"], line: 5, takers: [3, 4],
      help: "the first row that names a word holds for it"),
    Row(
      name: "every word is named", rows: ["x, y: 10%", "z: 3%", "otherwise: 5%"], line: 5, takers: [],
      help: "the rows before it name every word"),
  ]

  @Test(arguments: rows) func namesTheRowsThatTakeIt(_ row: Row) throws {
    let text = """
      fact kind: one of x, y, z
      table share by kind {
      \(row.rows.joined(separator: "\n"))
      }
      action a { title "A" chance 50% scaled by share requires kind is known }
      action b { title "B" chance 0% final }
      """
    let file = SourceFile(name: "rows", text: "currency USD " + text)
    let loaded = RulesLoader.load(file) { _, _ in .missing("none") }
    let review = Reviewer.review(try #require(loaded.book))
    let finding = try #require(review.findings.first { $0.kind == .unreachableRow })
    func line(_ span: Span) -> Int { file.position(of: Int(span.lower)).line }
    #expect(line(finding.span) == row.line)
    #expect(finding.notes.compactMap { $0.span.map { line($0) } } == row.takers)
    #expect(finding.help == row.help)
  }
}
