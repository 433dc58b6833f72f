import RecoupEngine
import RecoupLanguage
import RecoupRules
import Testing

/// What opens an action, worked out by hand: one requirement a row.
@Suite struct OpenerRowTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// What the action requires.
    var requires: String
    /// What is given besides the amount and the days overdue.
    var given: String
    /// The entries, as text.
    var openers: [String]

    init(_ name: String, _ requires: String, given: String = "", _ openers: String...) {
      testDescription = name
      self.requires = requires
      self.given = given
      self.openers = openers
    }
  }

  static let rows: [Row] = [
    Row("open", "amount > 0 USD"),
    Row("an answer", "contract", "contract nil: exactly [1]"),
    Row("another answer", "contract", given: "contract = no", "contract 0: exactly [1]"),
    Row("words in their order", "reason is not forgot", given: "reason = forgot", "reason 0: exactly [1, 2]"),
    Row("words, but not today's", "reason is unhappy", given: "reason = silent", "reason 1: exactly [2]"),
    Row("a default", "not ongoing", "ongoing 1: exactly [0]"),
    Row(
      "two ways", "contract or proof", given: "contract = no proof = no", "contract 0: exactly [1]",
      "proof 0: exactly [1]"),
    Row("two at once", "contract and proof", "contract nil: exactly [1], proof nil: exactly [1]"),
    Row("no more than is needed", "contract or contract and proof", "contract nil: exactly [1]"),
    Row("a lower amount", "claim <= 50 USD", "amount 10000: atMost 5000"),
    Row("a share of the amount", "20% of amount >= 100 USD", "amount 10000: atLeast 49998"),
    Row("a share that is unknown", "on_time >= 80%", "on_time nil: atLeast 800000"),
    Row("a share that is unknown, and low", "on_time < 80%", "on_time nil: atMost 799999"),
    Row("a share that must be known", "on_time is known", "on_time nil: any"),
    Row("a window above", "on_time between 40% and 60%", given: "on_time = 10%", "on_time 100000: atLeast 400000"),
    Row("a window below", "on_time between 40% and 60%", given: "on_time = 70%", "on_time 700000: atMost 600000"),
    Row("a number and a word", "on_time > 50% and contract", "contract nil: exactly [1], on_time nil: atLeast 500001"),
    Row(
      "a number before a word", "amount <= 50 USD and contract", "amount 10000: atMost 5000, contract nil: exactly [1]"),
    Row(
      "two numbers", "on_time > 50% and amount <= 50 USD", given: "on_time = 50%",
      "amount 10000: atMost 5000, on_time 500000: atLeast 500001"),
    Row("through a table", "rate > 10%", "reason nil: exactly [1, 2]"),
    Row("only time helps", "days_overdue > 20 days"),
    Row("what was done", "act.times = 2"),
    Row("three facts", "contract and proof and reason is silent"),
    Row(
      "what a first change brings up", "contract and (not contract or proof)",
      "contract nil: exactly [1], proof nil: exactly [1]"),
    Row(
      "a default that a first change moves", "contract and signed is no", given: "contract = no",
      "contract 0: exactly [1], signed 0: exactly [0]"),
    Row("never", "amount < amount"),
  ]

  @Test(arguments: rows) func namesTheSmallestChanges(_ row: Row) throws {
    let text = """
      currency USD
      fact contract: yes or no
      fact proof: yes or no
      fact reason: one of forgot, silent, unhappy
      fact ongoing: yes or no = yes
      fact on_time: percent
      fact signed: yes or no = contract
      define claim = amount
      table rate by reason { forgot: 0% otherwise: 20% }
      action act { title "Act" chance 50% requires \(row.requires) }
      example "e" { amount = 100 USD days_overdue = 10 days \(row.given) expect act }
      """
    let loaded = RulesLoader.load(SourceFile(name: "test", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book, "\(loaded.problems)")
    var facts: [Int64?] = book.facts.map { _ in nil }
    for given in book.examples[0].givens {
      guard case .fact(let fact) = given.subject, case .literal(let value) = given.value.kind else { continue }
      facts[fact] = value
    }
    let openers = Advisor(book).openers(of: 0, in: Case(facts: facts)).map { changes in
      changes.map { change in
        let reach =
          switch change.reach {
          case .exactly(let values): "exactly \(values)"
          case .atLeast(let value): "atLeast \(value)"
          case .atMost(let value): "atMost \(value)"
          case .any: "any"
          }
        return "\(book.facts[change.fact].name) \(change.from.map { "\($0)" } ?? "nil"): \(reach)"
      }.joined(separator: ", ")
    }
    #expect(openers == row.openers)
  }
}
