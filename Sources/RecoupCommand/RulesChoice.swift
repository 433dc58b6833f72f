import RecoupEditor
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

/// Rules without mistakes, and the files that they were read from.
struct UsableRules {
  var book: RuleBook
  var files: [SourceFile]
}

extension SourceFile {
  /// Whether it comes with recoup.
  var isShipped: Bool { identity == "shipped:" + name }

  /// A shipped file to be read without its examples, which stand at its end; any other as it is.
  fileprivate var withoutExamples: SourceFile {
    guard isShipped, let start = ShippedRules.startOfExamples(in: name) else { return self }
    var file = self
    file.readCount = start
    return file
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
  private func find(_ arguments: Arguments, ignoringOption isIgnored: Bool = false) throws(Stop) -> SourceFile {
    if !isIgnored, let name = arguments.value("--rules") { return try read(name) }
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
  ///
  /// - Parameters:
  ///   - others: Files that are taken in the place of those of the same identity.
  ///   - readsAll: Whether the examples of shipped files are read, which are the larger part of them.
  func load(_ root: SourceFile, instead others: [String: SourceFile] = [:], readsAll: Bool = true) -> LoadedRules {
    func taken(_ file: SourceFile) -> SourceFile {
      let file = others[file.identity] ?? file
      return readsAll ? file : file.withoutExamples
    }
    return RulesLoader.load(taken(root)) { name, includer in
      let found = include(name, from: includer)
      guard case .found(let file) = found else { return found }
      return .found(taken(file))
    }
  }

  /// The file that another includes by a name.
  private func include(_ name: String, from includer: SourceFile) -> IncludeResult {
    let path = RulesChoice.isPath(name) ? RulesChoice.path(name, from: includer.name) : name
    do throws(World.Failure) {
      return .found(try file(path))
    } catch {
      return .missing(path == name ? error.reason : "cannot read \(path): \(error.reason)")
    }
  }

  /// How an editor's documents come to the files that they include.
  var editorFiles: RulesFiles {
    RulesFiles(
      path: { name, includer in
        RulesChoice.isPath(name) ? world.canonicalPath(RulesChoice.path(name, from: includer.name)) : nil
      },
      include: { name, includer in include(name, from: includer) }, shipped: ShippedRules.names,
      canonicalPath: world.canonicalPath)
  }

  /// Reads and checks rules to decide by, or shows what is wrong with them and ends the command.
  ///
  /// - Parameter isIgnored: Whether it is as if `--rules` were not given.
  func usable(_ arguments: Arguments, ignoringOption isIgnored: Bool = false) throws(Stop) -> UsableRules {
    try usable(try find(arguments, ignoringOption: isIgnored))
  }

  /// The rules that the arguments choose with more rules laid over them, as a file that includes them would.
  func overlaid(_ arguments: Arguments, _ changes: [String]) throws(Stop) -> UsableRules {
    let root = try find(arguments)
    let book = try usable(root).book
    var quoted = ""
    for character in root.name {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.append(character)
    }
    // The include stands last, so that places in the change are those that the user typed.
    let text = changes.map { RulesChoice.changing($0, book) }.joined(separator: "\n") + "\ninclude \"\(quoted)\"\n"
    return try usable(SourceFile(name: "--change", text: text))
  }

  /// A change of an action that is there is one, whether or not it begins with the word `change`.
  private static func changing(_ text: String, _ book: RuleBook) -> String {
    let words = text.split(maxSplits: 2) { $0.isWhitespace || $0 == "{" }
    let isChange = words.count > 1 && words[0] == "action" && book.action(named: String(words[1])) != nil
    return isChange ? "change " + text : text
  }

  private func usable(_ root: SourceFile) throws(Stop) -> UsableRules {
    let loaded = load(root, readsAll: false)
    if let book = loaded.book { return UsableRules(book: book, files: loaded.files) }
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
