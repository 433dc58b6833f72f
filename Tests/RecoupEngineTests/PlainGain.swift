@testable import RecoupEngine
import RecoupRules
import RecoupTesting

/// What it is worth to know a fact, by the words of the definition and the slow reading of the reference.
enum PlainGain {
  /// A single value as an answer; `known` is the case in which it was given.
  static func answer(_ book: RuleBook, _ known: Case, _ answer: Int64, _ before: Decision) -> Question.Answer {
    let decision = ReferenceAdvisor(book).decide(known)
    let advice = decision.recommendation
    if advice == before.recommendation { return single(answer, advice, 0) }
    let new = advice == .nothing ? 0 : decision.options.map { $0.value }.max() ?? 0
    func later(_ days: Int64, _ invoice: Case) -> Double {
      let best = ReferenceAdvisor(book).decide(invoice.later(by: days, in: book)).options.map { $0.value }.max() ?? 0
      let rate = book.weighing.costOfMoney.flatMap { Advisor(book).value(of: $0, in: known) } ?? 0
      return best <= 0 ? 0 : best * (1 / (1 + (Double(rate) / 1_000_000 * Double(days)) / 365))
    }
    var old = 0.0
    switch before.recommendation {
    case .action(let action):
      if let option = decision.options.first(where: { $0.action == action && $0.opens == 0 }) {
        old = option.value
      } else if let step = before.bestOption?.plan[0] {
        var done = known
        done.done[action] = Case.Done(times: done.done[action].times + 1, daysAgo: 0)
        old = later(step.ends, done) - Double(step.outlay)
      }
    case .wait: old = before.until.map { later($0, known) } ?? 0
    case .nothing: break
    }
    return single(answer, advice, max(0, new - old))
  }

  private static func single(_ value: Int64, _ advice: Decision.Recommendation, _ gain: Double) -> Question.Answer {
    Question.Answer(values: value...value, recommendation: advice, gain: gain, isProved: true)
  }
}
