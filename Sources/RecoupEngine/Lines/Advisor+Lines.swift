public import RecoupRules

extension Advisor {
  /// The advice on a case with another value on an axis.
  public func decide(_ invoice: Case, with value: Int64, on axis: Axis) throws(Problem) -> Decision {
    let assumptions = Assumptions(book)
    return try assumptions.advisor.decide(assumptions.vary(axis, to: value, in: invoice))
  }

  /// The value on an axis today: a fact that is given or its default, a setting, the middle of a chance's range; nil if
  /// it is unknown.
  public func value(on axis: Axis, in invoice: Case) -> Int64? {
    let evaluator = Evaluator(program, invoice)
    switch axis {
    case .fact(RuleBook.Builtin.pending): return invoice.pendingDays
    case .fact(let fact): return evaluator.facts[fact]
    case .setting(let setting):
      return value(of: Expression(.setting(setting), book.settings[setting].value.type), in: invoice)
    case .chance(let action):
      let clause = book.actions[action].chance
      guard let low = value(of: clause.low, in: invoice) else { return nil }
      guard let high = clause.high else { return low }
      return value(of: high, in: invoice).map { low + ($0 - low) / 2 }
    }
  }

  /// The advice along an axis, from the lower to the upper end of some values.
  ///
  /// - Parameters:
  ///   - values: The values; all of them for facts of yes or no and of words, whatever is given.
  ///   - points: How many values to decide at least, evenly from end to end, where there are so many.
  public func line(
    along axis: Axis, over values: ClosedRange<Int64>, points: Int = 2, in invoice: Case
  ) throws(Problem) -> Line {
    var line = Line(axis: axis, today: value(on: axis, in: invoice), points: [], stretches: [])
    let assumptions = Assumptions(book)
    func point(_ value: Int64) throws(Problem) -> Line.Point {
      let decision = try assumptions.advisor.decide(assumptions.vary(axis, to: value, in: invoice))
      var point = Line.Point(
        value: value, recommendation: decision.recommendation, best: decision.bestOption?.action,
        values: book.actions.map { _ in nil }, opens: book.actions.map { _ in nil })
      for option in decision.options {
        point.values[option.action] = option.value
        point.opens[option.action] = option.opens
      }
      return point
    }
    let count = Int64(max(2, points) - 1)
    var next = values.lowerBound
    for index in 0...count {
      let value = values.lowerBound + (values.upperBound - values.lowerBound) * index / count
      if value < next { continue }
      line.points.append(try point(value))
      next = value + 1
    }
    for point in line.points {
      if line.stretches.last?.recommendation == point.recommendation {
        line.stretches[line.stretches.count - 1].values = line.stretches.last!.values.lowerBound...point.value
      } else {
        line.stretches.append(
          .init(values: point.value...point.value, recommendation: point.recommendation, isProved: false))
      }
    }
    return line
  }
}
