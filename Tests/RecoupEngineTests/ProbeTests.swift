import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

/// What a probe sees is what decides.
@Suite struct ProbeTests {
  @Test func seesWhatADecisionIsMadeOf() throws {
    for seed in Properties.seeds(120) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      let probe = Probe(book, reading: book.rules.map { $0.condition })
      for invoice in RandomCases.cases(for: book, seed: seed, count: 2) {
        let decision = try advisor.decide(invoice)
        let view = probe.view(invoice)
        #expect(view.rules.indices.filter { view.rules[$0] == true } == decision.fired, "seed \(seed)")
        #expect(
          view.rules.indices.filter { view.rules[$0] == nil } == decision.undecided.map { $0.rule }, "seed \(seed)")
        #expect(probe.values(invoice).map { $0.map { $0 == 1 } } == view.rules, "seed \(seed)")
        for action in book.actions.indices {
          #expect(view.obstacles[action] == advisor.obstacles(to: action, in: invoice), "seed \(seed), \(action)")
        }
        for option in decision.options {
          for (place, step) in option.plan.enumerated() {
            let then = probe.view(invoice, on: step.day, after: option.plan[..<place])
            #expect(then.obstacles[step.action].isEmpty, "seed \(seed), \(option.plan), step \(place)")
            #expect(then.requirements[step.action].allSatisfy { $0 == true }, "seed \(seed), step \(place)")
          }
        }
      }
    }
  }

  @Test func theRecommendationIsThatOfTheDecision() throws {
    for seed in Properties.seeds(150) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 3) {
        #expect(try advisor.recommendation(on: invoice) == advisor.decide(invoice).recommendation, "seed \(seed)")
      }
    }
  }
}
