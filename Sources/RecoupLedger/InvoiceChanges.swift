import RecoupQuantities

/// What an invoice adds to the figures of its client, from one moment on.
struct ClientChange {
  var moment: Moment
  var pastInvoices: Int64 = 0
  var onTime: Int64 = 0
  var delay: Int64 = 0
  var brokenPromises: Int64 = 0
  var revenue: Int128 = 0
  var owed: Int128 = 0
}

extension Ledger {
  /// From when on an invoice is seen.
  func seen(_ index: Int) -> Moment { invoices[index].issued.map { .start(of: $0.dayNumber) } ?? .beginning }

  /// When an invoice was closed by the journal.
  func closed(_ index: Int) -> Moment? {
    for entry in entriesOfInvoice[index] {
      if case .closed = entry.event { return entry.moment }
    }
    return nil
  }

  /// What an invoice adds to its client's figures over time, in no order.
  func changes(of index: Int) -> [ClientChange] {
    let invoice = invoices[index]
    let seen = seen(index)
    let payments = payments(of: index)
    var changes: [ClientChange] = []

    let day = (invoice.issued ?? invoice.due).dayNumber
    changes.append(ClientChange(moment: .start(of: day), revenue: Int128(invoice.total)))
    changes.append(ClientChange(moment: .start(of: day + 365), revenue: -Int128(invoice.total)))
    for promise in promises(of: index) where !promise.isKept(before: promise.deadline, payments) {
      changes.append(ClientChange(moment: max(seen, promise.deadline), brokenPromises: 1))
    }
    addPaying(of: invoice, payments, seen, &changes)

    let pastDue = max(seen, .start(of: invoice.due.dayNumber + 1))
    let closed = closed(index)
    if closed.map({ pastDue < $0 }) ?? true {
      changes.append(ClientChange(moment: pastDue, owed: payments.balance(before: pastDue)))
      for payment in payments.dated where payment.moment > pastDue && (closed.map { payment.moment < $0 } ?? true) {
        changes.append(ClientChange(moment: payment.moment, owed: -payment.amount))
      }
      if let closed { changes.append(ClientChange(moment: closed, owed: -payments.balance(before: closed))) }
    }
    return changes
  }

  /// Adds when an invoice became one of those that the client has paid in full.
  private func addPaying(
    of invoice: Invoice, _ payments: Payments, _ seen: Moment, _ changes: inout [ClientChange]
  ) {
    // A credit note is nothing that a client pays.
    if invoice.total <= 0 { return }
    var balance = payments.atFirst
    var added: ClientChange?
    for payment in payments.dated {
      let wasOpen = balance > 0
      balance -= payment.amount
      if wasOpen, balance <= 0 {
        let late = max(0, payment.moment.day - invoice.due.dayNumber)
        let change = ClientChange(
          moment: max(seen, payment.moment), pastInvoices: 1, onTime: late == 0 ? 1 : 0, delay: late)
        changes.append(change)
        added = change
      } else if !wasOpen, balance > 0, let paid = added {
        changes.append(
          ClientChange(
            moment: max(seen, payment.moment), pastInvoices: -1, onTime: -paid.onTime, delay: -paid.delay))
        added = nil
      }
    }
  }
}
