import RecoupEngine
import RecoupLanguage
import RecoupQuantities
import RecoupRules
import RecoupTesting
import Testing

@testable import RecoupWire

/// The same cases as lines and as rows of a table are decided alike, to the last digit.
@Suite struct TableRoundTripTests {
  @Test func linesAndRowsAreDecidedAlike() throws {
    for seed in Effort.seeds(60) {
      let text = RandomRules.text(seed: seed)
      let loaded = RulesLoader.load(SourceFile(name: "seed \(seed)", text: text)) { _, _ in .missing("none") }
      let book = try #require(loaded.book, "seed \(seed)")
      let advisor = Advisor(book)
      let cases = RandomCases.cases(for: book, seed: seed, count: 6)
      var stream = DecideStream(advisor, run: RunValues(book), isBrief: true)
      var lines: [UInt8] = []
      for invoice in cases {
        var json = JSONWriter()
        json.open("{")
        CaseWriter(book).write(invoice, to: &json)
        json.close("}")
        stream.feed((json.bytes + [0x0A])[...], to: &lines)
      }
      let format = TableFormat(seed % 2 == 0 ? .comma : .tab)
      let table = TableRoundTripTests.table(cases, book, format.separator)
      let (rows, failures) = try TableRun(format: format).decide(Array(table.utf8), advisor, RunValues(book))
      try #require(failures == stream.failures, "seed \(seed)\n\(String(decoding: rows, as: UTF8.self))\n\(table)")
      let wanted = String(decoding: lines, as: UTF8.self).split(separator: "\n").map(TableRoundTripTests.cells)
      #expect(try Cells.rows(rows, format.separator) == wanted, "seed \(seed)\n\(table)")
    }
  }

  /// The values of an answer that is a line, in their order; a null is an empty cell.
  private static func cells(_ line: Substring) -> [String] {
    let names = ["id", "recommend", "until", "basis", "best", "value", "chance", "paid_by"]
    var rest = line.dropLast()
    return names.map { name -> String in
      rest = rest.drop { $0 != ":" }.dropFirst(2)
      let value = rest.prefix { $0 != "," }
      return value == "null" ? "" : String(value.filter { $0 != "\"" })
    } + [""]
  }

  private static func table(_ cases: [Case], _ book: RuleBook, _ separator: TableFormat.Separator) -> String {
    let between = String(decoding: [separator.byte], as: UTF8.self)
    let facts = book.facts.enumerated().filter { $0.offset != RuleBook.Builtin.pending }
    var rows = [
      facts.map { $0.element.name } + book.actions.flatMap { ["\($0.name).times", "\($0.name).days_ago"] } + ["pending"]
    ]
    for invoice in cases {
      let values = facts.map { index, fact in invoice.facts[index].map { literal($0, fact, book) } ?? "" }
      let done = invoice.done.flatMap { done in
        done.times == 0 ? ["", ""] : [String(done.times), done.daysAgo.map { String($0) } ?? ""]
      }
      rows.append(values + done + [String(invoice.pendingDays)])
    }
    return rows.map { $0.joined(separator: between) + "\n" }.joined()
  }

  private static func literal(_ value: Int64, _ fact: Fact, _ book: RuleBook) -> String {
    switch fact.type {
    case .truth: value == 1 ? "yes" : "no"
    case .choice: fact.words[Int(value)].name
    case .money: DecimalText.text(value, decimals: book.currency.decimals)
    case .days: String(value)
    case .number: DecimalText.text(value, decimals: 6)
    case .percent: DecimalText.text(value, decimals: 4) + "%"
    }
  }

  // MARK: The short ways

