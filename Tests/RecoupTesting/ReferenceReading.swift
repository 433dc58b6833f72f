import RecoupEngine
import RecoupRules

/// Where a plan stands: the day, what was done by then, and what is left of the relationship.
struct ReferenceState {
  /// How often an action was done by now, and the day on which it was last begun.
  struct Record {
    var times: Int64
    /// Counted from today, so that what lies behind is negative; nil if the day is not known.
    var begun: Int64?
  }

  /// The day; today is 0.
  var day: Int64
  /// What was done, by action.
  var done: [Record]
  /// The strain so far, in millionths.
  var strain: Int64

  /// The state with which `invoice` begins, but for its strain, which needs a reading first.
  init(_ invoice: Case, in book: RuleBook) {
    day = 0
    strain = 0
    done = book.actions.indices.map { action in
      guard action < invoice.done.count else { return Record(times: 0) }
      return Record(times: invoice.done[action].times, begun: invoice.done[action].daysAgo.map { -$0 })
    }
  }

  /// The same state on a later day.
  func on(_ later: Int64) -> ReferenceState {
    var moved = self
    moved.day = later
    return moved
  }
}

/// What a state says: the value of every expression in it, computed from the tree each time.
///
/// Nil is unknown.
struct ReferenceReading {
  let book: RuleBook
  let invoice: Case
  let state: ReferenceState

  /// The value of an expression as the raw count of its type.
  func value(_ expression: Expression) -> Int64? {
    switch expression.kind {
    case .literal(let raw): raw
    case .fact(let index): fact(index)
    case .setting(let index): override(of: index) ?? value(book.settings[index].value)
    case .definition(let index): value(book.definitions[index].value)
    case .table(let index): row(of: book.tables[index])
    case .times(let action): ExactArithmetic.product(state.done[action].times, 1_000_000)
    case .daysAgo(let action): daysAgo(action)
    case .unary(let operation, let operand): value(operand).flatMap { apply(operation, $0) }
    case .binary(let operation, let left, let right): apply(operation, value(left), value(right))
    case .between(let middle, let low, let high): between(value(middle), value(low), value(high))
    case .isOneOf(let choice, let words): value(choice).map { words.contains(Int($0)) ? 1 : 0 }
    case .isKnown(let operand): value(operand) == nil ? 0 : 1
    case .conditional(let condition, let then, let otherwise):
      value(condition).flatMap { $0 == 1 ? value(then) : value(otherwise) }
    case .interest(let principal, let rate, let days): interest(value(principal), value(rate), value(days))
    }
  }

  /// Whether a condition is yes; an unknown one is not.
  func holds(_ condition: Expression) -> Bool { value(condition) == 1 }

  /// What the user set in the place of a setting's value.
  func override(of setting: Int) -> Int64? { setting < invoice.settings.count ? invoice.settings[setting] : nil }

  /// A fact on the day of the state: as of today, then moved.
  func fact(_ index: Int) -> Int64? {
    let fact = book.facts[index]
    if fact.motion == .pending { return state.day < invoice.pendingDays ? 1 : 0 }
    guard let today = factToday(index) else { return nil }
    return switch fact.motion {
    case .rising: ExactArithmetic.sum(today, state.day)
    case .falling: ExactArithmetic.difference(today, state.day)
    case .fixed, .pending: today
    }
  }

  private func factToday(_ index: Int) -> Int64? {
    if index < invoice.facts.count, let given = invoice.facts[index] { return given }
    guard let standIn = book.facts[index].defaultValue else { return nil }
    let today = ReferenceReading(book: book, invoice: invoice, state: ReferenceState(invoice, in: book))
    return today.value(standIn)
  }

  /// The days since an action was last begun.
  func daysAgo(_ action: Int) -> Int64? {
    let record = state.done[action]
    if record.times == 0 { return 1_000_000 }
    return record.begun.flatMap { ExactArithmetic.difference(state.day, $0) }
  }

  private func row(of table: Table) -> Int64? {
    guard let key = value(table.key) else { return nil }
    for row in table.rows {
      switch row.match {
      case .upTo(let bound):
        guard let bound = value(bound) else { return nil }
        if key <= bound { return value(row.value) }
      case .words(let words): if words.contains(Int(key)) { return value(row.value) }
      case .otherwise: continue
      }
    }
    for row in table.rows where row.match == .otherwise { return value(row.value) }
    return nil
  }

  private func apply(_ operation: Expression.Unary, _ operand: Int64) -> Int64? {
    switch operation {
    case .not: 1 - operand
    case .negate: ExactArithmetic.difference(0, operand)
    case .floor: ExactArithmetic.wholeBelow(operand)
    case .ceil: ExactArithmetic.wholeAbove(operand)
    }
  }

  private func apply(_ operation: Expression.Binary, _ left: Int64?, _ right: Int64?) -> Int64? {
    // Only these two may be known although a side is not.
    switch operation {
    case .and where left == 0 || right == 0: return 0
    case .or where left == 1 || right == 1: return 1
    default: break
    }
    guard let left, let right else { return nil }
    return switch operation {
    case .and: 1
    case .or: 0
    case .less: left < right ? 1 : 0
    case .lessOrEqual: left <= right ? 1 : 0
    case .greater: left > right ? 1 : 0
    case .greaterOrEqual: left >= right ? 1 : 0
    case .equal: left == right ? 1 : 0
    case .notEqual: left != right ? 1 : 0
    case .add: ExactArithmetic.sum(left, right)
    case .subtract: ExactArithmetic.difference(left, right)
    // One factor is always a number or a percentage, and every quotient is one or is divided by one: all in millionths.
    case .multiply: ExactArithmetic.share(left, of: right)
    case .divide: ExactArithmetic.rounded(Int128(left) * 1_000_000, over: Int128(right))
    case .minimum: min(left, right)
    case .maximum: max(left, right)
    }
  }

  private func between(_ middle: Int64?, _ low: Int64?, _ high: Int64?) -> Int64? {
    guard let middle, let low, let high else { return nil }
    return low <= middle && middle <= high ? 1 : 0
  }

  private func interest(_ principal: Int64?, _ rate: Int64?, _ days: Int64?) -> Int64? {
    guard let principal, let rate, let days else { return nil }
    return ExactArithmetic.interest(principal, rate: rate, days: max(0, days))
  }
}
