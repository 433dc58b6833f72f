@testable import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

/// Days that pass without a step.
@Suite struct TimeTests {
  /// A case some days on has the values that the case has on that day of a plan, all along.
  @Test func laterIsALaterDayOfThePlan() throws {
    for seed in Properties.seeds(80) {
      let book = try Properties.book(seed)
      let program = Program(Compiler(book))
      var random = SeededRandom(seed: seed)
      for var invoice in RandomCases.cases(for: book, seed: seed, count: 3) {
        // A default is taken as of the day of the case, so all are written down first.
        var now = Evaluator(program, invoice)
        invoice.facts = now.facts
        if book.facts.indices.contains(where: { invoice.facts[$0] == nil && book.facts[$0].defaultValue != nil }) {
          continue
        }
        // So far away that days no longer fit; see below.
        if invoice.facts.contains(where: { ($0 ?? 0).magnitude > 1 << 62 }) { continue }
        let days = random.number(0...200)
        var then = Evaluator(program, invoice.later(by: days, in: book))
        for more in [0, random.number(1...60)] {
          now.move(to: days + more)
          then.move(to: more)
          for node in program.nodes.indices {
            #expect(now.value(Int32(node)) == then.value(Int32(node)), "seed \(seed), node \(node), day \(days + more)")
          }
        }
      }
    }
  }

  @Test func movesWhatMoves() {
    let book = RuleBook(
      currency: ByHandTests.book.currency,
      facts: Fact.builtins + [
        Fact("silent_for", .days, motion: .rising), Fact("limit_in", .days, motion: .falling), Fact("grace", .days),
      ],
      actions: ByHandTests.book.actions)
    let invoice = Case(
      facts: [100, -3, 2, nil, 10, 20, 30], settings: [5],
      done: [Case.Done(times: 1, daysAgo: 4), Case.Done(times: 2)], pendingDays: 5)
    let later = invoice.later(by: 7, in: book)
    #expect(later.facts == [100, 4, -5, nil, 17, 13, 30])
    #expect(later.settings == [5])
    #expect(later.done == [Case.Done(times: 1, daysAgo: 11), Case.Done(times: 2)])
    #expect(later.pendingDays == 0)
    #expect(invoice.later(by: 0, in: book) == invoice)
    #expect(Case(facts: [1]).later(by: 7, in: book) == Case(facts: [1]))
  }

  @Test func whatNoLongerFitsIsUnknown() {
    let book = ByHandTests.book
    let invoice = Case(
      facts: [100, .max, .min], done: [Case.Done(times: 1, daysAgo: .max), Case.Done(times: 0, daysAgo: .max)],
      pendingDays: 9)
    let later = invoice.later(by: 1, in: book)
    #expect(later.facts == [100, nil, nil])
    #expect(later.done[0].daysAgo == nil)
    #expect(later.pendingDays == 8)
    #expect(invoice.later(by: .max, in: book).pendingDays == 0)
    _ = invoice.later(by: .min, in: book)
  }

  // MARK: Open days

  /// An option opens on the first open day, and what is closed has none.
  @Test func openDaysAreThoseOfTheDecision() throws {
    for seed in Properties.seeds(50) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 1) {
        let decision = try advisor.decide(invoice)
        for action in book.actions.indices {
          let open = (0...book.horizon.days).filter { advisor.isOpen(action, on: $0, in: invoice) }
          #expect(
            open.first == decision.options.first { $0.action == action }?.opens, "seed \(seed), action \(action)")
        }
      }
    }
  }

  /// How long an action takes is what its step of today takes.
  @Test func takesWhatTheStepTakes() throws {
    for seed in Properties.seeds(50) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 3) {
        for option in try advisor.decide(invoice).options where option.opens == 0 {
          #expect(advisor.takes(of: option.action, in: invoice) == option.plan[0].ends, "seed \(seed)")
        }
      }
    }
  }

  @Test func takesNothingOrIsUnknown() {
    func takes(_ expression: Expression?, _ facts: [Int64?]) -> Int64? {
      var book = ByHandTests.book
      book.actions[0].takes = expression
      return Advisor(book).takes(of: 0, in: Case(facts: facts))
    }
    let promised = Expression(.fact(RuleBook.Builtin.promisedIn), .days)
    #expect(takes(nil, [1, 1]) == 0)
    #expect(takes(promised, [1, 1]) == nil)
    #expect(takes(promised, [1, 1, 9]) == 9)
    #expect(takes(promised, [1, 1, -9]) == 0)
  }
}
