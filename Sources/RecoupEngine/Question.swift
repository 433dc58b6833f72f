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
    /// Whether the advice without the answer can be followed if the answer is true; if not, all that the new advice brings
    /// counts as gained.
    public var keepsAdvice: Bool

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
  /// To follow the old advice under an answer is worth what its action is worth then as a first step; 0 if that can then
  /// not be taken today, or if no action was advised. The new advice is worth its best option; 0 if it is to do nothing.
  public func questions(about invoice: Case, given decision: Decision) -> [Question] {
    let evaluator = Evaluator(program, invoice)
    var questions: [Question] = []
    for (fact, declared) in book.facts.enumerated()
    where fact != RuleBook.Builtin.pending && evaluator.facts[fact] == nil {
      guard let values = declared.allValues else { continue }
      let answers = values.compactMap { answer(fact, $0, invoice, decision.recommendation) }
      if answers.contains(where: { $0.recommendation != decision.recommendation }) {
        questions.append(Question(fact: fact, answers: answers))
      }
    }
    return questions.sorted { $0.gain > $1.gain || ($0.gain == $1.gain && $0.fact < $1.fact) }
  }

  private func answer(
    _ fact: Int, _ value: Int64, _ invoice: Case, _ before: Decision.Recommendation
  ) -> Question.Answer? {
    guard let decision = try? decide(invoice.with(value, for: fact)) else { return nil }
    var answer = Question.Answer(value: value, recommendation: decision.recommendation, gain: 0, keepsAdvice: true)
    if decision.recommendation == before { return answer }
    var new = 0.0
    if decision.recommendation != .nothing, let best = decision.bestOption { new = best.value }
    let old = decision.options.first { $0.action == before.action && $0.opens == 0 }
    answer.keepsAdvice = old != nil || before == .nothing
    answer.gain = max(0, new - (old?.value ?? 0))
    return answer
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
