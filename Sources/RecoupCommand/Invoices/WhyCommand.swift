import RecoupEngine
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
    let one = try OneInvoice(desk, besides: desk.isTold ? 1 : 0)
    let action = desk.isTold ? arguments.positional.first : arguments.positional.dropFirst().first
    try desk.explain(try desk.advice(one.invoice, about: one.subject), action)
    return one.status
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
