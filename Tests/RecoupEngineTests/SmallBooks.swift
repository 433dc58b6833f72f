import RecoupEngine
import RecoupQuantities
import RecoupRules
import RecoupTesting

/// Rule books of one action that is rarely open, over a few facts of few values: small enough to try every case.
struct SmallBooks {
  /// The days that a fact of days can have here.
  static let days: ClosedRange<Int64> = -5...25

  private static let builtins = Fact.builtins.count
  private static let truths = [builtins, builtins + 1]
  private static let choice = builtins + 2
  private static let numbers = [builtins + 3, builtins + 4]

  private var random: SeededRandom

  /// The book and the cases of a seed.
  static func make(seed: UInt64, cases: Int) -> (book: RuleBook, cases: [Case]) {
    var maker = SmallBooks(random: SeededRandom(seed: seed))
    let book = maker.book()
    return (book, (0..<cases).map { _ in maker.invoice(of: book) })
  }

  private mutating func book() -> RuleBook {
    let days = Expression(.literal(random.number(0...20)), .days)
    let facts = [
      Fact("contract", .truth), Fact("proof", .truth, defaultValue: random.happens(30) ? contract() : nil),
      Fact("reason", .choice(fact: Self.choice), words: [.init("forgot"), .init("silent"), .init("unhappy")]),
      Fact("limit", .days), Fact("notice", .days, defaultValue: random.happens(30) ? days : nil),
    ]
    var action = Action(
      "act", title: LocalizedText("Act"), chance: .init(Expression(.literal(500_000), .percent)), atMost: 2)
    for _ in 0..<1 + random.below(3) { action.requirements.append(.init(condition(2))) }
    if random.happens(30) { action.takes = number(1) }
    var rules: [Rule] = []
    for index in 0..<random.below(3) {
      let effect: Rule.Effect = random.happens(40) ? .wait : .never([0])
      rules.append(
        Rule(LocalizedText("r\(index)"), when: condition(2), then: [.init(effect)], because: LocalizedText("so")))
    }
    return RuleBook(
      currency: Currency(code: "USD")!, facts: Fact.builtins + facts, actions: [action], rules: rules)
  }

  /// Whether there is a contract, or is none: what a default names must not be the fact itself.
  private mutating func contract() -> Expression {
    let contract = Expression(.fact(Self.truths[0]), .truth)
    return random.happens(50) ? contract : Expression(.unary(.not, contract), .truth)
  }

  private mutating func number(_ depth: Int) -> Expression {
    let fact = Expression(.fact(random.pick(Self.numbers)), .days)
    if depth == 0 || random.happens(50) { return fact }
    let other = random.happens(50) ? number(depth - 1) : Expression(.literal(random.number(0...20)), .days)
    return Expression(.binary(random.pick([.add, .subtract, .minimum, .maximum]), fact, other), .days)
  }

  private mutating func condition(_ depth: Int) -> Expression {
    if depth > 0, random.happens(60) {
      let operation: Expression.Binary = random.happens(65) ? .and : .or
      return Expression(.binary(operation, condition(depth - 1), condition(depth - 1)), .truth)
    }
    let kind: Expression.Kind
    switch random.below(8) {
    case 0, 1: kind = .fact(random.pick(Self.truths))
    case 2: kind = .unary(.not, Expression(.fact(random.pick(Self.truths)), .truth))
    case 3, 4:
      let words = Array(random.shuffled([0, 1, 2]).prefix(1 + random.below(2)))
      kind = .isOneOf(Expression(.fact(Self.choice), .choice(fact: Self.choice)), words: words)
    case 5: kind = .isKnown(Expression(.fact(random.pick(Self.numbers)), .days))
    default:
      let operation: Expression.Binary = random.pick([.less, .lessOrEqual, .greater, .greaterOrEqual, .equal])
      kind = .binary(operation, number(1), Expression(.literal(random.number(0...20)), .days))
    }
    return Expression(kind, .truth)
  }

  private mutating func invoice(of book: RuleBook) -> Case {
    let facts = book.facts.enumerated().map { index, fact -> Int64? in
      switch index {
      case RuleBook.Builtin.amount: return 100_000
      case RuleBook.Builtin.daysOverdue: return 10
      case RuleBook.Builtin.promisedIn, RuleBook.Builtin.pending: return nil
      default: break
      }
      if random.happens(25) { return nil }
      switch fact.type {
      case .truth: return random.number(0...1)
      case .choice: return random.number(0...2)
      case .money, .days, .number, .percent: return random.number(Self.days)
      }
    }
    return Case(facts: facts, done: [Case.Done(times: random.number(0...1), daysAgo: 3)])
  }
}
