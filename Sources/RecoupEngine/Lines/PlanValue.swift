import RecoupRules

extension Advisor {
  /// What a plan is worth in a case, step by step on its days: its Q, in the currency's smallest unit; nil if a step is
  /// not open on its day.
  func value(of plan: [Step], in invoice: Case) -> Double? {
    var weigher = Weigher(program, invoice)
    var strain = strainOfToday(&weigher)
    var steps: [(chance: Double, gain: Double)] = []
    for step in plan {
      weigher.evaluator.move(to: step.day)
      guard let terms = weigher.openTerms(of: step.action) else { return nil }
      steps.append((terms.chance, terms.gain(after: strain)))
      strain = max(strain, terms.strain)
      _ = weigher.evaluator.take(step.action, on: step.day)
    }
    return steps.reversed().reduce(0) { $1.gain + (1 - $1.chance) * $0 }
  }
}
