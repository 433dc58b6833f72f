import RecoupAnalysis
import RecoupEngine
import RecoupLanguage
import RecoupReports
import RecoupRules

extension Command {
  static var test: Command {
    Command(
      name: "test", usage: "[FILE|NAME] [--coverage | --mutate | --suggest] [--json]",
      summary: "Try the examples of a rules file",
      details: """
        Decides every `example` of recoup.rules, or of the file that is named, and
        says of each that fails what was expected, what came, and why. The exit
        status is 1 if one fails, and 0 otherwise, whatever the examples leave out.

        --coverage lists what no example exercises. Looked at are, of each example,
        today and the days of the plan that it recommends. Exercised is
          a rule        if it fires; told besides: one that fires always
          a requirement if it is seen met, and seen not met; unknown is neither
          a table row   if the key of the table falls on it
          an effect     if its rule fires and nothing else keeps the action closed;
                        `wait` if no other rule says so

        --mutate changes the rules a little, one thing at a time, and lists the changes
        by which no example fails: a number that is compared by a day, a cent, 1% or 1
        (money also by a tenth), a number that is weighed by a quarter, a percentage
        by ten points, a factor, `>=` to `>`, and a rule or a requirement left out.

        --suggest writes examples for both, with the advice of today for you to confirm;
        what it prints can be put into the file as it is.

        All three are about the file itself; --included takes in what it includes.
        """,
      options: RulesChoice.options + [
        .init("--coverage", help: "List what no example exercises"),
        .init("--mutate", help: "List small changes of the rules that no example notices"),
        .init("--suggest", help: "Write examples for what is not exercised or noticed"),
        .init("--included", help: "With these: not only the file itself"),
        .init("--json", help: "Answer in JSON"),
      ], mostArguments: 1, run: runTest)
  }

  private static func runTest(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let modes = ["--coverage", "--mutate", "--suggest"].filter { arguments.has($0) }
    if modes.count > 1 { throw Stop(.usage, "`\(modes[0])` and `\(modes[1])` do not go together") }
    if arguments.has("--included"), modes.isEmpty {
      throw Stop(.usage, "`--included` goes with `--coverage`, `--mutate` or `--suggest`")
    }
    let choice = RulesChoice(world: world)
    let loaded = choice.load(try choice.findOwn(arguments))
    guard let book = loaded.book else {
      world.complain(DiagnosticReport(loaded.files, isColored: world.isColored).text(loaded.problems, .human))
      return .badRules
    }
    let trial = ExampleTrial(book, loaded.files, included: arguments.has("--included"), world)
    let json = arguments.has("--json")
    switch modes.first {
    case "--coverage": try world.print(json ? trial.json() : trial.covered())
    case "--mutate": try world.print(json ? trial.json(mutation: trial.mutation) : trial.mutated())
    case "--suggest": try world.print(json ? trial.json(suggestions: trial.suggestions) : trial.suggested())
    default: try world.print(json ? trial.json() : trial.text())
    }
    return trial.checks.contains { $0.problem != nil } ? .findings : .fine
  }
}
