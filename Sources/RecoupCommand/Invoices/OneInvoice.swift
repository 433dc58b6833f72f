import RecoupEngine
import RecoupLedger
import RecoupReports

/// The one open invoice that a command is about: told by the arguments, or found in the folder.
struct OneInvoice {
  let subject: Subject
  let invoice: Case
  private let docket: Docket?

  /// - Parameters:
  ///   - others: How many arguments may stand beside it.
  ///   - isQuiet: Whether nothing is said of what cannot be read, since that was said before.
  init(_ desk: Desk, besides others: Int = 0, isQuiet: Bool = false) throws(Stop) {
    let arguments = desk.arguments.positional
    if let told = try desk.told() {
      if arguments.count > others {
        throw Stop(.usage, "`--amount` stands in the place of an invoice, and `\(arguments[0])` is one too")
      }
      (subject, invoice) = told
      docket = nil
      return
    }
    guard let name = arguments.first else { throw Stop(.usage, "say which invoice, or --amount and --overdue") }
    var docket = try Docket(desk, isQuiet: isQuiet)
    let index = try docket.find(name)
    if !docket.view.isOpen(index) { throw Stop(.usage, docket.settled(index)) }
    guard let found = try docket.case(index) else { throw Stop(.findings, docket.problems.last?.message) }
    (subject, invoice) = found
    self.docket = docket
    // What a change makes of it is another advice.
    if !isQuiet { try desk.verify(invoice, subject) }
  }

  /// The ledger that it stands in; nil if it was told.
  var ledger: Ledger? { docket?.ledger }

  /// What is left out of the answer.
  var problems: [LedgerProblem] { docket?.problems ?? [] }

  /// How the command ends.
  var status: ExitStatus { docket?.status ?? .fine }
}
