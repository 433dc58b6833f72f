import RecoupQuantities
import RecoupRules

/// A set of cases: all that each fact and each part of the history can be, whatever the others are.
struct CaseBox {
  /// By fact: what it can be as of today. The entry of `pending` is not used.
  var facts: [Interval]
  /// By action: how often it was done.
  var times: [Interval]
  /// By action: days since it was last begun, if it was done at all.
  var daysAgo: [Interval]
  /// For how many more days the last step runs.
  var pendingDays: Interval
  /// What was assumed of values that no single fact decides.
  var assumptions: [Assumption] = []

  /// What a search has assumed of the value of an expression, or of the order of two.
  struct Assumption {
    /// The shapes of the expressions, the second -1 where it is about one; see `Shapes`.
    var left: Int32
    var right: Int32
    /// The day of the plan on which they have these values.
    var day: Int64
    /// The values that one expression can have.
    var range: Interval
    /// How the left can stand to the right.
    var order: Order
  }

  /// How two values can stand to each other.
  struct Order: OptionSet {
    var rawValue: UInt8
    static let less = Order(rawValue: 1)
    static let equal = Order(rawValue: 2)
    static let greater = Order(rawValue: 4)
    static let any: Order = [.less, .equal, .greater]

    /// The same with the sides changed.
    var mirrored: Order {
      var result: Order = contains(.equal) ? .equal : []
      if contains(.less) { result.insert(.greater) }
      if contains(.greater) { result.insert(.less) }
      return result
    }
  }

  /// Furthest from today, in days: a hundred years, as far as a plan may reach.
  private static let furthestDay: Int64 = 36_500

  /// All cases that are looked at: amounts from the smallest unit to ten thousand million, no other money, share,
  /// number or length of time below 0, no share above 100 %, no day more than a hundred years away, nothing done oftener than three times more than it
  /// may be.
  init(all book: RuleBook) {
    var largest: Int64 = 10_000_000_000
    for _ in 0..<book.currency.decimals { largest *= 10 }
    facts = book.facts.enumerated().map { index, fact in
      var interval: Interval
      switch fact.type {
      case .truth: interval = Interval(low: 0, high: 1)
      case .choice: interval = Interval(low: 0, high: max(0, Int64(fact.words.count) - 1))
      case .money: interval = Interval(low: index == RuleBook.Builtin.amount ? 1 : 0, high: largest)
      case .percent: interval = Interval(low: 0, high: millionthsInOne)
      case .number: interval = Interval(low: 0, high: 1_000_000 * millionthsInOne)
      case .days:
        switch fact.motion {
        case .rising, .falling: interval = Interval(low: -CaseBox.furthestDay, high: CaseBox.furthestDay)
        case .fixed, .pending: interval = Interval(low: 0, high: CaseBox.furthestDay)
        }
      }
      interval.canBeUnknown = CaseBox.canBeUnknown(index, fact)
      return interval
    }
    times = book.actions.map { Interval(low: 0, high: $0.atMost + 3) }
    daysAgo = book.actions.map { _ in Interval(low: 0, high: CaseBox.furthestDay, canBeUnknown: true) }
    pendingDays = Interval(low: 0, high: CaseBox.furthestDay)
  }

  private static func canBeUnknown(_ index: Int, _ fact: Fact) -> Bool {
    if index == RuleBook.Builtin.amount || index == RuleBook.Builtin.daysOverdue { return false }
    guard let value = fact.defaultValue else { return true }
    // Whether another default is ever unknown is not worked out: that it can be is the safe reading.
    if case .literal = value.kind { return false }
    return true
  }

  // MARK: The values of a day

  func fact(_ index: Int, _ motion: Fact.Motion, on days: ClosedRange<Int64>) -> Interval {
    switch motion {
    case .fixed: facts[index]
    case .rising: facts[index].moved(from: days) { Arithmetic.add($0, $1) }
    case .falling: facts[index].moved(from: days) { Arithmetic.subtract($0, $1) }
    case .pending:
      .truth(
        no: days.upperBound >= pendingDays.low || pendingDays.low <= 0,
        yes: days.lowerBound < pendingDays.high && pendingDays.high > 0, unknown: false)
    }
  }

  func daysAgo(_ action: Int, on days: ClosedRange<Int64>) -> Interval {
    let never = Interval.exactly(Evaluator.never)
    if times[action].high <= 0 { return never }
    let since = daysAgo[action].moved(from: days) { Arithmetic.add($0, $1) }
    return times[action].low >= 1 ? since : since.union(never)
  }
}

/// One thing that a case says, independently of all others.
enum CaseVariable: Hashable {
  case fact(Int)
  case times(Int)
  case daysAgo(Int)
  case pending
}

extension CaseBox {
  subscript(_ variable: CaseVariable) -> Interval {
    get {
      switch variable {
      case .fact(let fact): facts[fact]
      case .times(let action): times[action]
      case .daysAgo(let action): daysAgo[action]
      case .pending: pendingDays
      }
    }
    set {
      switch variable {
      case .fact(let fact): facts[fact] = newValue
      case .times(let action): times[action] = newValue
      case .daysAgo(let action): daysAgo[action] = newValue
      case .pending: pendingDays = newValue
      }
    }
  }

  /// All variables of a book.
  static func variables(of book: RuleBook) -> [CaseVariable] {
    book.facts.indices.map { $0 == RuleBook.Builtin.pending ? .pending : .fact($0) }
      + book.actions.indices.flatMap { [.times($0), .daysAgo($0)] }
  }

  /// Both halves of the box, cut where one variable is at most a value and above it.
  func cut(_ variable: CaseVariable, at value: Int64) -> [CaseBox] {
    var below = self
    var above = self
    below[variable].high = value
    above[variable].low = value + 1
    if self[variable].canBeUnknown {
      below[variable].canBeUnknown = false
      above[variable].canBeUnknown = false
      var unknown = self
      unknown[variable] = .unknown
      return [below, above, unknown]
    }
    return [below, above]
  }

  /// The box where a variable is not known, and where it is.
  func cutUnknown(_ variable: CaseVariable) -> [CaseBox] {
    var known = self
    known[variable].canBeUnknown = false
    var unknown = self
    unknown[variable] = .unknown
    return [unknown, known]
  }
}
