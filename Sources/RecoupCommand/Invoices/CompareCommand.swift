import RecoupEngine
import RecoupLanguage
import RecoupQuantities
import RecoupReports
import RecoupRules

extension Command {
  static var compare: Command {
    Command(
      name: "compare", usage: "INVOICE | --amount AMOUNT --overdue DAYS",
      summary: "Show what every way would cost and bring, and what a change would do",
      details: """
        Shows all ways with an invoice side by side: the chance, what comes in, what it
        costs, what follows, what it should bring, and the plan behind it. Then it tells
        what would change the advice: from which value on each fact, setting and assumed
        chance does, how far the advice can be trusted over the ranges of all chances,
        what would lead to the other ways, and what is worth finding out.

        What if? With `--if`, `--change` or `--rules` it shows both answers, before and
        after, and what makes the difference:
          recoup compare INV-42 --if reason=short_of_cash
          recoup compare INV-42 --change "action agency { fee 20% of recovered }"
        Both have to be in one currency.
        `--set` and `--done` with an invoice from files mean the same as `--if`; without
        files they tell of the invoice.

        How far does it hold? `--vary` draws what every way brings along one thing that
        the advice depends on, and tells where exactly the advice changes:
          recoup compare INV-42 --vary days_overdue=0..180
          recoup compare INV-42 --vary reason
          recoup compare INV-42 --vary agency.chance=10%..90% --svg chart.svg
        """,
      options: Desk.options + [
        .init("--if", "NAME=VALUE", help: "What if: another value of a fact, a setting or ACTION.chance"),
        .init("--change", "RULES", help: "What if: rules laid over those that are used"),
      ] + Variation.options,
      mostArguments: 1, run: runCompare)
  }

  private static func runCompare(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let choice = RulesChoice(world: world)
    let isTold = Desk.isTold(arguments)
    let isOther = !isTold && arguments.value("--rules") != nil && world.fileExists(arguments.path(of: "recoup.rules"))
    let changes = arguments.all("--change")
    let isChanged =
      isOther || !changes.isEmpty || !arguments.all("--if").isEmpty
      || (!isTold && !(arguments.all("--set") + arguments.all("--done") + arguments.all("--pending")).isEmpty)

    let plain: Desk.Overrides = isTold ? .told : .none
    let before = try Desk(arguments, world, try choice.usable(arguments, ignoringOption: isOther), plain)
    let one = try OneInvoice(before)
    let old = try before.advice(one.invoice, about: one.subject)
    if !isChanged {
      if let variation = try Variation(arguments, before.book) {
        return try vary(variation, before, old, one)
      }
      let findings = CompareReport.Findings(before.advisor, old) { world.gather($0, $1) }
      let report = CompareReport(before.book, in: before.tongue, width: world.width, isColored: world.isColored)
      try world.print(
        arguments.has("--json")
          ? CompareJSON(before.book).text(old, findings, in: before.frame, left: one.problems)
          : report.text(old, findings, note: before.note))
      return one.status
    }
    var all = changes
    for text in arguments.all("--if") where text.contains(Variation.chance) {
      let changed = try choice.usable(arguments)
      if let change = try ChanceChange(text, changed.book, changed.files) { all.append(change.rules) }
    }
    let rules = all.isEmpty ? try choice.usable(arguments) : try choice.overlaid(arguments, all)
    try refuseOtherCurrency(before, rules)
    let after = try Desk(arguments, world, rules, .all)
    let other = try OneInvoice(after, isQuiet: true)
    let new = try after.advice(other.invoice, about: other.subject)
    if let variation = try Variation(arguments, after.book) {
      return try vary(variation, after, new, one, before: (before, old))
    }
    if arguments.has("--json") {
      try world.print(
        CompareJSON(before.book).text(old, in: before.frame, after: (after.book, new), left: one.problems)
      )
    } else {
      let report = ChangeReport(
        from: .init(before.book, old), to: .init(after.book, new), in: before.tongue,
        width: world.width, isColored: world.isColored)
      try world.print(report.text(note: before.note))
    }
    return one.status
  }

  /// Refuses rules of another currency: an amount that names none would be one of dollars before and of euros after.
  private static func refuseOtherCurrency(_ before: Desk, _ after: UsableRules) throws(Stop) {
    let (old, new) = (before.book.currency, after.book.currency)
    if old == new { return }
    let (first, second) = (Shown.text(before.files[0].name), Shown.text(after.files[0].name))
    throw Stop(
      .findings,
      "the rules `\(first)` are in \(old.code) and `\(second)` in \(new.code): "
        + "what they bring cannot be held against each other; compare with rules in \(old.code)")
  }

  /// Answers along a line of an advice.
  ///
  /// - Parameter before: The desk and the advice before the change, if there was one.
  private static func vary(
    _ variation: Variation, _ desk: Desk, _ advice: Advice, _ one: OneInvoice,
    before: (desk: Desk, advice: Advice)? = nil
  ) throws(Stop) -> ExitStatus {
    let world = desk.world
    let file = desk.arguments.value("--svg")
    let isOnScreen = file == nil && !desk.arguments.has("--json")
    let points = isOnScreen ? LineReport.points(for: world.width) : LineDrawing.points
    let line = try variation.line(of: advice, at: desk, points: points)
    if let file {
      try world.put(Array(LineDrawing(desk.book, in: desk.tongue).text(line, of: advice).utf8), into: file)
    }
    if desk.arguments.has("--json") {
      let after = before.map { _ in (book: desk.book, advice: advice) }
      let (first, old) = before ?? (desk, advice)
      try world.print(
        CompareJSON(first.book).text(old, in: first.frame, after: after, line: line, left: one.problems))
      return one.status
    }
    let subject: LineReport.Subject = before == nil ? .asIs : .changed
    let report = LineReport(desk.book, in: desk.tongue, width: world.width, isColored: world.isColored)
    try world.print(report.text(line, of: advice, subject, file: file, note: (before?.desk ?? desk).note))
    return one.status
  }
}
