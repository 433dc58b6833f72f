import RecoupEngine
import RecoupLanguage
import RecoupReports
import RecoupRules

extension Command {
  static var test: Command {
    Command(
      name: "test", usage: "[FILE|NAME] [--json]", summary: "Try the examples of a rules file",
      details: """
        Decides every `example` of recoup.rules, or of the file that is named, and
        says of each that fails what was expected, what came, and why. The exit
        status is 1 if one fails.
        """,
      options: RulesChoice.options + [.init("--json", help: "Answer in JSON")], mostArguments: 1, run: runTest)
  }

  private static func runTest(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let choice = RulesChoice(world: world)
    let loaded = choice.load(try choice.findOwn(arguments))
    guard let book = loaded.book else {
      world.complain(DiagnosticReport(loaded.files, isColored: world.isColored).text(loaded.problems, .human))
      return .badRules
    }
    let advisor = Advisor(book)
    let report = ExampleReport(book, loaded.files)
    let checks = book.examples.map { advisor.check($0) }
    try world.print(arguments.has("--json") ? report.json(checks) : report.text(checks))
    return checks.contains { $0.problem != nil } ? .findings : .fine
  }
}
