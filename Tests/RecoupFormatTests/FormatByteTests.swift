import RecoupLanguage
import RecoupRules
import Testing

/// Files with bytes that an editor would not show.
@Suite struct FormatByteTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var written: String
    var formatted: String

    init(_ name: String, _ written: String, _ formatted: String) {
      testDescription = name
      self.written = written
      self.formatted = formatted
    }
  }

  static let rows = [
    Row("an empty file", "", ""),
    Row("a byte-order mark alone", "\u{FEFF}", ""),
    Row("a line end alone", "\n", ""),
    Row("a byte-order mark", "\u{FEFF}currency USD", "currency USD\n"),
    Row("a byte-order mark before a comment", "\u{FEFF}# c\n", "# c\n"),
    Row("CRLF", "currency USD\r\n\r\n\r\ninclude \"a\"\r\n", "currency USD\n\ninclude \"a\"\n"),
    Row("CRLF after comments", "# a\r\ncurrency USD # b\r\n", "# a\ncurrency USD  # b\n"),
    Row("CR CR LF after a comment", "# a\r\r\ncurrency USD # b \r\r\n", "# a\ncurrency USD  # b\n"),
    Row("a CR at the end of the file", "# a\r", "# a\n"),
    Row("two CRs at the end of the file", "# a \r\r", "# a\n"),
    Row("CR as white space", "currency\rUSD\rinclude \"a\"", "currency USD\ninclude \"a\"\n"),
    Row("a CR within a comment", "# a\rb\n", "# a\rb\n"),
    Row("zero bytes in a comment, among many line ends", "# \0\0\0" + String(repeating: "\r", count: 20), "# \0\0\0\n"),
    Row("tabs", "\tcurrency\tUSD\t#\tc\t\n", "currency USD  #\tc\n"),
    Row("a tab in a text", "include \"a\tb\"", "include \"a\tb\"\n"),
    Row("a comment without a line end", "#", "#\n"),
    Row("a NUL in a comment", "# a\u{0}b\ncurrency USD", "# a\u{0}b\ncurrency USD\n"),
    Row("a no-break space at the end of a comment", "# a\u{A0}\n", "# a\u{A0}\n"),
    Row("a combining accent after a quotation mark", "include \"\u{301}a\"", "include \"\u{301}a\"\n"),
    Row("a combining accent after a comment sign", "#\u{301} \ncurrency USD", "#\u{301}\ncurrency USD\n"),
    Row("texts that run from right to left", "include \"שלום\" # שלום", "include \"שלום\"  # שלום\n"),
  ]

  @Test(arguments: rows) func comeOutAsShown(_ row: Row) throws {
    #expect(try Array(Formatting.text(of: row.written).utf8) == Array(row.formatted.utf8))
    #expect(try Array(Formatting.text(of: row.formatted).utf8) == Array(row.formatted.utf8))
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var codes: [DiagnosticCode]

    init(_ name: String, _ text: String, bytes: [UInt8] = [], _ codes: DiagnosticCode...) {
      testDescription = name
      self.bytes = Array(text.utf8) + bytes
      self.codes = codes
    }
  }

  static let mistakes = [
    Mistake("bytes that are not UTF-8 in a comment", "# a", bytes: [0xFF, 0x0A], .notUTF8),
    Mistake("half of a character at the end", "include \"a\" # ", bytes: [0xF0, 0x9F, 0x98], .notUTF8),
    Mistake("a NUL between words", "currency USD \u{0}", .strayCharacters),
    Mistake("a no-break space between words", "currency\u{A0}USD", .strayCharacters),
    Mistake("a byte-order mark in the middle", "currency USD\n\u{FEFF}include \"a\"", .strayCharacters),
    Mistake("an open text", "include \"a\n", .unclosedText),
    Mistake("an open block", "action a { title \"A\"", .unclosedBlock),
    Mistake("a brace too many", "currency USD }", .unexpected),
    Mistake("two mistakes, in the order of their places", "fact x yes or no\ninclude a", .unexpected, .unexpected),
  ]

  @Test(arguments: mistakes) func filesWithMistakesAreLeftAlone(_ row: Mistake) {
    guard case .mistakes(let problems) = RulesFormatter.format(SourceFile(name: "test", bytes: row.bytes)) else {
      Issue.record("no mistakes")
      return
    }
    #expect(problems.map { $0.code } == row.codes)
    #expect(problems.map { $0.span.lower } == problems.map { $0.span.lower }.sorted())
  }

  /// A mistake of meaning is no reason not to lay a file out.
  @Test func meaningDoesNotMatter() throws {
    let text = "define a = b + 90 days + 3 USD\nrule \"r\" {\n  then never c\n}\n"
    #expect(try Formatting.text(of: "define a = b + 90 days + 3 USD rule \"r\" { then never c }").contains("never c"))
    #expect(try Formatting.text(of: text).hasSuffix("}\n"))
  }

  @Test func longTextsAndManyLines() throws {
    let long = String(repeating: "é漢 ", count: 100_000)
    let text = "fact x \"\(long)\" fr \"\(long)\": yes or no # \(long)"
    let formatted = try Formatting.text(of: text)
    #expect(formatted.split(separator: "\n").count == 2)
    #expect(try Formatting.text(of: formatted) == formatted)
    let many = (0..<5_000).map { "setting a\($0) = \($0) # \($0)\n# between\n" }.joined()
    #expect(try Formatting.text(of: many).utf8.count == many.utf8.count + 5_000)
    let wide = "fact x: one of " + (0..<5_000).map { "w\($0)" }.joined(separator: ", ")
    #expect(try Formatting.text(of: wide).split(separator: "\n").count == 5_001)
    let sum = "define x = " + (0..<150).map { "min(a\($0), \($0)0 USD)" }.joined(separator: " + ")
    #expect(try Formatting.text(of: sum).split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
