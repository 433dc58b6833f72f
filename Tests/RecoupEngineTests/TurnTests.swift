@testable import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

/// How far each thing can move, held against trying values.
@Suite struct TurnTests {
  @Test func whatHoldsHoldsAndWhatTurnsTurns() throws {
    // 166: a chance that is not the same every day.
    for seed in Array(Properties.seeds(12, part: 100)) + [166] {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      var random = SeededRandom(seed: seed)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 1) {
        let decision = try advisor.decide(invoice)
        for turn in Sensitivity(of: decision, by: advisor, on: invoice).turns {
          func advice(_ value: Int64) throws -> Decision.Recommendation {
            try LineTests.decide(book, invoice, turn.axis, value).recommendation
          }
          #expect(turn.held.contains(turn.today))
          for other in turn.others {
            #expect(try advice(other.value) == other.recommendation, "seed \(seed), \(turn)")
            #expect(other.recommendation != decision.recommendation, "seed \(seed), \(turn)")
          }
          if let words = turn.axis.allValues(in: book) {
            for value in words where value != turn.today && !turn.words.contains(where: { $0.value == value }) {
              #expect(try advice(value) == decision.recommendation, "seed \(seed), \(turn)")
            }
            continue
          }
          // A chance that is not known as one value is not the same as its range.
          if case .chance = turn.axis, turn.held.lowerBound == turn.held.upperBound { continue }
          #expect(turn.below.map { $0.value } ?? turn.held.lowerBound - 1 == turn.held.lowerBound - 1)
          #expect(turn.above.map { $0.value } ?? turn.held.upperBound + 1 == turn.held.upperBound + 1)
          if !turn.isProved { continue }
          let near = turn.held.clamped(to: turn.today - 20...turn.today + 20)
          let tried =
            [turn.held.lowerBound, turn.held.upperBound] + (0..<6).map { random.number($0 < 3 ? turn.held : near) }
          for value in tried where value != turn.today {
            #expect(try advice(value) == decision.recommendation, "seed \(seed), \(turn) at \(value)")
          }
        }
      }
    }
  }

  /// A verdict is a decision without what explains it.
  @Test func verdictsAreDecisions() throws {
    for seed in Properties.seeds(60, part: 5) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      let assumptions = Assumptions(book)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 3) {
        let decision = try advisor.decide(invoice)
        let verdict = try advisor.verdict(invoice).decision
        #expect(verdict.recommendation == decision.recommendation, "seed \(seed), \(invoice)")
        #expect(verdict.basis == decision.basis, "seed \(seed), \(invoice)")
        if decision.basis != .rule {
          #expect(verdict.bestOption?.plan == decision.bestOption?.plan, "seed \(seed), \(invoice)")
          let rival = decision.options.filter { $0.advice != decision.bestOption?.advice }.map { $0.value }.max()
          let found = verdict.options.filter { $0.advice != decision.bestOption?.advice }.map { $0.value }.max()
          #expect(found == rival, "seed \(seed), \(invoice)")
        }
        // A book whose chances can be set decides as the book itself, as long as none is.
        #expect(try assumptions.advisor.decide(invoice) == decision, "seed \(seed), \(invoice)")
        for option in decision.options {
          #expect(advisor.value(of: option.plan, in: invoice) == option.value, "seed \(seed), \(invoice)")
        }
      }
    }
  }
}
