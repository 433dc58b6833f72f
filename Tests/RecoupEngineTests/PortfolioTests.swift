import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

/// The fast path for many invoices, held against the whole decision on everything.
@Suite struct PortfolioTests {
  @Test func decidesAsTheAdvisorBitForBit() throws {
    for seed in Properties.seeds(250) {
      var book = try Properties.book(seed)
      try compare(book, seed)
      book.horizon = RuleBook.Horizon(steps: 1, days: 0)
      try compare(book, seed)
    }
  }

  /// What is kept from one invoice to the next must not tell: every case is asked of twice, in two orders.
  private func compare(_ book: RuleBook, _ seed: UInt64) throws {
    let advisor = Advisor(book)
    var portfolio = PortfolioAdvisor(advisor)
    let cases = RandomCases.cases(for: book, seed: seed, count: 8)
    for invoice in cases + cases.reversed() {
      let decision = try advisor.decide(invoice)
      let brief = try portfolio.decide(invoice)
      #expect(brief == BriefDecision(decision), "seed \(seed), \(invoice)")
      #expect(brief.best?.value.bitPattern == decision.bestOption?.value.bitPattern, "seed \(seed), \(invoice)")
    }
  }

  @Test func missesWhatTheAdvisorMisses() throws {
    let advisor = Advisor(try Properties.book(1))
    var portfolio = PortfolioAdvisor(advisor)
    for facts: [Int64?] in [[], [100], [nil, 5], [100, nil]] {
      #expect(throws: Advisor.Problem.self) { try advisor.decide(Case(facts: facts)) }
      #expect(throws: Advisor.Problem.self) { try portfolio.decide(Case(facts: facts)) }
    }
  }
}
