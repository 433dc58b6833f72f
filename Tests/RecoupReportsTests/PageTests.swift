import Testing

@testable import RecoupReports

/// Text in lines and columns.
@Suite struct PageTests {
  @Test func fillsLines() {
    #expect(Page.lines(of: "one two three", width: 7) == ["one two", "three"])
    #expect(Page.lines(of: "one two three four", width: 9, hanging: 3) == ["one two", "three", "four"])
    #expect(Page.lines(of: "", width: 9) == [])
    #expect(Page.lines(of: "a\u{A0}b c", width: 3) == ["a\u{A0}b", "c"])
  }

  @Test func cutsWordsThatFitNoLine() {
    #expect(Page.lines(of: "a " + String(repeating: "x", count: 7), width: 3) == ["a", "xxx", "xxx", "x"])
    #expect(Page.lines(of: "日本語", width: 4) == ["日本", "語"])
  }

  @Test func columnsAreAsWideAsWhatIsInThem() {
    var rows = Columns(.left, .left, .right)
    rows.add("a", "", "1")
    rows.add("bbb", "", "22")
    #expect(rows.lines(width: 80, indent: 1) == [" a     1", " bbb  22"])
  }

  @Test func oneColumnGivesWay() {
    var rows = Columns(.left, .right)
    rows.add(String(repeating: "x", count: 100), "1")
    let line = rows.lines(width: 40)[0]
    #expect(line == String(repeating: "x", count: 36) + "…  1")
    #expect(Shown.width(line) == 40)
  }

  @Test func oneColumnGoesOnInTheNextLine() {
    var rows = Columns(.left, .left, .right)
    rows.add("a", "one two three four five six", "1")
    rows.add("b", "seven", "2")
    let wide = rows.lines(width: 34, wrapping: 1)
    #expect(wide == ["a  one two three four five six  1", "b  seven                        2"])
    let narrow = rows.lines(width: 24, wrapping: 1)
    #expect(narrow == ["a  one two three       1", "     four five six", "b  seven               2"])
  }

  @Test(arguments: [
    ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("日本語", 5, "日本…"), ("日本語", 6, "日本語"), ("", 3, ""),
  ]) func clips(_ row: (String, Int, String)) {
    #expect(Shown.clipped(row.0, to: row.1) == row.2)
  }

  /// One character may carry thousands of marks.
  @Test func clipsMarks() {
    let tower = "a" + String(repeating: "\u{301}", count: 10_000)
    #expect(Shown.clipped(tower, to: 3).unicodeScalars.count < 20)
  }

  @Test(arguments: [
    "\u{1B}[31m", "\u{7}", "\u{202E}", "\u{200B}", "\u{61C}", "\u{AD}", "\u{E0041}", "\u{9B}31m", "\n", "\r",
  ])
  func nothingControlsTheTerminal(_ text: String) {
    let shown = Shown.text("a" + text + "b")
    #expect(shown.hasPrefix("a\\u{"))
    #expect(shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F })
  }
}
