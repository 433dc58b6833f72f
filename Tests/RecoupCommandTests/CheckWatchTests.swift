import RecoupCommand
import RecoupTesting
import Testing

/// `recoup check --watch` in a world in which files change between two looks.
@Suite struct CheckWatchTests {
  private static let good = "currency USD\naction a { title \"A\" chance 5% }\n"
  private static let bad = "currency USD\naction a { title \"A\" chance 5 }\n"
  private static let mistake = "error[missing-unit]: `chance` needs a percentage, and this number has no unit"

  private func write(_ text: String?, to path: String = "recoup.rules") -> (MemoryWorld) -> Void {
    { world in
      world.files[path] = text.map { Array($0.utf8) }
      world.versions[path, default: 0] += 1
    }
  }

  private let nothing: (MemoryWorld) -> Void = { _ in }

  /// Runs it and returns what it printed, while these things happen.
  private func run(
    _ files: [String: String], _ arguments: [String] = [], _ meanwhile: [(MemoryWorld) -> Void]
  ) -> (status: RecoupCommand.ExitStatus, printed: String, complaints: String) {
    let world = MemoryWorld(files)
    world.meanwhile = meanwhile
    let status = CommandLineTool.run(["check", "--watch", "--short"] + arguments, in: world.world)
    // What is said besides is not what is tested here.
    return (status, world.printed.replacing(/no mistakes, .*/, with: "no mistakes"), world.complaints)
  }

  @Test func nothingIsSaidTwice() {
    let outcome = run(["recoup.rules": CheckWatchTests.good], [], [nothing, nothing, nothing])
    #expect(outcome == (.fine, "12:00:00 recoup.rules\nrecoup.rules: no mistakes\n", ""))
  }

  @Test func aChangeIsCheckedAtOnce() {
    let outcome = run(
      ["recoup.rules": CheckWatchTests.good], [],
      [nothing, write(CheckWatchTests.bad), nothing, write(CheckWatchTests.good)])
    let expected = """
      12:00:00 recoup.rules
      recoup.rules: no mistakes

      12:00:02 recoup.rules
      recoup.rules:2:29: \(CheckWatchTests.mistake)

      12:00:04 recoup.rules
      recoup.rules: no mistakes

      """
    #expect(outcome == (.fine, expected, ""))
  }

  /// Also of the same size, where only the stamp tells.
  @Test func aChangeOfTheSameSize() {
    let outcome = run(
      ["recoup.rules": CheckWatchTests.good], [], [write(CheckWatchTests.good.replacing("5%", with: "5 "))])
    #expect(outcome.printed.contains("12:00:01 recoup.rules\nrecoup.rules:2:29: \(CheckWatchTests.mistake)\n"))
  }

  /// Also within one step of the clock, where not even the stamp tells.
  @Test func aChangeThatLeavesTheStampAsItIs() {
    let world = MemoryWorld(["recoup.rules": CheckWatchTests.good])
    world.isFresh = true
    world.meanwhile = [
      nothing, { $0.files["recoup.rules"] = Array(CheckWatchTests.good.replacing("5%", with: "5 ").utf8) }, nothing,
    ]
    #expect(world.run("check", "--watch", "--short") == .fine)
    let reports = world.printed.split(separator: "\n\n")
    #expect(reports.count == 2)
    #expect(reports.last == "12:00:02 recoup.rules\nrecoup.rules:2:29: \(CheckWatchTests.mistake)\n")
  }

  /// A change that comes after the look and before the reading ends is not lost: the file is looked at before.
  @Test func aChangeWhileItIsRead() {
    let world = MemoryWorld(["recoup.rules": CheckWatchTests.good])
    var real = world.world
    var reads = 0
    real.readFile = { [read = real.readFile, write = write(CheckWatchTests.bad)] (path: String) throws(World.Failure) in
      reads += 1
      let bytes = try read(path)
      if reads == 1 { write(world) }
      return bytes
    }
    world.meanwhile = [nothing]
    #expect(CommandLineTool.run(["check", "--watch", "--short"], in: real) == .fine)
    #expect(world.printed.hasSuffix("12:00:01 recoup.rules\nrecoup.rules:2:29: \(CheckWatchTests.mistake)\n"))
  }

