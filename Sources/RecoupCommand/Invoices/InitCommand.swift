import RecoupLanguage
import RecoupReports
import RecoupWire

extension Command {
  static var initialize: Command {
    Command(
      name: "init", usage: "[--place us|fr] [--in FOLDER]",
      summary: "Write a small folder to begin with",
      details: """
        Writes invoices.csv, clients.csv, journal.txt and recoup.rules with a few
        made-up invoices, dated around today, and says what to type next. Where one of
        these files is there already it writes nothing.
        """,
      options: [
        .init("--place", "us|fr", help: "Whose rules, and in which currency: dollars or euros"),
        .init("--in", "FOLDER", help: "The folder to write; the current one if not given"),
        .init("--as-of", "DATE", help: "The day around which the invoices are dated"),
        .init("--json", help: "Answer in JSON"),
      ],
      mostArguments: 0, run: runInitialize)
  }

  private static func runInitialize(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let today = try Desk.day(arguments.value("--as-of"), "--as-of") ?? world.today
    let place = arguments.value("--place") ?? (Tongue(world) == .french ? "fr" : "us")
    let files = Starter(place: place, today: today).files
    for file in files where world.fileExists(arguments.path(of: file.name)) {
      throw Stop(.findings, "\(arguments.path(of: file.name)) is there already, so nothing was written")
    }
    for file in files {
      do {
        try world.createFile(arguments.path(of: file.name), Array(file.text.utf8))
      } catch {
        throw Stop(.writeFailed, "cannot write \(arguments.path(of: file.name)): \(error.reason)")
      }
    }
    if arguments.has("--json") {
      var json = JSONWriter()
      json.open("{")
      json.member("schema", "recoup/init/1")
      json.name("files")
      json.open("[")
      for file in files { json.string(arguments.path(of: file.name)) }
      json.close("]")
      json.close("}")
      try world.print(String(decoding: json.bytes, as: UTF8.self) + "\n")
    } else {
      try world.print(welcome(arguments, place == "fr" ? .french : .english))
    }
    return .fine
  }

  private static func welcome(_ arguments: Arguments, _ tongue: Tongue) -> String {
    let folder =
      arguments.value("--in").map { " --in " + ($0.contains(/[^A-Za-z0-9_.\/-]/) ? Shown.text($0).quotedForShell : $0) }
      ?? ""
    switch tongue {
    case .english:
      return """
        Wrote invoices.csv, clients.csv, journal.txt and recoup.rules, with made-up
        invoices. Now type

          recoup next\(folder)                    what to do about all of them
          recoup next INV-113\(folder)            one of them, in full
          recoup why INV-113\(folder)             where its figures come from
          recoup log INV-113 did plan\(folder)    write down what you did

        Then put your own invoices into invoices.csv; `recoup help files` says how.

        """
    case .french:
      return """
        Écrits : invoices.csv, clients.csv, journal.txt et recoup.rules, avec des
        factures inventées. Tapez maintenant

          recoup next\(folder)                    que faire de toutes
          recoup next INV-113\(folder)            l'une d'elles, en entier
          recoup why INV-113\(folder)             d'où viennent ses chiffres
          recoup log INV-113 did plan\(folder)    noter ce que vous avez fait

        Mettez ensuite vos factures dans invoices.csv ; `recoup help files` dit comment.

        """
    }
  }
}
