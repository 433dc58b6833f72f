import RecoupRules

extension Advisor {
  /// How many values of a number are decided to prove where its answers part, unless it is to be thorough; it is then
  /// tried where conditions meet, and the way to each change is halved.
  static let fewDecisions = 8
  /// The same for a fact of days, which may open something else on each of them: enough for all that are likely.
  static let daysDecisions = 200

  /// The answers of an unknown number: its values by the advice that they lead to.
  func answers(
    _ fact: Int, over domain: ClosedRange<Int64>, _ assumptions: Assumptions, budget: Int, _ invoice: Case,
    _ before: Decision
  ) -> [Question.Answer] {
    var search = LineSearch(
      assumptions, .fact(fact), invoice, marks: marks(fact, within: domain, invoice))
    do {
      try search.walk(from: domain.lowerBound, to: domain.upperBound, isStopping: false, budget: budget)
    } catch {
      return []
    }
    return search.spans.map { span in
      var gain = 0.0
      if span.recommendation != before.recommendation {
        for end in span.first == span.last ? [span.first] : [span.first, span.last] {
          gain = max(gain, answer(fact, end, invoice, before)?.gain ?? 0)
        }
      }
      return Question.Answer(
        values: span.first...span.last, recommendation: span.recommendation, gain: gain, isProved: span.isProved)
    }
  }

  /// Where something that is read from a fact may turn; no more than `mostMarks`.
  private func marks(_ fact: Int, within domain: ClosedRange<Int64>, _ invoice: Case) -> [Int64] {
    let inputs = VariedInputs(fact: fact, in: Evaluator(program, invoice), given: invoice.facts)
    let nodes = program.nodes.indices.map { Int32($0) }.filter { inputs.touches($0) }
    let marks = Set(program.marks(fact, from: nil, nodes, in: invoice))
    let sorted = marks.filter { domain.contains($0) }.sorted()
    if sorted.count <= Advisor.mostMarks { return sorted }
    return (0..<Advisor.mostMarks).map { sorted[$0 * sorted.count / Advisor.mostMarks] }
  }

  static let mostMarks = 30
}
