import RecoupEngine
import RecoupLedger
import RecoupReports

extension Command {
  static var why: Command {
    Command(
      name: "why", usage: "INVOICE [ACTION] | --amount AMOUNT --overdue DAYS [ACTION]",
      summary: "Show how the figures of an action come about, or what keeps it closed",
      details: """
        Derives every figure of the recommended action, or of the one that is named,
        line by line, each with its place in the rules. Of an action that is closed it
        says what keeps it closed, the smallest change that would open it, and the day
        on which time alone does. `recoup rules NAME` prints shipped rules.
        """,
      options: Desk.options, mostArguments: 2, run: runWhy)
  }

  private static func runWhy(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let desk = try Desk(arguments, world)
    guard let (subject, invoice) = try desk.told() else {
      guard let name = arguments.positional.first else {
        throw Stop(.usage, "say which invoice, or --amount and --overdue")
      }
      var docket = try Docket(desk)
      let index = try docket.find(name)
      if !docket.view.isOpen(index) {
        throw Stop(.usage, docket.settled(index))
      }
      guard let advice = try docket.advice(index) else {
        throw Stop(.findings, docket.problems[docket.problems.count - 1].message)
      }
      try desk.explain(advice, arguments.positional.dropFirst().first)
      return docket.status
    }
    if arguments.positional.count > 1 {
      throw Stop(.usage, "`--amount` stands in the place of an invoice, and `\(arguments.positional[0])` is one too")
    }
    try desk.explain(try desk.advice(invoice, about: subject), arguments.positional.first)
    return .fine
  }
}

extension Desk {
  /// How the figures of an action come about: of the one that is named, else of the best.
  func explain(_ advice: Advice, _ name: String?) throws(Stop) {
    guard
      let action = try name.map({ (name) throws(Stop) in try self.action(name) }) ?? advice.decision.bestOption?.action
    else {
      throw Stop(.usage, "no action is open: name the one to explain")
    }
    if arguments.has("--json") {
      return try world.print(WhyJSON(advisor, files).text(action, advice, in: frame))
    }
    let report = WhyReport(advisor, files, in: tongue, width: world.width, isColored: world.isColored)
    try world.print(report.text(action, advice))
  }
}
