import RecoupQuantities
import RecoupRules

/// An unknown fact that is worth finding out: one of its answers changes the advice.
public struct Question: Hashable, Sendable {
  /// What an answer would change.
  public struct Answer: Hashable, Sendable {
    /// The answer, as the raw count of the fact's type.
    public var value: Int64
    /// The advice once it is given.
    public var recommendation: Decision.Recommendation
    /// What is won by acting on that advice instead of the one without the answer, if the answer is true: from 0, in the
    /// currency's smallest unit; 0 where the advice stays.
    public var gain: Double

    /// The action that is advised, if one is.
    public var action: Int? { recommendation.action }
  }

  /// The fact.
  public var fact: Int
  /// Every answer: no and yes, or the words in the order of their declaration.
  public var answers: [Answer]

  /// The largest gain of its answers.
  public var gain: Double {
    var largest = 0.0
    for answer in answers where answer.gain > largest { largest = answer.gain }
    return largest
  }
}

extension Advisor {
  /// The unknown facts of yes or no or of words that would change a decision, each asked by itself: those with the
  /// largest gain first, others in the order of their declaration.
  ///
  /// What an answer is worth is what the new advice brings more than following the old one, if the answer is true. The
  /// old action is worth what it is then as a first step; where it is then closed, it is taken for nothing: its outlay
  /// and its time are lost before the best way begins. Old advice to wait loses that time; old advice to do nothing, or
  /// to wait without end, is worth 0.
  public func questions(about invoice: Case, given decision: Decision) -> [Question] {
    let evaluator = Evaluator(program, invoice)
    var questions: [Question] = []
    for (fact, declared) in book.facts.enumerated()
    where fact != RuleBook.Builtin.pending && evaluator.facts[fact] == nil {
      guard let values = declared.allValues else { continue }
      let answers = values.compactMap { answer(fact, $0, invoice, decision) }
      if answers.contains(where: { $0.recommendation != decision.recommendation }) {
        questions.append(Question(fact: fact, answers: answers))
      }
    }
    return questions.sorted { $0.gain > $1.gain || ($0.gain == $1.gain && $0.fact < $1.fact) }
  }

  private func answer(_ fact: Int, _ value: Int64, _ invoice: Case, _ before: Decision) -> Question.Answer? {
    let known = invoice.with(value, for: fact)
    guard let decision = try? decide(known) else { return nil }
    var answer = Question.Answer(value: value, recommendation: decision.recommendation, gain: 0)
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

extension Fact {
  /// Every value of a fact of yes or no or of words; nil for a number.
  var allValues: [Int64]? {
    switch type {
    case .truth: [0, 1]
    case .choice: words.indices.map { Int64($0) }
    case .money, .days, .number, .percent: nil
    }
  }
}
