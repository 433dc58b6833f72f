import RecoupQuantities
import RecoupRules
import Testing

@testable import RecoupEngine
@testable import RecoupReports

/// The answers of a number in words, in both languages.
@Suite struct AnswerWordsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var type: ValueType
    /// The first values of the answers after the first, which begins at 0; the last answer ends at `end`.
    var turns: [Int64]
    var end: Int64
    var english: [String]
    var french: [String]

    init(_ name: String, _ type: ValueType, _ turns: [Int64], to end: Int64, _ english: [String], _ french: [String]) {
      testDescription = name
      self.type = type
      self.turns = turns
      self.end = end
      self.english = english
      self.french = french
    }
  }

  static let rows: [Row] = [
    Row("no turn", .percent, [], to: 1_000_000, ["whatever it is"], ["quelle que soit la réponse"]),
    Row(
      "at least", .percent, [800_000], to: 1_000_000, ["under 80%", "from 80%"],
      ["moins de 80\u{A0}%", "à partir de 80\u{A0}%"]),
    Row(
      "more than", .percent, [800_001], to: 1_000_000, ["up to 80%", "over 80%"],
      ["jusqu’à 80\u{A0}%", "plus de 80\u{A0}%"]),
    Row(
      "between", .number, [3_000_000, 5_000_000], to: 1_000_000_000, ["under 3", "from 3 to under 5", "from 5"],
      ["moins de 3", "de 3 à moins de 5", "à partir de 5"]),
    Row(
      "between, ends and all", .number, [3_000_000, 5_000_001], to: 1_000_000_000,
      ["under 3", "from 3 to 5", "over 5"],
      ["moins de 3", "de 3 à 5", "plus de 5"]),
    Row(
      "between, without the ends", .number, [3_000_001, 5_000_000], to: 1_000_000_000,
      ["up to 3", "over 3, under 5", "from 5"], ["jusqu’à 3", "plus de 3, moins de 5", "à partir de 5"]),
    Row(
      "between, without the first", .number, [3_000_001, 5_000_001], to: 1_000_000_000,
      ["up to 3", "over 3, up to 5", "over 5"], ["jusqu’à 3", "plus de 3, jusqu’à 5", "plus de 5"]),
    Row("none and some", .number, [1], to: 1_000_000_000, ["0", "over 0"], ["0", "plus de 0"]),
    Row(
      "one value alone", .days, [6, 7], to: 3650, ["up to 5 days", "6 days", "from 7 days"],
      ["jusqu’à 5\u{A0}jours", "6\u{A0}jours", "à partir de 7\u{A0}jours"]),
    Row(
      "days, of which one is next to the other", .days, [30], to: 3650, ["up to 29 days", "from 30 days"],
      ["jusqu’à 29\u{A0}jours", "à partir de 30\u{A0}jours"]),
    Row(
      "money that is not round", .money, [123_457], to: 100_000_000, ["up to $1,234.56", "from $1,234.57"],
      ["jusqu’à 1\u{202F}234,56\u{A0}$US", "à partir de 1\u{202F}234,57\u{A0}$US"]),
  ]

  @Test(arguments: rows) func saysWhichValues(_ row: Row) throws {
    let book = RuleBook(
      currency: try #require(Currency(code: "USD")), facts: Fact.builtins + [Fact("asked", row.type)], actions: [])
    var question = Question(fact: Fact.builtins.count, answers: [])
    for (first, next) in zip([0] + row.turns, row.turns + [row.end + 1]) {
      question.answers.append(
        .init(values: first...(next - 1), recommendation: .wait, gain: 0, isProved: true))
    }
    for (tongue, expected) in [(Tongue.english, row.english), (.french, row.french)] {
      let words = AdviceWords(book: book, say: tongue)
      #expect(question.answers.indices.map { words.answer($0, of: question) } == expected)
    }
  }
}
