import RecoupCommand
import RecoupTesting
import Testing

/// The cases in `Tests/Cases/Includes`: files that include others, and what `recoup` makes of them.
///
/// A case has blocks `rules PATH`, the first of which is the file that is used. Then either `facts` with lines for
/// `decide`, and `decisions`, what `decide --brief` answers, or `ladder`, the actions from the gentlest; or `errors`, what
/// `check --short` says.
@Suite struct IncludeCaseTests {
  private static let cases = LiterateCase.all(in: "Includes")

  @Test func areThere() {
    #expect(IncludeCaseTests.cases.count >= 30)
    for literate in IncludeCaseTests.cases { #expect(!literate.intent.isEmpty, "\(literate.place)") }
    #expect(Set(IncludeCaseTests.cases.map { $0.name }).count == IncludeCaseTests.cases.count)
  }

  @Test(arguments: cases.map { $0.name }) func comesToWhatIsShown(_ name: String) throws {
    let literate = try #require(IncludeCaseTests.cases.first { $0.name == name })
    let rules = literate.blocks.filter { $0.label.hasPrefix("rules ") }
    let root = try #require(rules.first?.label.dropFirst(6))
    let world = MemoryWorld()
    for block in rules { world.files[String(block.label.dropFirst(6))] = Array(block.text.utf8) }

    if let errors = literate.block("errors") {
      #expect(world.run("check", String(root), "--short") == .findings)
      try expect(errors, world.printed, in: literate)
      return
    }
    let facts = try #require(literate.block("facts")).text
    world.input = [Array(facts.utf8)]
    if let ladder = literate.block("ladder") {
      #expect(world.run("decide", "--rules", String(root)) == .fine)
      let options = world.printed.split(separator: "{\"action\": \"").filter { $0.contains("\", \"opens\"") }
      try expect(ladder, options.map { $0.prefix { $0 != "\"" } }.joined(separator: " < ") + "\n", in: literate)
    } else {
      let decisions = try #require(literate.block("decisions"))
      #expect(world.run("decide", "--rules", String(root), "--brief") == .fine)
      try expect(decisions, world.printed, in: literate)
    }
    #expect(world.complaints == "")
  }

  private func expect(_ block: LiterateCase.Block, _ actual: String, in literate: LiterateCase) throws {
    if let mismatch = try literate.mismatch(block, actual) { Issue.record("\(mismatch)") }
  }
}
