import RecoupCommand
import RecoupTesting
import Testing

/// `recoup decide --csv`: rows in, rows out.
@Suite struct DecideTableTests {
  private static let head = "id,amount,days_overdue\n"
  private static let row = "1,1000,7\n"
  private static let answerHead = "id,recommend,until,basis,best,value,chance,paid_by,error\n"

  private func world(_ input: String = head + row) -> MemoryWorld {
    MemoryWorld(["recoup.rules": Samples.rules], input: input)
  }

  /// The answer to `row`, from the answer to the same as a line.
  private func answer() -> String {
    let world = MemoryWorld(["recoup.rules": Samples.rules], input: DecideTableTests.head + DecideTableTests.row)
    _ = world.run("decide", "--csv", "--no-header")
    return world.printed
  }

  @Test func answersEveryRow() {
    let world = world(DecideTableTests.head + DecideTableTests.row + DecideTableTests.row)
    #expect(world.run("decide", "--csv") == .fine)
    #expect(world.printed == DecideTableTests.answerHead + answer() + answer())
    #expect(answer().hasPrefix("1,remind,,best,remind,"))
    #expect(world.complaints == "")
  }

  @Test func aPartitionHasNoHeaders() {
    let world = world("7\t1\t1000\n")
    let arguments = ["--separator", "tab", "--header", "days_overdue,id,amount", "--no-header"]
    #expect(CommandLineTool.run(["decide", "--csv"] + arguments, in: world.world) == .fine)
    #expect(world.printed == answer().replacing(",", with: "\t"))
    let empty = self.world("")
    #expect(CommandLineTool.run(["decide", "--csv"] + arguments, in: empty.world) == .fine)
    #expect(empty.output.isEmpty)
  }

  @Test func aRowThatCannotBeReadIsAFinding() {
    let world = world(DecideTableTests.head + "x,1\n" + DecideTableTests.row)
    #expect(world.run("decide", "--csv", "--no-header") == .findings)
    #expect(world.printed == "x,,,,,,,,\"this row has 2 cells, and there are 3 columns\"\n" + answer())
    #expect(world.complaints == "")
  }

  @Test func aColumnThatIsNoFactIsToldOnce() {
    let world = world("id,amount,days_overdue,colour\n1,1000,7,red\n1,1000,7,blue\n")
    #expect(world.run("decide", "--csv", "--no-header") == .fine)
    #expect(world.printed == answer() + answer())
    #expect(world.complaints == "recoup: the column `colour` is ignored: the rules have no such fact\n")
  }

  @Test(arguments: [
    ("", "standard input is empty: not even a header line is there"),
    ("\n\r\n", "standard input is empty: not even a header line is there"),
    (
      "id,amount\n1,2\n",
      "there is no column `days_overdue`, and there is no advice without it; "
        + "`--set days_overdue=…` gives it to all rows"
    ),
    ("amount,days_overdue,amount\n", "there are two columns `amount`"),
  ]) func aHeaderThatCannotServe(_ input: String, _ reason: String) {
    let world = world(input)
    #expect(world.run("decide", "--csv") == .missingInput)
    #expect(world.complaints == "recoup: \(reason)\n")
    #expect(world.output.isEmpty)
  }

  @Test(arguments: [
    (["--csv", "--header", "id,amount"], "there is no column `days_overdue`"),
    (["--header", "id"], "`--header` is about tables: it needs `--csv`"),
    (["--separator", "tab"], "`--separator` is about tables: it needs `--csv`"),
    (["--no-header"], "`--no-header` is about tables: it needs `--csv`"),
    (["--csv", "--separator", "|"], "`--separator` needs `comma`, `semicolon` or `tab`, and this is `|`"),
    (["--jobs", "0"], "`--jobs` needs a whole number from 1, and this is `0`"),
    (["--jobs", "two"], "`--jobs` needs a whole number from 1, and this is `two`"),
    (["--jobs=-1"], "`--jobs` needs a whole number from 1, and this is `-1`"),
  ]) func wrongUsage(_ arguments: [String], _ reason: String) {
    let world = world()
    #expect(CommandLineTool.run(["decide"] + arguments, in: world.world) == .usage)
    #expect(world.complaints.hasPrefix("recoup: \(reason)"), "\(world.complaints)")
    #expect(world.output.isEmpty)
  }

  /// What a block completes is written before more is asked for.
  @Test func answersBlockByBlock() {
    let world = world()
    let (head, row) = (Array(DecideTableTests.head.utf8), Array(DecideTableTests.row.utf8))
    world.input = [Array(head[..<3]), head[3...] + row + row[..<2], Array(row[2...]), Array(row.dropLast())]
    #expect(world.run("decide", "--csv") == .fine)
    let events: [MemoryWorld.Event] = [
      .readInput, .readInput, .wrote(DecideTableTests.answerHead), .wrote(answer()), .readInput, .wrote(answer()),
      .readInput, .readInput, .wrote(answer()),
    ]
    #expect(world.events == events)
  }

  // MARK: Many cores

  @Test(arguments: [["--csv"], []]) func anyNumberOfCoresGivesTheSame(_ format: [String]) {
    var input = format.isEmpty ? "" : DecideTableTests.head
    for number in 0..<6_000 {
      let amount = number % 7 == 3 ? "x" : String(number)
      input +=
        format.isEmpty
        ? #"{"id": \#(number), "facts": {"amount": "\#(amount)", "days_overdue": \#(number % 90)}}"# + "\n"
        : "\"INV\n\(number)\",\(amount),\(number % 90)\n"
    }
    var outputs: [[UInt8]] = []
    for jobs in ["1", "2", "3", "40"] {
      let world = world()
      world.input = stride(from: 0, to: input.utf8.count, by: 90_000).map {
        Array(Array(input.utf8)[$0..<min($0 + 90_000, input.utf8.count)])
      }
      let arguments = ["decide", "--brief", "--jobs", jobs] + format
      #expect(CommandLineTool.run(arguments, in: world.world) == .findings)
      outputs.append(world.output)
    }
    #expect(outputs[0].count > 200_000)
    for output in outputs { #expect(output == outputs[0]) }
  }

  @Test(arguments: ["1", "3"]) func aReaderThatGoesAwayEndsIt(_ jobs: String) {
    let world = world()
    world.input = [Array(DecideTableTests.head.utf8)] + Array(repeating: Array(DecideTableTests.row.utf8), count: 5)
    world.outputFailure = .readerGone
    world.writesBeforeFailure = 2
    #expect(world.run("decide", "--csv", "--jobs", jobs) == .fine)
    #expect(world.events.count { $0 == .readInput } == 3)
    #expect(world.complaints == "")
  }

  @Test(arguments: ["1", "3"]) func aDiskThatIsFullEndsIt(_ jobs: String) {
    let world = world()
    world.outputFailure = .failed("no space is left")
    world.writesBeforeFailure = 1
    #expect(world.run("decide", "--csv", "--jobs", jobs) == .writeFailed)
    #expect(world.complaints == "recoup: cannot write: no space is left\n")
  }
}
