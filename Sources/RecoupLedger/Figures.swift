public import RecoupQuantities

/// What a ledger says about one invoice and its client on one day.
///
/// Amounts are in the smallest unit of the invoice's currency; one that does not fit 64 bits is nil.
public struct Figures: Hashable, Sendable {
  /// What became of the latest promise.
  public enum PromiseState: Hashable, Sendable {
    /// The client promised nothing.
    case none
    /// The day is still to come, or is today.
    case awaited(by: CivilDate)
    /// It was paid in time.
    case kept
    /// The day has passed.
    case broken(by: CivilDate)
  }

  /// What was invoiced.
  public var total: Int64
  /// What was paid up to the day.
  public var paid: Int64?
  /// What is open: total less paid.
  public var balance: Int64?
  /// Days since the due date, negative before it.
  public var daysOverdue: Int64
  /// The latest promise.
  public var promise: PromiseState
  /// The days until the promised day, negative after it; nil without a promise or if it was kept.
  public var promisedIn: Int64?
  /// Broken promises on all invoices of the client.
  public var brokenPromises: Int64
  /// The client's other invoices that were paid in full on a known day.
  public var pastInvoices: Int64
  /// The share of `pastInvoices` that was paid by the due date, in millionths, half-even; nil if there are none.
  public var onTime: Int64?
  /// The mean of the days by which `pastInvoices` were late, early ones counting 0, half-even; nil if there are none.
  public var averageDelay: Int64?
  /// The totals issued to the client within 365 days up to the day, in this invoice's currency.
  public var yearlyRevenue: Int64?
  /// All balances of the client that are past due, in this invoice's currency; those of closed invoices are not among them.
  public var clientOwes: Int64?

  /// Makes the figures.
  public init(
    total: Int64, paid: Int64?, balance: Int64?, daysOverdue: Int64, promise: PromiseState = .none,
    promisedIn: Int64? = nil, brokenPromises: Int64 = 0, pastInvoices: Int64 = 0, onTime: Int64? = nil,
    averageDelay: Int64? = nil, yearlyRevenue: Int64? = nil, clientOwes: Int64? = nil
  ) {
    self.total = total
    self.paid = paid
    self.balance = balance
    self.daysOverdue = daysOverdue
    self.promise = promise
    self.promisedIn = promisedIn
    self.brokenPromises = brokenPromises
    self.pastInvoices = pastInvoices
    self.onTime = onTime
    self.averageDelay = averageDelay
    self.yearlyRevenue = yearlyRevenue
    self.clientOwes = clientOwes
  }
}
