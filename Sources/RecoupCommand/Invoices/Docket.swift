import RecoupEngine
import RecoupLanguage
import RecoupLedger
import RecoupQuantities
import RecoupReports
import RecoupRules
import RecoupWire

/// The invoices of a folder as of the day of the advice.
struct Docket {
  let desk: Desk
  let view: LedgerView
  let rates: Rates
  /// The rows and lines that are left out, and what cannot be answered.
  private(set) var problems: [LedgerProblem]
  /// How the files are understood.
  let notes: [LedgerProblem]

  /// - Parameter isQuiet: Whether nothing is said of what cannot be read, since that was said before.
  init(_ desk: Desk, isQuiet: Bool = false) throws(Stop) {
    self.desk = desk
    var world = desk.world
    if isQuiet { world.complain = { _ in } }
    let folder = try Folder(desk.arguments, world)
    rates = try folder.rates(desk.book)
    let (ledger, problems) = try folder.read(desk.book)
    self.problems = problems.filter { $0.severity != .note }
    notes = problems.filter { $0.severity == .note }
    view = LedgerView(ledger, asOf: desk.asOf)
  }

  /// How the command ends: with findings if something was left out.
  var status: ExitStatus { problems.isEmpty ? .fine : .findings }

  var ledger: Ledger { view.ledger }

  /// The index of an invoice by its number.
  func find(_ name: String) throws(Stop) -> Int {
    if let index = ledger.invoice(named: name) { return index }
    let shown = Shown.clipped(Shown.text(name), to: 60)
    if let line = ledger.lineOfLeftOutInvoice(named: name) {
      throw Stop(.usage, "the row of invoice `\(shown)` cannot be read: see line \(line)")
    }
    let nearest = NearestName.of(name, among: ledger.invoices.map { $0.name })
    let hint = nearest.map { "; did you mean `\(Shown.clipped(Shown.text($0), to: 60))`?" } ?? ""
    throw Stop(.usage, "there is no invoice `\(shown)`\(hint)")
  }

  /// What is asked about: the invoice, but for what `--set` says of its amount and its delay.
  private func subject(_ index: Int) -> Subject {
    let invoice = ledger.invoices[index]
    var subject = Subject(
      id: invoice.name, client: ledger.clients[invoice.client].name, due: invoice.due,
      owed: Amount(view.balance(of: index), invoice.currency),
      pause: view.pause(of: index).map { Subject.Pause(until: $0.until, reason: $0.reason) })
    if let amount = desk.values.facts[RuleBook.Builtin.amount] { subject.owed = Amount(amount, desk.book.currency) }
    if desk.values.facts[RuleBook.Builtin.daysOverdue] != nil { subject.due = nil }
    return subject
  }

  /// What the credit notes of an invoice's client are worth, in the smallest unit of the invoice's currency.
  func credit(_ index: Int) -> Int64 {
    let invoice = ledger.invoices[index]
    var sum: Int64 = 0
    for note in view.credits(ofClient: invoice.client) where ledger.invoices[note].currency == invoice.currency {
      let (more, overflow) = sum.subtractingReportingOverflow(view.balance(of: note))
      sum = overflow ? .max : more
    }
    return sum
  }

  /// The advice on an invoice; nil if there is none, which is then one of the problems.
  mutating func advice(_ index: Int) throws(Stop) -> Advice? {
    guard let (subject, invoice) = try self.case(index) else { return nil }
    try desk.verify(invoice, subject)
    return try desk.advice(invoice, about: subject)
  }

  /// An invoice as the engine sees it; nil if it cannot, which is then one of the problems.
  mutating func `case`(_ index: Int) throws(Stop) -> (subject: Subject, invoice: Case)? {
    switch view.case(of: index, rates: rates, takes: { desk.advisor.takes(of: $0, in: $1) }) {
    case .success(let invoice): return (subject(index), try desk.overridden(invoice))
    case .failure(let problem):
      let file = desk.arguments.path(of: "invoices.csv")
      let line = ledger.invoices[index].line
      problems.append(LedgerProblem(file: file, line: line, column: 1, message: problem.message, severity: .row))
      return nil
    }
  }

  /// That nothing is to be done about an invoice, and why.
  func settled(_ index: Int) -> String {
    let name = Shown.clipped(Shown.text(ledger.invoices[index].name), to: 60)
    let french = desk.tongue == .french
    if let closed = view.closed(index) {
      let day = desk.tongue.fullDate(closed.on)
      let reason = closed.reason.map { ": " + Shown.text($0) } ?? ""
      return french ? "\(name) est close depuis le \(day)\(reason)" : "\(name) was closed on \(day)\(reason)"
    }
    if !view.isSeen(index) {
      let day = ledger.invoices[index].issued.map { desk.tongue.fullDate($0) } ?? ""
      return french ? "\(name) ne sera émise que le \(day)" : "\(name) is not issued before \(day)"
    }
    return french ? "\(name) : rien n'est dû" : "\(name): nothing is owed"
  }
}
