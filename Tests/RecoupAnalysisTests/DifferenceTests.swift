import RecoupAnalysis
import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

/// What is said of two rule books, against decisions of both on cases that nobody chose.
@Suite struct DifferenceTests {
  /// A random edit, read.
  private struct Pair {
    let edit: RandomEdit
    let old: Advisor
    let new: Advisor
    let difference: BookDifference

    init(seed: UInt64) throws {
      edit = RandomEdit(seed: seed)
      let before = try #require(Pair.book(edit.old), "seed \(seed): \(edit.old)")
      let after = try #require(Pair.book(edit.new), "seed \(seed): \(edit.new)")
      (old, new) = (Advisor(before), Advisor(after))
      difference = BookDifference(from: before, to: after)
    }

    private static func book(_ text: String) -> RuleBook? {
      RulesLoader.load(SourceFile(name: "a.rules", text: text)) { _, _ in .missing("none") }.book
    }

    /// Whether both books, which have the same facts and actions, decide a case otherwise.
    func differs(_ invoice: Case) throws -> Bool {
      let (before, after) = (try old.decide(invoice), try new.decide(invoice))
      return before.recommendation != after.recommendation || before.bestOption?.value != after.bestOption?.value
    }
  }

  @Test func noDifferenceIsClaimedOnlyWhereThereIsNone() throws {
    var moved = 0
    var missed: [String] = []
    for seed in Effort.seeds(40, part: 10) {
      let pair = try Pair(seed: seed)
      let cases = RandomCases.cases(for: pair.old.book, seed: seed, count: 60)
      let isAny = try cases.contains { try pair.differs($0) }
      let place: Comment = "seed \(seed): \(pair.edit.what)"
      #expect(!pair.difference.entries.isEmpty, place)
      #expect(pair.difference.isProvedSame == pair.edit.isOnlyWords, place)
      if pair.difference.isProvedSame { #expect(!isAny, place) }
      if isAny {
        moved += 1
        if WitnessSearch(from: pair.old, to: pair.new, pair.difference).witnesses.isEmpty {
          missed.append(place.rawValue)
        }
      }
    }
    // It need not find a case, but where a random one differs it mostly does.
    #expect(moved > 0 && missed.count * 10 <= moved, "of \(moved) it missed \(missed)")
  }

  @Test func everyWitnessDiffersWithinAllItsLimits() throws {
    var (witnesses, limits) = (0, 0)
    for seed in Effort.seeds(25, part: 10) {
      let pair = try Pair(seed: seed)
      var random = SeededRandom(seed: seed)
      for witness in WitnessSearch(from: pair.old, to: pair.new, pair.difference).witnesses {
        let place: Comment = "seed \(seed): \(pair.edit.what)\n\(witness.old)"
        witnesses += 1
        #expect(witness.old == witness.new, place)
        #expect(try pair.old.decide(witness.old) == witness.oldDecision, place)
        #expect(try pair.new.decide(witness.new) == witness.newDecision, place)
        #expect(try pair.differs(witness.old), place)
        let turns = witness.oldDecision.recommendation != witness.newDecision.recommendation
        #expect(turns || witness.bounds.isEmpty, place)
        for bound in witness.bounds {
          let fact = try #require(pair.old.book.fact(named: bound.fact))
          limits += bound.isAnything ? 0 : 1
          for value in values(bound, pair.old.book.facts[fact], &random) {
            var invoice = witness.old
            invoice.facts[fact] = value
            let same =
              try pair.old.decide(invoice).recommendation == witness.oldDecision.recommendation
              && pair.new.decide(invoice).recommendation == witness.newDecision.recommendation
            #expect(same, "\(place.rawValue)\n\(bound) at \(value)")
          }
        }
      }
    }
    #expect(witnesses > 0 && limits > 0)
  }

  /// Values within a limit: its ends and some between.
  private func values(_ bound: WitnessBound, _ fact: Fact, _ random: inout SeededRandom) -> [Int64] {
    switch bound.values {
    case .words(let words):
      if fact.type == .truth { return words.map { $0 == "yes" ? 1 : 0 } }
      return fact.words.indices.filter { words.contains(fact.words[$0].name) }.map { Int64($0) }
    case .numbers(let from, let to, let type):
      let least: Int64 = type == .money ? 1 : -100
      let range = (from ?? least)...(to ?? max(from ?? least, type == .money ? 1_000_000 : 200))
      return [range.lowerBound, range.upperBound] + (0..<6).map { _ in random.number(range) }
    }
  }
}
