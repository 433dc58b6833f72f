import RecoupLedger
import Testing

/// Rows and fields from bytes.
@Suite struct DelimitedTextTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    /// The fields of each row, with `|` between them, or `line:column message`.
    var rows: [String]
    var testDescription: String { name }
  }

  static let tables = [
    Row(name: "commas", text: "a,b\n1,2\n", rows: ["a|b", "1|2"]),
    Row(name: "semicolons", text: "a;b\n1,5;2\n", rows: ["a|b", "1,5|2"]),
    Row(name: "tabs", text: "a\tb\n1,5\t2;3\n", rows: ["a|b", "1,5|2;3"]),
    Row(name: "the most frequent one", text: "a;b;c,d\n1;2;3\n", rows: ["a|b|c,d", "1|2|3"]),
    Row(name: "not those in quotes", text: "\"a,b,c\";d\n1;2\n", rows: ["a,b,c|d", "1|2"]),
    Row(name: "a header below blank lines", text: "\n \na;b\n", rows: ["a|b"]),
    Row(name: "a line that names the separator", text: "sep=;\r\na,x;b\r\n", rows: ["a,x|b"]),
    Row(name: "a byte-order mark", text: "\u{FEFF}a,b\n", rows: ["a|b"]),
    Row(name: "CRLF", text: "a,b\r\n1,2\r\n\r\n3,4\r\n", rows: ["a|b", "1|2", "3|4"]),
    Row(name: "CR", text: "a,b\r1,2\r", rows: ["a|b", "1|2"]),
    Row(name: "no last line end", text: "a,b\n1,2", rows: ["a|b", "1|2"]),
    Row(name: "a last field that is empty", text: "a,b\n1,", rows: ["a|b", "1|"]),
    Row(name: "rows of nothing but separators", text: "a,b\n,\n1,2\n , \n", rows: ["a|b", "1|2"]),
    Row(name: "quotes", text: "a,b\n\"1,\n2\",\"say \"\"hi\"\"\"\n\"\",x\n", rows: ["a|b", "1,\n2|say \"hi\"", "|x"]),
    Row(name: "white space around", text: "a,b\n  1\t, \"2\" \n\u{A0}3\u{202F},4\n", rows: ["a|b", "1|2", "3|4"]),
    Row(name: "a quote within a bare field", text: "a,b\n5\" pipe,2\n", rows: ["a|b", "5\" pipe|2"]),
    Row(name: "a separator at each end", text: "a,b\n1,2,\n3,4,,\n", rows: ["a|b", "1|2", "3|4"]),
    Row(
      name: "too few fields", text: "a,b\n1\n3,4\n", rows: ["a|b", "2:1 this row has 1 field and the header 2", "3|4"]),
    Row(
      name: "too many fields", text: "a,b\n1,2,3\n3,4\n",
      rows: ["a|b", "2:1 this row has 3 fields and the header 2", "3|4"]),
    Row(
      name: "text after quotes", text: "a,b\n1,\"2\"x\n3,4\n",
      rows: ["a|b", "2:6 text follows the closing quote of the field", "3|4"]),
    Row(
      name: "an open quote", text: "a,b\n1,2\n3,\"4\n5,6\n7,8",
      rows: ["a|b", "1|2", "3:3 the quote that opens here is never closed", "5|6", "7|8"]),
    Row(
      name: "an open quote that a later one closes", text: "a,b\n1,\"2\n3,4\n5,\"six\"\n",
      rows: [
        "a|b", "2:3 the quote that opens here is closed only on line 4, where text follows it", "3|4", "5|six",
      ]),
    Row(
      name: "an open quote that draws in whole rows", text: "a,b\n1,\"2\n3,4\n5,\",6\n7,8\n",
      rows: [
        "a|b", "2:1 this row has 3 fields and the header 2", "3|4", "4:3 the quote that opens here is never closed",
        "7|8",
      ]),
    Row(
      name: "two open quotes", text: "a,b\n\"1,2\n3,4\n5,\"\n7,8\n",
      rows: [
        "a|b", "2:1 this row has 1 field and the header 2", "3|4", "4:3 the quote that opens here is never closed",
        "7|8",
      ]),
    Row(
      name: "an open quote on a later line of its row", text: "a,b\n\"x\ny\",\"z\n1,2\n",
      rows: [
        "a|b", "3:4 the quote that opens here is never closed", "3:4 the quote that opens here is never closed", "1|2",
      ]),
    Row(
      name: "places count characters", text: "a,b\né\u{1F600},\"2\"x\n",
      rows: ["a|b", "2:7 text follows the closing quote of the field"]),
  ]

  @Test(arguments: tables) func reads(_ row: Row) {
    #expect(DelimitedTextTests.rows(Array(row.text.utf8)) == row.rows)
  }

  static func rows(_ bytes: [UInt8]) -> [String] {
    let table = DelimitedText(bytes)
    var reader = DelimitedReader(table)
    var rows: [String] = []
    while let row = reader.next() {
      switch row {
      case .success(let record): rows.append(record.fields.map { table.text(of: $0) }.joined(separator: "|"))
      case .failure(let problem): rows.append("\(problem.line):\(problem.column) \(problem.message)")
      }
    }
    return rows
  }

  @Test func saysWhatIsNotUTF8() {
    let rows = DelimitedTextTests.rows(Array("a,b\né,".utf8) + [0xE9] + Array("\n1,2\n".utf8))
    #expect(rows == ["a|b", "2:3 this is not UTF-8", "1|2"])
  }

  @Test func givesThePlaceOfAField() throws {
    let table = DelimitedText(Array("a,b\n\n\"é\nü\", x\n".utf8))
    var reader = DelimitedReader(table)
    _ = reader.next()
    let next = reader.next()
    let row = try #require(next)
    let record = try row.get()
    let places = record.fields.map { table.place(of: $0.lower, in: record) }
    #expect(places.map { $0.line } == [3, 4])
    #expect(places.map { $0.column } == [2, 4])
  }

  /// Many open quotes, a quote at every line end, and one endless field: each byte is looked at a few times only, so
  /// this test ends.
  @Test(arguments: ["x\",\"\n", "\"x\n", "a,\"b\n", "\"a\nb\" c\n", "\"\",\"\n"]) func endsOnHostileText(_ line: String)
  {
    let text = "a,b\n" + String(repeating: line, count: 20_000)
    #expect(DelimitedTextTests.rows(Array(text.utf8)).count >= 10_000)
  }
}
