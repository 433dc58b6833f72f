import RecoupEngine
import RecoupLedger
import RecoupReports
import RecoupRules

/// The open invoices of a folder under two rule books; each reads the files by its own facts.
struct TwoDockets {
  private var old: Docket
  private var new: Docket

  init(_ arguments: Arguments, _ world: World, old: UsableRules, new: UsableRules) throws(Stop) {
    self.old = try Docket(Desk(arguments, world, old, .none))
    self.new = try Docket(Desk(arguments, world, new, .none), isQuiet: true)
  }

  /// Every invoice that both can be asked about, decided by both.
  mutating func difference() throws(Stop) -> PortfolioDifference {
    var pairs: [(old: (subject: Subject, invoice: Case), new: (subject: Subject, invoice: Case))] = []
    let read = (old.problems.count, new.problems.count)
    for index in new.view.openInvoices {
      guard let other = old.ledger.invoice(named: new.ledger.invoices[index].name), old.view.isOpen(other),
        let before = try old.case(other), let after = try new.case(index)
      else { continue }
      pairs.append((before, after))
    }
    let world = new.desk.world
    world.complain(LedgerReport.text(Array(old.problems[read.0...]) + new.problems[read.1...]))
    let (first, second, asOf, all) = (old.desk.advisor, new.desk.advisor, new.desk.asOf, pairs)
    let rows = world.gather(all.count) { number -> PortfolioDifference.Row? in
      let (before, after) = all[number]
      guard let old = try? Advice(first, before.invoice, about: before.subject, asOf: asOf),
        let new = try? Advice(second, after.invoice, about: after.subject, asOf: asOf)
      else { return nil }
      return PortfolioDifference.Row(old: old, new: new)
    }
    return PortfolioDifference(from: old.desk.book, to: new.desk.book, rows.compactMap { $0 })
  }
}
