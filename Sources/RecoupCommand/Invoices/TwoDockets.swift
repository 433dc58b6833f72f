import RecoupEngine
import RecoupLanguage
import RecoupLedger
import RecoupQuantities
import RecoupReports
import RecoupRules

/// The open invoices of a folder under two rule books; each reads the files by its own facts.
struct TwoDockets {
  private let world: World
  private var old: Docket
  private var new: Docket

  init(_ arguments: Arguments, _ world: World, old: UsableRules, new: UsableRules) throws(Stop) {
    self.world = world
    self.old = try TwoDockets.read(arguments, world, old)
    self.new = try TwoDockets.read(arguments, world, new)
  }

  /// Reads the files by one book; what is wrong with them is told later, of both together, unless it ends the command.
  private static func read(_ arguments: Arguments, _ world: World, _ rules: UsableRules) throws(Stop) -> Docket {
    final class Complaints { var text = "" }
    let complaints = Complaints()
    var quiet = world
    quiet.complain = { complaints.text += $0 }
    do {
      return try Docket(Desk(arguments, quiet, rules, .none))
    } catch {
      if !complaints.text.isEmpty { world.complain("With \(Shown.text(rules.files[0].name)):\n" + complaints.text) }
      throw error
    }
  }

  /// Whether nothing was left out under either book.
  var isComplete: Bool { old.problems.isEmpty && new.problems.isEmpty }

  /// Every invoice that is open under one of the books, decided by both as far as they can.
  mutating func difference() throws(Stop) -> PortfolioDifference? {
    var names = new.view.openInvoices.map { new.ledger.invoices[$0].name }
    let known = Set(names)
    names += old.view.openInvoices.map { old.ledger.invoices[$0].name }.filter { !known.contains($0) }
    var pairs: [(id: String, old: Question, new: Question)] = []
    for name in names {
      pairs.append((name, try TwoDockets.question(name, &old), try TwoDockets.question(name, &new)))
    }
    complain()
    let (first, second, asOf, all) = (old.desk.advisor, new.desk.advisor, new.desk.asOf, pairs)
    let rows = world.gather(all.count, by: { (old: PortfolioAdvisor(first), new: PortfolioAdvisor(second)) }) {
      advisors, number in
      PortfolioDifference.Row(
        id: all[number].id, old: all[number].old.answer(first, &advisors.old, asOf),
        new: all[number].new.answer(second, &advisors.new, asOf))
    }
    return PortfolioDifference(from: old.desk.book, to: new.desk.book, rows, isComplete: isComplete)
  }

  /// What one book can be asked about an invoice, or why it cannot.
  private static func question(_ name: String, _ docket: inout Docket) throws(Stop) -> Question {
    guard let index = docket.ledger.invoice(named: name) else {
      let french = docket.desk.tongue == .french
      guard let line = docket.ledger.lineOfLeftOutInvoice(named: name) else {
        return .none(because: french ? "cette facture n'est pas connue" : "there is no such invoice")
      }
      return .none(
        because: french ? "la ligne \(line) ne peut pas être lue" : "its row cannot be read: see line \(line)")
    }
    guard docket.view.isOpen(index) else { return .none(because: docket.settled(index)) }
    if let (subject, invoice) = try docket.case(index) { return .about(subject, invoice) }
    return .none(because: docket.problems.last?.message ?? "")
  }

  /// Tells what is wrong with the files: under both books once, then under one of them.
  private func complain() {
    let (first, second) = (old.problems + old.notes, new.problems + new.notes)
    let (before, after) = (Set(first), Set(second))
    world.complain(LedgerReport.text(first.filter { after.contains($0) }))
    for (docket, own) in [
      (old, first.filter { !after.contains($0) }), (new, second.filter { !before.contains($0) }),
    ] where !own.isEmpty {
      world.complain("With \(Shown.text(docket.desk.files[0].name)) only:\n" + LedgerReport.text(own))
    }
  }
}

/// What a book is asked about an invoice.
private enum Question: Sendable {
  case about(Subject, Case)
  /// Nothing can be asked, for this reason.
  case none(because: String)

  func answer(
    _ advisor: Advisor, _ portfolio: inout PortfolioAdvisor, _ asOf: CivilDate
  ) -> PortfolioDifference.Answer {
    switch self {
    case .none(let reason): return .none(because: reason)
    case .about(let subject, let invoice):
      do {
        return .advice(
          try BriefAdvice(advisor, invoice, about: subject, asOf: asOf) { (invoice) throws(Advisor.Problem) in
            try portfolio.decide(invoice)
          })
      } catch {
        return .none(because: "there is no advice without an amount and a delay")
      }
    }
  }
}
