/// All that the shells need to know about the command line, from the commands themselves.
struct CompletionTable {
  /// A command as the shells see it.
  struct Entry {
    var name: String
    var summary: String
    var options: [Option]
    /// What its arguments may be, one after the other.
    var arguments: [Argument]
    /// Whether the last argument may come again and again.
    var lastRepeats: Bool
    /// What is offered behind some words.
    var behind: [(word: String, offers: [Offer])] = []
  }

  struct Option {
    var name: String
    var help: String
    /// What its value is called; nil for an option without one.
    var value: String?
    var offers: [Offer]
    var mayRepeat: Bool
  }

  struct Argument {
    var name: String
    var offers: [Offer]
  }

  let commands: [Entry]
  /// The options that stand in the place of a command.
  let options: [Option]
  /// The options that a question passes on, since the answer depends on them.
  var passedOn: [String] { CompletionQuestion.passedOn.map { $0.name } }
  /// Each list of offers once, in the order in which they are first met.
  let offers: [[Offer]]

  init(_ commands: [Command]) {
    let help = Option(name: "--help", help: "Show this help", value: nil, offers: [], mayRepeat: false)
    let pages = Entry(
      name: "help", summary: "Explain a command or a topic", options: [],
      arguments: [Argument(name: "COMMAND|TOPIC", offers: Offer.list(for: "COMMAND|TOPIC"))], lastRepeats: false)
    self.commands =
      commands.map { command in
        let options = command.options.filter { !$0.isHidden }.map { option in
          Option(
            name: option.name, help: option.help, value: option.value,
            offers: option.value.map { Offer.list(for: $0) } ?? [], mayRepeat: option.mayRepeat)
        }
        let arguments = command.argumentNames
        let hasEvent = arguments.last == "EVENT"
        return Entry(
          name: command.name, summary: command.summary, options: options + [help],
          arguments: arguments.map { Argument(name: $0, offers: Offer.list(for: $0)) },
          lastRepeats: command.mostArguments > arguments.count && !arguments.isEmpty && !hasEvent,
          behind: hasEvent ? Offer.events.filter { !$0.next.isEmpty }.map { ($0.word, $0.next) } : [])
      } + [pages]
    options = [
      help, Option(name: "--version", help: "Show the version", value: nil, offers: [], mayRepeat: false),
    ]
    var offers: [[Offer]] = []
    for entry in self.commands {
      for list in entry.options.map({ $0.offers }) + entry.arguments.map({ $0.offers })
        + entry.behind.map({ $0.offers })
      where !list.isEmpty && !offers.contains(list) {
        offers.append(list)
      }
    }
    self.offers = offers
  }

  /// The name of the shell function that offers a list; nil for a list with nothing in it.
  func function(_ list: [Offer]) -> String? { offers.firstIndex(of: list).map { "recoup_offer_\($0 + 1)" } }
}

extension Command {
  /// What its usage calls its arguments, without options: `INVOICE [ACTION] | --amount …` has `INVOICE` and `ACTION`.
  var argumentNames: [String] {
    var names: [String] = []
    var isOption = false
    for word in usage.split(separator: " ").prefix(while: { $0 != "|" && $0 != "<" }) {
      if word.hasPrefix("[--") || word.hasPrefix("--") { isOption = true }
      if !isOption {
        names.append(String(word.filter { !"[].…".contains($0) }))
      }
      if word.contains("]") { isOption = false }
    }
    return Array(names.prefix(mostArguments))
  }
}
