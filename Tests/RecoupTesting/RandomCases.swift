public import RecoupEngine
public import RecoupRules

/// Random cases for a checked book, most of them near a threshold of its rules.
public enum RandomCases {
  /// As many cases as `count` for `book`, the same ones for the same seed.
  public static func cases(for book: RuleBook, seed: UInt64, count: Int) -> [Case] {
    let thresholds = Thresholds(of: book)
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in oneCase(for: book, thresholds, &random) }
  }

  private static func oneCase(for book: RuleBook, _ thresholds: Thresholds, _ random: inout SeededRandom) -> Case {
    // Some cases have nearly all that can be known, some nearly nothing.
    let unknown = random.pick([0, 10, 25, 60])
    let facts = book.facts.enumerated().map { index, fact -> Int64? in
      switch index {
      case RuleBook.Builtin.amount: return amount(&random)
      case RuleBook.Builtin.daysOverdue: return value(of: fact, thresholds, &random)
      case RuleBook.Builtin.promisedIn: return random.happens(30) ? random.number(-6...25) : nil
      case RuleBook.Builtin.pending: return nil
      default: return random.happens(unknown) ? nil : value(of: fact, thresholds, &random)
      }
    }
    let settings = book.settings.map { setting -> Int64? in
      guard random.happens(12) else { return nil }
      // A cost of money far below 0 makes a discount factor a division by zero.
      let value = thresholds.near(setting.value.type, words: 2, &random)
      return setting.value.type == .percent ? max(0, value) : value
    }
    let busy = random.pick([0, 15, 40])
    let done = book.actions.map { _ -> Case.Done in
      guard random.happens(busy) else { return .never }
      let daysAgo = max(0, thresholds.near(.days, words: 2, &random))
      return Case.Done(times: random.number(1...3), daysAgo: random.happens(25) ? nil : daysAgo)
    }
    let pending: Int64 = random.happens(25) ? random.pick([1, 2, 5, 9, 20, 59, 200]) : 0
    return Case(facts: facts, settings: settings, done: done, pendingDays: pending)
  }

  private static func amount(_ random: inout SeededRandom) -> Int64 {
    switch random.below(20) {
    case 0: random.pick([0, 1, 2, 99])
    case 1: random.pick([9_000_000_000_000_000_000, .max, .max - 1, 4_611_686_018_427_387_904, 9_007_199_254_740_993])
    case 2...6: random.number(1...20_000)
    default: random.number(1...2_000_000)
    }
  }

  private static func value(of fact: Fact, _ thresholds: Thresholds, _ random: inout SeededRandom) -> Int64 {
    // So far from everything that moving or scaling it overflows.
    if random.happens(1) {
      switch fact.type {
      case .money, .days, .number, .percent:
        return random.pick([.max, .min + 1, 9_000_000_000_000_000_000, 1_000_000_000])
      case .truth, .choice: break
      }
    }
    return thresholds.near(fact.type, words: fact.words.count, &random)
  }
}

/// The constants of a book, by type: where a decision may turn.
private struct Thresholds {
  private var money: [Int64] = [0, 100, 100_000]
  private var days: [Int64] = [0, 10, 15, 30, 60, 90]
  private var millionths: [Int64] = [0, 500_000, 1_000_000]

  init(of book: RuleBook) {
    for fact in book.facts { add(fact.defaultValue) }
    for setting in book.settings { add(setting.value) }
    for definition in book.definitions { add(definition.value) }
    for row in book.tables.flatMap({ $0.rows }) {
      if case .upTo(let bound) = row.match { add(bound) }
    }
    for action in book.actions {
      add(action.takes)
      for requirement in action.requirements { add(requirement.condition) }
    }
    for rule in book.rules { add(rule.condition) }
  }

  /// A value at a threshold, beside it or somewhere; for a choice the index of one of its `words`.
  func near(_ type: ValueType, words: Int, _ random: inout SeededRandom) -> Int64 {
    switch type {
    case .truth: random.number(0...1)
    case .choice: random.number(0...Int64(words - 1))
    case .money: random.happens(50) ? beside(money, &random) : random.number(0...1_000_000)
    case .days: random.happens(70) ? beside(days, &random) : random.number(-10...150)
    case .number: random.happens(50) ? beside(millionths, &random) : random.number(0...6) * 1_000_000
    case .percent: random.happens(50) ? beside(millionths, &random) : random.number(0...100) * 10_000
    }
  }

  private func beside(_ values: [Int64], _ random: inout SeededRandom) -> Int64 {
    random.pick(values) + random.pick([-1, 0, 0, 1])
  }

  private mutating func add(_ expression: Expression?) {
    guard let expression else { return }
    switch expression.kind {
    case .literal(let raw): add(raw, expression.type)
    case .fact, .setting, .definition, .table, .times, .daysAgo: break
    case .unary(_, let operand), .isKnown(let operand), .isOneOf(let operand, _): add(operand)
    case .binary(_, let left, let right):
      add(left)
      add(right)
    case .between(let a, let b, let c), .conditional(let a, let b, let c), .interest(let a, let b, let c):
      add(a)
      add(b)
      add(c)
    }
  }

  private mutating func add(_ raw: Int64, _ type: ValueType) {
    // A literal at the end of the type has no neighbour.
    guard raw.magnitude < 1_000_000_000_000 else { return }
    switch type {
    case .money: money.append(raw)
    case .days: days.append(raw)
    case .number, .percent: millionths.append(raw)
    case .truth, .choice: break
    }
  }
}
