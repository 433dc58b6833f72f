import RecoupLanguage
import RecoupReports
import RecoupRules
import RecoupShippedRules
import RecoupTesting
import Testing

/// What is said of bad rules files.
@Suite struct DiagnosticTests {
  @Test(arguments: MistakeRow.text) func ofTheText(_ row: MistakeRow) { #expect(row.found == row.expected) }

  @Test(arguments: MistakeRow.grammar) func ofTheGrammar(_ row: MistakeRow) { #expect(row.found == row.expected) }

  @Test(arguments: MistakeRow.meaning) func ofTheMeaning(_ row: MistakeRow) { #expect(row.found == row.expected) }
}
