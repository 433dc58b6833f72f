@testable import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

/// Advice at the ends of chances, held against the slow reading of books in which only that end is written.
@Suite struct ChanceDoubtTests {
  @Test func flipsAreWhatTheOtherBookSays() throws {
    for seed in Properties.seeds(60, part: 10) {
      let book = try Properties.book(seed)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 1) {
        let decision = try Advisor(book).decide(invoice)
        var planned = Set<Int>()
        for option in decision.options { planned.formUnion(option.plan.map { $0.action }) }
        var expected: [Flip] = []
        for action in planned.sorted() {
          guard let high = book.actions[action].chance.high else { continue }
          for (isHigh, end) in [(false, book.actions[action].chance.low), (true, high)] {
            var other = book
            other.actions[action].chance.low = end
            other.actions[action].chance.high = nil
            let advice = ReferenceAdvisor(other).decide(invoice).recommendation
            // An end that is not known today is left out.
            guard advice != decision.recommendation, let chance = value(end, in: book, invoice) else { continue }
            expected.append(Flip(action: action, isHigh: isHigh, chance: chance, recommendation: advice))
          }
        }
        #expect(Advisor(book).flips(of: decision, in: invoice) == expected, "seed \(seed), \(invoice)")
      }
    }
  }

  @Test func extremesAreWhatTheOtherBooksSay() throws {
    for seed in Properties.seeds(60, part: 10) {
      let book = try Properties.book(seed)
      var (low, high) = (book, book)
      for action in book.actions.indices {
        low.actions[action].chance.high = nil
        high.actions[action].chance.low = book.actions[action].chance.high ?? book.actions[action].chance.low
        high.actions[action].chance.high = nil
      }
      for invoice in RandomCases.cases(for: book, seed: seed, count: 1) {
        let extremes = try Advisor(book).extremes(in: invoice)
        #expect(ReferenceDecision(extremes.low) == ReferenceAdvisor(low).decide(invoice), "seed \(seed)")
        #expect(ReferenceDecision(extremes.high) == ReferenceAdvisor(high).decide(invoice), "seed \(seed)")
      }
    }
  }

  private func value(_ expression: Expression, in book: RuleBook, _ invoice: Case) -> Int64? {
    var compiler = Compiler(book)
    let node = compiler.add(expression)
    var evaluator = Evaluator(Program(compiler), invoice)
    return evaluator.value(node)
  }

  /// A reminder that costs this much is worth it only at the high end of its chance.
  @Test func namesTheEndThatTurnsTheAdvice() throws {
    func percent(_ value: Int64) -> Expression { Expression(.literal(value * 10_000), .percent) }
    var book = ByHandTests.book
    book.actions[0].chance = .init(percent(10), to: percent(90), scaledBy: percent(50))
    book.actions[0].cost = Expression(.literal(28_000), .money)
    book.actions[1].requirements = []
    book.actions[1].chance = .init(percent(1), to: percent(60))
    let advisor = Advisor(book)
    let invoice = ByHandTests.invoice
    let decision = try advisor.decide(invoice)
    #expect(decision.recommendation == .action(1))
    #expect(
      advisor.flips(of: decision, in: invoice) == [
        Flip(action: 0, isHigh: true, chance: 900_000, recommendation: .action(0))
      ])
    let extremes = try advisor.extremes(in: invoice)
    #expect(extremes.low.recommendation == .action(1))
    #expect(extremes.high.bestOption?.derivation.chanceHigh == extremes.high.bestOption?.derivation.chanceLow)
    #expect(throws: Advisor.Problem.missing(fact: RuleBook.Builtin.amount)) {
      try advisor.extremes(in: Case(facts: []))
    }
  }
}
