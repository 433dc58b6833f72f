import RecoupQuantities
import RecoupRules
import Testing

@testable import RecoupEngine
@testable import RecoupReports

/// From which value on the advice is another, in both languages.
@Suite struct TurnWordsTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var turn: Turn
    var english: [String]
    var french: [String]

    init(_ name: String, _ turn: Turn, _ english: [String], _ french: [String]) {
      testDescription = name
      self.turn = turn
      self.english = english
      self.french = french
    }
  }

  private static let amount = Axis.fact(RuleBook.Builtin.amount)
  private static let days = Axis.fact(RuleBook.Builtin.daysOverdue)

  static let rows: [Row] = [
    Row(
      "money, the nearer first",
      TurnSamples.turn(amount, 100_000, 15_000...100_105, below: .nothing, above: .action(1)),
      ["from $1,001.06: go to court", "under $150.00: do nothing more"],
      ["à partir de 1\u{202F}001,06\u{A0}$US: go to court", "moins de 150,00\u{A0}$US: ne rien faire de plus"]),
    Row(
      "round money belongs to today's advice", TurnSamples.turn(amount, 5, 5...1_000_000, above: .wait),
      ["over $10,000.00: wait"], ["plus de 10\u{202F}000,00\u{A0}$US: attendre"]),
    Row(
      "money below zero", TurnSamples.turn(.setting(0), -500, -1_234...100, below: .wait),
      ["up to -$12.35: wait"], ["jusqu’à -12,35\u{A0}$US: attendre"]),
    Row(
      "one day and none", TurnSamples.turn(days, 1, 1...1, below: .wait, above: .action(0)),
      ["from 2 days: call them", "up to 0 days: wait"],
      ["à partir de 2\u{A0}jours: call them", "jusqu’à 0\u{A0}jour: attendre"]),
    Row(
      "one day", TurnSamples.turn(days, -12, -400...0, above: .action(0)), ["from 1 day: call them"],
      ["à partir de 1\u{A0}jour: call them"]),
    Row(
      "a round percentage", TurnSamples.turn(.fact(TurnSamples.share), 0, 0...799_999, above: .wait),
      ["from 80%: wait"], ["à partir de 80\u{A0}%: attendre"]),
    Row(
      "a chance to a tenth, always on the far side",
      TurnSamples.turn(.chance(action: 0), 300_000, 246_123...330_271, below: .wait, above: .action(1)),
      ["from 33.1%: go to court", "up to 24.6%: wait"],
      ["à partir de 33,1\u{A0}%: go to court", "jusqu’à 24,6\u{A0}%: attendre"]),
    Row(
      "a percentage below zero",
      TurnSamples.turn(.fact(TurnSamples.share), 0, -12_345...0, below: .wait), ["up to -1.3%: wait"],
      ["jusqu’à -1,3\u{A0}%: attendre"]),
    Row(
      "a chance of next to nothing, and of nothing",
      TurnSamples.turn(.chance(action: 0), 300_000, 42...999_999, below: .wait, above: .nothing),
      ["up to 0.0041%: wait", "100%: do nothing more"],
      ["jusqu’à 0,0041\u{A0}%: attendre", "100\u{A0}%: ne rien faire de plus"]),
    Row(
      "a chance of nothing", TurnSamples.turn(.chance(action: 0), 300_000, 1...1_000_000, below: .wait),
      ["0%: wait"], ["0\u{A0}%: attendre"]),
    Row(
      "numbers", TurnSamples.turn(.fact(TurnSamples.count), 2_000_000, 0...3_000_000, above: .wait),
      ["over 3: wait"], ["plus de 3: attendre"]),
    Row(
      "numbers to a hundredth", TurnSamples.turn(.fact(TurnSamples.count), 2_000_000, 0...3_141_592, above: .wait),
      ["from 3.15: wait"], ["à partir de 3,15: attendre"]),
    Row(
      "the other of yes and no",
      Turn(
        axis: .fact(TurnSamples.paid), today: 1, held: 1...1, proved: 1...1,
        words: [.init(value: 0, recommendation: .wait)]), ["no: wait"], ["non: attendre"]),
    Row(
      "words with the same advice together",
      Turn(
        axis: .fact(TurnSamples.reason), today: 1, held: 1...1, proved: 1...1,
        words: [.init(value: 0, recommendation: .wait), .init(value: 2, recommendation: .wait)]),
      ["They forgot or they are silent: wait"], ["They forgot ou they are silent: attendre"]),
    Row("none", TurnSamples.turn(days, 5, -395...405), [], []),
  ]

  @Test(arguments: rows) func saysFromWhere(_ row: Row) throws {
    for (tongue, expected) in [(Tongue.english, row.english), (.french, row.french)] {
      let words = try TurnSamples.words(tongue)
      let told = words.others(row.turn).map { "\($0.values): \(words.outcome($0.recommendation))" }
      #expect(told == expected)
    }
  }

  @Test func aNumberToldStaysInsideItsRange() throws {
    let words = try TurnSamples.words(.english)
    #expect(words.from(330_272, isAbove: true, .percent, within: 200_000...330_500) == "from 33.0272%")
    #expect(words.from(330_272, isAbove: true, .percent, within: 200_000...331_000) == "from 33.1%")
    #expect(words.from(246_122, isAbove: false, .percent, within: 246_100...400_000) == "up to 24.6122%")
  }

  @Test func factsComeBeforeSettingsAndChancesAndTheNearestFirst() {
    let (amount, days) = (TurnWordsTests.amount, TurnWordsTests.days)
    let turns = [
      TurnSamples.turn(amount, 100, 10...200, below: .wait),
      TurnSamples.turn(days, 10, 5...9_000, below: .wait),
      TurnSamples.turn(.fact(TurnSamples.count), 10, 0...20),
      TurnSamples.turn(.chance(action: 0), 300_000, 290_000...310_000, below: .wait),
      TurnSamples.turn(.chance(action: 2), 0, 0...10, above: .wait),
      TurnSamples.turn(.setting(0), 5000, 4999...5001, above: .wait),
    ]
    #expect(Turn.telling(turns).map { $0.axis } == [days, amount, .setting(0), .chance(action: 0)])
  }
}
