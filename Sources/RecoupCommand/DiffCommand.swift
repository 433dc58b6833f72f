import RecoupAnalysis
import RecoupLanguage
import RecoupReports

extension Command {
  static var diff: Command {
    Command(
      name: "diff", usage: "OLD NEW [--json] [--lang en|fr]", summary: "Tell what differs between two rules files",
      details: """
        Says what was added, dropped, renamed and changed from OLD to NEW: files, or
        names of shipped rules, with all that they include. Layout, comments and an
        order that means nothing make no difference, nor does another way to write
        the same value. Where nothing that decides differs, it says that the advice
        is the same in every case. The exit status is 1 if there is any difference,
        even if it is one of texts, sources, translations or examples only.
        """,
      options: [
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
    let report = DifferenceReport(difference, from: old.files, to: new.files)
    let tongue = Desk.tongue(arguments, after, world)
    try world.print(arguments.has("--json") ? report.json() : report.text(in: tongue, width: world.width))
    return difference.entries.isEmpty ? .fine : .findings
  }
}
