import RecoupLanguage
import RecoupQuantities
import RecoupRules

/// What a line of the journal may name.
struct LedgerNames: Sendable {
  /// Invoices by their numbers.
  var invoices: [String: Int] = [:]
  /// Clients by their names.
  var clients: [String: Int] = [:]
  /// The line of each invoice number in its file, also of the rows that are left out.
  var lines: [String: Int] = [:]
  /// Whether the file of invoices could be read at all.
  var hasInvoices = true
  /// Whether the file of clients could be read at all, if there is one.
  var hasClients = true
}

/// Reads one line of the journal after the other.
struct JournalReader {
  let names: LedgerNames
  let invoices: [Invoice]
  let clients: [Client]
  let book: RuleBook
  /// In how many more names a slip is looked for: in a large ledger the search is slow.
  private var searchesLeft = 50

  init(_ names: LedgerNames, invoices: [Invoice], clients: [Client], _ book: RuleBook) {
    self.names = names
    self.invoices = invoices
    self.clients = clients
    self.book = book
  }

  /// What people write who do not have the list before them.
  private static let meant = [
    "payed": "paid", "pay": "paid", "payment": "paid", "received": "paid", "done": "did", "sent": "did",
    "called": "did",
  ]
  private static let events = ["did", "set", "promised", "paid", "paused", "closed"]
  private static let anyEvent = "write `did`, `set`, `promised`, `paid`, `paused` or `closed`"

  /// The entry of a line, nil for a blank line or a comment.
  ///
  /// - Parameter unknownAction: Is set for an action that the rules do not have; the entry holds nevertheless.
  mutating func read(
    _ text: String, line: Int, unknownAction: inout JournalProblem?
  ) throws(JournalProblem) -> JournalEntry? {
    let tokens = try JournalTokens(text)
    guard let first = tokens.tokens.first else { return nil }
    var words = Words(tokens.tokens[...], end: tokens.end)
    let date = try words.date("a line begins with the day of what it tells", of: first)
    words.drop()
    let target = try target(&words)
    let event = try words.next("it does not say what happened", help: JournalReader.anyEvent)
    if case .client = target, event.text != "set", JournalReader.events.contains(event.text) {
      throw JournalProblem(
        column: event.column, "`\(event.text)` can be said of an invoice only",
        help: "write the invoice, not its client")
    }
    let happened = try self.event(event, target, date, &words, &unknownAction)
    try words.requireEnd()
    return JournalEntry(date: date, target: target, event: happened, line: line)
  }

  // MARK: What it is about

  private mutating func target(_ words: inout Words) throws(JournalProblem) -> JournalEntry.Target {
    let first = try words.next("it does not say which invoice", help: "write the invoice after the date")
    if first.isQuoted || first.text != "client" {
      if let index = names.invoices[first.text] { return .invoice(index) }
      var problem = JournalProblem(column: first.column, "there is no invoice \(shown(first.text))")
      problem.isSaidAlready = !names.hasInvoices
      if let line = names.lines[first.text] {
        problem.isSaidAlready = true
        problem.message = "the invoice \(shown(first.text)) is left out"
        problem.help = "mend its row on line \(line) of the invoices first"
      } else if !problem.isSaidAlready {
        problem.help = nearest(first.text, invoices.count) { $0.invoices.map { $0.name } }
        if problem.help == nil, names.clients[first.text] != nil {
          problem.help = "it is a client: write `client` before its name"
        }
      }
      throw problem
    }
    let name = try words.next("it does not say which client", help: "write the client after `client`")
    if let index = names.clients[name.text] { return .client(index) }
    var problem = JournalProblem(column: name.column, "there is no client \(shown(name.text))")
    problem.isSaidAlready = !(names.hasInvoices && names.hasClients)
    if !problem.isSaidAlready { problem.help = nearest(name.text, clients.count) { $0.clients.map { $0.name } } }
    if !name.isQuoted, problem.help == nil { problem.help = "a name with spaces stands in quotes" }
    throw problem
  }

  private mutating func nearest(_ name: String, _ count: Int, _ all: (JournalReader) -> [String]) -> String? {
    if count > 1000 {
      if searchesLeft == 0 { return nil }
      searchesLeft -= 1
    }
    return NearestName.of(name, among: all(self)).map { "did you mean `\($0)`?" }
  }

  // MARK: What happened

  private func event(
    _ event: JournalToken, _ target: JournalEntry.Target, _ date: CivilDate, _ words: inout Words,
    _ unknownAction: inout JournalProblem?
  ) throws(JournalProblem) -> JournalEvent {
    let currency: Currency =
      switch target {
      case .invoice(let index): invoices[index].currency
      case .client: book.currency
      }
    switch event.isQuoted ? "" : event.text {
    case "did":
      let action = try words.next("it does not say what was done", help: "write the action, such as `did reminder`")
      let index = book.action(named: action.text)
      if index == nil {
        let hint = NearestName.of(action.text, among: book.actions.map { $0.name }).map { "did you mean `\($0)`?" }
        unknownAction = JournalProblem(
          column: action.column, "the rules have no action \(shown(action.text))", help: hint)
      }
      return .did(name: action.text, action: index, note: try words.note())
    case "set": return .set(try fact(&words, currency))
    case "promised":
      let day = try words.date("it does not say by which day", of: nil)
      words.drop()
      if day < date {
        throw JournalProblem(
          column: words.lastColumn, "the promised day is before the day of the line",
          help: "a line begins with the day on which they promised")
      }
      return .promised(by: day, amount: words.isAtEnd ? nil : try words.amount(currency))
    case "paid": return .paid(try words.amount(currency))
    case "paused":
      let until = try words.next("it does not say until when", help: "write `paused until 2026-12-05`")
      if until.text != "until" || until.isQuoted {
        throw JournalProblem(
          column: until.column, "`until` and a date must follow `paused`", help: "write `paused until 2026-12-05`")
      }
      let day = try words.date("it does not say until when", of: nil)
      words.drop()
      return .paused(until: day, reason: try words.note())
    case "closed": return .closed(reason: try words.note())
    default:
      let isAction = book.action(named: event.text) != nil
      let meant =
        isAction
        ? "did \(event.text)"
        : JournalReader.meant[event.text] ?? NearestName.of(event.text, among: JournalReader.events)
      let hint = meant.map { "did you mean `\($0)`?" }
      throw JournalProblem(
        column: event.column, "\(shown(event.text)) is no event", help: hint ?? JournalReader.anyEvent)
    }
  }

  private func fact(_ words: inout Words, _ currency: Currency) throws(JournalProblem) -> GivenFact {
    let (name, nameColumn, value, valueColumn) = try words.assignment()
    guard let index = book.fact(named: name) else {
      if book.setting(named: name) != nil {
        throw JournalProblem(
          column: nameColumn, "`\(name)` is a setting of the rules, not a fact", help: "change it in the rules")
      }
      let hint = NearestName.of(name, among: book.facts.map { $0.name }).map { "did you mean `\($0)`?" }
      throw JournalProblem(column: nameColumn, "the rules have no fact \(shown(name))", help: hint)
    }
    if index < Fact.builtins.count {
      let helps = [
        "write what was paid: `paid 500.00 \(currency.code)`", "it follows from the due date of the invoice",
        "write what was promised: `promised 2026-11-24`", "write what was done: `did reminder`",
      ]
      throw JournalProblem(column: nameColumn, "the ledger works out `\(name)` itself", help: helps[index])
    }
    do throws(Complaint) {
      return try FactReader.read(value, index, book, currency)
    } catch {
      throw JournalProblem(column: valueColumn, error.message, help: error.help)
    }
  }
}
