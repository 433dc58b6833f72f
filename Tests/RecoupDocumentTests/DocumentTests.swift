import Foundation
import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupShippedRules
import Testing

/// Runs what the documents show, and compares what comes with what they say.
///
/// A block fenced as `rules NAME` is a file, `rules NAME continued` more of it, and `rules NAME wrong` one with
/// mistakes; a rules file without that word must be without. One fenced as `console` is a transcript: lines that begin
/// with `$ ` are typed, the others must come. `RECOUP_RECORD=1` writes what comes into the documents instead. Each
/// document has a folder of its own.
@Suite struct DocumentTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder with the built command: the one that the tests themselves were built into.
  private static let products: URL = {
    var folder = URL(filePath: CommandLine.arguments[0])
    while folder.pathComponents.count > 1 {
      folder = folder.deletingLastPathComponent()
      if FileManager.default.isExecutableFile(atPath: folder.appending(path: "recoup").path) { return folder }
    }
    return root.appending(path: ".build/debug")
  }()

  @Test(arguments: ["README.md"] + Manual.pages) func showsWhatComes(_ name: String) throws {
    let url = DocumentTests.root.appending(path: name)
    let folder = FileManager.default.temporaryDirectory.appending(path: "recoup-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var written: [String] = []
    var block: (info: String, lines: [String])?
    for line in try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n") {
      guard let open = block else {
        written.append(line)
        if line.hasPrefix("```"), line.count > 3 { block = (String(line.dropFirst(3)), []) }
        continue
      }
      if line != "```" {
        block?.lines.append(line)
        continue
      }
      if open.info == "console" {
        written += try transcript(open.lines.filter { $0.hasPrefix("$ ") }, in: folder)
      } else {
        written += open.lines
        if open.info.hasPrefix("rules ") { try write(open.lines, open.info, in: folder, isManual: name != "README.md") }
      }
      written.append(line)
      block = nil
    }
    let text = written.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["RECOUP_RECORD"] != nil {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == text)
  }

  /// Writes the file that a block shows, and looks whether it is as right as the block says; the file of the README is
  /// checked by what it types.
  private func write(_ lines: [String], _ info: String, in folder: URL, isManual: Bool) throws {
    let words = info.split(separator: " ").map { String($0) }
    let url = folder.appending(path: words[1])
    var text = lines.joined(separator: "\n") + "\n"
    if words.last == "continued" { text = try String(contentsOf: url, encoding: .utf8) + "\n" + text }
    try text.write(to: url, atomically: true, encoding: .utf8)
    if isManual, words[1].hasSuffix(".rules") {
      let loaded = RulesLoader.load(SourceFile(name: words[1], text: text)) { name, _ in
        if let bytes = ShippedRules.bytes(of: name) { return .found(SourceFile(name: name, bytes: bytes)) }
        guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return .missing("no \(name)") }
        return .found(SourceFile(name: name, bytes: Array(data)))
      }
      #expect(loaded.problems.isEmpty == (words.last != "wrong"), "\(words[1]): \(loaded.problems.map { $0.message })")
    }
  }

  private func transcript(_ commands: [String], in folder: URL) throws -> [String] {
    var lines: [String] = []
    for command in commands {
      lines.append(command)
      let output = try run(String(command.dropFirst(2)), in: folder)
      if !output.isEmpty { lines += output.dropLast(output.hasSuffix("\n") ? 1 : 0).components(separatedBy: "\n") }
    }
    return lines
  }

  /// Runs a command line in a shell; `swift run` would wait for the lock that the tests hold, so the built command runs.
  private func run(_ line: String, in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line.replacingOccurrences(of: "swift run -c release recoup", with: "recoup")]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = DocumentTests.products.path + ":" + environment["PATH", default: "/usr/bin:/bin"]
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// The lines of the README that show the library.
  private func decideInCode(_ text: String) throws -> [String] {
    let loaded = RulesLoader.load(SourceFile(name: "my.rules", text: text)) { name, _ in
      .missing("there is no \(name)")
    }
    guard let book = loaded.book else { return loaded.problems.map { $0.message } }
    var facts: [Int64?] = book.facts.map { _ in nil }
    facts[RuleBook.Builtin.amount] = 120_000  // cents
    facts[RuleBook.Builtin.daysOverdue] = 3
    let decision = try Advisor(book).decide(Case(facts: facts))
    guard case .action(let action) = decision.recommendation else { return [] }
    return [book.actions[action].name]
  }

  @Test func showsLinesThatCompile() throws {
    let readme = try String(contentsOf: DocumentTests.root.appending(path: "README.md"), encoding: .utf8)
    let block = readme.components(separatedBy: "```swift\n").dropFirst().first
    let shown = try #require(block?.components(separatedBy: "```")[0])
    let here = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    for line in shown.split(separator: "\n") { #expect(here.contains(line)) }
    let rules = #"currency USD action ask { title "Ask" chance 50% }"#
    #expect(try decideInCode(rules) == ["ask"])
  }
}
