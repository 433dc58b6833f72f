import RecoupQuantities
import RecoupRules

extension Advisor {
  /// The value on an axis today: a fact that is given or its default, a setting, the middle of a chance's range; nil if
  /// it is unknown.
  public func value(on axis: Axis, in invoice: Case) -> Int64? {
    var evaluator = Evaluator(program, invoice)
    switch axis {
    case .fact(RuleBook.Builtin.pending): return invoice.pendingDays
    case .fact(let fact): return evaluator.facts[fact]
    case .setting(let setting):
      if let given = evaluator.settings[setting] { return given }
      let node = program.settings[setting]
      return node < 0 ? value(of: book.settings[setting].value, in: invoice) : evaluator.value(node)
    case .chance(let action):
      let clauses = program.clauses[action]
      guard let low = evaluator.value(clauses.low) else { return nil }
      if clauses.high < 0 { return low }
      return evaluator.value(clauses.high).flatMap { HalfEven.divide(Int128(low) + Int128($0), by: 2) }
    }
  }

  /// The advice along an axis, from the lower to the upper end of some values.
  ///
  /// - Parameters:
  ///   - values: The values, as far as they are within 2⁶¹; all of them for facts of yes or no and of words, whatever
  ///     is given.
  ///   - points: How many values to decide at least, evenly from end to end, where there are so many.
  public func line(
    along axis: Axis, over values: ClosedRange<Int64>, points: Int = 2, in invoice: Case
  ) throws(Problem) -> Line {
    let assumptions = Assumptions(book)
    let all = axis.allValues(in: book)
    // So that the distance between two values fits in 64 bits.
    let range = all.map { $0[0]...$0[$0.count - 1] } ?? values.clamped(to: -(1 << 61)...(1 << 61))
    var search = LineSearch(assumptions, axis, invoice)
    try search.walk(from: range.lowerBound, to: range.upperBound, isStopping: false, budget: Advisor.mostDecisions)
    var marks: Set<Int64> = []
    for span in search.spans { marks.formUnion([span.first, span.last]) }
    let width = range.upperBound - range.lowerBound
    let count = min(Int64(max(2, points) - 1), max(1, width))
    for index in 0...count { marks.insert(range.lowerBound + part(index, of: count, width)) }
    var line = Line(axis: axis, today: value(on: axis, in: invoice), points: [], stretches: [])
    for value in (all ?? marks.sorted()) {
      line.points.append(
        Line.Point(value, try assumptions.advisor.decide(assumptions.vary(axis, to: value, in: invoice)), book))
    }
    line.stretches = search.spans.map {
      Line.Stretch(values: $0.first...$0.last, recommendation: $0.recommendation, isProved: $0.isProved)
    }
    return line
  }

  /// The most values of a line that are decided to prove its stretches.
  static var mostDecisions: Int { 4_000 }

  /// `index / count` of a width, rounded down, without an overflow.
  private func part(_ index: Int64, of count: Int64, _ width: Int64) -> Int64 {
    width / count * index + width % count * index / count
  }
}

extension Line.Point {
  fileprivate init(_ value: Int64, _ decision: Decision, _ book: RuleBook) {
    self.init(
      value: value, recommendation: decision.recommendation, best: decision.bestOption?.action,
      values: book.actions.map { _ in nil }, opens: book.actions.map { _ in nil })
    for option in decision.options {
      values[option.action] = option.value
      opens[option.action] = option.opens
    }
  }
}
