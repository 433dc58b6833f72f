import RecoupEngine
import RecoupQuantities
import RecoupRules
import Testing

/// The example of the language's reference that is worked out by hand, as a rule book built in code.
@Suite struct ByHandTests {
  static let book: RuleBook = {
    func percent(_ value: Int64) -> Expression { Expression(.literal(value * 10_000), .percent) }
    func days(_ count: Int64) -> Expression { Expression(.literal(count), .days) }
    let overdue = Expression(.fact(RuleBook.Builtin.daysOverdue), .days)
    let hour = Setting("hour", Expression(.literal(4_000), .money))
    let reminder = Action(
      "reminder", title: LocalizedText("Remind them"), chance: .init(percent(40)),
      effort: Expression(.literal(500_000), .number), takes: days(10))
    let agency = Action(
      "agency", title: LocalizedText("Hand it to an agency"), chance: .init(percent(50)), fee: .init(percent(30)),
      takes: days(90),
      requirements: [.init(Expression(.binary(.greaterOrEqual, overdue, days(50)), .truth))])
    return RuleBook(
      currency: Currency(code: "USD")!, settings: [hour], actions: [reminder, agency],
      weighing: .init(hour: Expression(.setting(0), .money)))
  }()

  static let invoice = Case(facts: [100_000, 40])

  @Test func plansTheReminderAndThenTheAgency() throws {
    let decision = try Advisor(ByHandTests.book).decide(ByHandTests.invoice)
    #expect(decision.recommendation == .action(0))
    #expect(decision.basis == .best)
    let best = try #require(decision.bestOption)
    #expect(best.value == 59_000)
    #expect(best.plan.map { $0.action } == [0, 1])
    #expect(best.plan.map { $0.day } == [0, 10])
    #expect(best.chanceOfPlan == 0.7)
    #expect(best.paidBy == 100)
    #expect(decision.options.map { $0.opens } == [0, 10])
    #expect(decision.options[1].value == 35_000)
    #expect(decision.closed.isEmpty)
  }

  @Test func derivesEachFigure() throws {
    let decision = try Advisor(ByHandTests.book).decide(ByHandTests.invoice)
    let reminder = decision.options[0].derivation
    #expect(reminder.chanceMiddle == 400_000)
    #expect(reminder.effort == 500_000)
    #expect(reminder.hour == 4_000)
    #expect(reminder.continuation == 35_000)
    let agency = decision.options[1].derivation
    #expect(agency.claim == 100_000)
    #expect(agency.gross == 100_000)
    #expect(agency.commission == 30_000)
    #expect(agency.takes == 90)
  }

  @Test func givesNoAdviceWithoutAnAmount() {
    #expect(throws: Advisor.Problem.missing(fact: RuleBook.Builtin.amount)) {
      try Advisor(ByHandTests.book).decide(Case(facts: [nil, 40]))
    }
    #expect(throws: Advisor.Problem.missing(fact: RuleBook.Builtin.daysOverdue)) {
      try Advisor(ByHandTests.book).decide(Case(facts: [100_000]))
    }
  }
}
