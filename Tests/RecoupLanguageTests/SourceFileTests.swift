import RecoupLanguage
import RecoupRules
import Testing

/// Places in files, also in those that are not quite text.
@Suite struct SourceFileTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var firstBadByte: Int?
  }

  static let rows: [Row] = [
    Row(testDescription: "plain", bytes: Array("abc".utf8)),
    Row(testDescription: "accents", bytes: Array("é漢😀".utf8)),
    Row(testDescription: "Latin-1", bytes: [0x61, 0xE9, 0x62], firstBadByte: 1),
    Row(testDescription: "a character cut off at the end", bytes: [0x61, 0xEF, 0xBF], firstBadByte: 1),
    Row(testDescription: "one of four bytes cut off", bytes: [0xF0, 0x9F, 0x98], firstBadByte: 0),
    Row(testDescription: "a stray byte after U+FFFD", bytes: [0xEF, 0xBF, 0xBD, 0xFF], firstBadByte: 3),
  ]

  @Test(arguments: rows) func findsTheFirstBadByte(_ row: Row) {
    let file = SourceFile(name: "file", bytes: row.bytes)
    #expect(file.firstBadByte == row.firstBadByte)
    let loaded = RulesLoader.load(file) { _, _ in .missing("none") }
    for problem in loaded.problems {
      #expect(problem.span.lower <= problem.span.upper)
      #expect(Int(problem.span.upper) <= file.bytes.count)
    }
    #expect(loaded.problems.contains { $0.code == .notUTF8 } == (row.firstBadByte != nil))
  }

  @Test func countsColumnsInCharacters() {
    let file = SourceFile(name: "file", text: "a\r\né漢b\n")
    let places = [0, 8, 10].map { file.position(of: $0) }
    #expect(places.map { $0.line } == [1, 2, 3])
    #expect(places.map { $0.column } == [1, 3, 1])
  }
}
