@testable import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

/// What is said to lead to another action, held against deciding it.
@Suite struct RouteTests {
  @Test func everyRouteLeadsThereAndIsAsShortAsItCanBe() throws {
    for seed in Properties.seeds(25, part: 60) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      let assumptions = Assumptions(book)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 1) {
        let decision = try advisor.decide(invoice)
        let sensitivity = Sensitivity(of: decision, by: advisor, on: invoice)
        let routes = sensitivity.routes(turns: sensitivity.turns)
        #expect(routes.map { $0.action } == routes.map { $0.action }.sorted(), "seed \(seed)")
        for route in routes {
          #expect(.action(route.action) != decision.recommendation, "seed \(seed)")
          let other = route.moves.reduce(invoice) { assumptions.vary($1.axis, to: $1.to, in: $0) }
          #expect(
            try assumptions.advisor.decide(other).recommendation == .action(route.action), "seed \(seed), \(route)")
          for move in route.moves {
            #expect(move.from == advisor.value(on: move.axis, in: invoice), "seed \(seed), \(route)")
            if route.moves.count == 1 { continue }
            let alone = try LineTests.decide(book, invoice, move.axis, move.to).recommendation
            #expect(alone != .action(route.action), "seed \(seed), \(route)")
          }
        }
        // No single word that leads somewhere is missed.
        for (index, fact) in book.facts.enumerated() where index != RuleBook.Builtin.pending {
          for value in fact.allValues ?? [] {
            guard case .action(let action) = try LineTests.decide(book, invoice, .fact(index), value).recommendation,
              .action(action) != decision.recommendation
            else { continue }
            #expect(routes.contains { $0.action == action && $0.moves.count == 1 }, "seed \(seed), \(index) \(value)")
          }
        }
      }
    }
  }

  /// Court needs two things; the call needs one, and the letter a better chance; the visit needs what one word and a
  /// better chance bring.
  @Test func twoThingsWhereOneIsNotEnough() throws {
    let text = """
      currency USD
      fact contract: yes or no = no
      fact proof: yes or no = no
      fact reachable: yes or no = no
      action reminder { title "Remind" chance 50% takes 5 days final }
      action call { title "Call" chance 60% takes 5 days final requires reachable and not contract and not proof }
      action letter { title "Write" chance 40% to 44% takes 5 days final }
      action visit { title "Visit" chance 10% to 20% takes 5 days final requires proof }
      action court { title "Sue" chance 90% takes 5 days final requires contract and proof }
      """
    let loaded = RulesLoader.load(SourceFile(name: "test", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book, "\(loaded.problems.map { $0.message })")
    let advisor = Advisor(book)
    let invoice = Case(facts: [100_000, 30])
    let decision = try advisor.decide(invoice)
    #expect(decision.recommendation == .action(0))
    let sensitivity = Sensitivity(of: decision, by: advisor, on: invoice)
    let routes = sensitivity.routes(turns: sensitivity.turns)
    let named = routes.map { route in
      (
        book.actions[route.action].name,
        route.moves.map { move -> String in
          switch move.axis {
          case .fact(let fact): book.facts[fact].name + " \(move.to)"
          case .setting(let setting): book.settings[setting].name + " \(move.to)"
          case .chance(let action): book.actions[action].name + ".chance \(move.to)"
          }
        }
      )
    }
    let lines = named.map { "\($0.0): \($0.1.joined(separator: ", "))" }
    #expect(
      lines == [
        "call: reachable 1", "letter: reminder.chance 419999", "letter: letter.chance 500001",
        "visit: proof 1, visit.chance 500001", "court: contract 1, proof 1",
      ])
  }
}
