import RecoupLanguage
import RecoupWire

extension Command {
  static var decide: Command {
    Command(
      name: "decide", usage: "[--rules FILE|NAME] [--set NAME=VALUE]... [--csv] < FACTS",
      summary: "Read facts as JSON lines or as CSV, and write decisions",
      details: """
        Each line of standard input is an object such as
          {"id": "INV-42", "facts": {"amount": "4200.00", "days_overdue": 47},
           "done": {"reminder": {"times": 2, "days_ago": 9}}, "pending": 0}
        and is answered by a line of standard output, in the same order. Money is a
        decimal text or a number, days and numbers are numbers, a percentage is a
        text such as "35%", yes or no is true or false, a choice is its word; a fact
        that is missing or null is unknown. A line that cannot be read is answered
        with an "error" in its place; the exit status is then 1.

        With --csv, rows of a table come in and go out (RFC 4180). The header line
        names the columns: id, pending, the facts, and of what was done
        ACTION.times and ACTION.days_ago; case does not matter, and a column that
        is none of these is told once and ignored. Values are written as in the
        rules, such as 4200.00, 47, 35%, yes or a word; an empty cell is unknown.
        Each row is answered by a row with the columns
          id,recommend,until,basis,best,value,chance,paid_by,error
        and one that cannot be read has only its id and an error. A row in which
        quotes go wrong ends with its first line. With tabs there are no quotes: a
        row is a line, and a cell what stands between two tabs.

        All that came in is answered before more is waited for. Memory stays small
        however much comes: a line or a row may have up to 8 MB.
        """,
      options: RulesChoice.options + [
        .init("--set", "NAME=VALUE", help: "A setting, or a fact that a line leaves out"),
        .init("--brief", help: "Leave out options, closed actions and fired rules"),
        .init("--csv", help: "Rows of a table instead of JSON"),
        .init("--separator", "comma|semicolon|tab", help: "What stands between cells; a comma if not given"),
        .init("--header", "NAMES", help: "The input's columns, with commas, where it has no header line"),
        .init("--no-header", help: "Leave the header line out of the output"),
        .init("--jobs", "N", help: "How many cores decide; all if not given"),
      ],
      mostArguments: 0, run: runDecide)
  }

  private static func runDecide(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let format = try TableFormat(arguments)
    let jobs = try jobs(arguments, world)
    let book = try RulesChoice(world: world).usable(arguments).book
    let run = try RunValues(arguments, book)
    var decisions = DecideRun(world, book, run, jobs: jobs)
    if let format {
      try decisions.answer(format, writesHeader: !arguments.has("--no-header"))
    } else {
      try decisions.answerLines(isBrief: arguments.has("--brief"))
    }
    return decisions.failures == 0 ? .fine : .findings
  }

  private static func jobs(_ arguments: Arguments, _ world: World) throws(Stop) -> Int {
    guard let text = arguments.value("--jobs") else { return max(1, world.cores) }
    guard let jobs = Int(text), jobs > 0 else {
      throw Stop(.usage, "`--jobs` needs a whole number from 1, and this is `\(text)`")
    }
    return min(jobs, 256)
  }
}

extension TableFormat {
  /// The table that the arguments ask for, if they do.
  fileprivate init?(_ arguments: Arguments) throws(Stop) {
    guard arguments.has("--csv") else {
      let given = arguments.has("--no-header") ? "--no-header" : nil
      let option = given ?? ["--separator", "--header"].first { arguments.value($0) != nil }
      if let option { throw Stop(.usage, "`\(option)` is about tables: it needs `--csv`") }
      return nil
    }
    let separator = arguments.value("--separator").flatMap { Separator(rawValue: $0) } ?? .comma
    let names = arguments.value("--header").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    self.init(separator, header: names)
  }
}
