import RecoupAnalysis
import RecoupLanguage
import RecoupShippedRules

/// Something that a shell can offer where a value or an argument is wanted.
enum Offer: Hashable {
  /// A word, and what it is; nothing where that is plain.
  case word(String, about: String = "")
  /// Files of the current folder.
  case files
  /// Folders.
  case folders
  /// What only the files of the moment tell: recoup is asked again. `sign` is put behind each name, and the value
  /// follows it.
  case asked(CompletionQuestion, sign: String = "")
}

extension Offer {
  /// What `recoup log` writes down, and what follows the word.
  static let events: [(word: String, about: String, next: [Offer])] = [
    ("did", "You took a step", [.asked(.actions)]), ("set", "You learned a fact", [.asked(.facts, sign: "=")]),
    ("promised", "They named a day", []), ("paid", "Money came in", []),
    ("paused", "Leave them alone for a while", [.word("until")]), ("closed", "You are done with it", []),
  ]

  /// What fits in the place of a placeholder such as `FILE|NAME`, `en|fr` or `ACTION=TIMES[@DAYS]`; none for what only
  /// the user knows.
  static func list(for placeholder: String) -> [Offer] {
    let choices = Placeholder(text: placeholder).choices
    if !choices.isEmpty { return choices.map { .word($0) } }
    return placeholder.split(separator: "|").flatMap { part in
      let name = part.prefix { $0 != "=" && $0 != "[" }
      return one(String(name), isNamed: part.dropFirst(name.count).hasPrefix("="), String(part))
    }
  }

  private static func one(_ name: String, isNamed: Bool, _ whole: String) -> [Offer] {
    switch name {
    case "ACTION": [.asked(.actions, sign: isNamed ? "=" : "")]
    case "CODE":
      DiagnosticCatalogue.entries.map { .word($0.code.rawValue, about: $0.title) }
        + FindingCatalogue.entries.map { .word($0.kind.rawValue, about: $0.title) } + [.word("all", about: "List them")]
    case "COMMAND": CommandLineTool.commands.map { .word($0.name, about: $0.summary) }
    case "EVENT": events.map { .word($0.word, about: $0.about) }
    case "FILE", "NEW", "OLD": [.files]
    case "FOLDER": [.folders]
    case "INVOICE": [.asked(.invoices)]
    // A name is one of the shipped rules, or one that gets a value.
    case "NAME" where whole.hasPrefix("NAME[="): [.asked(.axes)]
    case "NAME" where !isNamed: ShippedRules.names.map { .word($0) }
    case "NAME" where whole == "NAME=VALUE": [.asked(.names, sign: "=")]
    case "TOPIC":
      // `rules` is a command and a topic; it is offered once.
      Topic.all.filter { topic in !CommandLineTool.commands.contains { $0.name == topic.name } }
        .map { .word($0.name, about: $0.summary) }
    default: []
    }
  }
}
