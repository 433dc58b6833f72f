extension Command {
  static var completions: Command {
    Command(
      name: "completions", usage: "bash|zsh|fish", summary: "Print a script by which a shell completes what you type",
      details: """
        With it the Tab key completes commands, options and their values, the numbers
        of your invoices, and the names of actions, facts and settings. For bash, put
        this line into ~/.bashrc:
          source <(recoup completions bash)
        For zsh, save it as _recoup in a folder of $fpath; for fish, as recoup.fish in
        ~/.config/fish/completions. The script itself says more.
        """,
      options: CompletionQuestion.allCases.map { .hidden($0.rawValue, $0.isAboutName ? "NAME" : nil) }
        + CompletionQuestion.passedOn.map { .hidden($0.name, $0.value) },
      mostArguments: 1, run: runCompletions)
  }

  private static func runCompletions(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let question = CompletionQuestion.allCases.first {
      arguments.has($0.rawValue) || arguments.value($0.rawValue) != nil
    }
    if let question {
      try world.print(question.answer(arguments, world).compactMap { $0.line }.joined())
      return .fine
    }
    guard let shell = arguments.positional.first else { throw Stop(.usage, "name a shell: \(completions.usage)") }
    try Placeholder(text: completions.usage).check(shell, of: "completions")
    let table = CompletionTable(CommandLineTool.commands)
    switch shell {
    case "bash": try world.print(BashCompletion(table).text)
    case "zsh": try world.print(ZshCompletion(table).text)
    case "fish": try world.print(FishCompletion(table).text)
    default: throw Stop(.fault, "there is no script for \(shell)")
    }
    return .fine
  }
}
