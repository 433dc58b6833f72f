import RecoupEngine
import RecoupReports

extension Command {
  static var next: Command {
    Command(
      name: "next", usage: "[INVOICE]... | --amount AMOUNT --overdue DAYS",
      summary: "Say what to do next about unpaid invoices, and why",
      details: """
        Answers about one invoice in full, or about all open ones as a table, the most
        urgent first. The invoices stand in invoices.csv in the current folder or in
        `--in FOLDER`; without files, tell the amount and the delay:
          recoup next --amount "4200 USD" --overdue 47 --set reason=short_of_cash \\
            --done reminder=2@9
        means two reminders, the last one 9 days ago. `recoup init` writes a folder to
        begin with; `recoup help files` tells what the files look like.
        """,
      options: Desk.options, mostArguments: Int.max, run: runNext)
  }

  private static func runNext(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let desk = try Desk(arguments, world)
    if let (subject, invoice) = try desk.told() {
      if let name = arguments.positional.first {
        throw Stop(.usage, "`--amount` stands in the place of an invoice, and `\(name)` is one too")
      }
      try desk.answer(try desk.advice(invoice, about: subject))
      return .fine
    }
    return .fine
  }
}

extension Desk {
  /// The full answer about one invoice.
  func answer(_ advice: Advice, history: [String] = []) throws(Stop) {
    let findings = AdviceReport.Findings(advisor, advice)
    if arguments.has("--json") {
      return try world.print(AdviceJSON(book).text([advice], [findings], in: frame))
    }
    let report = AdviceReport(book, in: tongue, width: world.width, isColored: world.isColored)
    try world.print(report.text(advice, findings, history: history, note: note))
  }
}
