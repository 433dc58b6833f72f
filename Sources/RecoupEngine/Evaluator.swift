import RecoupQuantities
import RecoupRules

/// Evaluates a program for one case in one state of a plan: the day, and what was done before it.
///
/// An unknown value is nil. Yes is 1, no is 0, a word is its index; see `Value` for the rest.
struct Evaluator {
  /// When an action was last begun, as a day of the plan: negative before today.
  typealias Day = Int64

  let program: Program
  /// The facts as of today, defaults filled in.
  private(set) var facts: [Int64?]
  private(set) var settings: [Int64?]
  private(set) var pendingDays: Int64
  /// The day of the plan; today is 0.
  private(set) var day: Day = 0
  private(set) var times: [Int64]
  private(set) var begun: [Day]
  /// A number for the case and all that was done: whenever it is the same again, so is that.
  private(set) var history: Int64 = 0
  /// That of the case as it is today.
  private(set) var today: Int64 = 0
  private var lastHistory: Int64 = 0
  /// The steps that were taken, the last one at the end: the bit of each action, and the number for all that was done.
  private var taken: [(bit: UInt64, history: Int64)] = []
  /// By the place of a node among `pastNodes`: what it comes to in this case; empty where that was not found out.
  var folds: [Fold] = []

  private var kept: [Int64?]
  /// For which history and day a value was kept; that of today, or no day, where it does not depend on them.
  private var keptFor: [Int64]
  private static let notKept = Int64.min
  /// Stands for every day: no plan is as long.
  private static let everyDay: Int64 = 0x7FFF_FFFF

  /// Days since an action that was never done.
  static let never: Int64 = 1_000_000
  static let notBegun = Day.max
  static let unknownDay = Day.min

  init(_ program: Program, _ invoice: Case) {
    self.program = program
    let book = program.book
    facts = Array(repeating: nil, count: book.facts.count)
    settings = Array(repeating: nil, count: book.settings.count)
    pendingDays = 0
    times = Array(repeating: 0, count: book.actions.count)
    begun = times
    kept = Array(repeating: nil, count: program.slotCount)
    keptFor = Array(repeating: Evaluator.notKept, count: program.slotCount)
    read(invoice)
  }

  /// Whether the numbers for what was done come to their end: they share 64 bits with a day.
  var isWornOut: Bool { lastHistory >= 1 << 30 }

  /// Turns to another case, or to another state of the same one.
  mutating func turn(to invoice: Case) {
    lastHistory += 1
    history = lastHistory
    today = history
    day = 0
    taken.removeAll(keepingCapacity: true)
    folds.removeAll(keepingCapacity: true)
    read(invoice)
  }

  private mutating func read(_ invoice: Case) {
    for index in facts.indices { facts[index] = index < invoice.facts.count ? invoice.facts[index] : nil }
    for index in settings.indices { settings[index] = index < invoice.settings.count ? invoice.settings[index] : nil }
    pendingDays = invoice.pendingDays
    for index in times.indices {
      let done = index < invoice.done.count ? invoice.done[index] : .never
      times[index] = done.times
      begun[index] = done.times == 0 ? Evaluator.notBegun : done.daysAgo.map { -max(0, $0) } ?? Evaluator.unknownDay
    }
    facts[RuleBook.Builtin.pending] = nil
    for index in program.defaultOrder where facts[index] == nil { facts[index] = value(program.defaults[index]) }
  }

  // MARK: Moving

  /// What was before an action was taken.
  struct Before {
    fileprivate var begun: Day
    fileprivate var history: Int64
  }

  /// Goes to another day of the plan.
  mutating func move(to day: Day) { self.day = day }

  /// Does an action on a day. Returns what undoes it.
  mutating func take(_ action: Int, on day: Day) -> Before {
    let before = Before(begun: begun[action], history: history)
    times[action] += 1
    begun[action] = day
    lastHistory += 1
    history = lastHistory
    taken.append((Reads.bit(action), history))
    return before
  }

  /// Undoes the last taking of an action.
  mutating func undo(_ action: Int, _ before: Before) {
    times[action] -= 1
    begun[action] = before.begun
    history = before.history
    taken.removeLast()
  }

  // MARK: Values

