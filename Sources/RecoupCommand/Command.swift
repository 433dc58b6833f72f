import RecoupLanguage

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
  static var commands: [Command] { [.next, .why, .log, .initialize, .decide, .check, .format, .test, .rules] }

  /// Runs `recoup` with arguments, the program's own name not among them.
  public static func run(_ arguments: [String], in world: World) -> ExitStatus {
    do {
      return try dispatch(arguments, world)
    } catch {
      if let message = error.message { world.complain("recoup: \(message)\n") }
      return error.status
    }
  }

  private static func dispatch(_ arguments: [String], _ world: World) throws(Stop) -> ExitStatus {
    guard let first = arguments.first else {
      world.complain(Help.overview(commands))
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
    guard let topic = topics.first else {
      try world.print(Help.overview(commands))
      return .fine
    }
    guard let command = commands.first(where: { $0.name == topic }) else { throw unknown(topic) }
    try world.print(Help.page(command))
    return .fine
  }

  private static func unknown(_ name: String) -> Stop {
    let nearest = NearestName.of(name, among: commands.map { $0.name } + ["help"])
    let hint = nearest.map { "; did you mean `recoup \($0)`?" } ?? ""
    return Stop(.usage, "there is no command `\(name)`\(hint)\nTry `recoup help`.")
  }

  /// The version of the command.
  static var version: String { "0.1.0" }
}
