import RecoupRules

extension Advisor {
  /// What a plan is worth in a case, step by step on its days: its Q, in the currency's smallest unit; nil if a step is
  /// not open on its day.
  func value(of plan: [Step], in invoice: Case) -> Double? {
    steps(of: plan, in: invoice)?.reversed().reduce(0) { $1.gain + (1 - $1.chance) * $0 }
  }

  /// The least that a plan can be worth where each of its chances is anywhere between what it is in two cases, which
  /// differ in nothing else.
  func leastValue(of plan: [Step], between low: Case, and high: Case) -> Double? {
    guard let lowest = steps(of: plan, in: low), let highest = steps(of: plan, in: high) else { return nil }
    return zip(lowest, highest).reversed().reduce(0) { rest, step in
      min(step.0.gain + (1 - step.0.chance) * rest, step.1.gain + (1 - step.1.chance) * rest)
    }
  }

  private func steps(of plan: [Step], in invoice: Case) -> [(chance: Double, gain: Double)]? {
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
    return steps
  }
}
