public import RecoupQuantities

/// A ledger as of the end of one day, prepared for asking about many invoices.
///
/// Making it takes about as long as reading the ledger; each question after that is quick, however many invoices the
/// client has.
public struct LedgerView: Sendable {
  /// The ledger.
  public let ledger: Ledger
  /// The day: later events, and invoices issued later, are not seen.
  public let asOf: CivilDate

  /// The figures of the clients; nil for those that were not asked for.
  private let timelines: [ClientTimeline?]

  /// Prepares the ledger as of a day.
  ///
  /// - Parameter invoices: The only invoices about whose client anything will be asked; nil for all.
  public init(_ ledger: Ledger, asOf: CivilDate, for invoices: [Int]? = nil) {
    self.ledger = ledger
    self.asOf = asOf
    if let invoices {
      var timelines: [ClientTimeline?] = Array(repeating: nil, count: ledger.clients.count)
      for index in invoices {
        let client = ledger.invoices[index].client
        if timelines[client] == nil { timelines[client] = ClientTimeline(ledger, client) }
      }
      self.timelines = timelines
    } else {
      timelines = ledger.clients.indices.map { ClientTimeline(ledger, $0) }
    }
  }

  private init(_ other: LedgerView, asOf: CivilDate) {
    ledger = other.ledger
    timelines = other.timelines
    self.asOf = asOf
  }

  /// The same ledger as of another day, without preparing it again.
  public func moved(to date: CivilDate) -> LedgerView { LedgerView(self, asOf: date) }

  var now: Moment { .end(of: asOf.dayNumber) }

  func timeline(of client: Int) -> ClientTimeline { timelines[client] ?? ClientTimeline(ledger, client) }

  // MARK: Invoices

  /// Whether an invoice is seen: it was issued by the day, or the file does not say when.
  public func isSeen(_ invoice: Int) -> Bool { ledger.seen(invoice) < now }

  /// Whether the journal closed an invoice, and with what reason.
  public func closed(_ invoice: Int) -> (on: CivilDate, reason: String?)? {
    for entry in ledger.entriesOfInvoice[invoice] where entry.date <= asOf {
      if case .closed(let reason) = entry.event { return (entry.date, reason) }
    }
    return nil
  }

  /// What is open of an invoice: total less all that was paid; what does not fit 64 bits is the nearest that does.
  public func balance(of invoice: Int) -> Int64 {
    Int64(clamping: ledger.payments(of: invoice).balance(before: now))
  }

  /// Whether an invoice is seen, not closed, and has a balance above zero.
  public func isOpen(_ invoice: Int) -> Bool {
    // A credit note is no claim, whatever was paid on it.
    ledger.invoices[invoice].total > 0 && isSeen(invoice) && balance(of: invoice) > 0 && closed(invoice) == nil
  }

  /// The invoices that are open, in the order of the file.
  public var openInvoices: [Int] { ledger.invoices.indices.filter { isOpen($0) } }

  /// The credit notes of a client that are seen and still to be set off.
  public func credits(ofClient client: Int) -> [Int] {
    ledger.clients[client].invoices.filter { index in
      ledger.invoices[index].total < 0 && isSeen(index) && balance(of: index) < 0 && closed(index) == nil
    }
  }

  // MARK: The journal

  /// Until when an invoice is paused, and why; nil from that day on. The latest `paused` counts.
  public func pause(of invoice: Int) -> (until: CivilDate, reason: String?)? {
    for entry in ledger.entriesOfInvoice[invoice].reversed() where entry.date <= asOf {
      if case .paused(let until, let reason) = entry.event { return asOf < until ? (until, reason) : nil }
    }
    return nil
  }

  /// What was paid on an invoice by the journal, in order.
  public func payments(of invoice: Int) -> [(date: CivilDate, amount: Int64)] {
    ledger.entriesOfInvoice[invoice].compactMap { entry in
      guard entry.date <= asOf, case .paid(let amount) = entry.event else { return nil }
      return (entry.date, amount)
    }
  }

  /// All that the journal says of an invoice up to the day, in order.
  public func entries(of invoice: Int) -> [JournalEntry] {
    ledger.entriesOfInvoice[invoice].filter { $0.date <= asOf }
  }

  /// A step that was taken.
  public struct Step: Hashable, Sendable {
    /// The day on which it was begun.
    public var date: CivilDate
    /// The name of the action.
    public var name: String
    /// The action in ladder order; nil if the rules do not have it.
    public var action: Int?
    /// What was noted.
    public var note: String?
  }

  /// The steps that were taken for an invoice, in order.
  public func steps(of invoice: Int) -> [Step] {
    ledger.entriesOfInvoice[invoice].compactMap { entry in
      guard entry.date <= asOf, case .did(let name, let action, let note) = entry.event else { return nil }
      return Step(date: entry.date, name: name, action: action, note: note)
    }
  }

  // MARK: Figures

  /// The figures of an invoice and its client.
  public func figures(of invoice: Int) -> Figures {
    figures(of: invoice, before: now, ledger.payments(of: invoice), ledger.promises(of: invoice).last { $0.made < now })
  }

  func figures(of index: Int, before moment: Moment, _ payments: Payments, _ promise: Promise?) -> Figures {
    let invoice = ledger.invoices[index]
    let timeline = timeline(of: invoice.client)
    var client = timeline.counts(before: moment)
    // An invoice is not one of the client's others; only one that is paid counts among them at all.
    if payments.balance(before: moment) <= 0 {
      for change in ledger.changes(of: index) where change.moment < moment {
        client.pastInvoices -= change.pastInvoices
        client.onTime -= change.onTime
        client.delay -= change.delay
      }
    }
    let amounts = timeline.amounts(in: invoice.currency, before: moment)
    let balance = payments.balance(before: moment)
    var figures = Figures(
      total: invoice.total, paid: Int64(exactly: Int128(invoice.total) - balance), balance: Int64(exactly: balance),
      daysOverdue: moment.day - invoice.due.dayNumber, promise: .none, promisedIn: nil,
      brokenPromises: client.brokenPromises, pastInvoices: client.pastInvoices,
      onTime: HalfEven.divide(Int128(client.onTime) * Int128(millionthsInOne), by: Int128(client.pastInvoices)),
      averageDelay: HalfEven.divide(Int128(client.delay), by: Int128(client.pastInvoices)),
      yearlyRevenue: Int64(exactly: amounts.revenue), clientOwes: Int64(exactly: amounts.owed))
    guard let promise else { return figures }
    if promise.isKept(before: moment, payments) {
      figures.promise = .kept
    } else {
      let days = promise.by.dayNumber - moment.day
      figures.promisedIn = days
      figures.promise = days < 0 ? .broken(by: promise.by) : .awaited(by: promise.by)
    }
    return figures
  }
}