  /// The value of a node in this state, or nil if it is unknown.
  mutating func value(_ index: Int32) -> Int64? {
    let node = program.nodes[Int(index)]
    if node.operation == .literal { return node.constant }
    var state = today
    if node.past >= 0 {
      state = history
      if !folds.isEmpty {
        let fold = folds[Int(node.past)]
        if fold.isConstant { return fold.value }
        if fold.target != index { return value(fold.target) }
        state = self.state(fold.reads.any)
      }
    }
    if node.slot < 0 { return compute(node) }
    let slot = Int(node.slot)
    let now = state << 32 ^ (node.daily >= 0 ? day : Evaluator.everyDay)
    if keptFor[slot] == now { return kept[slot] }
    let value = compute(node)
    kept[slot] = value
    keptFor[slot] = now
    return value
  }

  /// Whether the value of a node can change by what a plan does.
  func readsPast(_ node: Program.Node) -> Bool {
    if node.past < 0 { return false }
    return folds.isEmpty || folds[Int(node.past)].reads.any != 0
  }

  /// A number for all that was done, as far as some actions go: that of the last step among them. Whenever it is the
  /// same again, so is all that came before it.
  func state(_ reads: UInt64) -> Int64 {
    if reads == 0 { return today }
    var index = taken.count
    while index > 0 {
      index -= 1
      if taken[index].bit & reads != 0 { return taken[index].history }
    }
    return today
  }

  private mutating func compute(_ node: Program.Node) -> Int64? {
    switch node.operation {
    case .literal: return node.constant
    case .fact: return fact(Int(node.a))
    case .setting: return settings[Int(node.b)] ?? value(node.a)
    case .definition: return value(node.a)
    case .table: return row(node)
    case .times:
      let (millionths, overflow) = times[Int(node.a)].multipliedReportingOverflow(by: millionthsInOne)
      return overflow ? nil : millionths
    case .daysAgo: return daysAgo(Int(node.a))
    case .not: return value(node.a).map { 1 - $0 }
    case .negate: return value(node.a).flatMap { Arithmetic.subtract(0, $0) }
    case .floor: return value(node.a).flatMap { Arithmetic.floor($0) }
    case .ceil: return value(node.a).flatMap { Arithmetic.ceil($0) }
    case .isKnown: return value(node.a) == nil ? 0 : 1
    case .isOneOf: return value(node.a).map { program.hasWord($0, node.list) ? 1 : 0 }
    case .or:
      let left = value(node.a)
      if left == 1 { return 1 }
      let right = value(node.b)
      return right == 1 ? 1 : left == nil ? nil : right
    case .and:
      let left = value(node.a)
      if left == 0 { return 0 }
      let right = value(node.b)
      return right == 0 ? 0 : left == nil ? nil : right
    case .between:
      guard let middle = value(node.a), let low = value(node.b), let high = value(node.c) else { return nil }
      return low <= middle && middle <= high ? 1 : 0
    case .conditional: return value(node.a).flatMap { value($0 == 1 ? node.b : node.c) }
    case .interest:
      guard let principal = value(node.a), let rate = value(node.b), let days = value(node.c) else { return nil }
      return Arithmetic.interest(principal, rate: rate, days: days)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .add, .subtract, .multiply, .divide,
      .minimum, .maximum:
      guard let left = value(node.a), let right = value(node.b) else { return nil }
      return Arithmetic.apply(node.operation, left, right)
    }
  }

  private func fact(_ index: Int) -> Int64? {
    switch program.motions[index] {
    case .fixed: facts[index]
    case .rising: facts[index].flatMap { Arithmetic.add($0, day) }
    case .falling: facts[index].flatMap { Arithmetic.subtract($0, day) }
    // Looked at from a day before today, a step that does not run today did not run then either, as far as is known.
    case .pending: day < pendingDays && pendingDays > 0 ? 1 : 0
    }
  }

  private func daysAgo(_ action: Int) -> Int64? {
    switch begun[action] {
    case Evaluator.notBegun: Evaluator.never
    case Evaluator.unknownDay: nil
    default: Arithmetic.subtract(day, begun[action])
    }
  }

  /// The value of the first row in file order that holds for the key; else that of `otherwise`; else unknown.
  private mutating func row(_ node: Program.Node) -> Int64? {
    guard let key = value(node.a) else { return nil }
    var otherwise: Int32 = -1
    for index in node.list {
      let row = program.rows[index]
      if row.bound >= 0 {
        guard let bound = value(row.bound) else { return nil }
        if key <= bound { return value(row.value) }
      } else if row.isOtherwise {
        otherwise = row.value
      } else if program.hasWord(key, row.words) {
        return value(row.value)
      }
    }
    return otherwise < 0 ? nil : value(otherwise)
  }
}
