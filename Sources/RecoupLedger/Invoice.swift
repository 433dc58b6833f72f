public import RecoupQuantities

/// A fact that a file gives.
public struct GivenFact: Hashable, Sendable {
  /// The index of the fact in the rule book.
  public var fact: Int
  /// The value in the units of the fact's type.
  public var raw: Int64
  /// The currency of an amount that is not in that of the rules.
  public var currency: Currency?

  /// Makes a fact.
  public init(fact: Int, raw: Int64, currency: Currency? = nil) {
    self.fact = fact
    self.raw = raw
    self.currency = currency
  }
}

/// One row of `invoices.csv`. Amounts are in the smallest unit of the invoice's currency.
public struct Invoice: Hashable, Sendable {
  /// The invoice number.
  public var name: String
  /// The index of the client in the ledger.
  public var client: Int
  /// The day on which it was issued, if the file says so.
  public var issued: CivilDate?
  /// The day by which it is to be paid.
  public var due: CivilDate
  /// The currency of all its amounts.
  public var currency: Currency
  /// What was invoiced; negative for a credit note.
  public var total: Int64
  /// What was paid by the file, without the payments in the journal.
  public var paid: Int64
  /// The day on which `paid` was paid; without it `paid` counts always.
  public var paidOn: CivilDate?
  /// The facts that the row gives.
  public var facts: [GivenFact]
  /// The line of its row, from 1.
  public var line: Int
}

/// One client: of an invoice, of `clients.csv`, or of both.
public struct Client: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The facts that `clients.csv` gives.
  public var facts: [GivenFact]
  /// The invoices, in the order of the file.
  public internal(set) var invoices: [Int]
}
