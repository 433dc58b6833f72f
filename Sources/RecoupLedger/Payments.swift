import RecoupQuantities

/// All that the row of an invoice and the journal say was paid, in order.
struct Payments {
  /// What is open before all days: the total, less what counts as paid always.
  let atFirst: Int128
  private(set) var dated: [(moment: Moment, amount: Int128)] = []
  /// What was paid up to each of `dated`, without it.
  private var sums: [Int128] = [0]

  init(_ invoice: Invoice, _ entries: [JournalEntry]) {
    var ofRow: (moment: Moment, amount: Int128)?
    if let paidOn = invoice.paidOn {
      ofRow = (.paid(on: paidOn.dayNumber), Int128(invoice.paid))
      atFirst = Int128(invoice.total)
    } else {
      atFirst = Int128(invoice.total) - Int128(invoice.paid)
    }
    for entry in entries {
      guard case .paid(let amount) = entry.event else { continue }
      if let row = ofRow, row.moment < entry.moment {
        dated.append(row)
        ofRow = nil
      }
      dated.append((entry.moment, Int128(amount)))
    }
    if let ofRow { dated.append(ofRow) }
    for payment in dated { sums.append(sums[sums.count - 1] + payment.amount) }
  }

  /// What was paid on known days before a moment.
  func paid(before moment: Moment) -> Int128 {
    sums[dated.partitioningIndex { !($0.moment < moment) }]
  }

  /// What is open just before a moment.
  func balance(before moment: Moment) -> Int128 { atFirst - paid(before: moment) }
}

/// One promise of a client.
struct Promise {
  var made: Moment
  var by: CivilDate
  var amount: Int64?

  /// What is paid from here on comes too late.
  var deadline: Moment { .start(of: by.dayNumber + 1) }

  /// Whether what was paid before a moment, and in time, keeps it.
  func isKept(before moment: Moment, _ payments: Payments) -> Bool {
    let end = min(moment, deadline)
    if payments.balance(before: end) <= 0 { return true }
    guard let amount else { return false }
    return payments.paid(before: end) - payments.paid(before: min(made, end)) >= Int128(amount)
  }
}

extension Ledger {
  func payments(of index: Int) -> Payments { Payments(invoices[index], entriesOfInvoice[index]) }

  /// The promises of an invoice in the order in which they were made.
  func promises(of index: Int) -> [Promise] {
    entriesOfInvoice[index].compactMap { entry in
      guard case .promised(let by, let amount) = entry.event else { return nil }
      return Promise(made: entry.moment, by: by, amount: amount)
    }
  }
}

extension Array {
  /// The index of the first element that belongs to the second part, of an array in which all such stand last.
  func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
    var lower = 0
    var upper = count
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if isInSecondPart(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
