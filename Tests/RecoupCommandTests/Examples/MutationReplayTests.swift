import RecoupAnalysis
import RecoupEngine
import RecoupLanguage
import RecoupRules
import Testing

/// A change of the rules does in the model what the same change does in the text: what is said to be noticed is, and
/// what is said not to be is not.
@Suite struct MutationReplayTests {
  private static let rules = """
    currency USD
    setting hour = 40 USD
    setting spare = 3 days
    fact told: yes or no
    fact limit: money = 2_000 USD
    define small = amount < 3 * hour
    table share by days_overdue {
      up to 30 days: 50%
      up to 4 weeks: 45%
      beyond: 20%
    }
    action mail {
      title "Mail"
      chance 10% to 30% scaled by share
      effort 0.2 hours
      takes 7 days
      at most 3 times
      requires mail.days_ago >= 7 days because "Leave a week"
    }
    action agency {
      title "Agency"
      chance 30% to 50%
      fee 30% of recovered minimum 75 USD maximum 900 USD
      strain 10%
      takes 90 days
      requires days_overdue >= 90 days
      requires amount <= limit
      requires amount between 100 USD and 5_000 USD
    }
    action court {
      title "Court"
      chance 60%
      recovers 80%
      cost max(150 USD, 5% of amount)
      requires told
    }
    rule "Late" {
      when days_overdue > 30 days and not small
      then agency 4x likelier
      then mail 1.5x less likely
      because "It is late"
    }
    rule "Told" {
      when told
      then never mail
      because "They were told"
    }
    rule "Early" {
      when days_overdue <= 0 days
      then wait
      because "It is early"
    }
    example "A" {
      amount = 1_000 USD
      days_overdue = 5 days
      expect mail
    }
    example "B" {
      amount = 1_000 USD
      days_overdue = 90 days
      mail.times = 3
      mail.days_ago = 10 days
      expect agency
    }
    example "C" {
      amount = 110 USD
      days_overdue = 0 days
      expect wait
    }
    example "D" {
      amount = 2_000 USD
      days_overdue = 29 days
      told = yes
      mail.times = 1
      mail.days_ago = 7 days
      expect not mail
      expect not nothing
    }

    """

  private static func load(_ text: String) -> LoadedRules {
    RulesLoader.load(SourceFile(name: "r", text: text)) { _, _ in .missing("") }
  }

  @Test func everyChangeIsWhatItSays() throws {
    let book = try #require(MutationReplayTests.load(MutationReplayTests.rules).book)
    let advisor = Advisor(book)
    let checks = book.examples.map { advisor.check($0) }
    #expect(checks.allSatisfy { $0.problem == nil })
    let mutants = Mutants(book)
    let trial = MutationTrial(advisor, checks)
    var kinds: [String: Int] = [:]
    for mutant in mutants.all {
      let outcome = trial.outcome(of: mutant)
      let text = try #require(edited(mutant, book), "\(mutant.change)")
      let loaded = MutationReplayTests.load(text)
      let other = Advisor(try #require(loaded.book, "\(mutant.change): \(loaded.problems.map { $0.message })"))
      let replayed = other.book.examples.map { other.check($0) }
      let failing = replayed.firstIndex { $0.problem != nil }
      let moved = replayed.indices.first {
        replayed[$0].decision?.recommendation != checks[$0].decision?.recommendation
      }
      switch outcome {
      case .noticed(let example):
        #expect(failing == example, "\(mutant.change)")
        kinds["noticed", default: 0] += 1
      case .moved(let example):
        #expect(failing == nil && moved == example, "\(mutant.change)")
        kinds["moved", default: 0] += 1
      case .unnoticed:
        #expect(moved == nil, "\(mutant.change)")
        kinds["unnoticed", default: 0] += 1
      }
    }
    // All three came, and of everything that can be changed something was.
    #expect(kinds.count == 3, "\(kinds)")
    #expect(mutants.unread.count == 1)
    #expect(mutants.all.count > 80)
  }

  /// The rules with the change made in the text.
  private func edited(_ mutant: Mutant, _ book: RuleBook) -> String? {
    let text = MutationReplayTests.rules
    let notation = RulesNotation(book)
    let bytes = Array(text.utf8)
    let place = Int(mutant.span.lower)..<Int(mutant.span.upper)
    let there = String(decoding: bytes[place], as: UTF8.self)
    let before = String(decoding: bytes[..<place.lowerBound], as: UTF8.self)
    let after = String(decoding: bytes[place.upperBound...], as: UTF8.self)
    switch mutant.change {
    case .literal(_, _, let type, let old, let value, _):
      if !there.hasPrefix("4 weeks"), there != notation.text(old, type) { return nil }
      return before + notation.text(value, type) + after
    case .comparison(_, _, let old, let operation):
      guard let (from, to) = MutationReplayTests.symbols(old, operation) else { return nil }
      return before + there.replacing(from, with: to) + after
    case .factor(_, _, let old, let factor):
      return before + there.replacing(notation.factor(old), with: notation.factor(factor)) + after
    case .atMost(_, let old, let most):
      let end = after.firstIndex(of: "}") ?? after.endIndex
      let block = String(after[..<end])
      let clause = "at most \(old) times"
      let changed =
        block.contains(clause)
        ? block.replacing(clause, with: "at most \(most) times") : block + "  at most \(most) times\n"
      return before + there + changed + after[end...]
    case .droppedRule:
      guard let end = after.firstIndex(of: "}") else { return nil }
      return String(before.dropLast("rule ".count)) + String(after[end...].dropFirst())
    case .droppedRequirement: return before + after
    }
  }

  private static func symbols(_ old: Expression.Binary, _ new: Expression.Binary) -> (String, String)? {
    switch (old, new) {
    case (.less, .lessOrEqual): (" < ", " <= ")
    case (.lessOrEqual, .less): (" <= ", " < ")
    case (.greater, .greaterOrEqual): (" > ", " >= ")
    case (.greaterOrEqual, .greater): (" >= ", " > ")
    default: nil
    }
  }
}
