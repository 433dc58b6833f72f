import RecoupEngine
import RecoupRules

/// Changes a case step by step until it reaches a goal: always the one change after which least is missing.
struct Climb: Sendable {
  private let book: RuleBook
  private let goal: Goal
  private let variables: [CaseVariable]
  /// By book: it reads the leaves of that book.
  private let probes: [Probe]
  /// By book: which leaves are read, in the order in which they are.
  private let leaves: [[Int]]
  /// Reads the sides of comparisons, each left one before its right one.
  private let edges: Probe
  /// Their types.
  private let sides: [ValueType]

  /// The most changes that are made.
  private static let mostRounds = 10
  /// The most values of a number that are tried at once.
  private static let mostValues = 60

  /// - Parameter books: The book, and where the goal is about a change, the book with it.
  init(_ goal: Goal, in books: [RuleBook]) {
    book = books[0]
    self.goal = goal
    let below = ReadBelow(goal.leaves.map { $0.condition }, in: books[0])
    let compared = below.comparisons.filter { $0.0.isMeasure }.flatMap { [$0.0, $0.1] }
    variables = below.variables
    sides = compared.map { $0.type }
    edges = Probe(books[0], reading: compared)
    let leaves = books.indices.map { book in goal.leaves.indices.filter { goal.leaves[$0].book == book } }
    self.leaves = leaves
    probes = books.indices.map { book in
      Probe(books[book], reading: leaves[book].map { goal.leaves[$0].condition })
    }
  }

  /// A case that reaches the goal today, beginning with another one; nil if none was found on the way.
  func reach(from start: Case) -> Case? {
    var invoice = start
    var missing = distance(invoice)
    for _ in 0..<Climb.mostRounds where missing > 0 {
      let marks = edges.values(invoice)
      var best: (missing: Int, invoice: Case)?
      for variable in variables {
        for value in values(of: variable, in: invoice, marks) {
          let other = invoice.with(value, for: variable)
          let otherMissing = distance(other)
          if otherMissing < best?.missing ?? missing { best = (otherMissing, other) }
        }
      }
      guard let best else { return nil }
      (missing, invoice) = best
    }
    return missing == 0 ? invoice : nil
  }

  /// How much is missing.
  private func distance(_ invoice: Case) -> Int {
    var isMet = Array(repeating: false, count: goal.leaves.count)
    for (book, probe) in probes.enumerated() {
      for (leaf, value) in zip(leaves[book], probe.values(invoice)) {
        let wanted = goal.leaves[leaf]
        isMet[leaf] = wanted.isLax ? value != (wanted.wanted ? 0 : 1) : value == (wanted.wanted ? 1 : 0)
      }
    }
    return goal.tree.distance(isMet)
  }

  /// Other values of a variable at which something may turn.
  private func values(of variable: CaseVariable, in invoice: Case, _ marks: [Int64?]) -> [Int64?] {
    let today = invoice[variable]
    let type = variable.type(in: book)
    var values: [Int64] = []
    switch type {
    case .truth: values = [0, 1]
    case .choice(let fact): values = book.facts[fact].words.indices.map { Int64($0) }
    case .money, .days, .number, .percent:
      let unit: Int64 = type == .number ? 1_000_000 : 1
      for place in stride(from: 0, to: marks.count - 1, by: 2) where sides[place] == type {
        for mark in Climb.marks(marks[place], marks[place + 1], around: today) {
          for value in [mark, mark &- unit, mark &+ unit] { values.append(value) }
        }
      }
      values += variable == .fact(RuleBook.Builtin.pending) ? [0, 5] : [0]
    }
    var distinct: [Int64?] = []
    for value in values where value != today && variable.isLikely(value, in: book) && !distinct.contains(value) {
      distinct.append(value)
      if distinct.count == Climb.mostValues { break }
    }
    return today == nil || !variable.mayBeUnknown ? distinct : distinct + [nil]
  }

  /// The values of the two sides, and those at which they would meet.
  private static func marks(_ left: Int64?, _ right: Int64?, around today: Int64?) -> [Int64] {
    var marks = [left, right].compactMap { $0 }
    if let left, let right, let today {
      let (gap, isTooLarge) = right.subtractingReportingOverflow(left)
      if !isTooLarge { marks += [today &+ gap, today &- gap] }
    }
    return marks
  }
}

extension Expression {
  /// Whether it is a number of some kind.
  fileprivate var isMeasure: Bool {
    switch type {
    case .truth, .choice: false
    case .money, .days, .number, .percent: true
    }
  }
}

extension CaseVariable {
  /// Whether a case may leave it out; what was done on an unknown day is no help.
  fileprivate var mayBeUnknown: Bool {
    switch self {
    case .fact(let fact):
      fact != RuleBook.Builtin.amount && fact != RuleBook.Builtin.daysOverdue && fact != RuleBook.Builtin.pending
    case .times, .daysAgo: false
    }
  }
}
