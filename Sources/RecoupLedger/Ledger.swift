public import RecoupRules

/// Invoices, their clients, and what happened: all that three files say, read by the facts and actions of one rule book.
///
/// What it says about a day is asked of a `LedgerView`.
public struct Ledger: Sendable {
  /// The rule book by which it was read.
  public let book: RuleBook
  /// The invoices whose rows could be read, in the order of the file.
  public let invoices: [Invoice]
  /// The clients of these invoices in the order in which they come, then the others of `clients.csv`.
  public let clients: [Client]
  /// The journal by date, and by line where dates are the same.
  public let entries: [JournalEntry]

  let names: LedgerNames
  /// The entries of each invoice, by date and line.
  let entriesOfInvoice: [[JournalEntry]]
  /// What was set for each client: for each fact of the book its values by date and line.
  let settingsOfClient: [Int: [Int: [(moment: Moment, fact: GivenFact)]]]

  /// Reads the files of a ledger.
  ///
  /// What cannot be read is left out and told in `problems`: first those of the invoices, then of the clients, then of the
  /// journal, each by line and column.
  public static func read(
    _ files: LedgerFiles, _ options: LedgerOptions = LedgerOptions(), _ book: RuleBook
  ) -> (ledger: Ledger, problems: [LedgerProblem]) {
    var register = ClientRegister()
    let invoiceFile = InvoiceFile(files.invoices, options, book, &register)
    var problems = sorted(invoiceFile.problems)
    var names = LedgerNames(lines: invoiceFile.lines, hasInvoices: invoiceFile.isReadable)
    if let file = files.clients {
      let clientFile = ClientFile(file, options, book, &register)
      problems += sorted(clientFile.problems)
      names.hasClients = clientFile.isReadable
    }
    for (index, invoice) in invoiceFile.invoices.enumerated() { names.invoices[invoice.name] = index }
    names.clients = register.byName
    var entries: [JournalEntry] = []
    if let file = files.journal {
      let reader = JournalReader(names, invoices: invoiceFile.invoices, clients: register.clients, book)
      let journal = JournalFile(file, reader)
      entries = journal.entries
      problems += journal.problems
    }
    let ledger = Ledger(
      book: book, invoices: invoiceFile.invoices, clients: register.clients, entries: entries, names: names)
    return (ledger, problems)
  }

  private init(
    book: RuleBook, invoices: [Invoice], clients: [Client], entries: [JournalEntry], names: LedgerNames
  ) {
    self.book = book
    self.invoices = invoices
    self.clients = clients
    self.entries = entries.sorted { $0.moment < $1.moment }
    self.names = names
    var ofInvoice: [[JournalEntry]] = Array(repeating: [], count: invoices.count)
    var ofClient: [Int: [Int: [(moment: Moment, fact: GivenFact)]]] = [:]
    for entry in self.entries {
      switch entry.target {
      case .invoice(let index): ofInvoice[index].append(entry)
      case .client(let index):
        if case .set(let fact) = entry.event {
          ofClient[index, default: [:]][fact.fact, default: []].append((entry.moment, fact))
        }
      }
    }
    entriesOfInvoice = ofInvoice
    settingsOfClient = ofClient
  }

  private static func sorted(_ problems: [LedgerProblem]) -> [LedgerProblem] {
    problems.enumerated().sorted { a, b in
      (a.element.line, a.element.column, a.offset) < (b.element.line, b.element.column, b.offset)
    }.map { $0.element }
  }

  /// The index of the invoice with this number, if its row could be read.
  public func invoice(named name: String) -> Int? { names.invoices[name] }

  /// The index of the client with this name.
  public func client(named name: String) -> Int? { names.clients[name] }

  /// The line of an invoice whose row is left out for a mistake in it.
  public func lineOfLeftOutInvoice(named name: String) -> Int? {
    names.invoices[name] == nil ? names.lines[name] : nil
  }
}
