import RecoupRules

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
      options: CompletionQuestion.allCases.map { .hidden($0.rawValue) }
        + (RulesChoice.options + Folder.options).compactMap { option in
          option.value.map { .hidden(option.name, $0) }
        },
      mostArguments: 1, run: runCompletions)
  }

  private static func runCompletions(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    if let question = CompletionQuestion.allCases.first(where: { arguments.has($0.rawValue) }) {
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

/// A name that a shell offers, and what it is.
struct CompletionAnswer {
  var name: String
  var about: String = ""

  /// The name, a tab and what it is. Nil for a name that a line cannot hold, or that would be taken for an option.
  var line: String? {
    if name.isEmpty || name.hasPrefix("-") || !name.unicodeScalars.allSatisfy(CompletionAnswer.isPlain) { return nil }
    let about = String(String.UnicodeScalarView(about.unicodeScalars.filter(CompletionAnswer.isPlain)))
    return about.isEmpty ? name + "\n" : "\(name)\t\(about)\n"
  }

  /// What a terminal shows and no shell takes for a line end: no control, format or separator of lines.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: true
    }
  }
}

extension CompletionQuestion {
  /// What recoup answers a shell; nothing where the files cannot be read, since nobody has asked for complaints.
  func answer(_ arguments: Arguments, _ world: World) -> [CompletionAnswer] {
    switch self {
    case .invoices:
      return invoiceNumbers(arguments, world).map { CompletionAnswer(name: $0) }
    case .actions:
      guard let book = CompletionQuestion.book(arguments, world) else { return [] }
      return book.actions.map { CompletionAnswer(name: $0.name, about: $0.title.text(in: book.language)) }
    case .names:
      guard let book = CompletionQuestion.book(arguments, world) else { return [] }
      let facts = book.facts.enumerated().filter { $0.offset != RuleBook.Builtin.pending }.map { $0.element }
      return facts.map { CompletionAnswer(name: $0.name, about: $0.question?.text(in: book.language) ?? "") }
        + book.settings.map { CompletionAnswer(name: $0.name, about: $0.label?.text(in: book.language) ?? "") }
    }
  }

  private static func book(_ arguments: Arguments, _ world: World) -> RuleBook? {
    var quiet = world
    quiet.complain = { _ in }
    return try? RulesChoice(world: quiet).usable(arguments).book
  }
}
