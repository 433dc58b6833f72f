import RecoupCommand
import RecoupTesting
import Testing

/// What a person reads of a mistake that shows only in an included file.
@Suite struct BlameTests {
  @Test func theIncludedPlaceIsANote() {
    let world = MemoryWorld([
      "base.rules": "currency USD\nsetting share = 10%\naction call { title \"Call\" chance share }\n",
      "my.rules": "include \"base.rules\"\nsetting share = 2 + 3\n",
    ])
    #expect(world.run("check", "my.rules") == .findings)
    let expected = """
      error[type-mismatch]: `share` becomes a plain number, which does not fit where it is read
       --> my.rules:2:9
        |
      2 | setting share = 2 + 3
        |         ^^^^^
        |
       ::: base.rules:3:35
        |
      3 | action call { title "Call" chance share }
        |                                   ----- `chance` needs a percentage, and this is a plain number

      1 error

      """
    #expect(world.printed == expected)
  }

  /// A number without its unit is told where it stands, with the mend.
  @Test func aBareNumberIsToldAtItself() {
    let world = MemoryWorld([
      "base.rules": "currency USD\nsetting share = 10%\naction call { title \"Call\" chance share }\n",
      "my.rules": "include \"base.rules\"\nsetting share = 5\n",
    ])
    #expect(world.run("check", "my.rules", "--short") == .findings)
    #expect(
      world.printed
        == "my.rules:2:17: error[missing-unit]: `share` needs a percentage, and this number has no unit\n")
    #expect(world.run("check", "my.rules", "--fix") == .fine)
    #expect(world.text(of: "my.rules") == "include \"base.rules\"\nsetting share = 5%\n")
  }

  /// A mend of what is included would put it wrong, so there is none.
  @Test func nothingIsToBeMendedBelow() {
    let world = MemoryWorld([
      "base.rules": "currency USD\nsetting share = 10%\naction a { title \"A\" chance 5% requires share > 5% }\n",
      "my.rules": "include \"base.rules\"\nsetting share = 2 + 3\n",
    ])
    #expect(world.run("check", "my.rules", "--json") == .findings)
    #expect(!world.printed.contains("\"fix\""))
    #expect(world.printed.contains("\"file\":\"my.rules\""))
  }

  /// With many uses the error stays short, and the work is not squared.
  @Test func manyUsesAreOneError() {
    let uses = (0..<3_000).map { "action a\($0) { title \"A\" chance d\($0) }\ndefine d\($0) = share\n" }
    let world = MemoryWorld([
      "base.rules": "currency USD\nsetting share = 10%\n" + uses.joined(),
      "my.rules": "include \"base.rules\"\nsetting share = 5 days\n",
    ])
    #expect(world.run("check", "my.rules", "--short") == .findings)
    #expect(
      world.printed
        == "my.rules:2:9: error[type-mismatch]: `share` becomes a number of days, which does not fit where it is read\n"
    )
  }
}
