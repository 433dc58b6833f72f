import Testing

@testable import RecoupReports

/// XML from plain strings.
@Suite struct MarkupTests {
  static let rows = [
    ("</text><script>", "&lt;/text&gt;&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"x\"", "&quot;x&quot;"),
    ("&lt;", "&amp;lt;"), ("]]>", "]]&gt;"), ("\u{0}\u{B}\u{FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("\r", "&#13;"),
    ("é\u{A0}€ 日本 \u{1F600}", "é\u{A0}€ 日本 \u{1F600}"), ("it's", "it's"),
  ]

  @Test(arguments: rows) func escapesTexts(_ row: (String, String)) {
    #expect(Markup("text", text: row.0).text == "<text>\(row.1)</text>\n")
    #expect(Markup("text", ["class": row.0]).text == "<text class=\"\(row.1)\"/>\n")
  }

  @Test func keepsLineEndsInAttributes() {
    #expect(Markup("g", ["id": "a\n\tb"], text: "a\n\tb").text == "<g id=\"a&#10;&#9;b\">a\n\tb</g>\n")
  }

  @Test func setsInWhatIsInside() {
    #expect(Markup("g", [:], [Markup("a"), Markup("b", text: "c")]).text == "<g>\n  <a/>\n  <b>c</b>\n</g>\n")
  }

  @Test(arguments: [(0.0, "0"), (1.04, "1"), (1.05, "1.1"), (-0.5, "-0.5"), (-12.34, "-12.3"), (960, "960")])
  func lengthsHaveOneDecimal(_ row: (Double, String)) { #expect(Frame.text(row.0) == row.1) }
}
