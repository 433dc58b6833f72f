@testable import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

/// How far advice can be trusted, held against chances drawn from their ranges.
@Suite struct TrustTests {
  /// The advice with chances at these values, by a book in which they are written.
  private func advice(
    _ book: RuleBook, _ invoice: Case, _ assumed: [Trust.Assumed]
  ) throws -> Decision.Recommendation {
    var other = book
    for one in assumed {
      other.actions[one.action].chance.low = Expression(.literal(one.chance), .percent)
      other.actions[one.action].chance.high = nil
    }
    return try Advisor(other).decide(invoice).recommendation
  }

  /// Random books and small ones, in which few ranges matter.
  private func forCases(_ body: (UInt64, RuleBook, Case, Trust, Decision, inout SeededRandom) throws -> Void) throws {
    // 162 and 712: ranges that are too long to be proved to their ends.
    for seed in Array(Properties.seeds(40, part: 20)) + [162, 485, 712, 913] {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      var random = SeededRandom(seed: seed)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 1) {
        let decision = try advisor.decide(invoice)
        try body(seed, book, invoice, Sensitivity(of: decision, by: advisor, on: invoice).trust(), decision, &random)
      }
    }
  }

  @Test func flipsTurnTheAdviceAndNothingNearerDoes() throws {
    try forCases { seed, book, invoice, trust, decision, random in
      for flip in trust.flips {
        #expect(try advice(book, invoice, [flip.assumed]) == flip.recommendation, "seed \(seed), \(flip)")
        #expect(flip.recommendation != decision.recommendation, "seed \(seed)")
      }
      for range in trust.ranges {
        let values = trust.flips.filter { $0.assumed.action == range.action }.map { $0.assumed.chance }
        let today = try #require(Advisor(book).value(on: .chance(action: range.action), in: invoice))
        let low = values.filter { $0 < today }.max().map { $0 + 1 } ?? range.chances.lowerBound
        let high = values.filter { $0 > today }.min().map { $0 - 1 } ?? range.chances.upperBound
        if !trust.isProved || low > high { continue }
        for value in [low, high, random.number(low...high), random.number(low...high)] where value != today {
          let assumed = Trust.Assumed(action: range.action, chance: value)
          #expect(try advice(book, invoice, [assumed]) == decision.recommendation, "seed \(seed), \(assumed)")
        }
      }
    }
  }

  @Test func theWorstCaseIsNoWorse() throws {
    var kinds: [Trust.Together: Int] = [:]
    try forCases { seed, book, invoice, trust, decision, random in
      switch trust.together {
      case .turns(let assumed, let instead):
        #expect(try advice(book, invoice, assumed) == instead, "seed \(seed), \(assumed)")
        #expect(instead != decision.recommendation, "seed \(seed)")
        for one in assumed {
          let range = try #require(trust.ranges.first { $0.action == one.action })
          #expect(range.chances.contains(one.chance), "seed \(seed)")
        }
        kinds[.turns([], .wait), default: 0] += 1
      case .holds:
        // Corners and points between them.
        for number in 0..<24 {
          let assumed = trust.ranges.map { range in
            let ends = [range.chances.lowerBound, range.chances.upperBound]
            return Trust.Assumed(
              action: range.action, chance: number < 16 ? random.pick(ends) : random.number(range.chances))
          }
          #expect(try advice(book, invoice, assumed) == decision.recommendation, "seed \(seed), \(assumed)")
        }
        if !trust.ranges.isEmpty { kinds[.holds, default: 0] += 1 }
      case .undecided:
        #expect(trust.flips.isEmpty, "seed \(seed)")
        kinds[.undecided, default: 0] += 1
      }
    }
    #expect(kinds[.holds, default: 0] > 3 && kinds[.turns([], .wait), default: 0] > 0, "\(kinds)")
  }
}
