import RecoupQuantities
public import RecoupRules

extension Axis {
  /// The values that are looked at where nobody says which: all that are likely to be true of an invoice, and today's.
  ///
  /// Raw counts: 0 to 100 % of percentages; 0 to 180 days or four times
  /// today's value, of facts that move with the days 400 days to either side of
  /// today's value or of 0; 0 to 1 000 of plain numbers; of money 0 to 1 000 000 whole units of the currency, of the
  /// amount from its smallest unit. Numbers and money reach up to 100 times today's value where that is more. Of yes or
  /// no and of words it is all values.
  ///
  /// No end is further from 0 than 2⁶¹, so that the width and the middle of any two values fit in 64 bits; a value of
  /// today beyond that is left out.
  ///
  /// - Parameter today: The value today, nil if it is unknown.
  public func domain(around today: Int64?, in book: RuleBook) -> ClosedRange<Int64> {
    let usual: ClosedRange<Int64>
    switch type(in: book) {
    case .truth: return 0...1
    case .choice(let fact): return 0...max(0, Int64(book.facts[fact].words.count) - 1)
    case .percent: usual = 0...millionthsInOne
    case .days:
      let start = isMoving(in: book) ? Axis.within(today ?? 0) : 0
      usual =
        isMoving(in: book) ? Axis.within(start - 400)...Axis.within(start + 400) : 0...max(180, Axis.fourfold(today))
    case .number: usual = 0...max(1000 * millionthsInOne, Axis.hundredfold(today))
    case .money:
      var million: Int64 = 1_000_000
      for _ in 0..<book.currency.decimals { million *= 10 }
      usual = (self == .fact(RuleBook.Builtin.amount) ? 1 : 0)...max(million, Axis.hundredfold(today))
    }
    let today = Axis.within(today ?? usual.lowerBound)
    return min(usual.lowerBound, today)...max(usual.upperBound, today)
  }

  /// The value furthest from 0 that a domain has.
  private static var furthest: Int64 { 1 << 61 }

  private static func within(_ value: Int64) -> Int64 { min(max(value, -furthest), furthest) }

  private static func fourfold(_ value: Int64?) -> Int64 {
    let (fourfold, overflow) = (value ?? 0).multipliedReportingOverflow(by: 4)
    return overflow ? furthest : within(fourfold)
  }

  private static func hundredfold(_ value: Int64?) -> Int64 {
    let (hundredfold, overflow) = (value ?? 0).multipliedReportingOverflow(by: 100)
    return overflow ? (value ?? 0 < 0 ? -furthest : furthest) : within(hundredfold)
  }

  private func isMoving(in book: RuleBook) -> Bool {
    guard case .fact(let fact) = self else { return false }
    switch book.facts[fact].motion {
    case .rising, .falling: return true
    case .fixed, .pending: return false
    }
  }
}
