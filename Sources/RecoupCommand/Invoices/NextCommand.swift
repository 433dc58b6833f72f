import RecoupEngine
import RecoupLedger
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
        begin with; `recoup help files` tells what the files look like. The answer says
        in short how far it can be trusted; `recoup compare` tells all that would change
        it.
        """,
      options: Desk.options, mostArguments: Int.max, run: runNext)
  }

  private static func runNext(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let desk = try Desk(arguments, world)
    if desk.isTold {
      let one = try OneInvoice(desk)
      try desk.answer(try desk.advice(one.invoice, about: one.subject))
      return .fine
    }
    var docket = try Docket(desk)
    if desk.replay != nil, arguments.positional.count > 1 { throw Stop(.usage, "`--advice` is of one invoice") }
    if arguments.positional.count == 1 { return try answer(arguments.positional[0], &docket) }
    return try answerAll(try arguments.positional.map { (name) throws(Stop) in try docket.find(name) }, &docket)
  }

  /// One invoice in full.
  private static func answer(_ name: String, _ docket: inout Docket) throws(Stop) -> ExitStatus {
    let desk = docket.desk
    let index = try docket.find(name)
    if !docket.view.isOpen(index) {
      try desk.world.print(
        desk.arguments.has("--json") ? desk.json([], left: docket.problems) : docket.settled(index) + "\n")
    } else if let advice = try docket.advice(index) {
      try desk.answer(
        advice, docket.view.figures(of: index), credit: docket.credit(index), left: docket.problems)
    } else {
      desk.world.complain(LedgerReport.text([docket.problems[docket.problems.count - 1]]))
    }
    return docket.status
  }

  /// All open invoices, or those that are named, as a table.
  private static func answerAll(_ named: [Int], _ docket: inout Docket) throws(Stop) -> ExitStatus {
    let desk = docket.desk
    let read = docket.problems.count
    var cases: [(subject: Subject, invoice: Case)] = []
    for index in named.isEmpty ? docket.view.openInvoices : named where docket.view.isOpen(index) {
      guard let one = try docket.case(index) else { continue }
      try desk.verify(one.invoice, one.subject)
      cases.append(one)
    }
    let advices = AdviceTable.sorted(try desk.advices(cases))
    desk.world.complain(LedgerReport.text(Array(docket.problems[read...])))
    if desk.arguments.has("--json") {
      try desk.world.print(desk.json(advices, left: docket.problems))
    } else {
      let settled = named.filter { !docket.view.isOpen($0) }.map { docket.settled($0) + "\n" }.joined()
      if !settled.isEmpty { try desk.world.print(settled + (advices.isEmpty ? "" : "\n")) }
      if !settled.isEmpty, advices.isEmpty { return docket.status }
      let table = AdviceTable(
        desk.book, in: desk.tongue, width: desk.world.width, isColored: desk.world.isColored)
      let isWhole = !docket.problems.contains { $0.severity == .row }
      try desk.world.print(table.text(advices, note: desk.note, isWhole: isWhole))
    }
    return docket.status
  }
}

extension Desk {
  /// The full answer about one invoice.
  func answer(
    _ advice: Advice, _ figures: Figures? = nil, credit: Int64 = 0, left problems: [LedgerProblem] = []
  ) throws(Stop) {
    let findings = AdviceReport.Findings(advisor, advice) { world.gather($0, $1) }
    if arguments.has("--json") { return try world.print(json([advice], [findings], left: problems)) }
    let report = AdviceReport(book, in: tongue, width: world.width, isColored: world.isColored)
    try world.print(report.text(advice, findings, figures, credit: credit, note: note))
  }

  /// The answer for programs.
  func json(_ advices: [Advice], _ findings: [AdviceReport.Findings] = [], left problems: [LedgerProblem]) -> String {
    AdviceJSON(book).text(advices, findings, in: frame, leftOut: problems)
  }
}
