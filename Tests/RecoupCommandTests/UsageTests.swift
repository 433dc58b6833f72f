import RecoupTesting
import Testing

@testable import RecoupCommand

/// How `recoup` is called, rightly and wrongly.
@Suite struct UsageTests {
  private static let commands = CommandLineTool.commands.map { $0.name }

  struct Row: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var complaint: String
    var testDescription: String { arguments.joined(separator: " ") }

    /// What is wrong with the arguments of a command, after which its help is named.
    init(_ arguments: String..., says complaint: String) {
      self.arguments = arguments
      self.complaint = "recoup: \(complaint)\nTry `recoup \(arguments[0]) --help`.\n"
    }

    init(unknown arguments: String..., says complaint: String) {
      self.arguments = arguments
      self.complaint = "recoup: \(complaint)\nTry `recoup help`.\n"
    }
  }

  static let wrong = [
    Row(unknown: "decid", says: "there is no command `decid`; did you mean `recoup decide`?"),
    Row(unknown: "format", says: "there is no command `format`"),
    Row(unknown: "", says: "there is no command ``"),
    Row(unknown: "--brief", says: "there is no command `--brief`"),
    Row(unknown: "-v", says: "there is no command `-v`; did you mean `recoup --version`?"),
    Row(unknown: "version", says: "there is no command `version`; did you mean `recoup --version`?"),
    Row(unknown: "journal", says: "there is no command `journal`; did you mean `recoup help journal`?"),
    Row(unknown: "help", "chek", says: "there is no command or topic `chek`; did you mean `recoup help check`?"),
    Row(unknown: "help", "jurnal", says: "there is no command or topic `jurnal`; did you mean `recoup help journal`?"),
    Row(unknown: "help", "nonsense", says: "there is no command or topic `nonsense`"),
    Row("next", "--lang", "fe", says: "`--lang` needs `en` or `fr`, and this is `fe`; did you mean `fr`?"),
    Row("why", "--lang=FR", says: "`--lang` needs `en` or `fr`, and this is `FR`; did you mean `fr`?"),
    Row("why", "--lang=de", says: "`--lang` needs `en` or `fr`, and this is `de`"),
    Row("next", "--dates=dym", says: "`--dates` needs `dmy`, `mdy` or `ymd`, and this is `dym`; did you mean `dmy`?"),
    Row("next", "--decimal", "dot", says: "`--decimal` needs `point` or `comma`, and this is `dot`"),
    Row("completions", says: "name a shell: bash|zsh|fish"),
    Row(
      "completions", "fihs",
      says: "`completions` needs `bash`, `zsh` or `fish`, and this is `fihs`; did you mean `fish`?"),
    Row("completions", "--invoice", says: "there is no option `--invoice`"),
    Row("next", "-j", says: "there is no option `-j`; did you mean `--json`?"),
    Row("next", "-d", says: "there is no option `-d`"),
    Row("rules", "us", "--json", says: "`--json` is for the list of all shipped rules, and stands alone"),
    Row("decide", "--brif", says: "there is no option `--brif`; did you mean `--brief`?"),
    Row("decide", "--rule=us", says: "there is no option `--rule`; did you mean `--rules`?"),
    Row("decide", "--frobnicate", says: "there is no option `--frobnicate`"),
    Row("decide", "-b", says: "there is no option `-b`; did you mean `--brief`?"),
    Row("decide", "--brief=yes", says: "`--brief` takes no value"),
    Row("decide", "--rules", says: "`--rules` needs a value: FILE|NAME"),
    Row("decide", "--rules=", says: "`--rules` needs a value: FILE|NAME"),
    Row("decide", "--in", "", says: "`--in` needs a value: FOLDER"),
    Row("check", "--in=", "recoup.rules", says: "`--in` needs a value: FOLDER"),
    Row("decide", "--brief", "--set", says: "`--set` needs a value: NAME=VALUE"),
    Row("decide", "facts.json", says: "there is one argument too many: `facts.json`"),
    Row("init", "f", says: "there is one argument too many: `f`; for a folder write `--in f`"),
    Row("init", "../f", says: "there is one argument too many: `../f`; for a folder write `--in ../f`"),
    Row("init", "f", "--in", "g", says: "there is one argument too many: `f`"),
    Row("ask", "INV-1", "f", says: "there is one argument too many: `f`; for a folder write `--in f`"),
    Row("decide", "-", says: "there is one argument too many: `-`"),
    Row("decide", "--", "--brief", says: "there is one argument too many: `--brief`"),
    Row("decide", "--set", "hour", says: "`--set` needs NAME=VALUE, and this is `hour`"),
    Row("decide", "--set", "hour=", says: "`--set` needs NAME=VALUE, and this is `hour=`"),
    Row("decide", "--set", "=5", says: "`--set` needs NAME=VALUE, and this is `=5`"),
    Row("decide", "--set", "hour=five", says: "`--set hour=five`: `five` is not a value such as `1234.50`"),
    Row("decide", "--set=hour=5%", says: "`--set hour=5%`: `5%` is not a value such as `1234.50`"),
    Row(
      "decide", "--set", "hours=5",
      says: "`--set hours=5`: the rules have no setting or fact `hours`: did you mean `hour`?"),
    Row("decide", "--set", "contract=true", says: "`--set contract=true`: `true` is neither `yes` nor `no`"),
    Row("check", "a.rules", "b.rules", says: "there is one argument too many: `b.rules`"),
    Row("check", "--josn", says: "there is no option `--josn`; did you mean `--json`?"),
    Row("check", "--hepl", says: "there is no option `--hepl`; did you mean `--help`?"),
    Row("fmt", "--json", says: "there is no option `--json`"),
    Row("fmt", "--in", says: "`--in` needs a value: FOLDER"),
    Row("test", "a.rules", "b.rules", says: "there is one argument too many: `b.rules`"),
    Row("rules", "us", "fr", says: "there is one argument too many: `fr`"),
    Row("rules", "--explain", says: "`--explain` needs a value: CODE"),
    Row("rules", "--explain", "bad-nam", says: "there is no code `bad-nam`; did you mean `bad-name`?"),
    Row(
      "rules", "--explain", "everything",
      says: "there is no code `everything`; `recoup rules --explain all` lists them"),
  ]

  @Test(arguments: wrong) func wrongUsageIsExplained(_ row: Row) {
    let world = MemoryWorld(["recoup.rules": Samples.rules], input: Samples.line)
    #expect(CommandLineTool.run(row.arguments, in: world.world) == .usage)
    #expect(world.complaints == row.complaint)
    #expect(world.events == [])
  }

  @Test func withoutArgumentsItSaysWhatThereIs() {
    let world = MemoryWorld()
    #expect(world.run() == .usage)
    #expect(world.printed == "")
    for command in UsageTests.commands { #expect(world.complaints.contains("\n  \(command) ")) }
  }

  @Test(arguments: [["help"], ["--help"], ["-h"]]) func helpListsTheCommands(_ arguments: [String]) {
    let world = MemoryWorld()
    #expect(CommandLineTool.run(arguments, in: world.world) == .fine)
    #expect(world.complaints == "")
    expectReadable(world.printed)
    for command in UsageTests.commands { #expect(world.printed.contains("\n  \(command) ")) }
    for topic in Topic.all { #expect(world.printed.contains("\n  \(topic.name) ")) }
  }

  @Test(arguments: Topic.all.map { $0.name }) func everyTopicHasAPage(_ name: String) throws {
    let world = MemoryWorld()
    #expect(world.run("help", name) == .fine)
    let topic = try #require(Topic.all.first { $0.name == name })
    #expect(world.printed.hasSuffix(topic.page))
    expectReadable(topic.page)
    #expect(topic.page.split(separator: "\n", omittingEmptySubsequences: false).count <= 60)
  }

  @Test(arguments: commands) func everyCommandHasAPage(_ command: String) {
    let world = MemoryWorld()
    #expect(world.run("help", command) == .fine)
    expectReadable(world.printed)
    let direct = MemoryWorld()
    #expect(direct.run(command, "--help") == .fine)
    let page = direct.printed
    let topic = Topic.all.first { $0.name == command }
    #expect(world.printed == page + (topic.map { "\n" + $0.page } ?? ""))
    #expect(page.contains("\nUsage: recoup \(command) "))
    let labels = CommandLineTool.commands.first { $0.name == command }?.options.filter { !$0.isHidden } ?? []
    for option in labels { #expect(page.contains(":\n  --") && page.contains("\n  \(option.name)")) }
    for arguments in [[command, "-h"], [command, "--rules", "none", "--help"]] {
      let other = MemoryWorld()
      #expect(CommandLineTool.run(arguments, in: other.world) == .fine)
      #expect(other.printed == page, "\(arguments)")
      #expect(other.complaints == "")
    }
  }

  /// Help fits a terminal of 80 columns.
  private func expectReadable(_ text: String) {
    #expect(text.hasSuffix("\n"))
    #expect(!text.hasSuffix("\n\n"))
    for line in text.split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
      #expect(line.last != " ", "\(line)")
    }
  }

  /// After `--` nothing is an option, not even a call for help.
  @Test func afterTwoDashesNothingIsAnOption() {
    let world = MemoryWorld(["--help": "currency  USD", "-h": "currency  EUR"])
    #expect(world.run("fmt", "--", "--help", "-h") == .fine)
    #expect(world.text(of: "--help") == "currency USD\n")
    #expect(world.text(of: "-h") == "currency EUR\n")
  }

  @Test func aVersionIsPrinted() throws {
    let world = MemoryWorld()
    #expect(world.run("--version") == .fine)
    #expect(try /recoup [0-9]+\.[0-9]+\.[0-9]+\n/.wholeMatch(in: world.printed) != nil)
  }

  @Test func helpThatNobodyReadsIsFine() {
    let world = MemoryWorld()
    world.outputFailure = .readerGone
    #expect(world.run("help") == .fine)
    world.outputFailure = .failed("the disk is full")
    #expect(world.run("help") == .writeFailed)
    #expect(world.complaints == "recoup: cannot write: the disk is full\n")
  }
}
