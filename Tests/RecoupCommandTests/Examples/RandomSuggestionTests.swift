import RecoupCommand
import RecoupTesting
import Testing

/// Whatever the rules are, what is suggested for them is text of the rules, and passes.
@Suite struct RandomSuggestionTests {
  @Test func suggestionsPass() throws {
    var suggested = 0
    for seed in Effort.seeds(2, part: 1000) {
      let rules = RandomRules.text(seed: seed)
      let before = MemoryWorld(["recoup.rules": rules])
      _ = before.run("test", "--json")
      let world = MemoryWorld(["recoup.rules": rules])
      _ = world.run("test", "--suggest")
      let after = MemoryWorld(["recoup.rules": rules + world.printed])
      _ = after.run("test", "--json")
      let (own, all) = (try passes(before), try passes(after))
      #expect(all.starts(with: own), "seed \(seed)")
      #expect(all.dropFirst(own.count).allSatisfy { $0 }, "seed \(seed): \(world.printed)")
      suggested += all.count - own.count
    }
    #expect(suggested > 0)
  }

  /// Whether each example passes.
  private func passes(_ world: MemoryWorld) throws -> [Bool] {
    let examples = try #require(try answer(world)["examples"] as? [[String: Any]], "\(world.complaints)")
    return examples.map { $0["passes"] as? Bool ?? false }
  }
}
