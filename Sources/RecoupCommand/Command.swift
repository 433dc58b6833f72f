import RecoupLanguage
import RecoupReports

/// One subcommand: what its help says, and what it does.
struct Command {
  var name: String
  /// What follows the name, such as `[FILE]`.
  var usage: String
  /// What it does, in a line.
  var summary: String
  /// What else there is to know.
  var details: String
  var options: [Arguments.Option]
  /// The most arguments besides options.
  var mostArguments: Int
  var run: (Arguments, World) throws(Stop) -> ExitStatus
}

/// The command line: a function of its arguments and a world.
public enum CommandLineTool {
  /// The commands, as help shows them.
  static var sections: [(title: String, commands: [Command])] {
    [
      ("Ask about invoices", [.next, .why, .compare, .ask]),
      ("Keep the books", [.log, .initialize]),
      ("The rules", [.check, .format, .test, .diff, .rules]),
      ("For other programs", [.decide, .languageServer, .completions]),
    ]
  }

  static var commands: [Command] { sections.flatMap { $0.commands } }

  /// Runs `recoup` with arguments, the program's own name not among them.
  public static func run(_ arguments: [String], in world: World) -> ExitStatus {
    do {
      return try dispatch(arguments, world)
    } catch {
      if let message = error.message { world.complain("recoup: \(Shown.lines(message))\n") }
      return error.status
    }
  }

  private static func dispatch(_ arguments: [String], _ world: World) throws(Stop) -> ExitStatus {
    guard let first = arguments.first else {
      world.complain(Help.overview(sections, Topic.all))
      return .usage
    }
    if first == "--version" {
      try world.print("recoup \(version)\n")
      return .fine
    }
    if first == "help" || first == "--help" || first == "-h" {
      return try help(Array(arguments.dropFirst()), world)
    }
    guard let command = commands.first(where: { $0.name == first }) else { throw unknown(first) }
    let rest = Array(arguments.dropFirst())
    // What follows `--` is no option.
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      try world.print(Help.page(command))
      return .fine
    }
    do {
      return try command.run(Arguments(rest, options: command.options, most: command.mostArguments), world)
    } catch {
      guard error.status == .usage, let message = error.message else { throw error }
      throw Stop(.usage, "\(message)\nTry `recoup \(command.name) --help`.")
    }
  }

  private static func help(_ topics: [String], _ world: World) throws(Stop) -> ExitStatus {
    guard let name = topics.first else {
      try world.print(Help.overview(sections, Topic.all))
      return .fine
    }
    if name == Topic.json.name, topics.count > 1 {
      guard let page = Topic.schema(of: topics[1]) else { throw unknownTopic(topics[1]) }
      try world.print(page)
      return .fine
    }
    // A name may be both, as `rules` is.
    let pages =
      commands.filter { $0.name == name }.map { Help.page($0) } + Topic.all.filter { $0.name == name }.map { $0.page }
    if pages.isEmpty { throw unknownTopic(name) }
    try world.print(pages.joined(separator: "\n"))
    return .fine
  }

  private static func unknown(_ name: String) -> Stop {
    let topics = Topic.all.map { $0.name }
    let names = commands.map { $0.name } + ["help", "--help", "--version"]
    let nearest = topics.contains(name) ? "help " + name : Arguments.nearest(name, among: names)
    return Stop(.usage, "there is no command `\(name)`\(hint(nearest))\nTry `recoup help`.")
  }

  private static func unknownTopic(_ name: String) -> Stop {
    let nearest = NearestName.of(name, among: commands.map { $0.name } + Topic.all.map { $0.name })
    return Stop(
      .usage, "there is no command or topic `\(name)`\(hint(nearest.map { "help " + $0 }))\nTry `recoup help`.")
  }

  private static func hint(_ meant: String?) -> String { meant.map { "; did you mean `recoup \($0)`?" } ?? "" }

  /// The version of the command.
  static var version: String { "0.1.0" }
}
