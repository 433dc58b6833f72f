import RecoupLanguage
import RecoupReports
import RecoupRules
import RecoupShippedRules

extension Arguments {
  /// The path of a file in the folder that `--in` names, or in the current one.
  func path(of file: String) -> String {
    guard let folder = value("--in") else { return file }
    return folder.hasSuffix("/") ? folder + file : folder + "/" + file
  }
}

/// Finds the rules that a command works with.
struct RulesChoice {
  let world: World

  /// The options by which a user chooses.
  static var options: [Arguments.Option] {
    [
      .init("--rules", "FILE|NAME", help: "The rules: a path, or the name of shipped rules"),
      .init("--in", "FOLDER", help: "The folder with the files; the current one if not given"),
    ]
  }

  /// The rules that `--rules` chooses: a path or a shipped name; else `recoup.rules` in the folder, then `us`.
  private func find(_ arguments: Arguments) throws(Stop) -> SourceFile {
    if let name = arguments.value("--rules") { return try read(name) }
    let path = inFolder(arguments)
    return try read(world.fileExists(path) ? path : "us")
  }

  /// The user's own rules file: the one that is named, else `recoup.rules` in the folder.
  func findOwn(_ arguments: Arguments) throws(Stop) -> SourceFile {
    if let name = arguments.positional.first ?? arguments.value("--rules") { return try read(name) }
    let path = inFolder(arguments)
    if world.fileExists(path) { return try read(path) }
    throw Stop(.missingInput, "there is no \(path); name a rules file, or a shipped one such as `us`")
  }

  private func inFolder(_ arguments: Arguments) -> String { arguments.path(of: "recoup.rules") }

  /// Reads rules by a path or a shipped name.
  func read(_ name: String) throws(Stop) -> SourceFile {
    do {
      return try file(name)
    } catch {
      if RulesChoice.isPath(name) { throw Stop(.missingInput, "cannot read \(name): \(error.reason)") }
      let hint = world.fileExists(name) ? "; for the file of that name write `./\(name)`" : ""
      throw Stop(.missingInput, error.reason + hint)
    }
  }

  private func file(_ name: String) throws(World.Failure) -> SourceFile {
    if RulesChoice.isPath(name) {
      return SourceFile(name: name, identity: world.canonicalPath(name), bytes: try world.readFile(name))
    }
    if let bytes = ShippedRules.bytes(of: name) {
      return SourceFile(name: name, identity: "shipped:" + name, bytes: bytes)
    }
    let nearest = NearestName.of(name, among: ShippedRules.names)
    let hint = nearest.map { "did you mean `\($0)`?" } ?? "a path has a `/` or ends in `.rules`"
    throw World.Failure("there are no shipped rules `\(name)`; \(hint)")
  }

  /// Reads and checks rules with all that they include.
  func load(_ root: SourceFile) -> LoadedRules {
    RulesLoader.load(root) { name, includer in
      let path = RulesChoice.isPath(name) ? RulesChoice.path(name, from: includer.name) : name
      do throws(World.Failure) {
        return .found(try file(path))
      } catch {
        return .missing(path == name ? error.reason : "cannot read \(path): \(error.reason)")
      }
    }
  }

  /// Reads and checks rules, or shows what is wrong with them and ends the command.
  func usable(_ arguments: Arguments) throws(Stop) -> (book: RuleBook, files: [SourceFile]) {
    let loaded = load(try find(arguments))
    if let book = loaded.book { return (book, loaded.files) }
    let report = DiagnosticReport(loaded.files, isColored: world.isColored)
    world.complain(report.text(loaded.problems, .human))
    throw Stop(.badRules)
  }

  /// A name with `/` or ending in `.rules` is a path.
  private static func isPath(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: "/")) || name.hasSuffix(".rules")
  }

  /// A path from the folder of the file that names it.
  private static func path(_ name: String, from includer: String) -> String {
    guard !name.hasPrefix("/"), let slash = includer.lastIndex(of: "/") else { return name }
    return includer[...slash] + name
  }
}
