import RecoupEngine
import RecoupLanguage
import RecoupLedger
import RecoupQuantities
import RecoupRules
import Testing

/// The rule book of these tests.
enum LedgerBook {
  static let text = """
    currency EUR
    setting hour = 50 EUR
    fact reason: one of forgot, short_of_cash, refuses
    fact contract: yes or no
    fact deposit: money
    fact on_time: percent
    fact past_invoices: number
    fact average_delay: days
    fact yearly_revenue: money
    fact client_owes: money
    fact broken_promises: number
    action reminder { title "Remind" chance 40% takes 10 days }
    action call { title "Call" chance 50% takes if contract then 3 days else 5 days }
    action agency { title "Agency" chance 60% takes 90 days }
    """

  private static let loaded = RulesLoader.load(SourceFile(name: "ledger.rules", text: text)) { _, _ in .missing("none")
  }

  static func make() throws -> RuleBook { try #require(loaded.book, "\(loaded.problems.map { $0.message })") }
}

/// A ledger from texts, with its problems as lines such as `row 2:5 message -> help`.
struct TestLedger {
  let ledger: Ledger
  let problems: [LedgerProblem]

  init(
    _ invoices: String, clients: String? = nil, journal: String? = nil, _ options: LedgerOptions = LedgerOptions()
  ) throws {
    try self.init(
      bytes: Array(invoices.utf8), clients: clients.map { Array($0.utf8) }, journal: journal.map { Array($0.utf8) },
      options)
  }

  init(
    bytes invoices: [UInt8], clients: [UInt8]? = nil, journal: [UInt8]? = nil,
    _ options: LedgerOptions = LedgerOptions()
  ) throws {
    let files = LedgerFiles(
      invoices: LedgerFile(name: "invoices.csv", bytes: invoices),
      clients: clients.map { LedgerFile(name: "clients.csv", bytes: $0) },
      journal: journal.map { LedgerFile(name: "journal.txt", bytes: $0) })
    (ledger, problems) = Ledger.read(files, options, try LedgerBook.make())
  }

  /// The problems that are no notes.
  var complaints: [String] { problems.filter { $0.severity != .note }.map { $0.shown } }
  var notes: [String] { problems.filter { $0.severity == .note }.map { $0.shown } }
}

extension LedgerProblem {
  /// All but the file.
  var shown: String {
    let kind =
      switch severity {
      case .row: "row"
      case .line: "line"
      case .file: "file"
      case .note: "note"
      }
    return "\(kind) \(line):\(column) \(message)" + (help.map { " -> " + $0 } ?? "")
  }
}

/// The date of an ISO text.
func day(_ iso: String) -> CivilDate {
  guard let date = CivilDate(iso: iso.utf8) else { preconditionFailure("\(iso) is no date") }
  return date
}
