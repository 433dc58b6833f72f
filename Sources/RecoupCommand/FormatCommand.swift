import RecoupLanguage
import RecoupReports

extension Command {
  static var format: Command {
    Command(
      name: "fmt", usage: "[FILE]... [--check]", summary: "Give a rules file its one layout",
      details: """
        Rewrites recoup.rules, or the files that are named, in place; with `-` it
        reads standard input and writes standard output. Comments stay where they
        are. What comes out is read again and compared with what went in before
        anything is written; a file with mistakes of grammar is left alone.
        """,
      options: [
        .init("--check", help: "Write nothing; the exit status is 1 if a file would change"),
        .init("--in", "FOLDER", help: "The folder to look in for recoup.rules"),
      ],
      mostArguments: Int.max, run: runFormat)
  }

  private static func runFormat(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let choice = RulesChoice(world: world)
    if arguments.positional.isEmpty {
      return try format(try choice.findOwn(arguments), arguments, world)
    }
    var status = ExitStatus.fine
    for name in arguments.positional {
      let outcome = try format(try source(name, world), arguments, world)
      if outcome != .fine { status = outcome }
    }
    return status
  }

  private static func source(_ name: String, _ world: World) throws(Stop) -> SourceFile {
    do {
      if name != "-" {
        return SourceFile(name: name, bytes: try world.readFile(name))
      }
      var bytes: [UInt8] = []
      while true {
        let block = try world.readInput()
        if block.isEmpty { return SourceFile(name: "-", bytes: bytes) }
        bytes += block
      }
    } catch {
      throw Stop(.missingInput, "cannot read \(name): \(error.reason)")
    }
  }

  private static func format(_ source: SourceFile, _ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    switch RulesFormatter.format(source) {
    case .mistakes(let problems):
      world.complain(DiagnosticReport([source], isColored: world.isColored).text(problems, .human))
      return .findings
    case .refused:
      throw Stop(.fault, "\(source.name): formatting would change what it says; nothing was written")
    case .formatted(let text):
      let bytes = Array(text.utf8)
      let isFormatted = bytes == source.bytes
      if arguments.has("--check") {
        if !isFormatted { try world.print("\(source.name): not formatted\n") }
        return isFormatted ? .fine : .findings
      }
      if source.name == "-" {
        try world.put(bytes)
      } else if !isFormatted {
        do {
          try world.replaceFile(source.name, bytes)
        } catch {
          throw Stop(.writeFailed, "cannot write \(source.name): \(error.reason)")
        }
      }
      return .fine
    }
  }
}
