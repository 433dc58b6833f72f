import RecoupQuantities
import RecoupRules

@testable import RecoupEngine
@testable import RecoupReports

/// A rule book made up for the tests of what would change an advice.
enum TurnSamples {
  static let paid = Fact.builtins.count
  static let reason = paid + 1
  static let share = paid + 2
  static let count = paid + 3

  /// Facts of every type, a setting, and three actions whose chances are 20 to 40 %, 30 % and 0 %.
  static func book() throws -> RuleBook {
    guard let dollars = Currency(code: "USD") else { throw Missing() }
    let facts = [
      Fact("paid", .truth, question: LocalizedText("Did they pay before?")),
      Fact(
        "reason", .choice(fact: reason),
        words: [
          .init("forgot", label: LocalizedText("They forgot")), .init("refuses"),
          .init("silent", label: LocalizedText("They are silent")),
        ]), Fact("share", .percent), Fact("count", .number),
    ]
    func chance(_ millionths: Int64) -> Expression { Expression(.literal(millionths), .percent) }
    let hour = Setting("hour", Expression(.literal(5000), .money), label: LocalizedText("What is an hour worth?"))
    let actions = [
      Action("call", title: LocalizedText("Call them"), chance: .init(chance(200_000), to: chance(400_000))),
      Action("court", title: LocalizedText("Go to court"), chance: .init(chance(300_000))),
      Action("give_up", title: LocalizedText("Give up"), chance: .init(chance(0))),
    ]
    return RuleBook(currency: dollars, facts: Fact.builtins + facts, settings: [hour], actions: actions)
  }

  struct Missing: Error {}

  static func words(_ tongue: Tongue) throws -> AdviceWords { AdviceWords(book: try book(), say: tongue) }

  /// A number with other advice next below and next above some values around it.
  static func turn(
    _ axis: Axis, _ today: Int64, _ held: ClosedRange<Int64>, below: Decision.Recommendation? = nil,
    above: Decision.Recommendation? = nil, proved: ClosedRange<Int64>? = nil
  ) -> Turn {
    Turn(
      axis: axis, today: today, held: held, proved: proved ?? held,
      below: below.map { .init(value: held.lowerBound - 1, recommendation: $0) },
      above: above.map { .init(value: held.upperBound + 1, recommendation: $0) }, words: [])
  }

  /// The advice on an invoice of $1,000.00, 5 days late.
  static func advice(on id: String? = nil) throws -> Advice {
    let book = try book()
    guard let day = CivilDate(iso: "2026-11-22".utf8) else { throw Missing() }
    var facts: [Int64?] = book.facts.map { _ in nil }
    facts[RuleBook.Builtin.amount] = 100_000
    facts[RuleBook.Builtin.daysOverdue] = 5
    return try Advice(
      Advisor(book), Case(facts: facts), about: Subject(id: id, owed: Amount(100_000, book.currency)), asOf: day)
  }
}
