import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

@Suite struct ObstacleTests {
  /// There are none exactly when the action can be taken, and the first is the one that a decision names.
  @Test func theFirstIsTheReasonAndNoneIsOpen() throws {
    for seed in Properties.seeds(150) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 2) {
        let decision = try advisor.decide(invoice)
        for action in book.actions.indices {
          let obstacles = advisor.obstacles(to: action, in: invoice)
          let isOpen = decision.options.contains { $0.action == action && $0.opens == 0 }
          #expect(obstacles.isEmpty == isOpen, "seed \(seed), action \(action), \(invoice): \(obstacles)")
          guard let closed = decision.closed.first(where: { $0.action == action }) else { continue }
          #expect(agree(obstacles, closed.reason), "seed \(seed), \(closed), \(invoice): \(obstacles)")
        }
      }
    }
  }

  private func agree(_ obstacles: [Obstacle], _ reason: Closed.Reason) -> Bool {
    switch reason {
    case .times: if case .times = obstacles.first { true } else { false }
    case .rule(let rule): obstacles.first == .rule(rule)
    case .requires(let place): obstacles.first == .requires(place)
    case .unknown(let missing): union(obstacles) == missing
    case .wait: obstacles.allSatisfy { if case .wait = $0 { true } else { false } }
    }
  }

  /// What all unknown ones miss, each once, facts first; nil if the first is not an unknown one.
  private func union(_ obstacles: [Obstacle]) -> [Decision.Missing]? {
    guard case .unknown = obstacles.first else { return nil }
    var facts = Set<Int>()
    var actions = Set<Int>()
    for case .unknown(_, let missing) in obstacles {
      for name in missing {
        switch name {
        case .fact(let fact): facts.insert(fact)
        case .daysAgo(let action): actions.insert(action)
        }
      }
    }
    return facts.sorted().map { .fact($0) } + actions.sorted().map { .daysAgo(action: $0) }
  }

  @Test func namesThemAllInOrder() throws {
    let text = """
      currency USD
      fact contract: yes or no
      fact price: money
      action act { title "Act" chance 50% cost price
        requires days_overdue > 60 days requires contract requires amount > 0 USD requires days_overdue > 90 days }
      action other { title "Other" chance 50% }
      rule "small" { when amount < 500 USD then never act because "so" }
      rule "large" { when amount > 500 USD then never act because "so" }
      rule "soon" { when days_overdue < 20 days then wait because "so" }
      rule "first" { when act.times = 1 then only other because "so" }
      rule "pending" { when pending then wait because "so" }
      """
    let loaded = RulesLoader.load(SourceFile(name: "test", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book, "\(loaded.problems)")
    let advisor = Advisor(book)
    let done = [Case.Done(times: 1, daysAgo: 1), .never]
    #expect(
      advisor.obstacles(to: 0, in: Case(facts: [10_000, 10], done: done, pendingDays: 2)) == [
        .times(done: 1, most: 1), .rule(0), .rule(3), .requires(0), .requires(3),
        .unknown(requirement: 1, [.fact(4)]), .unknown(requirement: nil, [.fact(5)]), .wait(rule: 2), .wait(rule: 4),
      ])
    #expect(
      advisor.obstacles(to: 0, in: Case(facts: [50_000, 100, nil, nil, 1, .max])) == [])
    #expect(advisor.obstacles(to: 1, in: Case(facts: [50_000, 100])) == [])
  }

  /// A sum that does not fit misses nothing.
  @Test func namesWhatDoesNotFit() {
    var book = ByHandTests.book
    book.actions[0].cost = Expression(.literal(.max), .money)
    let invoice = Case(facts: [100, 40])
    #expect(Advisor(book).obstacles(to: 0, in: invoice) == [.unknown(requirement: nil, [])])
  }
}
