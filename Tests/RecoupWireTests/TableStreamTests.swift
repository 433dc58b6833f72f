import RecoupEngine
import RecoupTesting
import Testing

@testable import RecoupWire

/// How a table is cut into rows, and that nothing depends on the blocks and pieces in which it comes.
@Suite struct TableStreamTests {
  /// Rows of all kinds: in quotes, with line ends, gone wrong, too long.
  private static let table: [UInt8] = {
    let rows = [
      "\u{FEFF}id,amount,\"days_overdue\",reason", "1,100,4,forgot", "", "\"2\",\"100\",\"4\",\"forgot\"\r",
      "\"3\n\"\"x\"\"\r\n,\",100,4,", "\"é漢\",1,2,", "4,\"1,2,3", "5,1,1,\"silent\"", "6,1\",1,", "\r", "7,\"1\" ,1,\"",
      "8,1,1,", "9,1,1,\"\"", "10,1,1,\"\"\"\"", "11,1", "12,1,1,\(String(repeating: "x", count: 90))", "13,1,1,",
      "14,1,1,\"\(String(repeating: "y\n", count: 40))\"", "15,1,1,", "16,1,1,\"\(String(repeating: "z,", count: 60))",
      "17,1,1,", "b\",\"", "b\",\"", "18,1,1,\"",
    ]
    return Array(rows.joined(separator: "\n").utf8)
  }()

