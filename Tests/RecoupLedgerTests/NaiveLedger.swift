import RecoupEngine
import RecoupLedger
import RecoupQuantities
import RecoupRules

/// The definitions of a ledger's figures, word for word and as slow as they come.
struct NaiveLedger {
  var book: RuleBook
  var clients: [Client]
  var invoices: [Invoice]
  var entries: [JournalEntry]
  var today: CivilDate

  init(_ ledger: Ledger, asOf today: CivilDate) {
    book = ledger.book
    clients = ledger.clients
    invoices = ledger.invoices
    entries = ledger.entries.filter { $0.date <= today }
    self.today = today
  }

  /// What was known just before a line of the journal: nothing that comes later that day.
  func before(_ entry: JournalEntry) -> NaiveLedger {
    var naive = self
    naive.today = entry.date
    naive.entries = entries.filter { ($0.date, $0.line) < (entry.date, entry.line) }
    for (index, invoice) in invoices.enumerated() where (invoice.paidOn.map { $0 >= entry.date }) ?? false {
      naive.invoices[index].paid = 0
      naive.invoices[index].paidOn = nil
    }
    return naive
  }

  func entries(of invoice: Int) -> [JournalEntry] { entries.filter { $0.target == .invoice(invoice) } }

  func payments(of index: Int) -> [(date: CivilDate, line: Int, amount: Int64)] {
    entries(of: index).compactMap { entry in
      if case .paid(let amount) = entry.event { (entry.date, entry.line, amount) } else { nil }
    }
  }

  func paid(_ index: Int, by date: CivilDate) -> Int64 {
    let invoice = invoices[index]
    let byRow = invoice.paidOn.map { $0 <= date && $0 <= today } ?? true ? invoice.paid : 0
    return byRow + payments(of: index).filter { $0.date <= date }.reduce(0) { $0 + $1.amount }
  }

  func balance(_ index: Int) -> Int64 { invoices[index].total - paid(index, by: today) }

  func isSeen(_ index: Int) -> Bool { invoices[index].issued.map { $0 <= today } ?? true }

  func isClosed(_ index: Int) -> Bool {
    entries(of: index).contains { if case .closed = $0.event { true } else { false } }
  }

  func isOpen(_ index: Int) -> Bool {
    invoices[index].total > 0 && isSeen(index) && balance(index) > 0 && !isClosed(index)
  }

  /// The day on which the client had paid all of it.
  func paidInFullOn(_ index: Int) -> CivilDate? {
    let invoice = invoices[index]
    if invoice.paidOn == nil, invoice.paid >= invoice.total { return nil }
    let days = (payments(of: index).map { $0.date } + [invoice.paidOn].compactMap { $0 }).filter { $0 <= today }
    return days.sorted().first { paid(index, by: $0) >= invoice.total }
  }

  func isKept(_ index: Int, _ promise: JournalEntry) -> Bool? {
    guard case .promised(let by, let amount) = promise.event else { return nil }
    let end = min(by, today)
    if paid(index, by: end) >= invoices[index].total { return true }
    guard let amount else { return false }
    let later = payments(of: index).filter {
      ($0.date, $0.line) > (promise.date, promise.line) && $0.date <= end
    }
    let invoice = invoices[index]
    let byRow = invoice.paidOn.map { promise.date <= $0 && $0 <= end } ?? false ? invoice.paid : 0
    return byRow + later.reduce(0) { $0 + $1.amount } >= amount
  }

  func figures(of index: Int) -> Figures {
    let invoice = invoices[index]
    let ofClient = invoices.indices.filter { invoices[$0].client == invoice.client && isSeen($0) }
    let sameCurrency = ofClient.filter { invoices[$0].currency == invoice.currency }
    var delays: [Int64] = []
    for other in ofClient where other != index && invoices[other].total > 0 {
      if let date = paidInFullOn(other) { delays.append(max(0, invoices[other].due.days(until: date))) }
    }
    let broken = ofClient.flatMap { other in
      entries(of: other).filter { entry in
        guard case .promised(let by, _) = entry.event, by < today else { return false }
        return isKept(other, entry) == false
      }
    }
    let revenue = sameCurrency.filter { other in
      let days = (invoices[other].issued ?? invoices[other].due).days(until: today)
      return (0...364).contains(days)
    }
    var figures = Figures(
      total: invoice.total, paid: paid(index, by: today), balance: balance(index),
      daysOverdue: invoice.due.days(until: today), promise: .none, promisedIn: nil, brokenPromises: Int64(broken.count),
      pastInvoices: Int64(delays.count),
      onTime: NaiveLedger.halfEven(Int64(delays.count { $0 == 0 }) * 1_000_000, Int64(delays.count)),
      averageDelay: NaiveLedger.halfEven(delays.reduce(0, +), Int64(delays.count)),
      yearlyRevenue: revenue.reduce(0) { $0 + invoices[$1].total },
      clientOwes: sameCurrency.filter { invoices[$0].due < today && !isClosed($0) }.reduce(0) { $0 + balance($1) })
    let promises = entries(of: index).filter { isKept(index, $0) != nil }
    guard let last = promises.max(by: { ($0.date, $0.line) < ($1.date, $1.line) }),
      case .promised(let by, _) = last.event
    else { return figures }
    if isKept(index, last) == true {
      figures.promise = .kept
    } else {
      figures.promisedIn = today.days(until: by)
      figures.promise = by < today ? .broken(by: by) : .awaited(by: by)
    }
    return figures
  }

