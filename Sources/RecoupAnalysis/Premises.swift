import RecoupEngine
import RecoupQuantities
import RecoupRules

/// The space of a book's cases, with the conditions that a review asks about.
struct Premises {
  /// From which day on an invoice that is not due yet is looked at.
  static let firstDay: Int64 = -30

  let space: CaseSpace
  /// The same without cases in which nobody knows when a step was taken: the answer asks for the day there.
  let dated: CaseSpace
  /// The same without cases in which something was done already.
  let untouched: CaseSpace
  /// By action: its requirements.
  private(set) var requirements: [[Proposition]] = []
  /// By action: that it was never done.
  private(set) var undone: [Proposition] = []
  /// That it is due, or will be soon.
  private(set) var isNearlyDue = Proposition.any([])
  /// Of each fact with words or of yes or no, that it is known.
  private(set) var isKnown: [(fact: Int, proposition: Proposition)] = []
  /// Of each word of each choice, that it is so.
  private(set) var words: [Proposition] = []
  /// By table: of each row, that it is the one that holds for the key; then that the key is known and no row holds.
  private(set) var rows: [[Proposition]] = []
  private(set) var noRow: [Proposition] = []
  /// By action: the values of its clauses, with what would be out of their bounds.
  private(set) var bounds: [[ClauseBound]] = []

  /// A value of a clause that is beyond what can be used of it.
  struct ClauseBound {
    /// What is wrong with it, in a few words.
    var message: String
    var value: Expression
    var isBeyond: Proposition
  }

  init(_ book: RuleBook) {
    var conditions: [Expression] = []
    func ask(_ condition: Expression) -> Proposition {
      conditions.append(condition)
      return .condition(conditions.count - 1)
    }
    for action in book.actions { requirements.append(action.requirements.map { ask($0.condition) }) }
    for action in book.actions.indices {
      undone.append(ask(.compare(.equal, Expression(.times(action: action), .number), .literal(0, .number))))
    }
    for (index, fact) in book.facts.enumerated() where index >= Fact.builtins.count {
      switch fact.type {
      case .truth, .choice:
        conditions.append(Expression(.fact(index), fact.type))
        isKnown.append((index, .isKnown(conditions.count - 1)))
      case .money, .days, .number, .percent: break
      }
    }
    for (index, fact) in book.facts.enumerated() {
      for word in fact.words.indices {
        words.append(ask(Expression(.isOneOf(Expression(.fact(index), fact.type), words: [word]), .truth)))
      }
    }
    let daysOverdue = Expression(.fact(RuleBook.Builtin.daysOverdue), .days)
    isNearlyDue = ask(.compare(.greaterOrEqual, daysOverdue, .literal(Premises.firstDay, .days)))
    for table in book.tables {
      conditions.append(table.key)
      let isKnown = Proposition.isKnown(conditions.count - 1)
      var matches: [Proposition] = []
      for row in table.rows {
        switch row.match {
        case .upTo(let bound): matches.append(ask(.compare(.lessOrEqual, table.key, bound)))
        case .words(let words): matches.append(ask(Expression(.isOneOf(table.key, words: words), .truth)))
        case .otherwise: matches.append(.any([]))
        }
      }
      var chosen: [Proposition] = []
      for (index, row) in table.rows.enumerated() {
        if case .otherwise = row.match {
          chosen.append(.all([isKnown] + matches.map { .not($0) }))
        } else {
          chosen.append(.all([matches[index]] + matches[..<index].map { .not($0) }))
        }
      }
      rows.append(chosen)
      let hasRest = table.rows.contains { if case .otherwise = $0.match { true } else { false } }
      noRow.append(hasRest ? .any([]) : .all([isKnown] + matches.map { .not($0) }))
    }
    for action in book.actions {
      bounds.append(
        Premises.limits(of: action).map { limit in
          let edge = Expression.literal(limit.edge, limit.value.type)
          let isBeyond = ask(.compare(limit.isUpper ? .greater : .less, limit.value, edge))
          return ClauseBound(message: limit.message, value: limit.value, isBeyond: isBeyond)
        })
    }
    space = CaseSpace(book, conditions: conditions)
    var dated = space
    dated.isDated = true
    self.dated = dated
    var untouched = space
    untouched.isUntouched = true
    self.untouched = untouched
  }

  private typealias Limit = (message: String, value: Expression, edge: Int64, isUpper: Bool)

  private static func limits(of action: Action) -> [Limit] {
    var all: [Limit] = []
    func shares(_ value: Expression?, _ name: String) {
      guard let value else { return }
      all.append(("\(name) can be above 100%", value, millionthsInOne, true))
      all.append(("\(name) can be below 0%", value, 0, false))
    }
    func atLeastNone(_ value: Expression?, _ name: String) {
      if let value { all.append(("\(name) can be below 0", value, 0, false)) }
    }
    func scaled(_ value: Expression) -> Expression {
      guard let scale = action.chance.scale else { return value }
      return Expression(.binary(.multiply, value, scale), .percent, span: value.span)
    }
    shares(scaled(action.chance.low), "the chance")
    if let high = action.chance.high { shares(scaled(high), "the chance") }
    shares(action.recovers, "what it recovers")
    shares(action.fee?.rate, "the fee")
    atLeastNone(action.fee?.minimum, "the least fee")
    atLeastNone(action.fee?.maximum, "the most fee")
    atLeastNone(action.cost, "the cost")
    atLeastNone(action.effort, "the effort")
    shares(action.strain, "the strain")
    atLeastNone(action.takes, "the time it takes")
    return all
  }
}

extension Expression {
  static func literal(_ raw: Int64, _ type: ValueType) -> Expression { Expression(.literal(raw), type) }

  static func compare(_ operation: Binary, _ left: Expression, _ right: Expression) -> Expression {
    Expression(.binary(operation, left, right), .truth)
  }
}
