import RecoupEngine
import RecoupLanguage
import RecoupLedger
import RecoupReports

extension Command {
  static var compare: Command {
    Command(
      name: "compare", usage: "INVOICE | --amount AMOUNT --overdue DAYS",
      summary: "Show what every way would cost and bring, and what a change would do",
      details: """
        Shows all ways with an invoice side by side: the chance, what comes in, what it
        costs, what follows, what it should bring, and the plan behind it.

        What if? With `--if`, `--change` or `--rules` it shows both answers, before and
        after, and what makes the difference:
          recoup compare INV-42 --if reason=short_of_cash
          recoup compare INV-42 --change "action agency { fee 20% of recovered }"
        `--set` and `--done` with an invoice from files mean the same as `--if`; without
        files they tell of the invoice.
        """,
      options: Desk.options + [
        .init("--if", "NAME=VALUE", help: "What if: another value of a fact or a setting"),
        .init("--change", "RULES", help: "What if: rules laid over those that are used"),
      ],
      mostArguments: 1, run: runCompare)
  }

  private static func runCompare(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let choice = RulesChoice(world: world)
    let isTold = arguments.value("--amount") != nil || arguments.value("--overdue") != nil
    if !isTold, arguments.positional.isEmpty { throw Stop(.usage, "say which invoice, or --amount and --overdue") }
    let isOther = !isTold && arguments.value("--rules") != nil && world.fileExists(arguments.path(of: "recoup.rules"))
    let changes = arguments.all("--change")
    let isChanged =
      isOther || !changes.isEmpty || !arguments.all("--if").isEmpty
      || (!isTold && !(arguments.all("--set") + arguments.all("--done") + arguments.all("--pending")).isEmpty)

    let plain: Desk.Overrides = isTold ? .told : .none
    let before = try Desk(arguments, world, try choice.usable(arguments, ignoringOption: isOther), plain)
    let old = try Side(before, isQuiet: false)
    if !isChanged {
      let report = CompareReport(before.book, in: before.tongue, width: world.width, isColored: world.isColored)
      try world.print(
        arguments.has("--json")
          ? CompareJSON(before.book).text(old.advice, in: before.frame, left: old.problems)
          : report.text(old.advice, note: before.note))
      return old.status
    }
    let rules = changes.isEmpty ? try choice.usable(arguments) : try choice.overlaid(arguments, changes)
    let after = try Desk(arguments, world, rules, .all)
    let new = try Side(after, isQuiet: true)
    if arguments.has("--json") {
      try world.print(
        CompareJSON(before.book).text(old.advice, in: before.frame, after: (after.book, new.advice), left: old.problems)
      )
    } else {
      let report = ChangeReport(
        from: .init(before.book, old.advice), to: .init(after.book, new.advice), in: before.tongue,
        width: world.width, isColored: world.isColored)
      try world.print(report.text(note: before.note))
    }
    return old.status
  }

  /// The invoice that the arguments name or tell of, decided at one desk.
  private struct Side {
    var advice: Advice
    var problems: [LedgerProblem] = []
    var status = ExitStatus.fine

    init(_ desk: Desk, isQuiet: Bool) throws(Stop) {
      if let (subject, invoice) = try desk.told() {
        if let name = desk.arguments.positional.first {
          throw Stop(.usage, "`--amount` stands in the place of an invoice, and `\(name)` is one too")
        }
        advice = try desk.advice(invoice, about: subject)
        return
      }
      var docket = try Docket(desk, isQuiet: isQuiet)
      let index = try docket.find(desk.arguments.positional[0])
      if !docket.view.isOpen(index) { throw Stop(.usage, docket.settled(index)) }
      guard let advice = try docket.advice(index) else {
        throw Stop(.findings, docket.problems[docket.problems.count - 1].message)
      }
      self.advice = advice
      problems = docket.problems
      status = docket.status
    }
  }
}
