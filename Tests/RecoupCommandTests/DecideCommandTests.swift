import RecoupCommand
import RecoupTesting
import Testing

/// `recoup decide`: facts in, decisions out.
@Suite struct DecideCommandTests {
  private func world(_ input: String = Samples.line) -> MemoryWorld {
    MemoryWorld(["recoup.rules": Samples.rules], input: input)
  }

  @Test func answersEveryLine() {
    let world = world(Samples.line + "\n" + Samples.line)
    #expect(world.run("decide", "--brief") == .fine)
    #expect(world.printed == Samples.answer + Samples.answer)
    #expect(world.complaints == "")
  }

  @Test func withoutBriefItShowsTheOptions() {
    let world = world()
    #expect(world.run("decide") == .fine)
    #expect(world.printed.hasPrefix(Samples.answer.dropLast(2) + #", "options": [{"action": "remind", "opens": 0, "#))
    #expect(world.printed.hasSuffix(#""closed": [], "fired": []}"# + "\n"))
  }

  @Test func nothingInNothingOut() {
    let world = world("")
    #expect(world.run("decide") == .fine)
    #expect(world.output.isEmpty)
  }

  @Test func aLineThatCannotBeReadIsAFinding() {
    let world = world(Samples.line + "x\n" + Samples.line)
    #expect(world.run("decide", "--brief") == .findings)
    let error = #"{"id": null, "line": 2, "error": "this line is not JSON at column 1: expected a value"}"# + "\n"
    #expect(world.printed == Samples.answer + error + Samples.answer)
    #expect(world.complaints == "")
  }

  @Test func theLastLineNeedNotEnd() {
    let world = world(String(Samples.line.dropLast()))
    #expect(world.run("decide", "--brief") == .fine)
    #expect(world.printed == Samples.answer)
  }

  // MARK: Streaming

  /// What a block completes is written before more is asked for.
  @Test func answersBlockByBlock() {
    let world = world()
    let line = Array(Samples.line.utf8)
    world.input = [line, Array(line[..<9]), Array(line[9...]) + line + Array(line[..<1]), Array(line[1...].dropLast())]
    #expect(world.run("decide", "--brief") == .fine)
    let events: [MemoryWorld.Event] = [
      .readInput, .wrote(Samples.answer), .readInput, .readInput, .wrote(Samples.answer + Samples.answer), .readInput,
      .readInput, .wrote(Samples.answer),
    ]
    #expect(world.events == events)
  }

  @Test func aReaderThatGoesAwayEndsIt() {
    let world = world()
    world.input = Array(repeating: Array(Samples.line.utf8), count: 5)
    world.outputFailure = .readerGone
    world.writesBeforeFailure = 2
    #expect(world.run("decide", "--brief") == .fine)
    #expect(world.events.count { $0 == .readInput } == 3)
    #expect(world.complaints == "")
  }

  /// It is fine even where lines before could not be read: nobody is there any more to care.
  @Test func aReaderThatGoesAwayAfterABadLine() {
    let world = world("x\n")
    world.outputFailure = .readerGone
    #expect(world.run("decide") == .fine)
  }

  @Test func aDiskThatIsFullEndsIt() {
    let world = world()
    world.input = Array(repeating: Array(Samples.line.utf8), count: 5)
    world.outputFailure = .failed("no space is left")
    world.writesBeforeFailure = 1
    #expect(world.run("decide") == .writeFailed)
    #expect(world.complaints == "recoup: cannot write: no space is left\n")
    #expect(world.events.count { $0 == .readInput } == 2)
  }

  @Test func aDiskThatIsFullAtTheLastLine() {
    let world = world(String(Samples.line.dropLast()))
    world.outputFailure = .failed("no space is left")
    world.writesBeforeFailure = 0
    #expect(world.run("decide") == .writeFailed)
  }

  @Test func anInputThatBreaksOff() {
    let world = world()
    world.inputFailure = "the line is dead"
    #expect(world.run("decide", "--brief") == .missingInput)
    #expect(world.printed == Samples.answer)
    #expect(world.complaints == "recoup: cannot read standard input: the line is dead\n")
  }

  // MARK: Values for the run

  @Test(arguments: [["--set", "hour=60 USD"], ["--set=hour=60"], ["--set", "hour=1", "--set", "hour=60"]])
  func aSettingHoldsForTheRun(_ arguments: [String]) {
    let world = world()
    #expect(CommandLineTool.run(["decide", "--brief"] + arguments, in: world.world) == .fine)
    #expect(world.printed.contains(#""value": 34000.0"#))
  }

