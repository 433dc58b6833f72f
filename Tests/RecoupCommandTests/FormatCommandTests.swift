import RecoupCommand
import RecoupTesting
import Testing

/// `recoup fmt`: rules in their one layout.
@Suite struct FormatCommandTests {
  /// The rules of the samples as somebody may have written them.
  private static let untidy = Samples.rules.replacing("\n", with: "\r\n").replacing("  ", with: "\t")

  @Test func aFileThatHasTheLayoutIsNotTouched() {
    let world = MemoryWorld(["recoup.rules": Samples.rules])
    #expect(world.run("fmt") == .fine)
    #expect(world.events == [])
    #expect(world.complaints == "")
  }

  @Test(arguments: [[], ["recoup.rules"], ["--in", "."]]) func aFileIsReplacedOnce(_ arguments: [String]) {
    let world = MemoryWorld(["recoup.rules": FormatCommandTests.untidy])
    #expect(CommandLineTool.run(["fmt"] + arguments, in: world.world) == .fine)
    #expect(world.events == [.replaced("recoup.rules")])
    #expect(world.text(of: "recoup.rules") == Samples.rules)
    #expect(CommandLineTool.run(["fmt"] + arguments, in: world.world) == .fine)
    #expect(world.events == [.replaced("recoup.rules")])
  }

  @Test func checkingWritesNothing() {
    let world = MemoryWorld(["a.rules": FormatCommandTests.untidy, "b.rules": Samples.rules])
    #expect(world.run("fmt", "--check", "b.rules") == .fine)
    #expect(world.output.isEmpty)
    #expect(world.run("fmt", "--check", "a.rules", "b.rules") == .findings)
    #expect(world.printed == "a.rules: not formatted\n")
    #expect(world.text(of: "a.rules") == FormatCommandTests.untidy)
    #expect(world.events == [.wrote("a.rules: not formatted\n")])
  }

  @Test func aByteOrderMarkAloneIsReasonToWrite() {
    let world = MemoryWorld(["recoup.rules": "\u{FEFF}" + Samples.rules])
    #expect(world.run("fmt", "--check") == .findings)
    #expect(world.run("fmt") == .fine)
    #expect(world.text(of: "recoup.rules") == Samples.rules)
  }

  @Test func manyFiles() {
    let world = MemoryWorld([
      "a.rules": FormatCommandTests.untidy, "b": FormatCommandTests.untidy, "sub/c.rules": Samples.rules,
    ])
    #expect(world.run("fmt", "a.rules", "b", "sub/c.rules") == .fine)
    #expect(world.events == [.replaced("a.rules"), .replaced("b")])
    #expect(world.text(of: "b") == Samples.rules)
  }

  // MARK: Standard input

  @Test func fromInputToOutput() {
    let world = MemoryWorld()
    let bytes = Array(FormatCommandTests.untidy.utf8)
    world.input = [Array(bytes[..<7]), Array(bytes[7...])]
    #expect(world.run("fmt", "-") == .fine)
    #expect(world.printed == Samples.rules)
    #expect(world.events == [.readInput, .readInput, .readInput, .wrote(Samples.rules)])
  }

  @Test func checkingStandardInput() {
    let world = MemoryWorld([:], input: FormatCommandTests.untidy)
    #expect(world.run("fmt", "-", "--check") == .findings)
    #expect(world.printed == "-: not formatted\n")
    let other = MemoryWorld([:], input: Samples.rules)
    #expect(other.run("fmt", "--check", "-") == .fine)
    #expect(other.output.isEmpty)
  }

  @Test func emptyInput() {
    let world = MemoryWorld()
    #expect(world.run("fmt", "-") == .fine)
    #expect(world.output.isEmpty)
  }

  // MARK: What goes wrong

  @Test(arguments: [
    ("action a {", "error[unclosed-block]"), ("currency USD @", "error[stray-characters]"),
    ("fact x yes or no\nchance", "2 errors"),
  ]) func aFileWithMistakesIsLeftAlone(_ text: String, _ sign: String) {
    let world = MemoryWorld(["recoup.rules": text])
    #expect(world.run("fmt") == .findings)
    #expect(world.run("fmt", "--check") == .findings)
    #expect(world.text(of: "recoup.rules") == text)
    #expect(world.events == [])
    #expect(world.complaints.contains(sign))
    let stream = MemoryWorld([:], input: text)
    #expect(stream.run("fmt", "-") == .findings)
    #expect(stream.output.isEmpty)
    #expect(stream.complaints.contains(sign))
  }

  @Test func bytesThatAreNotUTF8AreNotChanged() {
    let world = MemoryWorld()
    world.files["recoup.rules"] = Array("currency  USD # ".utf8) + [0xE9, 0x0A]
    #expect(world.run("fmt") == .findings)
    #expect(world.complaints.contains("error[not-utf8]"))
    #expect(world.events == [])
  }

  /// A mistake of meaning is for `check` to show.
  @Test func mistakesOfMeaningDoNotMatter() {
    let world = MemoryWorld(["recoup.rules": Samples.wrong + "define x   = y"])
    #expect(world.run("fmt") == .fine)
    #expect(world.text(of: "recoup.rules")?.hasSuffix("}\n\ndefine x = y\n") == true)
  }

  /// One bad file does not keep the others from being formatted.
  @Test func aBadFileAmongOthers() {
    let world = MemoryWorld(["a.rules": "action {", "b.rules": FormatCommandTests.untidy])
    #expect(world.run("fmt", "a.rules", "b.rules") == .findings)
    #expect(world.events == [.replaced("b.rules")])
  }

  @Test func aFileThatIsMissing() {
    let world = MemoryWorld()
    #expect(world.run("fmt", "none.rules") == .missingInput)
    #expect(world.complaints == "recoup: cannot read none.rules: there is no such file\n")
    let other = MemoryWorld()
    #expect(other.run("fmt") == .missingInput)
    #expect(other.complaints == "recoup: there is no recoup.rules; name a rules file, or a shipped one such as `us`\n")
    let input = MemoryWorld()
    input.inputFailure = "the line is dead"
    #expect(input.run("fmt", "-") == .missingInput)
    #expect(input.complaints == "recoup: cannot read -: the line is dead\n")
  }

  @Test func aFileThatCannotBeWritten() {
    let world = MemoryWorld(["recoup.rules": FormatCommandTests.untidy])
    var real = world.world
    real.replaceFile = { (_: String, _: [UInt8]) throws(World.Failure) in throw World.Failure("no space is left") }
    #expect(CommandLineTool.run(["fmt"], in: real) == .writeFailed)
    #expect(world.complaints == "recoup: cannot write recoup.rules: no space is left\n")
    #expect(world.text(of: "recoup.rules") == FormatCommandTests.untidy)
  }

  @Test func outputThatFails() {
    let world = MemoryWorld([:], input: FormatCommandTests.untidy)
    world.outputFailure = .failed("no space is left")
    #expect(world.run("fmt", "-") == .writeFailed)
    world.input = [Array(FormatCommandTests.untidy.utf8)]
    world.outputFailure = .readerGone
    #expect(world.run("fmt", "-") == .fine)
  }
}
