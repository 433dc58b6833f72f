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
    if case .failure(let problem) = ledger.entry(of: line) {
      let help = problem.help.map { "; " + $0 } ?? ""
      throw Stop(
        .findings, "refused: \(Shown.text(problem.message + help))\n  \(Shown.clipped(Shown.text(line), to: 300))")
    }
    let path = arguments.path(of: "journal.txt")
    var wasTorn = false
    do {
      try world.append(path) { last in
        wasTorn = last != nil && last != UInt8(ascii: "\n")
        return JournalLine.bytes(line, afterTornLine: wasTorn)
      }
    } catch {
      throw Stop(.writeFailed, "cannot write \(path): \(error.reason)")
    }
    if wasTorn {
      world.complain(
        "\(Shown.text(path)): the last line had no line end, so it is skipped from now on and marked with \(JournalLine.tornMark); take that word away if the line is whole\n"
      )
    }
    try world.print(arguments.has("--json") ? json(path, line) : Shown.text("\(path): \(line)") + "\n")
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
