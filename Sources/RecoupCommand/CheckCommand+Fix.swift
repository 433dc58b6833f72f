import RecoupAnalysis
import RecoupLanguage
import RecoupReports

/// `recoup check --fix`: what can be mended mechanically is mended in the user's own files.
extension Command {
  static func runFix(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    for option in ["--json", "--watch"] where arguments.has(option) {
      throw Stop(.usage, "`--fix` and `\(option)` do not go together")
    }
    if arguments.positional.first == "-" { throw Stop(.usage, "`--fix` changes files, and `-` is none") }
    let choice = RulesChoice(world: world)
    let root = try choice.findOwn(arguments)
    if root.isShipped {
      throw Stop(
        .usage,
        "`\(root.name)` comes with recoup and is not changed; `recoup rules \(root.name) --mine` begins a file of your own"
      )
    }
    let mender = RulesMender(
      load: { choice.load(root, instead: $0) }, isOwn: { !$0.isShipped },
      hints: { MeantName.all(in: $0).compactMap { $0.fix } })
    let isTrial = arguments.has("--dry-run")
    if !isTrial { for (before, after) in mender.files { try write(after, over: before, world) } }
    try world.print(MendReport.text(mender.changes))
    if isTrial { try world.print("Nothing is written.\n") }
    let status = try report(mender.loaded, arguments, world)
    return isTrial && !mender.changes.isEmpty ? .findings : status
  }

  /// Puts a mended file in the place of the one that was read, if that is still there.
  private static func write(_ after: SourceFile, over before: SourceFile, _ world: World) throws(Stop) {
    do throws(World.Failure) {
      if try world.readFile(before.name) != before.bytes { throw World.Failure("it was changed meanwhile") }
      try world.replaceFile(before.name, after.bytes)
    } catch {
      throw Stop(.writeFailed, "cannot write \(before.name): \(error.reason)")
    }
  }
}
