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

  /// Where nothing is said to lead to an action, no word beside a number that is tried does, and no two such numbers.
  @Test func noPairWithANumberIsMissed() throws {
    var pairs = 0
    for seed in Properties.seeds(12, part: 100) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 1) {
        let decision = try advisor.decide(invoice)
        let sensitivity = Sensitivity(of: decision, by: advisor, on: invoice)
        let assumptions = sensitivity.assumptions
        var search = RouteSearch(
          sensitivity, numbers: .init(singles: 1 << 40, pairs: 1 << 40, halvings: 0, looks: 1 << 40, rank: .max))
        search.findSingles(sensitivity.turns)
        search.findOthers()
        let routes = search.routes
        let words = book.facts.indices.filter { $0 != RuleBook.Builtin.pending }.flatMap { fact in
          (book.facts[fact].allValues ?? []).map { Route.Move(axis: .fact(fact), from: nil, to: $0) }
        }
        let numbers = NumberRoutes.numbers(sensitivity, []).map { $0.move }
        for (place, first) in (words + numbers).enumerated() {
          for second in numbers.dropFirst(max(0, place - words.count + 1)) where second.axis != first.axis {
            pairs += 1
            let other = assumptions.vary(
              second.axis, to: second.to, in: assumptions.vary(first.axis, to: first.to, in: invoice))
            let advice = try assumptions.advisor.verdict(other).decision.recommendation
            guard case .action(let action) = advice, advice != decision.recommendation else { continue }
            let done = action < invoice.done.count ? invoice.done[action].times : 0
            if done >= advisor.program.clauses[action].atMost { continue }
            #expect(routes.contains { $0.action == action }, "seed \(seed), \(first), \(second)")
          }
        }
      }
    }
    #expect(pairs > 1000)
  }

  /// A call is worth it only for more money than there is, and only where they can be reached.
  @Test func aNumberBesideAWord() throws {
    let text = """
      currency USD
      fact reachable: yes or no = no
      action reminder { title "Remind" chance 50% takes 5 days final }
      action call { title "Call" chance 60% takes 5 days cost 30 USD final requires reachable }
      """
    let loaded = RulesLoader.load(SourceFile(name: "test", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book, "\(loaded.problems.map { $0.message })")
    let advisor = Advisor(book)
    let invoice = Case(facts: [10_000, 30])
    let sensitivity = Sensitivity(of: try advisor.decide(invoice), by: advisor, on: invoice)
    let routes = sensitivity.routes(turns: sensitivity.turns)
    let reachable = try #require(book.fact(named: "reachable"))
    #expect(
      routes == [
        Route(
          action: 1,
          moves: [
            .init(axis: .fact(reachable), from: 0, to: 1),
            .init(axis: .fact(RuleBook.Builtin.amount), from: 10_000, to: 30_001),
          ])
      ])
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
