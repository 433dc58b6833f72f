import RecoupLanguage
import RecoupLedger
import RecoupQuantities
import RecoupReports
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
        the exit status is then 1. `recoup help journal` tells more.
        """,
      options: RulesChoice.options + Folder.readingOptions + [
        .init("--on", "DATE", help: "The day on which it happened; today if not given"),
        .init("--json", help: "Answer in JSON"),
      ],
      mostArguments: Int.max, run: runLog)
  }

  private static func runLog(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let book = try RulesChoice(world: world).usable(arguments).book
    let date = try Desk.day(arguments.value("--on"), "--on") ?? world.today
    if arguments.positional.count < 2 { throw Stop(.usage, "say which invoice, and what happened") }
    if date > world.today { throw Stop(.findings, "refused: \(date.iso) has not come yet") }
    let ledger = try Folder(arguments, world).read(book, noting: false).ledger
    let line = JournalLine.text(on: date, arguments.positional)
    let journal = Journal(arguments, world)
    try journal.check(line, ledger)
    try journal.append([line])
    try world.print(arguments.has("--json") ? json(journal.path, line) : Shown.text("\(journal.path): \(line)") + "\n")
    return .fine
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
