import RecoupLanguage

/// `recoup check --watch`: checks again whenever a file changes.
extension Command {
  /// How often the files are looked at, in milliseconds.
  private static let interval = 300

  /// Checks until the user ends it, or nobody reads what is written.
  static func runWatch(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    if arguments.has("--json") { throw Stop(.usage, "`--watch` and `--json` do not go together") }
    if arguments.positional.first == "-" { throw Stop(.usage, "`--watch` looks at files, and `-` is none") }
    var isFirst = true
    while true {
      let files = WatchedFiles(world)
      try check(arguments, world, files, isFirst: isFirst)
      isFirst = false
      repeat {
        if !world.watching.wait(interval) { return .fine }
      } while !files.hasChanged()
      // Many editors take a file away before they write it anew: give them a moment.
      if files.lacksOne(), !world.watching.wait(interval) { return .fine }
    }
  }

  /// One check, under a line with the time and the file.
  private static func check(
    _ arguments: Arguments, _ world: World, _ files: WatchedFiles, isFirst: Bool
  ) throws(Stop) {
    let choice = RulesChoice(world: files.noting)
    let gap = isFirst ? "" : "\n"
    do throws(Stop) {
      let root = try choice.findOwn(arguments)
      if root.isShipped { throw Stop(.usage, "`\(root.name)` comes with recoup and does not change") }
      let loaded = choice.load(root)
      try world.print("\(gap)\(world.watching.time()) \(root.name)\n")
      _ = try report(loaded, arguments, world)
    } catch {
      // A file that goes away may come back; one that was never there is a mistake of the arguments.
      guard !isFirst, error.status == .missingInput, let message = error.message else { throw error }
      try world.print("\(gap)\(world.watching.time()) \(message)\n")
    }
  }
}
