@testable import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

/// What is decided once is not decided again, and what is answered does not hang on it.
@Suite struct VerdictMemoTests {
  @Test func askingAgainDecidesNothingAndAnswersTheSame() throws {
    for seed in Properties.seeds(6, part: 200) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 1) {
        let sensitivity = Sensitivity(of: try advisor.decide(invoice), by: advisor, on: invoice)
        let turns = sensitivity.turns
        let routes = sensitivity.routes(turns: turns)
        let trust = sensitivity.trust()
        let count = sensitivity.assumptions.memo.count
        #expect(count > 0, "seed \(seed)")
        #expect(sensitivity.turns == turns, "seed \(seed)")
        #expect(sensitivity.trust() == trust, "seed \(seed)")
        #expect(sensitivity.routes(turns: turns) == routes, "seed \(seed)")
        #expect(sensitivity.assumptions.memo.count == count, "seed \(seed)")
        // Asked in another order, of another memory.
        let other = Sensitivity(of: try advisor.decide(invoice), by: advisor, on: invoice)
        #expect(other.routes(turns: turns) == routes, "seed \(seed)")
        #expect(other.trust() == trust, "seed \(seed)")
        #expect(other.turns == turns, "seed \(seed)")
      }
    }
  }
}
