import RecoupEngine
import RecoupLanguage
import RecoupWire

extension Command {
  static var decide: Command {
    Command(
      name: "decide", usage: "[--rules FILE|NAME] [--set NAME=VALUE]... [--brief] < FACTS",
      summary: "Read facts as JSON, a line each, and write decisions",
      details: """
        Each line of standard input is an object such as
          {"id": "INV-42", "facts": {"amount": "4200.00", "days_overdue": 47},
           "done": {"reminder": {"times": 2, "days_ago": 9}}, "pending": 0}
        and is answered by a line of standard output, in the same order. Money is a
        decimal text or a number, days and numbers are numbers, a percentage is a
        text such as "35%", yes or no is true or false, a choice is its word; a fact
        that is missing or null is unknown. A line that cannot be read is answered
        with an "error" in its place; the exit status is then 1.
        """,
      options: RulesChoice.options + [
        .init("--set", "NAME=VALUE", help: "A setting, or a fact that a line leaves out"),
        .init("--brief", help: "Leave out options, closed actions and fired rules"),
      ],
      mostArguments: 0, run: runDecide)
  }

  private static func runDecide(_ arguments: Arguments, _ world: World) throws(Stop) -> ExitStatus {
    let book = try RulesChoice(world: world).usable(arguments).book
    let run = try RunValues(arguments, book)
    var stream = DecideStream(Advisor(book), run: run, isBrief: arguments.has("--brief"))
    var output: [UInt8] = []
    while true {
      let block: [UInt8]
      do {
        block = try world.readInput()
      } catch {
        throw Stop(.missingInput, "cannot read standard input: \(error.reason)")
      }
      if block.isEmpty { break }
      stream.feed(block[...], to: &output)
      // All that came in is answered before more is awaited, so that a reader that writes line by line is served.
      try world.put(output)
      output.removeAll(keepingCapacity: true)
    }
    stream.finish(to: &output)
    try world.put(output)
    return stream.failures == 0 ? .fine : .findings
  }
}
