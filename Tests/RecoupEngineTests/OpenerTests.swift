@testable import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

/// What is said to open an action, held against simply trying.
@Suite struct OpenerTests {
  /// An action that is closed in a case.
  private struct Closed: CustomStringConvertible {
    var seed: UInt64
    var advisor: Advisor
    var invoice: Case
    var action: Int
    /// Facts as they count today, with their defaults.
    var today: [Int64?]

    init?(_ seed: UInt64, _ advisor: Advisor, _ invoice: Case, _ action: Int) {
      if advisor.isOpen(action, on: 0, in: invoice) { return nil }
      self.seed = seed
      self.advisor = advisor
      self.invoice = invoice
      self.action = action
      today = Evaluator(advisor.program, invoice).facts
    }

    var description: String { "seed \(seed), action \(action), \(invoice)" }

    var openers: [[Change]] { advisor.openers(of: action, in: invoice) }

    func isOpen(_ changed: (fact: Int, value: Int64)...) -> Bool {
      var other = invoice
      for (fact, value) in changed { other = other.with(value, for: fact) }
      return advisor.isOpen(action, on: 0, in: other)
    }

    /// The facts that are looked at in any case, the amount is not.
    var facts: [Int] {
      advisor.book.facts.indices.filter { advisor.book.facts[$0].motion == .fixed && $0 != RuleBook.Builtin.amount }
    }

    /// The other values of a fact of yes or no or of words, in order.
    func otherWords(of fact: Int) -> [Int64]? { advisor.book.facts[fact].allValues?.filter { $0 != today[fact] } }
  }

  /// The closed actions of random books of every kind, unless none are wanted, and of small ones.
  private func forClosed(books: UInt64, small: UInt64, _ body: (Closed) throws -> Void) throws {
    for seed in books == 0 ? 0..<0 : Properties.seeds(books) {
      let advisor = Advisor(try Properties.book(seed))
      for invoice in RandomCases.cases(for: advisor.book, seed: seed, count: 1) {
        for action in advisor.book.actions.indices { try Closed(seed, advisor, invoice, action).map(body) }
      }
    }
    for seed in Properties.seeds(small) {
      let (book, cases) = SmallBooks.make(seed: seed, cases: 2)
      let advisor = Advisor(book)
      for invoice in cases { try Closed(seed, advisor, invoice, 0).map(body) }
    }
  }

  /// Every combination of what an entry names opens the action, and of a number the value beside the named one does not.
  @Test func everyChangeOpens() throws {
    try forClosed(books: 60, small: 200) { closed in
      for changes in closed.openers {
        #expect(closed.advisor.isOpen(closed.action, on: 0, in: closed.invoice.applying(changes)), "\(closed)")
        for (place, change) in changes.enumerated() {
          #expect(change.from == closed.today[change.fact], "\(closed)")
          var rest = changes
          rest.remove(at: place)
          let invoice = closed.invoice.applying(rest)
          func opens(_ value: Int64) -> Bool {
            closed.advisor.isOpen(closed.action, on: 0, in: invoice.with(value, for: change.fact))
          }
          switch change.reach {
          case .exactly(let values): #expect(values.allSatisfy(opens), "\(closed): \(changes)")
          case .atLeast(let value): #expect(opens(value) && !opens(value - 1), "\(closed): \(changes)")
          case .atMost(let value): #expect(opens(value) && !opens(value + 1), "\(closed): \(changes)")
          case .any: #expect(change.from == nil && [0, 1, -1, 1_000_000].allSatisfy(opens), "\(closed): \(changes)")
          }
        }
      }
    }
  }

  /// Of yes or no and of words no single fact is missed, and no pair where there is no single fact.
  @Test func noWordIsMissed() throws {
    try forClosed(books: 50, small: 300) { closed in
      let openers = closed.openers
      let words = closed.facts.filter { closed.otherWords(of: $0) != nil }
      for fact in words {
        let open = closed.otherWords(of: fact)?.filter { closed.isOpen((fact, $0)) } ?? []
        let named = openers.first { $0.count == 1 && $0[0].fact == fact }
        #expect(named.map { $0[0].reach } == (open.isEmpty ? nil : .exactly(open)), "\(closed), fact \(fact)")
      }
      if openers.contains(where: { $0.count == 1 }) || openers.count == Advisor.mostPairs { return }
      for first in words {
        for second in words where second > first {
          for a in closed.otherWords(of: first) ?? [] {
            for b in closed.otherWords(of: second) ?? [] {
              let isNamed = openers.contains {
                guard case .exactly(let firsts) = $0[0].reach, case .exactly(let seconds) = $0[1].reach else {
                  return false
                }
                return $0[0].fact == first && $0[1].fact == second && firsts.contains(a) && seconds.contains(b)
              }
              let opens = closed.isOpen((first, a), (second, b))
              #expect(isNamed == opens, "\(closed): \(first) at \(a), \(second) at \(b)")
            }
          }
        }
      }
    }
  }

  /// Of days, no value nearer than the named one opens the action; and where any near one does, one is named.
  @Test func noNearerDaysOpen() throws {
    try forClosed(books: 0, small: 500) { closed in
      let openers = closed.openers
      if openers.contains(where: { $0.count == 2 }) { return }
      for fact in closed.facts where closed.otherWords(of: fact) == nil {
        guard let from = closed.today[fact] else { continue }
        let nearest = (1...60).first { closed.isOpen((fact, from + $0)) || closed.isOpen((fact, from - $0)) }
        let named = openers.first { $0[0].fact == fact }.map { abs($0[0].value - from) }
        #expect(named == nearest, "\(closed), fact \(fact): \(openers)")
      }
    }
  }

  /// Where two facts open an action and none does alone, a pair is named. Only two numbers are not always found, as
  /// `openers` says, and that is rare; seeds are fixed, so that it can be counted.
  @Test func pairsAreNamed() {
    var (singles, pairs, missed) = (0, 0, 0)
    for seed: UInt64 in 1...150 {
      let (book, cases) = SmallBooks.make(seed: seed, cases: 5)
      let advisor = Advisor(book)
      for closed in cases.compactMap({ Closed(seed, advisor, $0, 0) }) {
        let openers = closed.openers
        if let first = openers.first {
          singles += first.count == 1 ? 1 : 0
          pairs += first.count == 2 ? 1 : 0
        } else if let (first, second) = openingPair(closed) {
          let areBothNumbers = closed.otherWords(of: first) == nil && closed.otherWords(of: second) == nil
          #expect(areBothNumbers, "\(closed): \(first) and \(second)")
          missed += 1
        }
      }
    }
    #expect(singles > 100 && pairs > 100)
    #expect(missed * 50 < pairs)
  }

  private func openingPair(_ closed: Closed) -> (first: Int, second: Int)? {
    for first in closed.facts {
      for second in closed.facts where second > first {
        let seconds = closed.otherWords(of: second) ?? Array(SmallBooks.days)
        for a in closed.otherWords(of: first) ?? Array(SmallBooks.days)
        where seconds.contains(where: { closed.isOpen((first, a), (second, $0)) }) { return (first, second) }
      }
    }
    return nil
  }

  // MARK: By hand

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
