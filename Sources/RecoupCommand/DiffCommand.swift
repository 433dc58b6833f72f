import RecoupAnalysis
import RecoupEngine
import RecoupLanguage
import RecoupReports

extension Command {
  static var diff: Command {
    Command(
      name: "diff", usage: "OLD NEW [--in FOLDER] [--as-of DATE] [--json]",
      summary: "Tell what differs between two rules files",
      details: """
        Says what was added, dropped, renamed and changed from OLD to NEW: files, or
        names of shipped rules, with all that they include. Layout, comments and an
        order that means nothing make no difference, nor does another way to write
        the same value. Where nothing that decides differs, it says that the advice
        is the same in every case.

        Where there is an invoices.csv, every open invoice is decided by both: whose
        advice changes, and what it brings before and after.

        The exit status is 1 if there is any difference, even if it is one of texts,
        sources, translations or examples only.
        """,
      options: [
        .init("--in", "FOLDER", help: "The folder with the files; the current one if not given")
      ] + Folder.options + [
        .init("--as-of", "DATE", help: "The day of the advice, such as 2026-11-22; today if not given"),
        .init("--json", help: "Answer in JSON"), .init("--lang", "en|fr", help: "The language of the answer"),
      ], mostArguments: 2, run: runDiff)
  }

  private static func runDiff(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    guard arguments.positional.count == 2 else {
      throw Stop(.usage, "`diff` needs two rules files, or names of shipped rules: the old and the new")
    }
    let choice = RulesChoice(world: world)
    let old = choice.load(try choice.read(arguments.positional[0]))
    let new = choice.load(try choice.read(arguments.positional[1]))
    for rules in [old, new] where rules.book == nil {
      world.complain(DiagnosticReport(rules.files, isColored: world.isColored).text(rules.problems, .human))
    }
    guard let before = old.book, let after = new.book else { return .badRules }
    let difference = BookDifference(from: before, to: after)
    var portfolio: PortfolioDifference?
    if arguments.value("--in") != nil || world.fileExists(arguments.path(of: "invoices.csv")) {
      let (first, second) = (
        UsableRules(book: before, files: old.files), UsableRules(book: after, files: new.files)
      )
      var dockets = try TwoDockets(arguments, world, old: first, new: second)
      portfolio = try dockets.difference()
    }
    let report = DifferenceReport(difference, from: old.files, to: new.files)
    var witnesses: WitnessReport?
    if portfolio == nil, !difference.isProvedSame {
      let (first, second) = (Advisor(before), Advisor(after))
      witnesses = WitnessReport(
        WitnessSearch(from: first, to: second, difference), from: first, to: second,
        paths: (arguments.positional[0], arguments.positional[1]))
    }
    if arguments.has("--json") {
      try world.print(report.json(portfolio, witnesses))
    } else {
      let tongue = Desk.tongue(arguments, after, world)
      let invoices = portfolio.map { "\n" + $0.text(in: tongue, width: world.width) } ?? ""
      let cases = witnesses.map { "\n" + $0.text(in: tongue, width: world.width) } ?? ""
      try world.print(report.text(in: tongue, width: world.width) + invoices + cases)
    }
    return difference.entries.isEmpty && portfolio?.isAny != true ? .fine : .findings
  }
}
