import RecoupQuantities

/// The figures of one client at any moment, from one walk through their invoices.
struct ClientTimeline {
  private var moments: [Moment] = []
  /// The figures before each of `moments`, and after the last.
  private var counts: [ClientChange] = []
  private var amounts: [String: Amounts] = [:]

  private struct Amounts {
    var moments: [Moment] = []
    var sums: [ClientChange] = []
  }

  init(_ ledger: Ledger, _ client: Int) {
    var changes: [ClientChange] = []
    var byCurrency: [String: [ClientChange]] = [:]
    for index in ledger.clients[client].invoices {
      for change in ledger.changes(of: index) {
        if change.revenue != 0 || change.owed != 0 {
          byCurrency[ledger.invoices[index].currency.code, default: []].append(change)
        } else {
          changes.append(change)
        }
      }
    }
    (moments, counts) = ClientTimeline.sums(changes)
    amounts = byCurrency.mapValues { changes in
      let (moments, sums) = ClientTimeline.sums(changes)
      return Amounts(moments: moments, sums: sums)
    }
  }

  private static func sums(_ changes: [ClientChange]) -> ([Moment], [ClientChange]) {
    let sorted = changes.sorted { $0.moment < $1.moment }
    var sum = ClientChange(moment: .beginning)
    var sums = [sum]
    for change in sorted {
      sum.add(change)
      sums.append(sum)
    }
    return (sorted.map { $0.moment }, sums)
  }

  /// How many invoices were paid and promises broken before a moment.
  func counts(before moment: Moment) -> ClientChange { counts[moments.partitioningIndex { !($0 < moment) }] }

  /// The revenue and what is owed in a currency before a moment.
  func amounts(in currency: Currency, before moment: Moment) -> ClientChange {
    guard let amounts = amounts[currency.code] else { return ClientChange(moment: moment) }
    return amounts.sums[amounts.moments.partitioningIndex { !($0 < moment) }]
  }
}

extension ClientChange {
  mutating func add(_ other: ClientChange) {
    pastInvoices += other.pastInvoices
    onTime += other.onTime
    delay += other.delay
    brokenPromises += other.brokenPromises
    revenue += other.revenue
    owed += other.owed
  }
}
