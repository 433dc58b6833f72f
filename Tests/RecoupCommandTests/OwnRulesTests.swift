import Foundation
import RecoupCommand
import RecoupLanguage
import RecoupRules
import RecoupShippedRules
import RecoupTesting
import Testing

/// `recoup rules NAME --mine`: a file to begin with.
@Suite struct OwnRulesTests {
  private static func printed(_ place: String) -> [String] {
    let world = MemoryWorld()
    #expect(world.run("rules", place, "--mine") == .fine)
    #expect(world.complaints == "")
    return world.printed.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  /// A line that can be used once its `#` is taken away.
  private static func isRules(_ line: String) -> Bool { line.hasPrefix("#") && !line.hasPrefix("# ") && line != "#" }

  private static func load(_ lines: [String]) -> LoadedRules {
    RulesLoader.load(SourceFile(name: "recoup.rules", text: lines.joined(separator: "\n"))) { name, _ in
      ShippedRules.bytes(of: name).map { .found(SourceFile(name: name, bytes: $0)) } ?? .missing("no")
    }
  }

  @Test(arguments: ShippedRules.places) func isCleanAsItIs(_ place: String) throws {
    let lines = OwnRulesTests.printed(place)
    let world = MemoryWorld(["recoup.rules": lines.joined(separator: "\n")])
    if Effort.isThorough { #expect(world.run("check") == .fine, "\(world.printed)") }
    #expect(world.run("fmt", "--check") == .fine, "\(world.printed)")
    #expect(lines.contains("include \"\(place)\""))
    // It decides as what it includes does, in the same language.
    let own = try #require(OwnRulesTests.load(lines).book)
    let shipped = try #require(OwnRulesTests.load(["include \"\(place)\"", ""]).book)
    #expect(own.settings.map { $0.value } == shipped.settings.map { $0.value })
    #expect(own.rules.map { $0.name.original } == shipped.rules.map { $0.name.original })
    #expect(own.language == (place == "us" ? "en" : place))
  }

  @Test(arguments: ShippedRules.places) func everyLineCanBeUsedByItself(_ place: String) throws {
    let lines = OwnRulesTests.printed(place)
    let usable = lines.indices.filter { OwnRulesTests.isRules(lines[$0]) }
    for index in usable {
      var some = lines
      some[index].removeFirst()
      #expect(OwnRulesTests.load(some).problems == [], "\(lines[index])")
    }
    let words = Set(usable.compactMap { lines[$0].split(separator: " ").first })
    #expect(words == ["#setting", "#change", "#rule", "#example"])
  }

  @Test(arguments: ShippedRules.places) func allLinesCanBeUsedTogether(_ place: String) throws {
    let lines = OwnRulesTests.printed(place).map { OwnRulesTests.isRules($0) ? String($0.dropFirst()) : $0 }
    let own = try #require(OwnRulesTests.load(lines).book)
    let shipped = try #require(OwnRulesTests.load(["include \"\(place)\"", ""]).book)
    // Every setting is there with the value that it has.
    #expect(own.settings.map { $0.name } == shipped.settings.map { $0.name })
    for (mine, theirs) in zip(own.settings, shipped.settings) {
      #expect(mine.span.file == 0, "\(mine.name)")
      #expect(mine.label == theirs.label, "\(mine.name)")
    }
    let world = MemoryWorld(["recoup.rules": lines.joined(separator: "\n")])
    if Effort.isThorough { #expect(world.run("check") == .fine, "\(world.printed)") }
    #expect(world.run("test") == .fine, "\(world.printed)")
    #expect(world.run("decide", "--rules", "recoup.rules") == .fine)
  }

  /// What a setting means, its value and its source, in the language of the rules.
  @Test(arguments: [
    (
      "us",
      [
        "# What is an hour of your time worth?", "#setting hour = 50 USD",
        "# Up to which sum does small claims court go in your state?",
        "# Source: https://terms.law/FAQ/small-claims/small-claims-limits-faq.html (2026), read on 2026-11-22",
        "#setting small_claims_limit = 10_000 USD",
      ]
    ),
    (
      "fr",
      [
        "language fr", "# Que vaut une heure de votre temps ?", "#setting hour = 50 EUR",
        "# Source : C. conso. L218-2 (2 ans), C. com. L110-4 (5 ans), lu le 2026-11-22",
        "#setting limitation = if consumer then 730 days else 1_825 days",
      ]
    ),
  ]) func tellsWhatASettingMeans(_ place: String, _ expected: [String]) {
    // Labels are typeset with no-break spaces.
    let lines = OwnRulesTests.printed(place).map { $0.replacing("\u{A0}", with: " ") }
    for line in expected { #expect(lines.contains(line), "\(line)") }
  }

  @Test(arguments: [
    (["base", "--mine"], "`base` names no currency, so nothing stands on it alone; take `us` or `fr`"),
    (["./my.rules", "--mine"], "`--mine` makes a file on top of shipped rules: take `us` or `fr`"),
    (["--mine"], "say which rules yours are to stand on, such as `recoup rules us --mine`"),
    (["us", "--mine", "--explain", "all"], "say which rules yours are to stand on, such as `recoup rules us --mine`"),
    (["--mine", "--json"], "`--json` is for the list of all shipped rules, and stands alone"),
  ]) func wrongUsage(_ arguments: [String], _ reason: String) {
    let world = MemoryWorld(["my.rules": "currency USD\n"])
    #expect(CommandLineTool.run(["rules"] + arguments, in: world.world) == .usage)
    #expect(world.complaints == "recoup: \(reason)\nTry `recoup rules --help`.\n")
    #expect(world.printed == "")
  }

  @Test func rulesThatThereAreNot() {
    let world = MemoryWorld()
    #expect(world.run("rules", "uss", "--mine") == .missingInput)
    #expect(world.complaints == "recoup: there are no shipped rules `uss`; did you mean `us`?\n")
  }
}
