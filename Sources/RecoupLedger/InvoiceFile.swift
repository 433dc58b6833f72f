import RecoupLanguage
import RecoupQuantities
import RecoupRules

/// The clients of a ledger by their names, while it is read.
struct ClientRegister {
  var clients: [Client] = []
  private(set) var byName: [String: Int] = [:]

  mutating func index(of name: String) -> Int {
    if let index = byName[name] { return index }
    byName[name] = clients.count
    clients.append(Client(name: name, facts: [], invoices: []))
    return clients.count - 1
  }
}

/// Reads `invoices.csv`.
struct InvoiceFile {
  private(set) var invoices: [Invoice] = []
  private(set) var problems: [LedgerProblem] = []
  /// The line of each invoice number, also of the rows that are left out.
  private(set) var lines: [String: Int] = [:]
  /// Whether there was a header that served.
  private(set) var isReadable = false

  private let book: RuleBook
  private var dates = DateReader()
  private var amounts: AmountReader
  private var currencies: [String: Currency] = [:]
  /// Where the first row of each invoice number begins.
  private var starts: [String: Int] = [:]

  init(_ file: LedgerFile, _ options: LedgerOptions, _ book: RuleBook, _ register: inout ClientRegister) {
    self.book = book
    amounts = AmountReader(decimal: options.decimal)
    guard var table = TableFile(file, options, book, wanted: LedgerColumn.allCases, problems: &problems) else { return }
    let habits = FileHabits(table, lookingForDates: options.dates == nil, forAmounts: options.decimal == nil)
    dates.order = options.dates ?? habits.order
    amounts.decimal = options.decimal ?? habits.decimal
    problems += habits.problems
    if habits.problems.contains(where: { $0.severity == .file }) { return }
    isReadable = true
    var skipped = SkippedRows()
    while let row = table.reader.next() {
      switch row {
      case .failure(let problem): problems.append(table.problem(problem))
      case .success(let record):
        if !skipped.take(record, of: table, firstStart: starts[table.text(.invoice, record)]) {
          read(record, table, &register)
        }
      }
    }
    problems += skipped.notes(file: file.name)
  }

  private mutating func read(_ record: DelimitedText.Record, _ table: TableFile, _ register: inout ClientRegister) {
    var found: [LedgerProblem] = []
    func attempt<Value>(_ column: LedgerColumn, _ read: () throws(Complaint) -> Value) -> Value? {
      do throws(Complaint) {
        return try read()
      } catch {
        found.append(table.problem(error, table.plan.columns[column], record))
        return nil
      }
    }
    let name = attempt(.invoice) { () throws(Complaint) in try newName(table.text(.invoice, record), record) }
    let client = attempt(.client) { () throws(Complaint) in
      let client = table.text(.client, record)
      if client.isEmpty { throw Complaint("the client is missing") }
      return client
    }
    let dates = dates
    func date(_ column: LedgerColumn) -> CivilDate? {
      let content = table.content(column, record)
      return content.isEmpty ? nil : attempt(column) { () throws(Complaint) in try dates.read(content) }
    }
    let issued = date(.issued)
    let due = date(.due)
    if table.content(.due, record).isEmpty {
      _ = attempt(.due) { () throws(Complaint) in throw Complaint("the due date is missing") }
    }
    let paidOn = date(.paidOn)
    let code = table.text(.currency, record)
    let amountColumn = table.plan.columns[.total] == nil ? LedgerColumn.balance : .total
    let currency = attempt(code.isEmpty ? amountColumn : .currency) { () throws(Complaint) -> Currency in
      try self.currency(code, amount: table.content(amountColumn, record))
    }
    guard let currency else {
      problems += found
      return
    }
    let amounts = amounts
    func amount(_ column: LedgerColumn) -> Int64? {
      let content = table.content(column, record)
      return content.isEmpty ? nil : attempt(column) { () throws(Complaint) in try amounts.read(content, currency) }
    }
    let beforeAmounts = found.count
    let given = Amounts(
      total: amount(.total), paid: amount(.paid), balance: amount(.balance),
      hasTotalColumn: table.plan.columns[.total] != nil, isSettled: paidOn != nil)
    var sums: (total: Int64, paid: Int64)?
    if found.count == beforeAmounts {
      sums = attempt(given.column) { () throws(Complaint) -> (total: Int64, paid: Int64) in
        try given.totalAndPaid(currency)
      }
    }
    let facts = table.facts(record, book, currency, problems: &found)
    guard found.isEmpty, let name, let client, let due, let sums else {
      problems += found
      return
    }
    let index = register.index(of: client)
    register.clients[index].invoices.append(invoices.count)
    invoices.append(
      Invoice(
        name: name, client: index, issued: issued, due: due, currency: currency, total: sums.total, paid: sums.paid,
        paidOn: paidOn, facts: facts, line: record.line))
  }

