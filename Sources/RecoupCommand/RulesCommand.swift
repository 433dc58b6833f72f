import RecoupAnalysis
import RecoupEditor
import RecoupLanguage
import RecoupReports
import RecoupShippedRules

extension Command {
  static var rules: Command {
    Command(
      name: "rules", usage: "[NAME [--mine]] | --json | --explain CODE | --grammar",
      summary: "List or print the shipped rules, or explain a mistake",
      details: """
        Without a name it lists the rules that come with recoup; with one it prints
        them. With `--mine` it prints a file for you to begin with, on top of those of a
        place, with every setting in it:

          recoup rules us --mine > recoup.rules

        `--explain` tells what a mistake or finding means that `recoup check` shows in
        brackets, with an example that has it and one that does not. `--grammar` is
        for an editor that is to colour rules files:

          recoup rules --grammar > recoup.tmLanguage.json

        VS Code and others that read TextMate grammars in JSON take the file as it is,
        by the scope `source.recoup`.
        """,
      options: [
        .init("--mine", help: "Print a file of your own on top of these rules"),
        .init("--explain", "CODE", help: "Explain a mistake or finding by its code; `all` lists the codes"),
        .init("--grammar", help: "Print a TextMate grammar for rules files, in JSON"),
        .init("--json", help: "List the shipped rules in JSON, with what is in them"),
      ],
      mostArguments: 1, run: runRules)
  }

  private static func runRules(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    if arguments.has("--grammar") {
      if arguments.has("--json") || arguments.value("--explain") != nil || arguments.has("--mine")
        || !arguments.positional.isEmpty
      {
        throw Stop(.usage, "`--grammar` is for the language of all rules, and stands alone")
      }
      try world.put(RulesGrammar.textMate)
    } else if arguments.has("--json") {
      if arguments.value("--explain") != nil || arguments.has("--mine") || !arguments.positional.isEmpty {
        throw Stop(.usage, "`--json` is for the list of all shipped rules, and stands alone")
      }
      try world.print(RulesList(world).json)
    } else if arguments.has("--mine") {
      guard let name = arguments.positional.first, arguments.value("--explain") == nil else {
        throw Stop(.usage, "say which rules yours are to stand on, such as `recoup rules us --mine`")
      }
      try world.print(try own(on: name, world))
    } else if let code = arguments.value("--explain") {
      try world.print(try explanation(code))
    } else if let name = arguments.positional.first {
      try world.put(try RulesChoice(world: world).read(name).bytes)
    } else {
      try world.print(ShippedRules.names.map { $0 + "\n" }.joined())
    }
    return .fine
  }

  /// A file to begin with, on top of the shipped rules of a place.
  private static func own(on name: String, _ world: World) throws(Stop) -> String {
    let places = ShippedRules.places.map { "`\($0)`" }.joined(separator: " or ")
    let choice = RulesChoice(world: world)
    let loaded = choice.load(try choice.read(name))
    guard let samples = ShippedRules.samples(of: name), let book = loaded.book else {
      throw Stop(
        .usage,
        ShippedRules.names.contains(name)
          ? "`\(name)` names no currency, so nothing stands on it alone; take \(places)"
          : "`--mine` makes a file on top of shipped rules: take \(places)")
    }
    return OwnRulesReport(on: name, book, loaded.files, samples: samples).text
  }

  private static func explanation(_ code: String) throws(Stop) -> String {
    if code == "all" {
      return DiagnosticCatalogue.entries.map { CatalogueReport.line($0) }.joined()
        + FindingCatalogue.entries.map { CatalogueReport.line($0) }.joined()
    }
    if let code = DiagnosticCode(rawValue: code) { return CatalogueReport.page(DiagnosticCatalogue.entry(for: code)) }
    if let kind = FindingKind(rawValue: code) { return CatalogueReport.page(FindingCatalogue.entry(for: kind)) }
    let codes = DiagnosticCode.allCases.map { $0.rawValue } + FindingKind.allCases.map { $0.rawValue }
    let hint = NearestName.of(code, among: codes).map { "did you mean `\($0)`?" }
    throw Stop(.usage, "there is no code `\(code)`; \(hint ?? "`recoup rules --explain all` lists them")")
  }
}