  /// What is read from the bytes is what the reader of all values reads.
  @Test func plainNumbersAreRead() throws {
    let alphabet = Array("0123456789000..-%_ e".utf8)
    let currency = try #require(Currency(code: "USD"))
    var plain = 0
    for seed in Effort.seeds(5_000) {
      var random = SeededRandom(seed: seed)
      let length = random.pick([1, 2, 3, 6, 17, 18, 19, 20, 21])
      let digits = random.happens(70) ? Array(alphabet[..<11]) : alphabet
      var bytes = (0..<random.below(length + 1)).map { _ in random.pick(digits) }
      if random.happens(20) { bytes.insert(UInt8(ascii: "-"), at: 0) }
      if random.happens(30) { bytes.append(UInt8(ascii: "%")) }
      let text = String(decoding: bytes, as: UTF8.self)
      for (type, decimals) in [(ValueType.money, 2), (.days, 0), (.number, 6), (.percent, 4)] {
        let sign = type == .percent ? UInt8(ascii: "%") : nil
        guard let value = PlainNumber.read(bytes.span, 0, bytes.count, decimals: decimals, sign: sign) else { continue }
        plain += 1
        let read = try? ValueReader.read(text, as: type, currency: currency)
        #expect(read == value, "seed \(seed): \(text) as \(type)")
      }
    }
    #expect(plain > 1_000)
  }

  @Test func plainNumbersTakeTheShortWay() {
    for text in ["0", "-7", "123456789012", "1.5", "0.05", "-0.10", "007"] {
      let bytes = Array(text.utf8)
      #expect(PlainNumber.read(bytes.span, 0, bytes.count, decimals: 2) != nil, "\(text)")
    }
  }

  @Test func digitsAreThoseOfTheDescription() {
    var digits = Digits()
    let doubles = [
      0, -0.0, 1, 0.1, 0.72, 1e15, 1e16, 1e17, Double.leastNonzeroMagnitude, .greatestFiniteMagnitude, -123456.789,
      1 / 3,
    ]
    for value in doubles {
      var output: [UInt8] = []
      digits.write(value, to: &output)
      #expect(String(decoding: output, as: UTF8.self) == value.description)
    }
    for value in [0, 7, -7, 10, 100, -1234567890, .max, .min] as [Int64] {
      var output: [UInt8] = []
      digits.write(value, to: &output)
      #expect(String(decoding: output, as: UTF8.self) == value.description)
    }
    for seed in Effort.seeds(2_000) {
      var random = SeededRandom(seed: seed)
      let bits = Double(bitPattern: random.next())
      for value in [bits, Double(random.number(0...100_000_000)) / 100, Double(random.below(1_000)) / 7] {
        var output: [UInt8] = []
        digits.write(value, to: &output)
        #expect(String(decoding: output, as: UTF8.self) == (value.isFinite ? value.description : ""), "seed \(seed)")
        // Twice, so that it is once taken from what is kept, if nothing else took its place.
        for again in [value, Double(random.below(3_000)) / 3_000, value, value] {
          var output: [UInt8] = []
          digits.writeAgain(again, to: &output)
          #expect(String(decoding: output, as: UTF8.self) == (again.isFinite ? again.description : ""), "seed \(seed)")
        }
      }
    }
  }

  /// Words of every length are told apart, also those that only differ in their middle.
  @Test func wordsAreTheirOwn() throws {
    let names = ["a", "abcdefgh", "abcdefghi", "abcdefgh1abcdefgh", "abcdefgh2abcdefgh", "abcdefghabcdefgh", "z"]
    let text = """
      currency USD
      fact w: one of \(names.joined(separator: ", "))
      action a { title "A" chance 50% requires w is abcdefgh2abcdefgh }
      """
    let loaded = RulesLoader.load(SourceFile(name: "words", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book)
    let table = "w,amount,days_overdue\n" + names.map { "\($0),100,1\n" }.joined() + "abcdefgh3abcdefgh,100,1\n"
    let (output, failures) = try TableRun().decide(Array(table.utf8), Advisor(book), RunValues(book))
    #expect(failures == 1)
    #expect(try Cells.rows(output).map { $0[1] } == ["", "", "", "", "a", "", "", ""])
  }
}
