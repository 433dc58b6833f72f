import RecoupQuantities
import RecoupTesting
import Testing

@Suite struct DecimalTextTests {
  /// What reading a text came to.
  enum Outcome: Equatable {
    case value(Int64)
    case problem(DecimalText.Problem)
  }

  struct Row: CustomTestStringConvertible, Sendable {
    var text: String
    var decimals: Int
    var signed: Bool
    var outcome: Outcome

    init(_ text: String, _ decimals: Int, signed: Bool = false, _ outcome: Outcome) {
      self.text = text
      self.decimals = decimals
      self.signed = signed
      self.outcome = outcome
    }

    var testDescription: String { "\"\(text)\" with \(decimals) decimals" + (signed ? ", signed" : "") }
  }

  private static func parse(_ text: String, decimals: Int, signed: Bool) -> Outcome {
    do {
      return .value(try DecimalText.parse(text.utf8, decimals: decimals, signed: signed))
    } catch {
      return .problem(error)
    }
  }

  static let rows = [
    Row("0", 2, .value(0)),
    Row("7", 2, .value(700)),
    Row("7.5", 2, .value(750)),
    Row("7.50", 2, .value(750)),
    Row("007", 0, .value(7)),
    Row("1_200", 0, .value(1_200)),
    Row("1_2_0_0.5_0", 2, .value(120_050)),
    Row("0.000001", 6, .value(1)),
    Row("-7", 0, signed: true, .value(-7)),
    Row("-0", 2, signed: true, .value(0)),
    Row("-0.01", 2, signed: true, .value(-1)),
    Row("9223372036854775807", 0, .value(.max)),
    Row("92233720368547758.07", 2, .value(.max)),
    Row("-92233720368547758.07", 2, signed: true, .value(-.max)),
    Row("0009223372036854775807", 0, .value(.max)),
    // Too large, as early or late as it may show
    Row("9223372036854775808", 0, .problem(.tooLarge)),
    Row("-9223372036854775808", 0, signed: true, .problem(.tooLarge)),
    Row("18446744073709551616", 0, .problem(.tooLarge)),
    Row("18446744073709551615", 0, .problem(.tooLarge)),
    Row("92233720368547758.08", 2, .problem(.tooLarge)),
    Row("92233720368547759", 2, .problem(.tooLarge)),
    Row("99999999999999999999999999", 6, .problem(.tooLarge)),
    Row("36893488147419103233", 0, .problem(.tooLarge)),
    // Too precise, also where it is only zeros: what was written has more decimals than the type holds
    Row("7.123", 2, .problem(.tooPrecise)),
    Row("7.120", 2, .problem(.tooPrecise)),
    Row("47.0", 0, .problem(.tooPrecise)),
    Row("99999999999999999999.123", 2, .problem(.tooPrecise)),
    // Malformed
    Row("", 2, .problem(.malformed)),
    Row("-", 2, signed: true, .problem(.malformed)),
    Row("-7", 2, .problem(.malformed)),
    Row("--7", 2, signed: true, .problem(.malformed)),
    Row("7-", 2, signed: true, .problem(.malformed)),
    Row("+7", 2, signed: true, .problem(.malformed)),
    Row(".5", 2, .problem(.malformed)),
    Row("-.5", 2, signed: true, .problem(.malformed)),
    Row("5.", 2, .problem(.malformed)),
    Row("5.", 0, .problem(.malformed)),
    Row("1.2.3", 2, .problem(.malformed)),
    Row("1..2", 2, .problem(.malformed)),
    Row("_1", 2, .problem(.malformed)),
    Row("1_", 2, .problem(.malformed)),
    Row("1__2", 2, .problem(.malformed)),
    Row("1_.2", 2, .problem(.malformed)),
    Row("1._2", 2, .problem(.malformed)),
    Row("-_1", 2, signed: true, .problem(.malformed)),
    Row("1.234_", 2, .problem(.malformed)),
    Row("1.23456x", 2, .problem(.malformed)),
    Row(" 1", 2, .problem(.malformed)),
    Row("1 ", 2, .problem(.malformed)),
    Row("1,5", 2, .problem(.malformed)),
    Row("1e3", 2, .problem(.malformed)),
    Row("0x10", 2, .problem(.malformed)),
    Row("1\u{0}", 2, .problem(.malformed)),
    Row("١٢", 2, .problem(.malformed)),
    Row("½", 2, .problem(.malformed)),
  ]

  @Test(arguments: rows) func parses(_ row: Row) {
    #expect(DecimalTextTests.parse(row.text, decimals: row.decimals, signed: row.signed) == row.outcome)
  }

  struct Shown: CustomTestStringConvertible, Sendable {
    var value: Int64
    var decimals: Int
    var atLeast: Int
    var text: String

    init(_ value: Int64, _ decimals: Int, atLeast: Int = 0, _ text: String) {
      self.value = value
      self.decimals = decimals
      self.atLeast = atLeast
      self.text = text
    }

    var testDescription: String { "\(value) with \(decimals) decimals, \(atLeast) at least" }
  }

  static let shown = [
    Shown(0, 0, "0"),
    Shown(0, 2, "0"),
    Shown(0, 2, atLeast: 2, "0.00"),
    Shown(5, 2, "0.05"),
    Shown(50, 2, "0.5"),
    Shown(50, 2, atLeast: 2, "0.50"),
    Shown(100, 2, "1"),
    Shown(1_234_500, 4, atLeast: 2, "123.45"),
    Shown(-5, 2, "-0.05"),
    Shown(-100, 2, atLeast: 2, "-1.00"),
    Shown(.max, 6, "9223372036854.775807"),
    Shown(.min, 0, "-9223372036854775808"),
    Shown(.min, 2, "-92233720368547758.08"),
  ]

  @Test(arguments: shown) func writes(_ row: Shown) {
    #expect(DecimalText.text(row.value, decimals: row.decimals, atLeast: row.atLeast) == row.text)
  }

  @Test func whatIsWrittenReadsBack() {
    for seed in Effort.seeds(5_000) {
      var random = SeededRandom(seed: seed)
      let value = Int64(bitPattern: random.next()) >> random.number(0...63)
      let decimals = random.below(7)
      let text = DecimalText.text(value, decimals: decimals, atLeast: random.below(decimals + 1))
      let outcome = DecimalTextTests.parse(text, decimals: decimals, signed: true)
      #expect(outcome == (value == .min ? .problem(.tooLarge) : .value(value)), "seed \(seed): \(value) as \(text)")
    }
  }

  /// A text of these characters is read just if the grammar has it, however it is put together.
  @Test func readsWhatTheGrammarHasAndNothingElse() throws {
    let grammar = /-?[0-9](_?[0-9])*(\.[0-9](_?[0-9])*)?/
    for seed in Effort.seeds(3_000) {
      var random = SeededRandom(seed: seed)
      let text = (0..<random.below(7)).map { _ in random.pick(["0", "1", "9", "_", ".", "-"]) }.joined()
      let outcome = DecimalTextTests.parse(text, decimals: 6, signed: true)
      let isRight = try grammar.wholeMatch(in: text) != nil
      #expect((outcome != .problem(.malformed)) == isRight, "seed \(seed): \"\(text)\"")
    }
  }
}