  // MARK: The case

  func invoiceCase(_ index: Int, rates: [String: Int64], takes: (Int, Case) -> Int64?) -> Case {
    let invoice = invoices[index]
    let figures = figures(of: index)
    func money(_ amount: Int64, _ currency: Currency) -> Int64? {
      guard currency != book.currency, let rate = rates[currency.code] else { return amount }
      // Two decimals of the base; the rates are in millionths.
      let scale: Int64 = currency.decimals == 0 ? 100 : 1
      return NaiveLedger.halfEven(amount * rate * scale, 1_000_000)
    }
    func latest(_ fact: Int, of target: JournalEntry.Target) -> Int64? {
      entries.filter { $0.target == target }.compactMap { entry -> (CivilDate, Int, GivenFact)? in
        if case .set(let given) = entry.event, given.fact == fact { (entry.date, entry.line, given) } else { nil }
      }.max { ($0.0, $0.1) < ($1.0, $1.1) }.flatMap { money($0.2.raw, $0.2.currency ?? book.currency) }
    }
    let derived: [String: Int64?] = [
      "past_invoices": figures.pastInvoices * 1_000_000, "on_time": figures.onTime,
      "average_delay": figures.averageDelay, "broken_promises": figures.brokenPromises * 1_000_000,
      "yearly_revenue": figures.yearlyRevenue.flatMap { money($0, invoice.currency) },
      "client_owes": figures.clientOwes.flatMap { money($0, invoice.currency) },
    ]
    let facts: [Int64?] = book.facts.indices.map { fact in
      switch fact {
      case RuleBook.Builtin.amount: return money(balance(index), invoice.currency)
      case RuleBook.Builtin.daysOverdue: return figures.daysOverdue
      case RuleBook.Builtin.promisedIn: return figures.promisedIn
      case RuleBook.Builtin.pending: return nil
      default: break
      }
      if let set = latest(fact, of: .invoice(index)) { return set }
      if let given = invoice.facts.first(where: { $0.fact == fact }) {
        return money(given.raw, given.currency ?? book.currency)
      }
      if let set = latest(fact, of: .client(invoice.client)) { return set }
      if let given = clients[invoice.client].facts.first(where: { $0.fact == fact }) { return given.raw }
      return derived[book.facts[fact].name] ?? nil
    }
    let steps = entries(of: index).compactMap { entry -> (entry: JournalEntry, action: Int?)? in
      if case .did(_, let action, _) = entry.event { (entry, action) } else { nil }
    }
    let done = book.actions.indices.map { action -> Case.Done in
      let own = steps.filter { $0.action == action }
      guard let last = own.map({ $0.entry.date }).max() else { return .never }
      return Case.Done(times: Int64(own.count), daysAgo: last.days(until: today))
    }
    var pending: Int64 = 0
    if let last = steps.max(by: { ($0.entry.date, $0.entry.line) < ($1.entry.date, $1.entry.line) }),
      let action = last.action
    {
      let then = before(last.entry).invoiceCase(index, rates: rates, takes: takes)
      pending = max(0, (takes(action, then) ?? 0) - last.entry.date.days(until: today))
    }
    return Case(facts: facts, done: done, pendingDays: pending)
  }

  /// The nearest whole number, and of two as near the even one; nil for a division by zero.
  static func halfEven(_ numerator: Int64, _ denominator: Int64) -> Int64? {
    if denominator == 0 { return nil }
    var floor = numerator / denominator
    if floor * denominator > numerator { floor -= 1 }
    let twice = (numerator - floor * denominator) * 2
    if twice == denominator { return floor % 2 == 0 ? floor : floor + 1 }
    return twice < denominator ? floor : floor + 1
  }
}
