import RecoupLanguage
import RecoupReports

extension Command {
  static var check: Command {
    Command(
      name: "check", usage: "[FILE|NAME] [--short | --json]", summary: "Find all mistakes in a rules file",
      details: """
        Checks recoup.rules, or the file that is named, with all that it includes.
        Every mistake is shown with its place; `recoup rules --explain CODE` tells
        more about its kind. The exit status is 1 if there is one.
        """,
      options: RulesChoice.options + [
        .init("--short", help: "One line a mistake: file:line:column: error[code]: ..."),
        .init("--json", help: "Answer in JSON"),
      ],
      mostArguments: 1, run: runCheck)
  }

  private static func runCheck(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let choice = RulesChoice(world: world)
    let loaded = choice.load(try choice.findOwn(arguments))
    if arguments.has("--json") {
      try world.print(DiagnosticJSON.text(loaded.problems, loaded.files))
    } else if loaded.problems.isEmpty {
      try world.print("\(loaded.files[0].name): no mistakes\n")
    } else {
      let report = DiagnosticReport(loaded.files, isColored: world.isColored)
      try world.print(report.text(loaded.problems, arguments.has("--short") ? .line : .human))
    }
    return loaded.problems.isEmpty ? .fine : .findings
  }
}