  private mutating func newName(_ name: String, _ record: DelimitedText.Record) throws(Complaint) -> String {
    if name.isEmpty { throw Complaint("the invoice number is missing") }
    if let first = lines[name] {
      throw Complaint("the invoice \(shown(name)) stands on line \(first) already", help: "leave one of them out")
    }
    lines[name] = record.line
    starts[name] = record.start
    return name
  }

  /// - Parameter amount: Tells by a sign or a code, where the row has no currency of its own.
  private mutating func currency(_ text: String, amount: ArraySlice<UInt8>) throws(Complaint) -> Currency {
    if text.isEmpty {
      guard let codes = AmountMark(amount).currencies, !codes.contains(book.currency.code) else { return book.currency }
      if codes.count == 1 { return try currency(codes[0], amount: []) }
      throw Complaint(
        "\(shown(amount)) may be in " + codes.joined(separator: ", "),
        help: "a column `currency` tells what each invoice is in")
    }
    if let known = currencies[text] { return known }
    let code = text.uppercased()
    if let currency = Currency(code: code) {
      currencies[text] = currency
      return currency
    }
    let signs = ["€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY"]
    // Of several that are as near, the one that is likelier to be meant.
    let likely = [book.currency.code, "EUR", "USD", "GBP"]
    let hint = text.utf8.count > 20 ? nil : signs[text] ?? NearestName.of(code, among: likely + Currency.codes)
    throw Complaint(
      "\(shown(text)) is no currency", help: hint.map { "did you mean `\($0)`?" } ?? "write a code such as `EUR`")
  }
}

/// What a row says of its amounts.
private struct Amounts {
  var total: Int64?
  var paid: Int64?
  var balance: Int64?
  var hasTotalColumn: Bool
  var isSettled: Bool

  /// The column that a complaint is about.
  var column: LedgerColumn {
    if total == nil { return hasTotalColumn ? .total : .balance }
    return balance == nil ? .paid : .balance
  }

  func totalAndPaid(_ currency: Currency) throws(Complaint) -> (total: Int64, paid: Int64) {
    func text(_ amount: Int64) -> String {
      DecimalText.text(amount, decimals: currency.decimals, atLeast: currency.decimals)
    }
    guard let total else {
      guard !hasTotalColumn, let balance else {
        throw Complaint(hasTotalColumn ? "the total is missing" : "the balance is missing")
      }
      let (sum, overflow) = balance.addingReportingOverflow(paid ?? 0)
      if overflow { throw Complaint("the total is too large") }
      return (sum, paid ?? 0)
    }
    if let paid, paid < 0, total >= 0 {
      throw Complaint(
        "less than nothing was paid: `\(text(paid))`", help: "a credit note is a row with a total below 0")
    }
    guard let balance else { return (total, paid ?? (isSettled ? total : 0)) }
    let (rest, overflow) = total.subtractingReportingOverflow(balance)
    if overflow { throw Complaint("the balance is too large") }
    if let paid, paid != rest {
      throw Complaint(
        "the balance is `\(text(balance))`, but total less paid is not",
        help: "with a total of \(text(total)) and \(text(paid)) paid it would be \(text(total &- paid))")
    }
    return (total, rest)
  }
}