  @Test(arguments: [nil, 60, 90, 130, 200]) func whereverBlocksEndTheAnswersAreTheSame(_ limit: Int?) throws {
    let whole = try TableRun(limit: limit).decide(TableStreamTests.table)
    #expect(whole.output.count { $0 == 0x0A } > 20)
    for blocks in [1, 2, 3, 5, 7, 16, 64] {
      for pieceSize in [1, 20, 1 << 16] {
        let run = TableRun(blocks: blocks, pieceSize: pieceSize, limit: limit)
        let answers = try run.decide(TableStreamTests.table)
        try #require(
          TableStreamTests.text(answers) == TableStreamTests.text(whole), "blocks of \(blocks), pieces of \(pieceSize)")
      }
    }
    for end in TableStreamTests.table.indices {
      let run = TableRun(blocks: max(1, end), pieceSize: 30, limit: limit)
      let answers = try run.decide(TableStreamTests.table)
      try #require(TableStreamTests.text(answers) == TableStreamTests.text(whole), "blocks of \(end)")
    }
  }

  private static func text(_ answers: (output: [UInt8], failures: Int)) -> String {
    String(decoding: answers.output, as: UTF8.self) + "\(answers.failures) failures"
  }

  /// Any bytes at all: nothing is lost, and every answer is a row.
  @Test func damagedTables() throws {
    let alphabet = Array("\"\"\"\n\n,,\r1a;".utf8) + [0xFF]
    for seed in Effort.seeds(400) {
      var random = SeededRandom(seed: seed)
      var bytes = Array("id,amount,days_overdue\n".utf8)
      for _ in 0..<random.below(60) { bytes.append(random.pick(alphabet)) }
      bytes += "\nlast,1,1".utf8
      let limit = random.pick([25, 40, 1_000])
      let whole = try TableRun(limit: limit).decide(bytes)
      for row in try Cells.rows(whole.output) { #expect(row.count == 9, "seed \(seed)") }
      for blocks in [1, 2, 7] {
        let run = TableRun(blocks: blocks, pieceSize: random.pick([1, 10, 100]), limit: limit)
        let answers = try run.decide(bytes)
        #expect(TableStreamTests.text(answers) == TableStreamTests.text(whole), "seed \(seed), blocks of \(blocks)")
      }
    }
  }

  /// Where no quote is wrong, every row is answered, whatever its cells hold.
  @Test func everyRowIsAnsweredWithItsID() throws {
    let alphabet = Array("\",\n\rab ;".utf8)
    for seed in Effort.seeds(100) {
      var random = SeededRandom(seed: seed)
      var bytes = Array("days_overdue,id,amount\n".utf8)
      var ids: [String] = []
      for _ in 0..<5 {
        let id = (0..<random.below(9)).map { _ in random.pick(alphabet) }
        ids.append(String(decoding: id, as: UTF8.self))
        let doubled = id.flatMap { $0 == 0x22 ? [$0, $0] : [$0] }
        bytes += Array("4,\"".utf8) + doubled + Array("\",100\(random.pick(["\n", "\r\n"]))".utf8)
      }
      let run = TableRun(blocks: 1 + random.below(20), pieceSize: 1 + random.below(30))
      let (output, failures) = try run.decide(bytes)
      #expect(failures == 0, "seed \(seed)")
      #expect(try Cells.rows(output).map { $0[0] } == ids, "seed \(seed)")
    }
  }

  // MARK: Long rows

  private static let head = "id,amount,days_overdue,reason\n"

  /// The limit is for a reader that looks at all of a row again for each part of it: it would take hours.
  @Test(.timeLimit(.minutes(1))) func aMegabyteIsACellLikeAnyOther() throws {
    let long = String(repeating: "é\n,\"\"", count: 200_000)
    let text = TableStreamTests.head + "\"\(long)\",1,1,\nb,1,1,\n"
    for blocks in [10_007, Int.max] {
      let (output, failures) = try TableRun(blocks: blocks).decide(Array(text.utf8))
      #expect(failures == 0)
      #expect(try Cells.rows(output).map { $0[0].utf8.count } == [1_000_000, 1])
    }
  }

  @Test(.timeLimit(.minutes(1))) func aQuoteThatIsNeverClosedCostsItsRow() throws {
    let rows = String(repeating: "b,1,1,\n", count: 2_000)
    let text = TableStreamTests.head + "a,\"1,1,\n" + rows
    let (output, failures) = try TableRun(blocks: 100, limit: 5_000).decide(Array(text.utf8))
    #expect(failures == 1)
    #expect(output.count { $0 == 0x0A } == 2_001)
  }

  @Test func aRowWithoutAnEndIsNotKept() throws {
    var cutter = RowCutter(RowShape(separator: 0x2C, isQuoted: true, limit: 1_000), hasHeader: false)
    var cut = 0
    for _ in 0..<500 {
      cutter.take(Array(repeating: 0x61, count: 100)[...])
      cut += cutter.pieces.count
      #expect(cutter.bytes.count <= 1_200)
    }
    #expect(cut == 1)
    cutter.take([0x0A, 0x62, 0x0A])
    #expect(cutter.pieces.map { Array(cutter.bytes[$0.range]) } == [[0x62, 0x0A]])
  }

  /// Lines that look open from their own start, and inside of the cell of the line before, are the worst that can come.
  @Test(.timeLimit(.minutes(1)), arguments: ["b\",\"\n", "\"\n", "\"\"\"\n", ",\"\"\"x\n", "\"a\"\"\n"])
  func linesOfQuotesTakeNoLongerThanOthers(_ line: String) throws {
    let text = TableStreamTests.head + String(repeating: line, count: 100_000)
    let (output, _) = try TableRun().decide(Array(text.utf8))
    #expect(output.count { $0 == 0x0A } >= 25_000)
  }

  @Test func aLineThatIsTooLongIsAnsweredToo() throws {
    let book = try WireBook.book()
    var stream = DecideStream(Advisor(book), run: RunValues(book), isBrief: true)
    var output: [UInt8] = []
    for _ in 0..<9 { stream.feed(Array(repeating: 0x20, count: 1_000_000)[...], to: &output) }
    stream.feed(Array("\n\(WireBook.line())\nx\n".utf8)[...], to: &output)
    stream.finish(to: &output)
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first == #"{"id": null, "line": 1, "error": "this line is longer than 8 MB"}"#)
    #expect(lines.last?.contains(#""line": 3"#) == true)
  }
}
