import RecoupEngine
import RecoupQuantities
import RecoupRules
import Testing

/// The values that are looked at where nobody says which.
@Suite struct AxisDomainTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var axis: Axis
    var today: Int64?
    var domain: ClosedRange<Int64>

    init(_ name: String, _ axis: Axis, _ today: Int64?, _ domain: ClosedRange<Int64>) {
      testDescription = name
      self.axis = axis
      self.today = today
      self.domain = domain
    }
  }

  private static let first = Fact.builtins.count
  private static let furthest: Int64 = 1 << 61

  static let rows: [Row] = [
    Row("the amount, from a cent to 100 times", .fact(RuleBook.Builtin.amount), 420_000_00, 1...42_000_000_00),
    Row("a small amount, up to a million", .fact(RuleBook.Builtin.amount), 100, 1...1_000_000_00),
    Row("no amount", .fact(RuleBook.Builtin.amount), 0, 0...1_000_000_00),
    Row("days overdue, 400 to either side", .fact(RuleBook.Builtin.daysOverdue), 47, -353...447),
    Row("a promise that nobody made", .fact(RuleBook.Builtin.promisedIn), nil, -400...400),
    Row("days overdue without end", .fact(RuleBook.Builtin.daysOverdue), .max, furthest - 400...furthest),
    Row("days before all time", .fact(RuleBook.Builtin.daysOverdue), .min, -furthest...(-furthest + 400)),
    Row("the last step", .fact(RuleBook.Builtin.pending), 10, 0...180),
    Row("yes or no", .fact(first), nil, 0...1),
    Row("words", .fact(first + 1), nil, 0...2),
    Row("a share", .fact(first + 2), nil, 0...1_000_000),
    Row("a share of more than all", .fact(first + 2), 1_500_000, 0...1_500_000),
    Row("a number", .fact(first + 3), nil, 0...1_000_000_000),
    Row("a number below 0", .fact(first + 3), -5, -5...1_000_000_000),
    Row("a large number", .fact(first + 3), 20_000_000, 0...2_000_000_000),
    Row("a number beyond all reach", .fact(first + 3), .max, 0...furthest),
    Row("a number far below 0", .fact(first + 3), .min, -furthest...1_000_000_000),
    Row("days that stand still", .fact(first + 4), 4000, 0...16_000),
    Row("money", .fact(first + 5), nil, 0...1_000_000_00),
    Row("a setting of money", .setting(0), 50_00, 0...1_000_000_00),
    Row("a chance", .chance(action: 0), 500_000, 0...1_000_000),
  ]

  private static func book(_ currency: String) throws -> RuleBook {
    let chance = Expression(.literal(500_000), .percent)
    return RuleBook(
      currency: try #require(Currency(code: currency)),
      facts: Fact.builtins + [
        Fact("told", .truth),
        Fact("reason", .choice(fact: first + 1), words: [.init("forgot"), .init("silent"), .init("unhappy")]),
        Fact("on_time", .percent), Fact("orders", .number), Fact("usual", .days), Fact("owes", .money),
      ], settings: [Setting("hour", Expression(.literal(50_00), .money))],
      actions: [Action("ask", title: LocalizedText("Ask"), chance: .init(chance))])
  }

  @Test(arguments: rows) func isWhatIsLikely(_ row: Row) throws {
    let domain = row.axis.domain(around: row.today, in: try AxisDomainTests.book("USD"))
    #expect(domain == row.domain)
  }

  @Test func aMillionIsInWholeUnits() throws {
    let owes = Axis.fact(AxisDomainTests.first + 5)
    #expect(owes.domain(around: nil, in: try AxisDomainTests.book("JPY")) == 0...1_000_000)
    #expect(owes.domain(around: nil, in: try AxisDomainTests.book("TND")) == 0...1_000_000_000)
  }
}
