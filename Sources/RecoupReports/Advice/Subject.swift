public import RecoupQuantities

/// An amount of a currency, in its smallest unit.
public struct Amount: Hashable, Sendable {
  /// How many of the smallest unit.
  public var units: Int64
  /// The currency.
  public var currency: Currency

  /// Makes an amount.
  public init(_ units: Int64, _ currency: Currency) {
    self.units = units
    self.currency = currency
  }
}

/// What is asked about: an invoice of a ledger, or one that was told without files.
public struct Subject: Hashable, Sendable {
  /// The invoice's number; nil without a ledger.
  public var id: String?
  /// Who owes it; nil without a ledger.
  public var client: String?
  /// When it was due; nil without a ledger.
  public var due: CivilDate?
  /// What is still owed, in the invoice's own currency.
  public var owed: Amount
  /// What the user decided to wait for, if anything, and why.
  public var pause: Pause?

  /// A pause: nothing is done before its end.
  public struct Pause: Hashable, Sendable {
    /// The first day after it.
    public var until: CivilDate
    /// Why, in the user's words.
    public var reason: String?

    /// Makes a pause.
    public init(until: CivilDate, reason: String? = nil) {
      self.until = until
      self.reason = reason
    }
  }

  /// Makes a subject.
  public init(
    id: String? = nil, client: String? = nil, due: CivilDate? = nil, owed: Amount, pause: Pause? = nil
  ) {
    self.id = id
    self.client = client
    self.due = due
    self.owed = owed
    self.pause = pause
  }
}
