import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

@Suite struct DifferentialTests {
  /// The search, with its bounds and shortcuts, against a reading that tries every plan on every day.
  @Test func agreesWithTheSlowReadingBitForBit() throws {
    // 794: a certain step before one whose worth has no bound.
    for seed in Array(Properties.seeds(300)) + [794] {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      let reference = ReferenceAdvisor(book)
      for (index, invoice) in RandomCases.cases(for: book, seed: seed, count: 12).enumerated() {
        let fast = ReferenceDecision(try advisor.decide(invoice))
        let slow = reference.decide(invoice)
        if fast != slow {
          Issue.record(
            """
            seed \(seed), case \(index): \(invoice)
            fast: \(fast.described(in: book))
            slow: \(slow.described(in: book))
            \(RandomRules.text(seed: seed))
            """)
          return
        }
      }
    }
  }

  /// What explains an option is made of the numbers that decide.
  @Test func derivationsAddUp() throws {
    for seed in Properties.seeds(300) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 4) {
        for option in try advisor.decide(invoice).options {
          let terms = option.derivation
          let step = option.plan[0]
          let labour = exactProduct(terms.hour, terms.effort)
          #expect(terms.gross == exactProduct(terms.claim, terms.recovers), "seed \(seed)")
          #expect(terms.gross - terms.commission == step.net, "seed \(seed)")
          #expect(terms.cost + labour == step.outlay, "seed \(seed)")
          #expect(
            exactProduct(terms.goodwill, max(0, terms.strain - terms.strainBefore)) == step.strained, "seed \(seed)")
          #expect(step.day + terms.takes == step.ends, "seed \(seed)")
          let ends = book.actions[option.action].isFinal || step.chance == 1
          let value =
            (step.chance * terms.discountAtEnd) * Double(step.net)
            - terms.discountAtStart * Double(step.outlay + step.strained)
            + (ends ? 0 : (1 - step.chance) * terms.continuation)
          #expect(value == option.value, "seed \(seed)")
          if let last = terms.influences.last { #expect(last.chance == step.chance, "seed \(seed)") }
        }
      }
    }
  }

  /// A product with millionths, rounded half to even.
  private func exactProduct(_ a: Int64, _ b: Int64) -> Int64 {
    let product = Int128(a) * Int128(b)
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: 1_000_000)
    let twice = rest.magnitude * 2
    let up = twice > 1_000_000 || (twice == 1_000_000 && quotient % 2 != 0)
    return Int64(quotient) + (up ? product < 0 ? -1 : 1 : 0)
  }
}
