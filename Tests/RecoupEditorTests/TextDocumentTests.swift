import RecoupTesting
import Testing

@testable import RecoupEditor

/// Places in UTF-16 units and edits.
@Suite struct TextDocumentTests {
  @Test(arguments: [
    ("the start", "abc", 0, 0, 0), ("behind the end of a line", "ab\ncd", 0, 9, 2),
    ("behind the end", "ab\ncd", 7, 0, 5),
    ("an emoji is two units", "a😀b", 0, 3, 5), ("between its two units", "a😀b", 0, 2, 1),
    ("a combining mark is a unit", "e\u{301}x", 0, 2, 3), ("a tab is one", "\tx", 0, 1, 1),
    ("the end before CR LF", "ab\r\ncd", 0, 5, 2), ("the line after CR LF", "ab\r\ncd", 1, 1, 5),
    ("a CR alone ends a line", "ab\rcd", 1, 1, 4), ("an empty text", "", 3, 3, 0),
    ("a huge place", "ab\n", 1_000_000_000, 1_000_000_000, 3),
  ]) func offsets(_ row: (name: String, text: String, line: Int, character: Int, offset: Int)) {
    let document = TextDocument(Array(row.text.utf8))
    #expect(document.offset(of: .init(line: row.line, character: row.character)) == row.offset, "\(row.name)")
  }

  @Test func everyPlaceAndBack() {
    let text = "a😀é\r\ne\u{301}\t\n\rx\n\n"
    let document = TextDocument(Array(text.utf8))
    for scalar in text.unicodeScalars.indices {
      let offset = text.utf8.distance(from: text.startIndex, to: scalar)
      if offset > 0, document.bytes[offset - 1] == 13, document.bytes[offset] == 10 { continue }  // within CR LF
      #expect(document.offset(of: document.position(of: offset)) == offset)
    }
    for offset in -2...document.bytes.count + 2 { _ = document.position(of: offset) }
  }

  /// Edits by lines and UTF-16 units, against the same edits of an array of UTF-16 units.
  @Test func randomEdits() {
    let pieces = ["a", "😀", "é", "\n", "\r\n", "\r", "e\u{301}", "\t", "fact x: money\n", ""]
    for seed in Effort.seeds(200) {
      var random = SeededRandom(seed: seed)
      var document = TextDocument([])
      var units: [UInt16] = []
      for _ in 0..<20 {
        // A place in front of a whole character, never within CR LF, so that both mean the same.
        func place() -> Int {
          var place = random.below(units.count + 1)
          while place < units.count, place > 0,
            (0xDC00...0xDFFF).contains(units[place]) || units[place] == 10 && units[place - 1] == 13
          {
            place -= 1
          }
          return place
        }
        let ends = [place(), place()].sorted()
        let text = (0..<random.below(4)).map { _ in random.pick(pieces) }.joined()
        document.replace(
          from: position(ends[0], units), to: position(ends[1], units), with: Array(text.utf8))
        units.replaceSubrange(ends[0]..<ends[1], with: Array(text.utf16))
        #expect(document.bytes == Array(String(decoding: units, as: UTF16.self).utf8), "RECOUP_SEED=\(seed)")
      }
    }
  }

  private func position(_ place: Int, _ units: [UInt16]) -> TextDocument.Position {
    var line = 0
    var start = 0
    for index in 0..<place {
      let isLoneReturn = units[index] == 13 && (index + 1 == units.count || units[index + 1] != 10)
      if units[index] == 10 || isLoneReturn {
        line += 1
        start = index + 1
      }
    }
    return .init(line: line, character: place - start)
  }
}