  /// An editor takes the file away and writes it anew; the moment between is not told.
  @Test func aFileThatIsWrittenAnew() {
    let outcome = run(["recoup.rules": CheckWatchTests.good], [], [write(nil), write(CheckWatchTests.bad)])
    #expect(
      outcome.printed == """
        12:00:00 recoup.rules
        recoup.rules: no mistakes

        12:00:02 recoup.rules
        recoup.rules:2:29: \(CheckWatchTests.mistake)

        """)
  }

  @Test func aFileThatGoesAwayAndComesBack() {
    let outcome = run(
      ["recoup.rules": CheckWatchTests.good], [],
      [write(nil), nothing, nothing, write(CheckWatchTests.bad), nothing])
    #expect(
      outcome.printed == """
        12:00:00 recoup.rules
        recoup.rules: no mistakes

        12:00:02 there is no recoup.rules; name a rules file, or a shipped one such as `us`

        12:00:04 recoup.rules
        recoup.rules:2:29: \(CheckWatchTests.mistake)

        """)
    let named = run(
      ["my.rules": CheckWatchTests.good], ["my.rules"],
      [write(nil, to: "my.rules"), nothing, write(CheckWatchTests.good, to: "my.rules")])
    #expect(named.printed.contains("\n12:00:02 cannot read my.rules: there is no such file\n"))
    #expect(named.printed.hasSuffix("12:00:03 my.rules\nmy.rules: no mistakes\n"))
  }

  /// What is included is watched too: from when it is named, and also where it is not there yet.
  @Test func includedFiles() {
    let root = "include \"lib/a.rules\"\n"
    let outcome = run(
      ["recoup.rules": root], [],
      [
        write(CheckWatchTests.good, to: "lib/a.rules"), write(CheckWatchTests.bad, to: "lib/a.rules"),
        write(CheckWatchTests.good), write(CheckWatchTests.good, to: "lib/a.rules"), nothing,
      ])
    #expect(
      outcome.printed == """
        12:00:00 recoup.rules
        recoup.rules:1:9: error[missing-include]: cannot include "lib/a.rules": there is no such file

        12:00:01 recoup.rules
        recoup.rules: no mistakes

        12:00:02 recoup.rules
        lib/a.rules:2:29: \(CheckWatchTests.mistake)

        12:00:03 recoup.rules
        recoup.rules: no mistakes

        """)
  }

  @Test func aReaderThatGoesAway() {
    let world = MemoryWorld(["recoup.rules": CheckWatchTests.good])
    world.meanwhile = [write(CheckWatchTests.bad), nothing, nothing]
    world.outputFailure = .readerGone
    world.writesBeforeFailure = 2
    #expect(world.run("check", "--watch") == .fine)
    #expect(world.complaints == "")
    #expect(world.waits == 1)
  }

  @Test(arguments: [
    (["us", "--watch"], RecoupCommand.ExitStatus.usage, "`us` comes with recoup and does not change"),
    (["-", "--watch"], .usage, "`--watch` looks at files, and `-` is none"),
    (["--watch", "--json"], .usage, "`--watch` and `--json` do not go together"),
    (["--watch", "--fix"], .usage, "`--fix` and `--watch` do not go together"),
    (["none.rules", "--watch"], .missingInput, "cannot read none.rules: there is no such file"),
    (["--watch"], .missingInput, "there is no recoup.rules; name a rules file, or a shipped one such as `us`"),
  ]) func refuses(_ arguments: [String], _ status: RecoupCommand.ExitStatus, _ reason: String) {
    let world = MemoryWorld()
    #expect(CommandLineTool.run(["check"] + arguments, in: world.world) == status)
    #expect(world.complaints.hasPrefix("recoup: \(reason)\n"))
    #expect(world.waits == 0)
  }

  /// Whatever happens and whenever: the last report is of the last text.
  @Test func theLastChangeIsNeverLost() {
    for seed in Effort.seeds(150, part: 20) {
      var random = SeededRandom(seed: seed)
      let world = MemoryWorld(["recoup.rules": "include \"a.rules\"\n", "a.rules": CheckWatchTests.good])
      world.isFresh = random.happens(50)
      let texts = [CheckWatchTests.good, CheckWatchTests.bad, CheckWatchTests.good + "# x\n", nil]
      for _ in 0..<random.below(8) {
        let text = random.pick(texts)
        let isSeen = !world.isFresh || random.happens(50)
        world.meanwhile.append { world in
          world.files["a.rules"] = text.map { Array($0.utf8) }
          if isSeen { world.versions["a.rules", default: 0] += 1 }
        }
      }
      // Where the stamp told nothing, the files are compared; a look more sees what came last, and what was gone.
      world.meanwhile += [nothing, nothing, nothing]
      #expect(world.run("check", "--watch", "--short") == .fine)
      let once = MemoryWorld()
      once.files = world.files
      _ = once.run("check", "--short")
      #expect(world.printed.hasSuffix(" recoup.rules\n" + once.printed), "seed \(seed)")
    }
  }
}
