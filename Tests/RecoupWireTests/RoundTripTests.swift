import Foundation
import RecoupEngine
import RecoupLanguage
import RecoupQuantities
import RecoupRules
import RecoupTesting
import RecoupWire
import Testing

/// What is written as a line and read again is the case that it was, and its answer the decision that the engine makes.
@Suite struct RoundTripTests {
  @Test func randomCasesAreDecidedOnTheWireAsInCode() throws {
    for seed in Effort.seeds(60) {
      let text = RandomRules.text(seed: seed)
      let loaded = RulesLoader.load(SourceFile(name: "seed \(seed)", text: text)) { _, _ in .missing("none") }
      let book = try #require(loaded.book, "seed \(seed)")
      let advisor = Advisor(book)
      for (index, invoice) in RandomCases.cases(for: book, seed: seed, count: 4).enumerated() {
        let decision = try advisor.decide(invoice)
        var run = RunValues(book)
        for (setting, value) in zip(book.settings, invoice.settings) {
          guard let value else { continue }
          try run.set(setting.name, to: RoundTripTests.literal(value, setting.value.type, [], book), in: book)
        }
        let line = RoundTripTests.line(invoice, book, id: index)
        var stream = DecideStream(advisor, run: run)
        var output: [UInt8] = []
        stream.feed(Array((line + "\n").utf8)[...], to: &output)
        let printed = String(decoding: output, as: UTF8.self)
        try #require(stream.failures == 0, "seed \(seed), case \(index): \(line)\n\(printed)")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let answer = try decoder.decode(Answer.self, from: Data(output))
        #expect(answer == Answer(decision, book, id: index), "seed \(seed), case \(index): \(line)")
      }
    }
  }

  // MARK: Writing a case

  private static func line(_ invoice: Case, _ book: RuleBook, id: Int) -> String {
    let facts = zip(book.facts, invoice.facts).compactMap { fact, value in
      value.map { "\"\(fact.name)\": \(json($0, fact, book))" }
    }
    let done = zip(book.actions, invoice.done).compactMap { action, done -> String? in
      if done.times == 0 { return nil }
      let daysAgo = done.daysAgo.map { ", \"days_ago\": \($0)" } ?? ""
      return "\"\(action.name)\": {\"times\": \(done.times)\(daysAgo)}"
    }
    return "{\"id\": \(id), \"facts\": {" + facts.joined(separator: ", ") + "}, \"done\": {"
      + done.joined(separator: ", ") + "}, \"pending\": \(invoice.pendingDays)}"
  }

  private static func json(_ value: Int64, _ fact: Fact, _ book: RuleBook) -> String {
    switch fact.type {
    case .truth: value == 1 ? "true" : "false"
    case .choice, .percent: "\"\(literal(value, fact.type, fact.words, book))\""
    // As a text or as a number, by the value.
    case .money: value % 2 == 0 ? "\"\(literal(value, .money, [], book))\"" : literal(value, .money, [], book)
    case .days, .number: literal(value, fact.type, [], book)
    }
  }

  private static func literal(_ value: Int64, _ type: ValueType, _ words: [Fact.Word], _ book: RuleBook) -> String {
    switch type {
    case .truth: value == 1 ? "yes" : "no"
    case .choice: words[Int(value)].name
    case .money: DecimalText.text(value, decimals: book.currency.decimals)
    case .days: String(value)
    case .number: DecimalText.text(value, decimals: 6)
    case .percent: DecimalText.text(value, decimals: 4) + "%"
    }
  }

  // MARK: Reading an answer

  /// An answer as a program reads it.
  private struct Answer: Decodable, Equatable {
    struct Step: Decodable, Equatable {
      var action: String
      var day: Int64
      var chance: Double
      var net, outlay, strained: Int64
    }
    struct Option: Decodable, Equatable {
      var action: String
      var opens: Int64
      var value, chance: Double
      var plan: [Step]
    }
    struct Closed: Decodable, Equatable {
      var action, because: String
      var missing: [String]?
    }

    var id: Int
    var recommend: String?
    var until: Int64?
    var basis: String
    var best: String?
    var value, chance: Double?
    var paidBy: Int64?
    var options: [Option]
    var closed: [Closed]
    var fired: [String]

    init(_ decision: Decision, _ book: RuleBook, id: Int) {
      self.id = id
      switch decision.recommendation {
      case .action(let action): recommend = book.actions[action].name
      case .wait: recommend = "wait"
      case .nothing: recommend = nil
      }
      until = decision.until
      basis = decision.basis.rawValue
      best = decision.bestOption.map { book.actions[$0.action].name }
      value = decision.bestOption?.value
      chance = decision.bestOption?.chanceOfPlan
      paidBy = decision.bestOption?.paidBy
      options = decision.options.map { option in
        Option(
          action: book.actions[option.action].name, opens: option.opens, value: option.value, chance: option.chance,
          plan: option.plan.map {
            Step(
              action: book.actions[$0.action].name, day: $0.day, chance: $0.chance, net: $0.net, outlay: $0.outlay,
              strained: $0.strained)
          })
      }
      closed = decision.closed.map { Answer.closed($0, book) }
      fired = decision.fired.map { book.rules[$0].name.original }
    }

    private static func closed(_ closed: RecoupEngine.Closed, _ book: RuleBook) -> Closed {
      var missing: [String]?
      let because: String
      switch closed.reason {
      case .times: because = "times"
      case .rule: because = "rule"
      case .requires: because = "requires"
      case .wait: because = "wait"
      case .unknown(let facts):
        because = "unknown"
        missing = facts.map {
          switch $0 {
          case .fact(let fact): book.facts[fact].name
          case .daysAgo(let action): book.actions[action].name + ".days_ago"
          }
        }
      }
      return Closed(action: book.actions[closed.action].name, because: because, missing: missing)
    }
  }
}
