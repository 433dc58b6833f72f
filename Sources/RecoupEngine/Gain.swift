import RecoupQuantities
import RecoupRules

extension Advisor {
  /// A single value as an answer, with what it is worth to know it; nil if it cannot be decided.
  func answer(_ fact: Int, _ value: Int64, _ invoice: Case, _ before: Decision) -> Question.Answer? {
    let known = invoice.with(value, for: fact)
    guard let decision = try? decide(known) else { return nil }
    var answer = Question.Answer(
      values: value...value, recommendation: decision.recommendation, gain: 0, isProved: true)
    if decision.recommendation == before.recommendation { return answer }
    let new = decision.recommendation == .nothing ? 0 : decision.bestOption?.value ?? 0
    let gain = new - worth(ofFollowing: before, known, decision)
    answer.gain = gain > 0 ? gain : 0
    return answer
  }

  /// What old advice brings once more is known.
  private func worth(ofFollowing before: Decision, _ known: Case, _ decision: Decision) -> Double {
    switch before.recommendation {
    case .action(let action):
      for option in decision.options where option.action == action && option.opens == 0 { return option.value }
      guard let step = before.bestOption?.plan.first else { return 0 }
      var done = known
      while done.done.count < book.actions.count { done.done.append(.never) }
      let (times, overflow) = done.done[action].times.addingReportingOverflow(1)
      done.done[action] = Case.Done(times: overflow ? .max : times, daysAgo: 0)
      return best(after: step.ends, of: done) - Double(step.outlay)
    case .wait: return before.until.map { best(after: $0, of: known) } ?? 0
    case .nothing: return 0
    }
  }

  /// What the best way brings that begins some days later, as money is worth today; 0 if none brings anything.
  private func best(after days: Int64, of invoice: Case) -> Double {
    guard let later = try? decide(invoice.later(by: days, in: book)), let best = later.bestOption, best.value > 0
    else { return 0 }
    let rate = book.weighing.costOfMoney.flatMap { value(of: $0, in: invoice) } ?? 0
    return best.value * Weigher.discount(Double(rate) / Double(millionthsInOne), days)
  }
}

extension Decision.Recommendation {
  /// The action that is advised, if one is.
  public var action: Int? {
    switch self {
    case .action(let action): action
    case .wait, .nothing: nil
    }
  }
}
