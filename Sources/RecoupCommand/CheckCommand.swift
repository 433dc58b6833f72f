import RecoupLanguage
import RecoupReports

extension Command {
  static var check: Command {
    Command(
      name: "check", usage: "[FILE|NAME] [--short | --json | --fix | --watch]",
      summary: "Find all mistakes in a rules file, and what it does not mean to say",
      details: """
        Checks recoup.rules, or the file that is named, with all that it includes.
        Every mistake is shown with its place; `recoup rules --explain CODE` tells
        more about its kind.

        Of rules without mistakes it finds out what they mean for all cases there can
        be: conditions that never or always hold, actions that are never open or never
        the best, cases in which nothing is open, rules that exclude each other or say
        the same, rows that are never reached, values out of bounds, names that nothing
        reads, old sources. Each is proved, or shown by a case that you can try, or
        said to be undecided. Each question may look at 20000 sets of cases and all
        together at 60000, which takes a few seconds at most; what is undecided says
        which of the two was used up.

        The exit status is 1 if there is a mistake or a finding. With `--fail-on` it is
        2 if there is something of that weight or more, and 0 otherwise.

        `--fix` mends in your own files what can be mended mechanically, such as a word
        that is misspelled, tells each change and then what is left. A mend that does
        not make the mistakes fewer is not kept; shipped rules are never changed. A
        name that nothing reads, and that is almost one of the included rules, becomes
        that one.

        `--watch` checks again whenever one of the files changes. It ends with Ctrl-C,
        for a shell with the status 130, and with 0 when nobody reads its output.
        """,
      options: RulesChoice.options + [
        .init("--short", help: "One line a mistake: file:line:column: error[code]: ..."),
        .init("--json", help: "Answer in JSON"),
        .init("--fail-on", "error|finding|advice", help: "What makes the exit status 2"),
        .init("--stale", "DAYS", help: "From how many days on a source is old; 365 if not given"),
        .init("--as-of", "DATE", help: "The day from which their age is counted; today if not given"),
        .init("--fix", help: "Mend what can be mended mechanically"),
        .init("--watch", help: "Check again whenever a file changes, until Ctrl-C"),
        .init("--dry-run", help: "With --fix: write nothing; the status is 1 if a file would change"),
      ],
      mostArguments: 1, run: runCheck)
  }

  private static func runCheck(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    if arguments.has("--fix") { return try runFix(arguments, world) }
    if arguments.has("--dry-run") { throw Stop(.usage, "`--dry-run` is for `--fix`") }
    if arguments.has("--watch") { return try runWatch(arguments, world) }
    let choice = RulesChoice(world: world)
    return try report(choice.load(try choice.findOwn(arguments)), arguments, world)
  }

  /// Shows what is wrong with rules, as the arguments ask.
  static func report(_ loaded: LoadedRules, _ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let wanted = try CheckWants(arguments, world)
    if let book = loaded.book { return try reportFindings(book, loaded.files, wanted, world) }
    if arguments.has("--json") {
      try world.print(DiagnosticJSON.text(loaded.problems, loaded.files))
    } else {
      let report = DiagnosticReport(loaded.files, isColored: world.isColored)
      try world.print(report.text(loaded.problems, arguments.has("--short") ? .line : .human))
    }
    return wanted.failOn == nil ? .findings : .threshold
  }
}