  @Test func aFactStandsIn() {
    let world = world(#"{"id": 1}"# + "\n" + #"{"id": 1, "facts": {"amount": 500}}"#)
    #expect(world.run("decide", "--brief", "--set", "amount=1000", "--set", "days_overdue=1 week") == .fine)
    #expect(world.printed == Samples.answer + Samples.answer.replacing("35000.0", with: "15000.0"))
  }

  // MARK: Which rules

  /// Rules with one action of this name, which tells them from others.
  private static func rules(_ action: String) -> String {
    "currency USD action \(action) { title \"T\" chance 99% }"
  }

  private static let files = [
    "recoup.rules": rules("in_folder"), "sub/recoup.rules": rules("in_sub"), "mine.rules": rules("mine"),
    "sub/mine": rules("without_ending"), "us": rules("named_us"),
  ]

  @Test(arguments: [
    ([], "in_folder"), (["--in", "sub"], "in_sub"), (["--in", "sub/"], "in_sub"), (["--in=./sub"], "in_sub"),
    (["--in", "."], "in_folder"), (["--rules", "mine.rules"], "mine"), (["--rules", "./us"], "named_us"),
    (["--rules", "sub/mine"], "without_ending"), (["--rules", "mine.rules", "--in", "sub"], "mine"),
    (["--rules", "us", "--rules", "mine.rules"], "mine"),
  ]) func theRulesAreChosen(_ arguments: [String], _ action: String) {
    let world = MemoryWorld(DecideCommandTests.files, input: Samples.line)
    #expect(CommandLineTool.run(["decide", "--brief"] + arguments, in: world.world) == .fine)
    #expect(world.printed.contains(#""recommend": "\#(action)""#), "\(world.printed)")
  }

  /// Without rules of their own, users get those of the product; a name without `/` and `.rules` means these too.
  @Test(arguments: [[], ["--in", "empty"], ["--rules", "us"]]) func theShippedRulesServe(_ arguments: [String]) {
    let world = MemoryWorld(arguments == ["--rules", "us"] ? DecideCommandTests.files : [:], input: Samples.line)
    #expect(CommandLineTool.run(["decide", "--brief"] + arguments, in: world.world) == .fine)
    #expect(world.printed.contains(#""recommend": "reminder""#), "\(world.printed)")
  }

  @Test(arguments: [
    ("none.rules", "cannot read none.rules: there is no such file"),
    ("a/none", "cannot read a/none: there is no such file"),
    ("uk", "there are no shipped rules `uk`; a path has a `/` or ends in `.rules`"),
    ("california", "there are no shipped rules `california`; a path has a `/` or ends in `.rules`"),
    ("locked.rules", "cannot read locked.rules: it is not allowed"),
  ]) func rulesThatAreMissing(_ name: String, _ reason: String) {
    let world = world()
    world.obstacles["locked.rules"] = "it is not allowed"
    #expect(world.run("decide", "--rules", name) == .missingInput)
    #expect(world.complaints == "recoup: \(reason)\n")
    #expect(world.events == [])
  }

  @Test func rulesThatCannotBeUsed() {
    let world = MemoryWorld(["recoup.rules": Samples.wrong], input: Samples.line)
    #expect(world.run("decide") == .badRules)
    #expect(world.complaints.hasPrefix("error[missing-unit]: "))
    #expect(world.complaints.contains("--> recoup.rules:4:10\n"))
    #expect(world.complaints.hasSuffix("2 errors\n"))
    #expect(world.events == [])
  }

  @Test func anIncludeThatIsMissingMakesRulesUnusable() {
    let world = MemoryWorld(["recoup.rules": "include \"none.rules\"\n" + Samples.rules], input: Samples.line)
    #expect(world.run("decide") == .badRules)
    #expect(world.complaints.contains("cannot include \"none.rules\""))
  }

  /// One file by two names counts once, though they differ.
  @Test func aLinkIsTheFileThatItLeadsTo() {
    let world = MemoryWorld(
      ["recoup.rules": "include \"a.rules\" include \"b.rules\"", "a.rules": Samples.rules], input: Samples.line)
    world.links["b.rules"] = "a.rules"
    #expect(world.run("decide", "--brief") == .fine)
    #expect(world.printed == Samples.answer)
  }
}
