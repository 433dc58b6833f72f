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
    #expect(world.printed == "\(path): no mistakes\n")
    #expect(world.complaints == "")
  }

  @Test(arguments: ShippedRules.places) func shippedRulesHaveNoMistake(_ name: String) {
    let world = MemoryWorld()
    #expect(world.run("check", name) == .fine)
    #expect(world.printed == "\(name): no mistakes\n")
    let short = MemoryWorld()
    #expect(short.run("check", name, "--short") == .fine)
    #expect(short.printed == "\(name): no mistakes\n")
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
    #expect(world.printed == #"{"problems":[],"schema":"recoup/check/1"}"# + "\n")
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
