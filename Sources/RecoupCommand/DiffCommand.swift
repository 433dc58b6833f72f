import RecoupAnalysis
import RecoupEngine
import RecoupLanguage
import RecoupReports
import RecoupRules

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

        Examples of a file that the other one includes are neither dropped nor added.

        Where there is an invoices.csv, every open invoice is decided by both: whose
        advice changes, and what it brings before and after. One that only OLD or
        only NEW can read and decide is told with the reason, and is a difference.
        Without invoices it looks for cases in which the two differ, and tells how
        far each goes. Neither is done for rules of two currencies, whose sums
        cannot be compared.

        The exit status is 1 if there is any difference, even if it is one of texts,
        sources, translations or examples only; and also if a row or a line of the
        files is left out, so that the comparison of the invoices is not complete.
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
    let difference = BookDifference(from: before, to: after, nesting: nesting(old.files, new.files))
    var portfolio: PortfolioDifference?
    let hasInvoices = arguments.value("--in") != nil || world.fileExists(arguments.path(of: "invoices.csv"))
    if hasInvoices, before.currency == after.currency {
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
    let isSame = difference.entries.isEmpty && portfolio?.isAny != true
    return isSame && portfolio?.isComplete != false ? .fine : .findings
  }

  /// Which of two files, each the first of all that it includes, includes the other.
  private static func nesting(_ old: [SourceFile], _ new: [SourceFile]) -> BookDifference.Nesting {
    if new.dropFirst().contains(where: { $0.identity == old[0].identity }) { return .newIncludesOld }
    return old.dropFirst().contains { $0.identity == new[0].identity } ? .oldIncludesNew : .none
  }
}
