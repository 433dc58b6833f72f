import Foundation
import RecoupCommand
import RecoupShippedRules
import RecoupTesting
import Testing

/// `recoup rules`: the shipped rules, and what a mistake means.
@Suite struct RulesCommandTests {
  @Test func listsTheShippedRules() {
    let world = MemoryWorld()
    #expect(world.run("rules") == .fine)
    #expect(world.printed.split(separator: "\n").map { String($0) } == ShippedRules.names)
    #expect(ShippedRules.names.contains("us"))
  }

  @Test(arguments: ShippedRules.names) func printsThemByteByByte(_ name: String) {
    let world = MemoryWorld([name: "not this"])
    #expect(world.run("rules", name) == .fine)
    #expect(world.output == ShippedRules.bytes(of: name))
  }

  @Test(arguments: [
    ("uss", "there are no shipped rules `uss`; did you mean `us`?"),
    ("", "there are no shipped rules ``; a path has a `/` or ends in `.rules`"),
    ("US", "there are no shipped rules `US`; a path has a `/` or ends in `.rules`"),
  ]) func rulesThatThereAreNot(_ name: String, _ reason: String) {
    let world = MemoryWorld()
    #expect(world.run("rules", name) == .missingInput)
    #expect(world.complaints == "recoup: \(reason)\n")
  }

  @Test func listsThemForPrograms() throws {
    let world = MemoryWorld()
    #expect(world.run("rules", "--json") == .fine)
    #expect(world.printed.hasSuffix("}\n"))
    let json = try JSONSerialization.jsonObject(with: Data(world.output)) as? [String: Any]
    #expect(json?["schema"] as? String == "recoup/rules/1")
    let rules = try #require(json?["rules"] as? [[String: Any]])
    #expect(rules.map { $0["name"] as? String } == ShippedRules.names)
    let us = try #require(rules.first { $0["name"] as? String == "us" })
    #expect(us["currency"] as? String == "USD")
    #expect(us["language"] as? String == "en")
    #expect((us["actions"] as? [String])?.contains("small_claims") == true)
    #expect((us["facts"] as? [String])?.prefix(2) == ["amount", "days_overdue"])
    #expect((us["settings"] as? [String])?.contains("hour") == true)
    #expect((us["about"] as? String)?.hasPrefix("What to do next about an unpaid invoice") == true)
  }

  @Test func explainsEveryMistake() {
    let world = MemoryWorld()
    #expect(world.run("rules", "--explain", "all") == .fine)
    let codes = world.printed.split(separator: "\n").compactMap { $0.split(separator: " ").first.map { String($0) } }
    #expect(codes.count > 30)
    #expect(codes.contains("percent-without-base"))
    for code in codes {
      let page = MemoryWorld()
      #expect(page.run("rules", "--explain", code) == .fine)
      #expect(page.printed.hasPrefix("\(code): "))
    }
  }

  @Test func printsTheGrammarForEditors() throws {
    let world = MemoryWorld()
    #expect(world.run("rules", "--grammar") == .fine)
    #expect(world.printed.hasSuffix("}\n"))
    let json = try JSONSerialization.jsonObject(with: Data(world.output)) as? [String: Any]
    #expect(json?["scopeName"] as? String == "source.recoup")
  }

  @Test(arguments: [["us"], ["--json"], ["--explain", "all"]]) func theGrammarStandsAlone(_ other: [String]) {
    let world = MemoryWorld()
    #expect(CommandLineTool.run(["rules", "--grammar"] + other, in: world.world) == .usage)
    #expect(world.complaints.hasPrefix("recoup: `--grammar` is for the language of all rules, and stands alone\n"))
    #expect(world.output.isEmpty)
  }

  @Test func outputThatFails() {
    let world = MemoryWorld()
    world.outputFailure = .failed("no space is left")
    #expect(world.run("rules", "us") == .writeFailed)
    #expect(world.run("rules", "--grammar") == .writeFailed)
    #expect(world.run("rules") == .writeFailed)
    #expect(world.run("rules", "--explain", "all") == .writeFailed)
  }
}

/// `recoup test`: the examples of a rules file.
@Suite struct TestCommandTests {
  private static func rules(_ examples: String) -> [String: String] {
    ["recoup.rules": Samples.rules + "\n" + examples]
  }

  private static let passing = """
    example "A reminder" {
      amount = 1_000 USD
      days_overdue = 5 days
      expect remind
    }

    """

  private static let failing = """
    example "Nothing" {
      amount = 100 USD
      days_overdue = 5 days
      expect remind
      expect not nothing
    }

    """

  @Test(arguments: [[], ["recoup.rules"], ["--rules", "recoup.rules"], ["--in", "."]])
  func examplesThatPass(_ arguments: [String]) {
    let world = MemoryWorld(TestCommandTests.rules(TestCommandTests.passing))
    #expect(CommandLineTool.run(["test"] + arguments, in: world.world) == .fine)
    #expect(world.printed == "1 example: all pass.\n")
  }

  @Test func anExampleThatFails() {
    let world = MemoryWorld(TestCommandTests.rules(TestCommandTests.passing + TestCommandTests.failing))
    #expect(world.run("test") == .findings)
    let expected = """
      recoup.rules:16:9: "Nothing" fails
        expected  remind
        expected  not nothing
        came      nothing: every way costs more than it brings
        open      remind  brings -10.00 USD

      2 examples: 1 fails.

      """
    #expect(world.printed == expected)
    #expect(world.complaints == "")
  }

  @Test func asJSON() throws {
    let world = MemoryWorld(TestCommandTests.rules(TestCommandTests.passing + TestCommandTests.failing))
    #expect(world.run("test", "--json") == .findings)
    let json = try JSONSerialization.jsonObject(with: Data(world.output)) as? [String: Any]
    #expect(json?["schema"] as? String == "recoup/test/1")
    #expect(json?["failed"] as? Int == 1)
    let examples = try #require(json?["examples"] as? [[String: Any]])
    #expect(examples.map { $0["passes"] as? Bool } == [true, false])
    #expect(examples.map { $0["name"] as? String } == ["A reminder", "Nothing"])
    #expect(examples.map { $0["came"] as? String } == ["remind", "nothing"])
    #expect(examples[1]["expected"] as? [String] == ["remind", "not nothing"])
  }

  @Test func withoutExamples() {
    let world = MemoryWorld(["recoup.rules": Samples.rules])
    #expect(world.run("test") == .fine)
    #expect(world.printed == "There are no examples.\n")
  }

  @Test(arguments: ShippedRules.places) func theShippedExamplesPass(_ name: String) {
    let world = MemoryWorld()
    #expect(world.run("test", name) == .fine, "\(world.printed)")
  }

  /// The examples of an include are tried where they stand.
  @Test func examplesOfIncludesAreLeftOut() {
    let world = MemoryWorld(TestCommandTests.rules(TestCommandTests.failing))
    world.files["my.rules"] = Array(("include \"recoup.rules\"\n" + TestCommandTests.passing).utf8)
    #expect(world.run("test", "my.rules") == .fine)
    #expect(world.printed == "1 example: all pass.\n")
  }

  @Test func rulesThatCannotBeUsed() {
    let world = MemoryWorld(["recoup.rules": Samples.wrong + TestCommandTests.passing])
    #expect(world.run("test") == .badRules)
    #expect(world.output.isEmpty)
    #expect(world.complaints.hasSuffix("2 errors\n"))
  }

  @Test func rulesThatAreMissing() {
    let world = MemoryWorld()
    #expect(world.run("test") == .missingInput)
    #expect(world.run("test", "none.rules") == .missingInput)
  }
}
