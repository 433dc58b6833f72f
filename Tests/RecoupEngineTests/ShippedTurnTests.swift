@testable import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupShippedRules
import RecoupTesting
import Testing

/// What would change the advice of the shipped rules, held against fine sweeps around every value that is named.
@Suite struct ShippedTurnTests {
  struct Row: CustomTestStringConvertible {
    var testDescription: String
    var place: String
    /// By name, as the rules language writes them.
    var facts: [String: String]
    var done: [String: Case.Done] = [:]
  }

  static let rows = [
    Row(
      testDescription: "Silent for a month and a half", place: "us",
      facts: ["amount": "4200", "days_overdue": "47", "reason": "silent"],
      done: ["reminder": .init(times: 2, daysAgo: 9)]),
    Row(
      testDescription: "A few days late, papers in order", place: "us",
      facts: ["amount": "1450", "days_overdue": "4", "contract": "yes", "proof": "yes", "on_time": "66.6667%"]),
    Row(
      testDescription: "They refuse, and were warned", place: "us",
      facts: ["amount": "6400", "days_overdue": "125", "reason": "refuses", "contract": "yes", "proof": "yes"],
      done: ["reminder": .init(times: 2, daysAgo: 90), "notice": .init(times: 1, daysAgo: 40)]),
    Row(
      testDescription: "A small sum in France", place: "fr",
      facts: ["amount": "380", "days_overdue": "20"], done: ["reminder": .init(times: 1, daysAgo: 10)]),
  ]

  private func book(_ name: String) throws -> RuleBook {
    func file(_ name: String) -> SourceFile? { ShippedRules.bytes(of: name).map { SourceFile(name: name, bytes: $0) } }
    let root = try #require(file(name))
    return try #require(RulesLoader.load(root) { name, _ in file(name).map { .found($0) } ?? .missing("none") }.book)
  }

  private func invoice(_ row: Row, _ book: RuleBook) throws -> Case {
    var invoice = Case(
      facts: book.facts.map { _ in nil }, settings: book.settings.map { _ in nil },
      done: book.actions.map { _ in .never })
    for (name, text) in row.facts {
      let fact = try #require(book.fact(named: name))
      if case .choice = book.facts[fact].type {
        invoice.facts[fact] = book.facts[fact].words.firstIndex { $0.name == text }.map { Int64($0) }
      } else {
        invoice.facts[fact] = try ValueReader.read(text, as: book.facts[fact].type, currency: book.currency)
      }
    }
    for (name, done) in row.done { invoice.done[try #require(book.action(named: name))] = done }
    return invoice
  }

  @Test(arguments: rows) func sweepsFindTheSame(_ row: Row) throws {
    let book = try book(row.place)
    let advisor = Advisor(book)
    let invoice = try invoice(row, book)
    let decision = try advisor.decide(invoice)
    var random = SeededRandom(seed: 1)
    var named = 0
    for turn in Sensitivity(of: decision, by: advisor, on: invoice).turns where turn.axis.allValues(in: book) == nil {
      func advice(_ value: Int64) throws -> Decision.Recommendation {
        try LineTests.decide(book, invoice, turn.axis, value).recommendation
      }
      for (other, side) in [(turn.below, Int64(-1)), (turn.above, 1)] {
        guard let other else { continue }
        named += 1
        #expect(try advice(other.value) == other.recommendation, "\(turn)")
        for step in 1...12 {
          let value = other.value - side * Int64(step)
          if !turn.held.contains(value) { continue }
          #expect(try advice(value) == decision.recommendation, "\(turn) at \(value)")
        }
      }
      if !turn.isProved { continue }
      for _ in 0..<8 {
        let value = random.number(turn.held)
        #expect(try advice(value) == decision.recommendation, "\(turn) at \(value)")
      }
    }
    #expect(named > 3)
  }
}
