import RecoupLedger
import RecoupQuantities
import Testing

@Suite struct RecordedAdviceTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var journal: String
    var digits = "3f2a"
    var invoice = "INV-1"
    /// The line that is found; nil if none is.
    var line: Int?
    var testDescription: String { name }
  }

  private static let line = "2026-11-20 INV-1 did reminder \"x\"  # advice 3f2a9c0d51e7b846\n"

  static let rows = [
    Row(name: "the only line", journal: line, line: 1),
    Row(name: "all digits", journal: line, digits: "3f2a9c0d51e7b846", line: 1),
    Row(name: "more digits than there are", journal: line, digits: "3f2a9c0d51e7b8460", line: nil),
    Row(name: "other digits", journal: line, digits: "3f2b", line: nil),
    Row(name: "another invoice", journal: line, invoice: "INV-2", line: nil),
    Row(name: "the first of two", journal: "# x\n\n" + line + line, line: 3),
    Row(
      name: "of two invoices that of the one", journal: line.replacing("INV-1", with: "INV-2") + line, line: 2),
    Row(name: "by another line end", journal: "# x\r\n" + line.replacing("\n", with: "\r\n"), line: 2),
    Row(
      name: "in a note", journal: "2026-11-20 INV-1 did reminder \"# advice 3f2a\"\n", line: nil),
    Row(name: "in another comment", journal: "2026-11-20 INV-1 did reminder # see advice 3f2a\n", line: nil),
    Row(name: "without space", journal: "2026-11-20 INV-1 did reminder# advice 3f2a\n", line: 1),
    Row(name: "a comment of its own", journal: "# advice 3f2a\n", line: nil),
    Row(name: "a client", journal: "2026-11-20 client INV-1 set a = 1 # advice 3f2a\n", line: nil),
    Row(
      name: "an invoice in quotes", journal: "2026-11-20 \"a b\" did reminder  # advice 3f2a\n", invoice: "a b", line: 1
    ),
    Row(name: "a day that is none", journal: "2026-13-20 INV-1 did reminder  # advice 3f2a\n", line: nil),
    Row(name: "no digits", journal: "2026-11-20 INV-1 did reminder  # advice \n", line: nil),
    Row(name: "a quote that is not closed", journal: "2026-11-20 INV-1 did \"x  # advice 3f2a\n", line: nil),
    Row(name: "a last line without an end", journal: "# x\n" + line.dropLast(), line: 2),
    Row(
      name: "characters of several bytes", journal: "2026-11-20 INV-1 did r \"é\u{1F600}\"  # advice 3f2a\n", line: 1),
    Row(name: "an empty journal", journal: "", line: nil),
  ]

  @Test(arguments: rows) func finds(_ row: Row) {
    let bytes = Array(row.journal.utf8)
    let found = RecordedAdvice.find(row.digits, of: row.invoice, in: bytes)
    #expect(found?.line == row.line)
    guard let found else { return }
    #expect(found.date.iso == "2026-11-20")
    #expect(found.digits.hasPrefix(row.digits))
    // What stands before is whole lines, as many as there are.
    let before = bytes[..<found.offset]
    #expect(before.filter { $0 == 0x0A }.count == found.line - 1)
    #expect(before.isEmpty || before.last == 0x0A)
  }

  /// What `log` writes is what is found.
  @Test func whatIsWrittenIsFound() throws {
    let day = try #require(CivilDate(iso: "2026-11-20".utf8))
    for name in ["INV-1", "a b", "\"#\"", "é # x"] {
      let event = JournalLine.text(on: day, [name, "did", "reminder", "a # note"])
      let line = JournalLine.text(event, after: "0123456789abcdef")
      #expect(JournalLine.text(event, after: nil) == event)
      let found = RecordedAdvice.find("0123", of: name, in: JournalLine.bytes(line, afterTornLine: false))
      #expect(found?.digits == "0123456789abcdef", "\(line)")
    }
  }
}
