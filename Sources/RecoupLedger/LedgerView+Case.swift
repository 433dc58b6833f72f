public import RecoupEngine
public import RecoupQuantities
import RecoupRules

/// Why the ledger gives no case for an invoice.
public enum CaseProblem: Error, Hashable, Sendable {
  /// The invoice is in another currency than the rules, and there is no rate for it.
  case noRate(Currency, base: Currency)
  /// An amount does not fit 64 bits.
  case tooLarge(fact: Int)

  /// What is wrong and what would be right, one sentence without a capital or a full stop.
  public var message: String {
    switch self {
    case .noRate(let currency, let base):
      "the invoice is in \(currency.code) and the rules in \(base.code): "
        + "give a rate such as `--rate \"\(currency.code) = 1.08 \(base.code)\"`, "
        + "or rules in \(currency.code) with `--rules`"
    case .tooLarge: "its amounts are too large"
    }
  }
}

extension LedgerView {
  /// An invoice as the engine sees it: facts, what was done, and for how long the last step still runs.
  ///
  /// A fact is, in this order: what the journal set for the invoice, what its row gives, what the journal set for the
  /// client, what `clients.csv` gives, the figure of that name, or not given. Settings are not given.
  ///
  /// - Parameter takes: The days that an action takes, by the facts of a case; nil if unknown. See `Advisor`.
  public func `case`(
    of invoice: Int, rates: Rates, takes: (_ action: Int, _ invoice: Case) -> Int64?
  ) -> Result<Case, CaseProblem> {
    do throws(CaseProblem) {
      var walk = try InvoiceWalk(self, invoice, rates)
      return .success(try walk.case(takes))
    } catch {
      return .failure(error)
    }
  }
}

/// One walk through what happened to an invoice.
private struct InvoiceWalk {
  let view: LedgerView
  let index: Int
  let rates: Rates
  let payments: Payments
  let paying: [ClientChange]
  let names: FigureFacts
  /// The facts that the journal set for the invoice so far.
  var own: [Int64?]
  var done: [(times: Int64, last: Int64)]
  var promise: Promise?
  /// The day up to which the last step runs.
  var runsUntil = Int64.min

  init(_ view: LedgerView, _ index: Int, _ rates: Rates) throws(CaseProblem) {
    self.view = view
    self.index = index
    self.rates = rates
    payments = view.ledger.payments(of: index)
    paying = view.ledger.paying(of: index, payments)
    let book = view.ledger.book
    names = FigureFacts(book)
    own = Array(repeating: nil, count: book.facts.count)
    done = Array(repeating: (0, 0), count: book.actions.count)
    let invoice = view.ledger.invoices[index]
    if !rates.has(invoice.currency) { throw .noRate(invoice.currency, base: rates.base) }
    for given in invoice.facts { own[given.fact] = try raw(given) }
  }

  mutating func `case`(_ takes: (Int, Case) -> Int64?) throws(CaseProblem) -> Case {
    for entry in view.ledger.entriesOfInvoice[index] {
      if entry.date > view.asOf { break }
      switch entry.event {
      case .set(let given): own[given.fact] = try raw(given)
      case .promised(let by, let amount): promise = Promise(made: entry.moment, by: by, amount: amount)
      case .did(_, let action, _):
        let day = entry.moment.day
        guard let action else {
          runsUntil = day
          break
        }
        let days = takes(action, try snapshot(before: entry.moment)) ?? 0
        // No calendar is longer, and sums of days stay far from overflow.
        runsUntil = day + min(max(0, days), 1_000_000_000)
        done[action] = (done[action].times + 1, day)
      case .paid, .paused, .closed: break
      }
    }
    return try snapshot(before: view.now)
  }

  /// The case as of a moment up to which the walk has come.
  private func snapshot(before moment: Moment) throws(CaseProblem) -> Case {
    let ledger = view.ledger
    let invoice = ledger.invoices[index]
    let figures = view.figures(of: index, before: moment, payments, paying: paying, promise)
    var facts = own
    for given in ledger.clients[invoice.client].facts where facts[given.fact] == nil {
      facts[given.fact] = try raw(given)
    }
    if let settings = ledger.settingsOfClient[invoice.client] {
      for fact in facts.indices where own[fact] == nil {
        guard let values = settings[fact] else { continue }
        let before = values.partitioningIndex { !($0.moment < moment) }
        if before > 0 { facts[fact] = try raw(values[before - 1].fact) }
      }
    }
    for (fact, value) in names.values(figures) where facts[fact] == nil {
      guard let value else { continue }
      switch value {
      case .plain(let raw): facts[fact] = raw
      case .amount(let amount): facts[fact] = rates.convert(amount, from: invoice.currency)
      }
    }
    guard let balance = figures.balance, let amount = rates.convert(balance, from: invoice.currency) else {
      throw .tooLarge(fact: RuleBook.Builtin.amount)
    }
    facts[RuleBook.Builtin.amount] = amount
    facts[RuleBook.Builtin.daysOverdue] = figures.daysOverdue
    facts[RuleBook.Builtin.promisedIn] = figures.promisedIn
    return Case(
      facts: facts,
      done: done.map { $0.times == 0 ? .never : Case.Done(times: $0.times, daysAgo: moment.day - $0.last) },
      pendingDays: runsUntil <= moment.day ? 0 : runsUntil - moment.day)
  }

  private func raw(_ given: GivenFact) throws(CaseProblem) -> Int64 {
    guard let currency = given.currency else { return given.raw }
    if !rates.has(currency) { throw .noRate(currency, base: rates.base) }
    guard let raw = rates.convert(given.raw, from: currency) else { throw .tooLarge(fact: given.fact) }
    return raw
  }
}

/// The facts of a rule book that the figures of a ledger give, where the book declares them with the type that they have.
private struct FigureFacts {
  enum Figure {
    case plain(Int64)
    /// In the currency of the invoice.
    case amount(Int64)
  }

  private var pastInvoices: Int?
  private var onTime: Int?
  private var averageDelay: Int?
  private var yearlyRevenue: Int?
  private var clientOwes: Int?
  private var brokenPromises: Int?

  init(_ book: RuleBook) {
    func fact(_ name: String, _ type: ValueType) -> Int? {
      book.fact(named: name).flatMap { book.facts[$0].type == type ? $0 : nil }
    }
    pastInvoices = fact("past_invoices", .number)
    onTime = fact("on_time", .percent)
    averageDelay = fact("average_delay", .days)
    yearlyRevenue = fact("yearly_revenue", .money)
    clientOwes = fact("client_owes", .money)
    brokenPromises = fact("broken_promises", .number)
  }

  func values(_ figures: Figures) -> [(fact: Int, value: Figure?)] {
    let all: [(Int?, Figure?)] = [
      (pastInvoices, count(figures.pastInvoices)), (onTime, figures.onTime.map { .plain($0) }),
      (averageDelay, figures.averageDelay.map { .plain($0) }),
      (yearlyRevenue, figures.yearlyRevenue.map { .amount($0) }),
      (clientOwes, figures.clientOwes.map { .amount($0) }), (brokenPromises, count(figures.brokenPromises)),
    ]
    return all.compactMap { fact, value in fact.map { ($0, value) } }
  }

  /// A count as a number of the language.
  private func count(_ number: Int64) -> Figure? {
    let (millionths, overflow) = number.multipliedReportingOverflow(by: millionthsInOne)
    return overflow ? nil : .plain(millionths)
  }
}
