import RecoupEngine
import RecoupLedger
import RecoupQuantities
import RecoupReports
import RecoupRules
import RecoupWire

extension Command {
  static var log: Command {
    Command(
      name: "log", usage: "INVOICE EVENT...",
      summary: "Write down what happened with an invoice",
      details: """
        Adds a line to journal.txt in the folder, after it has been checked:
          recoup log INV-42 did reminder "e-mail to accounts"
          recoup log INV-42 set reason = short_of_cash
          recoup log INV-42 promised 2026-12-24 500.00 USD
          recoup log INV-42 paid 500.00 USD
          recoup log INV-42 paused until 2026-12-05 "holiday"
          recoup log INV-42 closed "settled"
          recoup log client "Acme Corp" set consumer = no
        The line is on the disk before recoup says so. A line that is wrong is refused;
        the exit status is then 1. Behind it stands the fingerprint of the advice that
        there was before. `recoup help journal` and `recoup help provenance` tell more.
        """,
      options: RulesChoice.options + Folder.readingOptions + [
        .init("--on", "DATE", help: "The day on which it happened; today if not given"),
        .init("--json", help: "Answer in JSON"),
      ],
      mostArguments: Int.max, run: runLog)
  }

  private static func runLog(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let rules = try RulesChoice(world: world).usable(arguments)
    let date = try Desk.day(arguments.value("--on"), "--on") ?? world.today
    if arguments.positional.count < 2 { throw Stop(.usage, "say which invoice, and what happened") }
    if date > world.today { throw Stop(.findings, "refused: \(date.iso) has not come yet") }
    let ledger = try Folder(arguments, world).read(rules.book, noting: false).ledger
    let event = JournalLine.text(on: date, arguments.positional)
    let journal = Journal(arguments, world)
    let line = try journal.line(event, ledger) { Command.advice(before: $0, ledger, rules) }
    try journal.append([line])
    try world.print(arguments.has("--json") ? json(journal.path, line) : Shown.text("\(journal.path): \(line)") + "\n")
    return .fine
  }

  /// By what the advice on an invoice is given as it stands before an event, on the day of the event; nil where there is
  /// no advice.
  private static func advice(before event: JournalEntry, _ ledger: Ledger, _ rules: UsableRules) -> Fingerprint? {
    guard case .invoice(let index) = event.target else { return nil }
    let view = LedgerView(ledger, asOf: event.date)
    if !view.isOpen(index) { return nil }
    let advisor = Advisor(rules.book)
    let rates = Rates(base: rules.book.currency)
    let found = view.case(of: index, rates: rates, takes: { advisor.takes(of: $0, in: $1) })
    guard case .success(let invoice) = found else { return nil }
    return Fingerprint(
      rules: Fingerprint.rules(rules.files), rules.book, invoice, asOf: event.date,
      resumes: view.pause(of: index)?.until)
  }

  private static func json(_ path: String, _ line: String) -> String {
    var json = JSONWriter()
    json.open("{")
    for (name, value) in [("schema", "recoup/log/1"), ("file", path), ("line", line)] {
      json.member(name, value)
    }
    json.close("}")
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }
}
