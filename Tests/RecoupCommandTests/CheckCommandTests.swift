import Foundation
import RecoupCommand
import RecoupShippedRules
import RecoupTesting
import Testing

/// `recoup check`: the mistakes of a rules file in three forms.
@Suite struct CheckCommandTests {
  @Test(arguments: [[], ["recoup.rules"], ["./recoup.rules"], ["--rules", "recoup.rules"], ["--in", "."]])
  func rulesWithoutAMistake(_ arguments: [String]) {
    let world = MemoryWorld(["recoup.rules": Samples.rules])
    #expect(CommandLineTool.run(["check"] + arguments, in: world.world) == .fine)
    let path = arguments.contains("./recoup.rules") || arguments.contains(".") ? "./recoup.rules" : "recoup.rules"
    #expect(world.printed.hasPrefix("advice[unused-name]: nothing reads the fact `contract`\n"))
    #expect(
      world.printed.hasSuffix(
        "\n\(path): no mistakes, no findings, 1 piece of advice (5 proved for all cases, 2 shown by a case)\n"))
    #expect(world.complaints == "")
  }

  /// The larger files take long where the code is not optimized, and are looked at where much is asked for.
  private static let shipped = ShippedRules.places.filter { name in
    name == "us" || Effort.isThorough
  }

  /// Nothing is wrong with the shipped rules, and nothing about them is left undecided.
  @Test(arguments: shipped) func shippedRulesAreClean(_ name: String) {
    let world = MemoryWorld()
    #expect(world.run("check", name, "--short", "--as-of", "2026-11-22") == .fine)
    #expect(world.printed.hasPrefix("\(name): no mistakes, no findings ("), "\(world.printed)")
    #expect(!world.printed.contains("undecided"))
  }

  private static let gap =
    Samples.rules + """
      rule "No contract" { when contract is no then never remind because "It is no use" }

      """

  /// What makes the status what it is.
  @Test(arguments: [
    ([], Samples.rules, RecoupCommand.ExitStatus.fine), ([], gap, .findings), (["--fail-on", "error"], gap, .fine),
    (["--fail-on", "finding"], gap, .threshold), (["--fail-on", "advice"], gap, .threshold),
    (["--fail-on", "finding"], Samples.rules, .fine), (["--fail-on", "advice"], Samples.rules, .threshold),
    (["--fail-on", "error"], Samples.wrong, .threshold), ([], Samples.wrong, .findings),
    (["--fail-on", "all"], Samples.rules, .usage), (["--stale", "soon"], Samples.rules, .usage),
    (["--as-of", "yesterday"], Samples.rules, .usage),
  ]) func statusSaysWhatWasFound(_ arguments: [String], _ rules: String, _ status: RecoupCommand.ExitStatus) {
    let world = MemoryWorld(["recoup.rules": rules])
    #expect(CommandLineTool.run(["check"] + arguments, in: world.world) == status, "\(world.complaints)")
  }

  /// The case that shows a finding gives what it says when it is typed, and its example passes when it is pasted.
  @Test func aWitnessReplays() throws {
    let world = MemoryWorld(["recoup.rules": Self.gap])
    #expect(world.run("check") == .findings)
    let told =
      "finding[gap]: nothing is open, and nothing will be, when contract is no, because of the rule “No contract”\n"
    #expect(world.printed.contains(told))
    let command = "recoup next --rules recoup.rules --amount '1_000 USD' --overdue 30 --set contract=no"
    #expect(world.printed.contains(command))
    let again = MemoryWorld(["recoup.rules": Self.gap])
    #expect(
      again.run(
        "next", "--rules", "recoup.rules", "--amount", "1_000 USD", "--overdue", "30", "--set", "contract=no", "--json")
        == .fine)
    #expect(again.printed.contains(#""basis": "closed""#))
    let lines = world.printed.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("    example ") })
    let end = try #require(lines[start...].firstIndex { $0 == "    }" })
    let pasted = Self.gap + lines[start...end].joined(separator: "\n") + "\n"
    let test = MemoryWorld(["recoup.rules": pasted])
    #expect(test.run("test") == .fine, "\(test.printed)")
    // An example that expects nothing says that the gap is meant.
    #expect(test.run("check") == .fine, "\(test.printed)")
  }

  /// What the places share cannot be used as it is, and the check says what it lacks.
  @Test func theSharedPartIsOnlyToBeIncluded() {
    let world = MemoryWorld()
    #expect(world.run("check", "base", "--short") == .findings)
    let expected =
      "base:1:1: error[missing-currency]: no currency is declared, neither here nor in a file that this one includes\n"
    #expect(world.printed == expected)
    let decide = MemoryWorld()
    #expect(decide.run("decide", "--rules", "base") == .badRules)
  }

  @Test func forAPerson() {
    let world = MemoryWorld(["recoup.rules": Samples.wrong])
    #expect(world.run("check") == .findings)
    let expected = """
      error[missing-unit]: `chance` needs a percentage, and this number has no unit
       --> recoup.rules:4:10
        |
      4 |   chance 40
        |          ^^ 40 what?
        |
        = help: write `40%`

      error[wrong-currency]: this amount is in EUR, and these rules are in USD
       --> recoup.rules:5:10
        |
      5 |   cost 5 EUR
        |          ^^^
        |
       ::: recoup.rules:1:10
        |
      1 | currency USD
        |          --- the currency of the rules is declared here
        |
        = help: a rules file has one currency: give the amount in USD

      2 errors

      """
    #expect(world.printed == expected)
    #expect(world.complaints == "")
  }

  @Test func onALineEach() {
    let world = MemoryWorld(["recoup.rules": Samples.wrong])
    #expect(world.run("check", "--short") == .findings)
    let expected = """
      recoup.rules:4:10: error[missing-unit]: `chance` needs a percentage, and this number has no unit
      recoup.rules:5:10: error[wrong-currency]: this amount is in EUR, and these rules are in USD

      """
    #expect(world.printed == expected)
  }

  // MARK: JSON

  private struct Answer: Decodable {
    struct Place: Decodable {
      var file: String
      var line, column, endLine, endColumn, offset, endOffset: Int
    }
    struct Note: Decodable {
      var text: String
      var place: Place?
    }
    struct Fix: Decodable {
      var place: Place
      var replacement: String
    }
    struct Problem: Decodable {
      var severity, code, message: String
      var place: Place
      var label: String?
      var notes: [Note]
      var help: String?
      var fix: Fix?
    }
    var schema: String
    var problems: [Problem]
  }

  private func answer(_ world: MemoryWorld) throws -> Answer {
    #expect(world.output.count { $0 == 0x0A } == 1)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Answer.self, from: Data(world.output))
  }

  @Test func asJSON() throws {
    let world = MemoryWorld(["recoup.rules": Samples.wrong])
    #expect(world.run("check", "--json") == .findings)
    let answer = try answer(world)
    #expect(answer.schema == "recoup/check/1")
    #expect(answer.problems.count == 2)
    let unit = answer.problems[0]
    #expect(unit.label == "40 what?")
    #expect(unit.help == "write `40%`")
    #expect(unit.notes.isEmpty)
    #expect(unit.place.endLine == 4 && unit.place.endColumn == 12)
    let fix = try #require(unit.fix)
    #expect(fix.replacement == "40%")
    // An offset is what a program needs to apply the fix.
    let bytes = Array(Samples.wrong.utf8)
    #expect(String(decoding: bytes[fix.place.offset..<fix.place.endOffset], as: UTF8.self) == "40")
    let note = try #require(answer.problems[1].notes.first)
    #expect(note.place?.line == 1 && note.place?.column == 10)
  }

  @Test func asJSONWithoutAMistake() throws {
    let world = MemoryWorld(["recoup.rules": Samples.rules])
    #expect(world.run("check", "--json") == .fine)
    #expect(
      world.printed.hasPrefix(#"{"findings": [{"severity": "advice", "code": "unused-name", "certainty": "proved""#))
    #expect(
      world.printed.hasSuffix(
        #""problems": [], "proved": 5, "schema": "recoup/check/1", "shown": 2, "undecided": 0}"# + "\n"))
  }

  /// Files whose mistakes are shown in all forms.
  private static let files = [
    "currency USD\nfact é: yes or no\n\u{FEFF}x\t\"\u{202E}\n", "include \"none.rules\"\naction a {", "",
    "\u{0}\r\n@@@",
    "currency USD\nfact x \"漢字\" y: money = 漢 # 😀\n", "rule \"\\q\" { when x\nthen y 1x likelier }\n}",
  ]

  /// All forms name the same mistakes at the same places.
  @Test(arguments: files.indices) func theFormsAgree(_ index: Int) throws {
    let files = ["recoup.rules": CheckCommandTests.files[index]]
    let human = MemoryWorld(files)
    let short = MemoryWorld(files)
    let json = MemoryWorld(files)
    #expect(human.run("check") == .findings)
    #expect(short.run("check", "--short") == .findings)
    #expect(json.run("check", "--json") == .findings)

    let problems = try answer(json).problems
    let lines = short.printed.split(separator: "\n")
    #expect(lines.count == problems.count)
    for (line, problem) in zip(lines, problems) {
      let place = problem.place
      #expect(line.hasPrefix("\(place.file):\(place.line):\(place.column): error[\(problem.code)]: "))
      #expect(human.printed.contains("error[\(problem.code)]: "))
      #expect(human.printed.contains("--> \(place.file):\(place.line):\(place.column)\n"))
    }
    #expect(human.printed.hasSuffix(problems.count == 1 ? "\n1 error\n" : "\n\(problems.count) errors\n"))
    // Nothing that would control a terminal gets to it.
    for scalar in (human.printed + short.printed).unicodeScalars {
      let isPlain = scalar.value >= 0x20 && scalar.value != 0x7F && scalar != "\u{202E}"
      #expect(scalar == "\n" || isPlain)
    }
  }

  @Test func coloursAreForATerminal() {
    let world = MemoryWorld(["recoup.rules": Samples.wrong])
    world.isColored = true
    #expect(world.run("check") == .findings)
    #expect(world.printed.contains("\u{1B}[1;31merror[missing-unit]\u{1B}[0m: "))
    let plain = MemoryWorld(["recoup.rules": Samples.wrong])
    #expect(plain.run("check") == .findings)
    let colours = /\u{1B}\[[0-9;]*m/
    #expect(world.printed.replacing(colours, with: "") == plain.printed)
  }

  // MARK: What is missing

  @Test(arguments: [
    ([], "there is no recoup.rules; name a rules file, or a shipped one such as `us`"),
    (["--in", "sub"], "there is no sub/recoup.rules; name a rules file, or a shipped one such as `us`"),
    (["mine.rules"], "cannot read mine.rules: there is no such file"),
    (["mine"], "there are no shipped rules `mine`; a path has a `/` or ends in `.rules`"),
  ]) func rulesThatAreMissing(_ arguments: [String], _ reason: String) {
    let world = MemoryWorld()
    #expect(CommandLineTool.run(["check"] + arguments, in: world.world) == .missingInput)
    #expect(world.complaints == "recoup: \(reason)\n")
    #expect(world.output.isEmpty)
  }

  @Test func writingThatFails() {
    let world = MemoryWorld(["recoup.rules": Samples.wrong])
    world.outputFailure = .failed("no space is left")
    #expect(world.run("check") == .writeFailed)
    world.outputFailure = .readerGone
    #expect(world.run("check") == .fine)
  }
}
