import RecoupCommand
import RecoupLanguage
import RecoupRules
import RecoupShippedRules
import RecoupTesting
import Testing

/// `recoup check --fix`: what is mended, what is told of it, and what is left alone.
@Suite struct CheckFixTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var written: String
    var mended: String
    var said: String
    var status: RecoupCommand.ExitStatus = .fine
    var testDescription: String { name }
  }

  /// What some of them include.
  private static let library = """
    currency USD
    setting hour = 50 USD
    setting agency_fee = 30%
    fact reason: one of silent, forgot
    action call { title "Call" chance 50% }
    action agency { title "Agency" chance 40% recovers 100% - agency_fee requires reason is silent }

    """

  static let rows = [
    Row(
      name: "nothing to mend", written: "currency USD\naction a { title \"A\" chance 5% }\n",
      mended: "currency USD\naction a { title \"A\" chance 5% }\n", said: ""),
    Row(
      name: "signs and words of other languages",
      written: "currency USD;\naction a { title “A” chance 5% requires amount ≥ 5 USD }\n",
      mended: "currency USD\naction a { title \"A\" chance 5% requires amount >= 5 USD }\n",
      said: """
        my.rules:1:13: took out `;`
        my.rules:2:18: `“A”` is now `"A"`
        my.rules:2:48: `≥` is now `>=`
        my.rules:2:32: finding[gap]: nothing is open
        """, status: .findings),
    Row(
      name: "a name that is misspelled in many places",
      written: """
        currency USD
        setting share = 5%
        action a { title "A" chance shar }
        action b { title "B" chance shar }
        action c { title "C" chance shar }
        action d { title "D" chance shar }
        action e { title "E" chance shar }

        """,
      mended: """
        currency USD
        setting share = 5%
        action a { title "A" chance share }
        action b { title "B" chance share }
        action c { title "C" chance share }
        action d { title "D" chance share }
        action e { title "E" chance share }

        """,
      said: """
        my.rules:3:29: `shar` is now `share`
        my.rules:4:29: `shar` is now `share`
        my.rules:5:29: `shar` is now `share`
        my.rules:6:29: `shar` is now `share`
        my.rules:7:29: `shar` is now `share`

        """),
    Row(
      name: "mistakes that hide each other in one rule, and mends that are told",
      written: """
        include "lib.rules"
        setting agency_fee = 0.25
        rule "R" { when amuont > 5 USD and reson is forgt then call 2x likely because "x" }
        rule "S" { when amount > 1,000 USD then call 0.5x likelier because "x" }
        rule "T" { when amount > 2,500.50 usd then call 3x more likely because "y" }

        """,
      mended: """
        include "lib.rules"
        setting agency_fee = 25%
        rule "R" { when amount > 5 USD and reason is forgot then call 2x likelier because "x" }
        rule "S" { when amount > 1_000 USD then call 2x less likely because "x" }
        rule "T" { when amount > 2_500.50 USD then call 3x likelier because "y" }

        """,
      said: ""),
    Row(
      name: "a name that is hidden behind another",
      written: "include \"lib.rules\"\nrule \"R\" { when reson is forgt then call 2x likelier because \"x\" }\n",
      mended: "include \"lib.rules\"\nrule \"R\" { when reason is forgot then call 2x likelier because \"x\" }\n",
      said: """
        my.rules:2:17: `reson` is now `reason`
        my.rules:2:27: `forgt` is now `forgot`

        """),
    Row(
      name: "what cannot be mended behind what can",
      written: "include \"lib.rules\"\nrule \"R\" { when reson is blue then call 2x likelier because \"x\" }\n",
      mended: "include \"lib.rules\"\nrule \"R\" { when reson is blue then call 2x likelier because \"x\" }\n",
      said: """
        my.rules:2:17: error[unknown-name]: no fact, setting, definition or table is called `reson`

        """, status: .findings),
    Row(
      name: "a setting that was to replace an included one",
      written: "include \"lib.rules\"\nsetting houre = 80 USD\nsetting agency_fees = 20%\nsetting hours_a_day = 7\n",
      mended: "include \"lib.rules\"\nsetting hour = 80 USD\nsetting agency_fee = 20%\nsetting hours_a_day = 7\n",
      said: """
        my.rules:2:9: `houre` is now `hour`
        my.rules:3:9: `agency_fees` is now `agency_fee`
        my.rules:4:9: advice[unused-name]: nothing reads the setting `hours_a_day`

        """),
    Row(
      name: "a setting beside the one that it is like",
      written: "include \"lib.rules\"\nsetting houre = 80 USD\nsetting hour = 60 USD\n",
      mended: "include \"lib.rules\"\nsetting houre = 80 USD\nsetting hour = 60 USD\n",
      said: """
        my.rules:2:9: advice[unused-name]: nothing reads the setting `houre`

        """),
    Row(
      name: "a unit that is missing, beside something that only a person can mend",
      written: "currency USD\nsetting hour = 50\naction a { title \"A\" chance 5% cost 3 requires hour > none }\n",
      mended:
        "currency USD\nsetting hour = 50 USD\naction a { title \"A\" chance 5% cost 3 USD requires hour > none }\n",
      said: """
        my.rules:2:16: `50` is now `50 USD`
        my.rules:3:37: `3` is now `3 USD`
        my.rules:3:59: error[unknown-name]: no fact, setting, definition or table is called `none`

        """, status: .findings),
  ]

  @Test(arguments: rows) func mends(_ row: Row) {
    let world = MemoryWorld(["my.rules": row.written, "lib.rules": CheckFixTests.library])
    #expect(world.run("check", "my.rules", "--fix", "--short") == row.status)
    #expect(world.printed.hasPrefix(row.said), "\(world.printed)")
    let isWhole = !row.said.contains("error[")
    #expect(world.printed.contains("my.rules: no mistakes, ") == isWhole, "\(world.printed)")
    #expect(world.text(of: "my.rules") == row.mended)
    #expect(world.complaints == "")
    #expect(world.events.contains(.replaced("my.rules")) == (row.written != row.mended))

    // What was mended stays as it is.
    let again = MemoryWorld(["my.rules": row.mended, "lib.rules": CheckFixTests.library])
    #expect(again.run("check", "my.rules", "--fix", "--short") == row.status)
    #expect(again.text(of: "my.rules") == row.mended)
    #expect(!again.printed.contains(" is now "))

    let trial = MemoryWorld(["my.rules": row.written, "lib.rules": CheckFixTests.library])
    let status: RecoupCommand.ExitStatus = row.written == row.mended ? row.status : .findings
    #expect(trial.run("check", "my.rules", "--fix", "--short", "--dry-run") == status)
    #expect(trial.text(of: "my.rules") == row.written)
    #expect(trial.printed.contains("Nothing is written.\n"))
  }

  /// Included files of the user are mended too, each once, by the way in which it was reached.
  @Test func mendsWhatIsIncluded() {
    let world = MemoryWorld([
      "recoup.rules": "include \"us\"\ninclude \"lib/more.rules\"\nsetting hour = 60 USD;\n",
      "lib/more.rules": "currency USD\nrule \"R\" { when amount => 5 USD then reminder 2x likelier because \"x\" }\n",
    ])
    #expect(world.run("check", "--fix") == .fine)
    #expect(
      world.printed.hasPrefix(
        """
        recoup.rules:3:22: took out `;`
        lib/more.rules:2:24: `=>` is now `>=`
        recoup.rules: no mistakes, no findings
        """), "\(world.printed)")
    #expect(world.text(of: "recoup.rules") == "include \"us\"\ninclude \"lib/more.rules\"\nsetting hour = 60 USD\n")
    #expect(world.text(of: "lib/more.rules")?.contains("amount >= 5 USD") == true)
  }

  /// A mend that only uncovers the next mistake is taken back, and the others are kept.
  @Test func aMendThatDoesNotMendIsTakenBack() {
    let written = """
      currency USD
      fact reason: one of silent, forgot
      action a { title "A" chance 5% requires amount ≥ 5 USD requires reason is silen and none > 5 }

      """
    let world = MemoryWorld(["my.rules": written])
    let before = MemoryWorld(["my.rules": written])
    _ = before.run("check", "my.rules", "--short")
    #expect(world.run("check", "my.rules", "--fix", "--short") == .findings)
    let count = { (text: String) in text.split(separator: "\n").filter { $0.contains("error[") }.count }
    #expect(count(world.printed) < count(before.printed))
    #expect(world.text(of: "my.rules")?.contains("amount >= 5 USD") == true)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var status: RecoupCommand.ExitStatus
    var reason: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let refusals = [
    Refusal(
      arguments: ["us", "--fix"], status: .usage,
      reason: "`us` comes with recoup and is not changed; `recoup rules us --mine` begins a file of your own\n"
        + "Try `recoup check --help`."),
    Refusal(
      arguments: ["-", "--fix"], status: .usage,
      reason: "`--fix` changes files, and `-` is none\nTry `recoup check --help`."),
    Refusal(
      arguments: ["my.rules", "--fix", "--json"], status: .usage,
      reason: "`--fix` and `--json` do not go together\nTry `recoup check --help`."),
    Refusal(
      arguments: ["my.rules", "--dry-run"], status: .usage,
      reason: "`--dry-run` is for `--fix`\nTry `recoup check --help`."),
    Refusal(
      arguments: ["none.rules", "--fix"], status: .missingInput,
      reason: "cannot read none.rules: there is no such file"),
    Refusal(
      arguments: ["--fix"], status: .missingInput,
      reason: "there is no recoup.rules; name a rules file, or a shipped one such as `us`"),
  ]

  @Test(arguments: refusals) func refuses(_ row: Refusal) {
    let world = MemoryWorld(["my.rules": "currency USD;\n"])
    #expect(CommandLineTool.run(["check"] + row.arguments, in: world.world) == row.status)
    #expect(world.complaints == "recoup: \(row.reason)\n")
    #expect(world.text(of: "my.rules") == "currency USD;\n")
    #expect(world.printed == "")
  }

  @Test func aFileThatCannotBeWritten() {
    let world = MemoryWorld(["my.rules": "currency USD;\naction a { title \"A\" chance 5% }\n"])
    var real = world.world
    real.replaceFile = { (_: String, _: [UInt8]) throws(World.Failure) in throw World.Failure("it is not allowed") }
    #expect(CommandLineTool.run(["check", "my.rules", "--fix"], in: real) == .writeFailed)
    #expect(world.complaints == "recoup: cannot write my.rules: it is not allowed\n")
    #expect(world.printed == "")
  }

  /// What somebody else wrote meanwhile is not written over.
  @Test func aFileThatWasChangedMeanwhile() {
    let world = MemoryWorld(["my.rules": "currency USD;\naction a { title \"A\" chance 5% }\n"])
    var reads = 0
    var real = world.world
    real.readFile = { [read = real.readFile] (path: String) throws(World.Failure) in
      reads += 1
      return reads == 1 ? try read(path) : Array("currency EUR\n".utf8)
    }
    #expect(CommandLineTool.run(["check", "my.rules", "--fix"], in: real) == .writeFailed)
    #expect(world.complaints == "recoup: cannot write my.rules: it was changed meanwhile\n")
    #expect(!world.events.contains(.replaced("my.rules")))
  }

  /// Bytes that are no text are not written back as something else.
  @Test func aFileThatIsNotText() {
    let world = MemoryWorld()
    let bytes = Array("currency USD;\n# ".utf8) + [0xFF, 0x0A]
    world.files["my.rules"] = bytes
    #expect(world.run("check", "my.rules", "--fix", "--short") == .findings)
    #expect(world.files["my.rules"] == bytes)
    #expect(world.printed.contains("error[not-utf-8]") || world.printed.contains("error[not-utf8]"), "\(world.printed)")
  }

  /// Dozens of mends that each uncover another mistake are not all tried, and those that mend are found among them.
  @Test func manyMendsThatDoNotMend() {
    let bad = (0..<60).map { "define d\($0) = shar + 1\n" }.joined()
    let source = SourceFile(
      name: "my.rules", text: "currency USD;\nsetting share = 5%\n" + bad + "action a { title \"A\" chance 5% };\n")
    var loads = 0
    let mender = RulesMender(
      load: { files in
        loads += 1
        return RulesLoader.load(files["my.rules"] ?? source) { _, _ in .missing("there are none") }
      }, isOwn: { _ in true })
    #expect(loads == 101)
    #expect(mender.changes.first?.span.lower == 12)
    #expect(mender.changes.allSatisfy { $0.replacement.isEmpty })
  }

  /// Whatever random damage is done to a file: a mended one has fewer mistakes, an unmended one is untouched.
  @Test func fewerMistakesWhateverTheFile() {
    let words = [
      ";", " => ", "≥", "&&", "5", "%", "“x”", "reminde", " USD", "5X", "!", "//", "[", "day", "chanse", " ",
    ]
    for seed in Effort.seeds(60, part: 20) {
      var random = SeededRandom(seed: seed)
      var text = Array(Samples.rules.unicodeScalars)
      for _ in 0...random.below(6) {
        let place = random.below(text.count + 1)
        if random.happens(40) {
          text.removeSubrange(place..<min(text.count, place + random.below(4)))
        } else {
          text.insert(contentsOf: Array(random.pick(words).unicodeScalars), at: place)
        }
      }
      let source = SourceFile(name: "my.rules", text: String(String.UnicodeScalarView(text)))
      let load = { (files: [String: SourceFile]) in
        RulesLoader.load(files["my.rules"] ?? source) { _, _ in .missing("there are none") }
      }
      let before = load([:])
      let mender = RulesMender(load: load, isOwn: { _ in true })
      #expect(mender.loaded.everyPlace.count <= before.everyPlace.count, "seed \(seed)")
      #expect((mender.loaded.everyPlace.count < before.everyPlace.count) == !mender.changes.isEmpty, "seed \(seed)")
      #expect(mender.files.isEmpty == mender.changes.isEmpty, "seed \(seed)")
      for file in mender.files {
        #expect(load(["my.rules": file.after]).problems == mender.loaded.problems, "seed \(seed)")
      }
    }
  }
}
