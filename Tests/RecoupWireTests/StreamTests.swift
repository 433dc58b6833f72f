import RecoupEngine
import RecoupTesting
import RecoupWire
import Testing

/// How a stream is cut into lines, and that nothing depends on the blocks in which it comes.
@Suite struct StreamTests {
  private static let good = WireBook.line()

  private static func error(_ line: Int) -> String {
    #"{"id": null, "line": \#(line), "error": "this line is not JSON at column 1: expected a value"}"#
  }

  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var input: String
    /// The lines that are answered: with a decision, or with an error that has this number.
    var answers: [Int?]

    init(_ name: String, _ input: String, _ answers: [Int?]) {
      testDescription = name
      self.input = input
      self.answers = answers
    }
  }

  static let rows = [
    Row("nothing", "", []),
    Row("a line end", "\n", []),
    Row("white space", " \t\r\n \n", []),
    Row("a byte-order mark", "\u{FEFF}", []),
    Row("a byte-order mark and a line end", "\u{FEFF}\r\n", []),
    Row("one line", good + "\n", [nil]),
    Row("no last line end", good, [nil]),
    Row("CRLF", good + "\r\n" + good + "\r\n", [nil, nil]),
    Row("CRLF and no last line end", good + "\r\n" + good + "\r", [nil, nil]),
    Row("a byte-order mark before the first line", "\u{FEFF}" + good + "\n" + good + "\n", [nil, nil]),
    Row("a byte-order mark before the second line", good + "\n\u{FEFF}" + good + "\n", [nil, 2]),
    Row("two byte-order marks", "\u{FEFF}\u{FEFF}" + good, [1]),
    Row("blank lines are counted and not answered", "\n\n x\n\r\n \t\n" + good + "\ny", [3, nil, 7]),
    Row("CR does not end a line", good + "\r" + good, [0]),
    Row("bad lines do not end the stream", "x\n" + good + "\nx\n", [1, nil, 3]),
    Row("a line separator of Unicode does not end a line", "\u{2028}" + good, [1]),
  ]

  @Test(arguments: rows) func linesAreAnsweredInTheirPlace(_ row: Row) throws {
    let decision = try WireBook.decide(StreamTests.good)
    let answers = try WireBook.decide(row.input).split(separator: "\n").map { String($0) }
    #expect(answers.count == row.answers.count)
    for (answer, expected) in zip(answers, row.answers) {
      switch expected {
      case nil: #expect(answer == decision)
      case 0: #expect(answer.contains("there is something after the value"))
      case let line?: #expect(answer.hasPrefix(#"{"id": null, "line": \#(line), "error": "#), "\(answer)")
      }
    }
  }

  /// Lines of all kinds, with characters of several bytes and a byte-order mark.
  private static let stream: [UInt8] = {
    let texts = [
      "\u{FEFF}" + WireBook.line(facts: #""contract": true"#), "", #"{"id": "é漢😀", "facts": {}}"#,
      WireBook.line(facts: #""reason": "forgot", "on_time": "95%""#, #", "id": "漢""#) + "\r", "not JSON", "\t",
      #"{"facts": {"amount": 1e2, "days_overdue": -4}, "done": {"plan": {"times": 1, "days_ago": 2}}, "pending": 3}"#,
    ]
    return Array(texts.joined(separator: "\n").utf8) + [0x0A, 0x22, 0xFF, 0x22]
  }()

  @Test func whereverBlocksEndTheAnswersAreTheSame() throws {
    let whole = try WireBook.decide(StreamTests.stream)
    #expect(whole.split(separator: "\n").count == 6)
    for size in [1, 2, 3, 5, 7, 16, 64] {
      let answers = try WireBook.decide(StreamTests.stream, blocks: size)
      #expect(answers == whole, "blocks of \(size)")
    }
    let book = try WireBook.book()
    let advisor = Advisor(book)
    for end in StreamTests.stream.indices {
      var stream = DecideStream(advisor, run: RunValues(book), isBrief: true)
      var output: [UInt8] = []
      stream.feed(StreamTests.stream[..<end], to: &output)
      stream.feed([], to: &output)
      stream.feed(StreamTests.stream[end...], to: &output)
      stream.finish(to: &output)
      #expect(String(decoding: output, as: UTF8.self) == whole, "cut at \(end)")
      #expect(stream.failures == 3)
    }
  }

  /// Every line that a block completes is answered before the next block is asked for.
  @Test func answersDoNotWaitForTheNextBlock() throws {
    let book = try WireBook.book()
    var stream = DecideStream(Advisor(book), run: RunValues(book), isBrief: true)
    var output: [UInt8] = []
    let line = Array((StreamTests.good + "\n").utf8)[...]
    stream.feed(line.dropLast(), to: &output)
    #expect(output.isEmpty)
    stream.feed(line.suffix(1), to: &output)
    #expect(output.count { $0 == 0x0A } == 1)
    stream.finish(to: &output)
    #expect(output.count { $0 == 0x0A } == 1)
  }

  // MARK: Large lines

  struct Large: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var before: String
    /// What is repeated, with the number of the repetition in the place of `%`.
    var part: String
    var times: Int
    var after: String

    init(_ name: String, _ before: String, _ part: String, _ times: Int, _ after: String) {
      testDescription = name
      self.before = before
      self.part = part
      self.times = times
      self.after = after
    }

    var line: String {
      let isNumbered = part.contains("%")
      let middle =
        isNumbered ? (0..<times).map { part.replacing("%", with: String($0)) } : [String(repeating: part, count: times)]
      return before + middle.joined() + after
    }
  }

  static let large = [
    Large("a long id", #"{"id": ""#, "é漢", 200_000, #"", "facts": {}}"#),
    Large("much space", "{", " ", 1_000_000, #""facts": {}}"#),
    Large("many names", #"{"facts": {"#, #""name_%": 1, "#, 40_000, #""amount": 1}}"#),
    Large("many names and one of them twice", #"{"facts": {"#, #""name_%": 1, "#, 40_000, #""name_39999": 1}}"#),
    Large("a long name", #"{"facts": {""#, "x", 1_000_000, #"": 1}}"#),
    Large("a long number", #"{"facts": {"amount": 1"#, "0", 1_000_000, "}}"),
    Large("a long fraction", #"{"facts": {"amount": 0."#, "0", 1_000_000, "1}}"),
    Large("a long list", #"{"facts": ["#, "0,", 200_000, "0]}"),
  ]

  /// The limit is for a reader that looks at all of a line again for each part of it: it would take hours.
  @Test(.timeLimit(.minutes(1)), arguments: large) func aMegabyteIsALineLikeAnyOther(_ row: Large) throws {
    let answer = try WireBook.decide(row.line + "\n" + StreamTests.good)
    let lines = answer.split(separator: "\n")
    #expect(lines.count == 2)
    let isError = lines[0].prefix(1_000_000).contains(#", "line": 1, "error": "#)
    #expect(isError)
    let decision = try WireBook.decide(StreamTests.good)
    #expect(lines[1] == decision)
  }

  /// A number may be written with as many zeros as one likes.
  @Test func zerosThatMeanNothingDoNotMatter() throws {
    let zeros = String(repeating: "0", count: 150_000)
    let many = try WireBook.decide(#"{"facts": {"amount": 1000.\#(zeros), "days_overdue": 0.\#(zeros)4e150002}}"#)
    let decision = try WireBook.decide(#"{"facts": {"amount": 1000, "days_overdue": 4}}"#)
    #expect(many.prefix(1_000) == decision)
  }

  // MARK: Anything at all

  /// Damaged lines give an answer each, in JSON, and never a crash.
  @Test func damagedLinesAreAnswered() throws {
    let alphabet = Array(#"{}[]",:\0159.eE+-tfn "#.utf8) + [0x00, 0x0D, 0x7F, 0x80, 0xC3, 0xA9, 0xFF]
    for seed in Effort.seeds(1_000) {
      var random = SeededRandom(seed: seed)
      var bytes = Array(WireBook.line(facts: #""on_time": "95%", "reason": "forgot""#, #", "id": "é""#).utf8)
      for _ in 0..<1 + random.below(4) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(random.pick(alphabet), at: place)
        case 2: bytes[place] = random.pick(alphabet)
        default: bytes.removeSubrange(place..<min(bytes.count, place + random.below(12)))
        }
      }
      let answer = try WireBook.decide(bytes)
      let isBlank = bytes.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
      #expect(answer.count { $0 == "\n" } == (isBlank ? 0 : 1), "seed \(seed)")
      if !isBlank { #expect(try TestJSON.isObject(answer), "seed \(seed): \(answer)") }
    }
  }
}
