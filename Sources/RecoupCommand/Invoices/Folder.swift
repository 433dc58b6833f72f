import RecoupLedger
import RecoupReports
import RecoupRules

/// The invoices, clients and journal in the folder that `--in` names, or in the current one.
struct Folder {
  let world: World
  let arguments: Arguments
  private let options: LedgerOptions

  /// The options that say how the files are to be read.
  static var readingOptions: [Arguments.Option] {
    [
      .init("--columns", "NAME=HEADER,...", help: "Which header means which column"),
      .init("--dates", "dmy|mdy|ymd", help: "The order of dates that are not like 2026-11-22"),
      .init("--decimal", "point|comma", help: "Amounts are written 1,234.50 or 1.234,50"),
    ]
  }

  /// The options that say how the files are to be read and understood.
  static var options: [Arguments.Option] {
    readingOptions + [.init("--rate", "RATE", help: "What another currency is worth, such as \"EUR = 1.08 USD\"")]
  }

  init(_ arguments: Arguments, _ world: World) throws(Stop) {
    self.world = world
    self.arguments = arguments
    var options = LedgerOptions()
    options.dates = arguments.value("--dates").flatMap { DateOrder(rawValue: $0) }
    options.decimal = arguments.value("--decimal").flatMap { DecimalMark(rawValue: $0) }
    for text in arguments.all("--columns") {
      guard let columns = ColumnMapping.list(text) else {
        throw Stop(
          .usage, "`--columns` needs NAME=HEADER,..., such as invoice=Number,due=\"Due on\", and this is `\(text)`")
      }
      options.columns += columns
    }
    self.options = options
  }

  /// Reads the ledger. What cannot be read is told on standard error, and left out.
  ///
  /// - Parameter noting: Whether it is also told how the files are understood.
  func read(_ book: RuleBook, noting: Bool = true) throws(Stop) -> (ledger: Ledger, problems: [LedgerProblem]) {
    let path = arguments.path(of: "invoices.csv")
    guard let invoices = try file(path) else {
      throw Stop(
        .missingInput,
        "there is no \(path)\n`recoup init` writes a folder to begin with; without files, use --amount and --overdue")
    }
    let files = LedgerFiles(
      invoices: invoices, clients: try file(arguments.path(of: "clients.csv")),
      journal: try file(arguments.path(of: "journal.txt")))
    let (ledger, problems) = Ledger.read(files, options, book)
    world.complain(LedgerReport.text(noting ? problems : problems.filter { $0.severity != .note }))
    if problems.contains(where: { $0.severity == .file && $0.file == path }) { throw Stop(.missingInput) }
    return (ledger, problems)
  }

  /// A file of the folder; nil if it is not there.
  private func file(_ path: String) throws(Stop) -> LedgerFile? {
    guard world.fileExists(path) else { return nil }
    do {
      return LedgerFile(name: path, bytes: try world.readFile(path))
    } catch {
      throw Stop(.missingInput, "cannot read \(path): \(error.reason)")
    }
  }

  /// The rates that `--rate` gives.
  func rates(_ book: RuleBook) throws(Stop) -> Rates {
    var rates = Rates(base: book.currency)
    for text in arguments.all("--rate") {
      do {
        try rates.add(text)
      } catch {
        throw Stop(.usage, "`--rate \(text)`: \(error.message)")
      }
    }
    return rates
  }
}
