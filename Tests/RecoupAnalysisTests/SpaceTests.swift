import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

/// A search through all cases against cases tried one by one.
@Suite struct SpaceTests {
  /// Whatever random cases make of a random book: what they show is never said not to be.
  @Test(arguments: Effort.seeds(40, part: 20)) func whatIsProvedIsNeverSeenOtherwise(_ seed: UInt64) throws {
    let loaded = RulesLoader.load(SourceFile(name: "seed \(seed)", text: RandomRules.text(seed: seed))) { _, _ in
      .missing("none")
    }
    let book = try #require(loaded.book, "seed \(seed)")
    let space = CaseSpace(book)
    let cases = RandomCases.cases(for: book, seed: seed, count: 60).filter { space.contains($0) }
    var questions = book.rules.indices.flatMap { [Proposition.rule($0), .not(.rule($0))] }
    questions += book.actions.indices.flatMap { [Proposition.isOpen($0), .not(.isOpen($0)), .isAllowed($0)] }
    questions += book.actions.indices.map { .sometime(0...30, .isOpen($0)) }
    questions += book.rules.indices.dropFirst().map { .all([.rule($0 - 1), .not(.rule($0))]) }
    for question in questions {
      switch space.find(question, budget: 400) {
      case .undecided: break
      case .none:
        for invoice in cases { #expect(!space.holds(question, of: invoice), "seed \(seed): \(question)\n\(invoice)") }
      case .found(let invoice):
        #expect(space.holds(question, of: invoice), "seed \(seed): \(question)\n\(invoice)")
      }
    }
  }

  /// A book of which all cases that matter can be tried.
  static func small(_ condition: String) -> String {
    """
    currency USD
    fact reason: one of forgot, poor, refuses
    fact contract: yes or no
    fact proof: yes or no = no
    fact owed: money
    action call { title "Call" chance 10% at most 2 times }
    rule "R" { when \(condition) then call 2x likelier because "B" }
    """
  }

  private static let atoms = [
    "reason is forgot", "reason is one of poor, refuses", "contract", "contract is known", "proof", "owed > 2 * amount",
    "owed is unknown", "amount >= 3 USD", "days_overdue between 2 days and 5 days", "owed < amount", "call.times >= 1",
    "call.days_ago <= 4 days", "days_overdue > call.days_ago", "(if contract then amount else owed) > 5 USD",
    "amount + owed > 6 USD",
  ]

  private static func condition(_ random: inout SeededRandom, _ depth: Int) -> String {
    if depth == 0 || random.below(4) == 0 { return atoms[random.below(atoms.count)] }
    switch random.below(3) {
    case 0: return "not (\(condition(&random, depth - 1)))"
    case 1: return "(\(condition(&random, depth - 1)) and \(condition(&random, depth - 1)))"
    default: return "(\(condition(&random, depth - 1)) or \(condition(&random, depth - 1)))"
    }
  }

  /// All cases with values around every edge of the conditions above.
  private static func cases(of book: RuleBook) -> [Case] {
    var all: [Case] = []
    for amount: Int64 in [100, 299, 300, 301, 500, 501, 700] {
      for owed: Int64? in [nil, 0, 100, 299, 300, 501, 601, 602, 1401] {
        for days: Int64 in [0, 1, 2, 5, 6] {
          for reason: Int64? in [nil, 0, 1, 2] {
            for contract: Int64? in [nil, 0, 1] {
              for proof: Int64? in [nil, 1] {
                for done in [
                  Case.Done.never, .init(times: 1), .init(times: 1, daysAgo: 0), .init(times: 1, daysAgo: 5),
                ] {
                  all.append(Case(facts: [amount, days, nil, nil, reason, contract, proof, owed], done: [done]))
                }
              }
            }
          }
        }
      }
    }
    return all
  }

  /// On a small book every question is decided, and rightly.
  @Test(arguments: Effort.seeds(12, part: 40)) func smallBooksAreDecided(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let text = Self.small(Self.condition(&random, 3))
    let loaded = RulesLoader.load(SourceFile(name: "small.rules", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book, "\(loaded.problems.map { $0.message })\n\(text)")
    let space = CaseSpace(book)
    let all = Self.cases(of: book)
    for question in [Proposition.rule(0), .not(.rule(0))] {
      let isThere = all.contains { space.holds(question, of: $0) }
      switch space.find(question) {
      case .found(let invoice): #expect(space.holds(question, of: invoice), "seed \(seed): \(text)")
      case .none: #expect(!isThere, "seed \(seed): \(question)\n\(text)")
      case .undecided: Issue.record("seed \(seed): undecided: \(question)\n\(text)")
      }
    }
  }

  /// A region around a case: all cases in it that are tried are as the case is, and those just outside a limit need not.
  @Test(arguments: Effort.seeds(8, part: 80)) func regionsHoldEverywhere(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let text = Self.small(Self.condition(&random, 2))
    let book = try #require(
      RulesLoader.load(SourceFile(name: "small.rules", text: text)) { _, _ in .missing("none") }.book, "\(text)")
    let space = CaseSpace(book)
    guard case .found(let invoice) = space.find(.rule(0)) else { return }
    let region = space.region(around: invoice, where: .rule(0))
    #expect(space.holds(.isIn(region), of: invoice))
    for other in Self.cases(of: book) where space.holds(.isIn(region), of: other) {
      #expect(space.holds(.rule(0), of: other), "seed \(seed): \(text)\n\(region)\n\(other)")
    }
  }
}
