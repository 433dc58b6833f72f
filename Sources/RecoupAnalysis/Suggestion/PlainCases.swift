import RecoupEngine
import RecoupQuantities
import RecoupRules

/// Cases that a search may begin with where the examples lead nowhere.
enum PlainCases {
  /// Amounts in whole units of the currency, each with days overdue.
  static let some: [(amount: Int64, days: Int64)] = [(1_000, 10), (3_000, 45), (8_000, 120)]

  private static let amounts: [Int64] = [
    20, 50, 100, 150, 200, 300, 400, 500, 600, 800, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000, 8_000, 12_000, 20_000,
    50_000,
  ]
  private static let days: [Int64] = [1, 5, 10, 15, 20, 30, 45, 60, 75, 90, 120, 150, 180, 270, 365, 600]

  /// A case of which nothing is known but the sum, the days, and that all gentler actions were tried, if one is named.
  static func invoice(_ amount: Int64, _ days: Int64, usedUpTo action: Int = 0, in book: RuleBook) -> Case {
    var invoice = Case(
      facts: book.facts.map { _ in nil }, settings: book.settings.map { _ in nil },
      done: book.actions.map { _ in .never })
    invoice.facts[RuleBook.Builtin.amount] = amount * unit(of: book.currency)
    invoice.facts[RuleBook.Builtin.daysOverdue] = days
    return usedUp(invoice, to: action, in: book)
  }

  /// A case with all that is gentler than an action done as often as it may be.
  static func usedUp(_ invoice: Case, to action: Int, in book: RuleBook) -> Case {
    var invoice = invoice
    let days = invoice.facts[RuleBook.Builtin.daysOverdue] ?? 0
    for gentler in 0..<action {
      invoice.done[gentler] = .init(times: min(book.actions[gentler].atMost, 6), daysAgo: min(30, max(0, days)))
    }
    return invoice
  }

  /// A case with other plain amounts, then with other plain days.
  static func beside(_ invoice: Case, in book: RuleBook) -> [Case] {
    let unit = unit(of: book.currency)
    return amounts.map { invoice.with($0 * unit, for: .fact(RuleBook.Builtin.amount)) }
      + days.map { invoice.with($0, for: .fact(RuleBook.Builtin.daysOverdue)) }
  }

  private static func unit(of currency: Currency) -> Int64 {
    (0..<currency.decimals).reduce(1) { unit, _ in unit * 10 }
  }
}
