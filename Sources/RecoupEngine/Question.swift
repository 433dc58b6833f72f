import RecoupRules

/// An unknown fact that is worth finding out: one of its answers changes the advice.
public struct Question: Hashable, Sendable {
  /// What an answer would change.
  public struct Answer: Hashable, Sendable {
    /// The values that the answer stands for, as raw counts of the fact's type: a single one of yes or no and of words;
    /// of a number neighbours that have the same advice, from the first to the last.
    public var values: ClosedRange<Int64>
    /// The advice once it is given.
    public var recommendation: Decision.Recommendation
    /// What is won by acting on that advice instead of the one without the answer, if the answer is true: from 0, in the
    /// currency's smallest unit; 0 where the advice stays. Of several values the larger gain of the first and the last.
    public var gain: Double
    /// Whether that advice was shown for every one of its values; else only for the first, the last and some between.
    public var isProved: Bool

    /// The action that is advised, if one is.
    public var action: Int? { recommendation.action }
  }

  /// The fact.
  public var fact: Int
  /// Every answer: no and yes, the words in the order of their declaration, or the values of a number in ascending order,
  /// from end to end of its domain (see `Axis.domain`).
  public var answers: [Answer]

  /// The largest gain of its answers.
  public var gain: Double {
    var largest = 0.0
    for answer in answers where answer.gain > largest { largest = answer.gain }
    return largest
  }
}

extension Advisor {
  /// The unknown facts that would change a decision, each asked by itself: those with the largest gain first, others in
  /// the order of their declaration. Left out are `pending`, and `promised_in`, which is unknown where there is no promise.
  ///
  /// What an answer is worth is what the new advice brings more than following the old one, if the answer is true. The
  /// old action is worth what it is then as a first step; where it is then closed, it is taken for nothing: its outlay
  /// and its time are lost before the best way begins. Old advice to wait loses that time; old advice to do nothing, or
  /// to wait without end, is worth 0.
  public func questions(about invoice: Case, given decision: Decision) -> [Question] {
    questions(about: invoice, given: decision) { Axis.fact($0).domain(around: nil, in: book) }
  }

  /// The same, with other values of numbers than the usual ones.
  func questions(
    about invoice: Case, given decision: Decision, over domain: (_ fact: Int) -> ClosedRange<Int64>
  ) -> [Question] {
    let evaluator = Evaluator(program, invoice)
    var questions: [Question] = []
    for fact in book.facts.indices where Advisor.isAsked(fact) && evaluator.facts[fact] == nil {
      let answers =
        if let values = Axis.fact(fact).allValues(in: book) {
          values.compactMap { answer(fact, $0, invoice, decision) }
        } else {
          self.answers(fact, over: domain(fact), invoice, decision)
        }
      if answers.contains(where: { $0.recommendation != decision.recommendation }) {
        questions.append(Question(fact: fact, answers: answers))
      }
    }
    return questions.sorted { $0.gain > $1.gain || ($0.gain == $1.gain && $0.fact < $1.fact) }
  }

  private static func isAsked(_ fact: Int) -> Bool {
    fact != RuleBook.Builtin.pending && fact != RuleBook.Builtin.promisedIn
  }

  /// The answers of a number: its values by the advice that they lead to.
  private func answers(
    _ fact: Int, over domain: ClosedRange<Int64>, _ invoice: Case, _ before: Decision
  ) -> [Question.Answer] {
    guard let line = try? line(along: .fact(fact), over: domain, in: invoice) else { return [] }
    var answers: [Question.Answer] = []
    for stretch in line.stretches {
      if let last = answers.last, last.recommendation == stretch.recommendation {
        answers[answers.count - 1].values = last.values.lowerBound...stretch.values.upperBound
        answers[answers.count - 1].isProved = last.isProved && stretch.isProved
      } else {
        answers.append(
          .init(
            values: stretch.values, recommendation: stretch.recommendation, gain: 0, isProved: stretch.isProved))
      }
    }
    for (index, answer) in answers.enumerated() where answer.recommendation != before.recommendation {
      let (first, last) = (answer.values.lowerBound, answer.values.upperBound)
      for end in first == last ? [first] : [first, last] {
        let gain = self.answer(fact, end, invoice, before)?.gain ?? 0
        answers[index].gain = max(answers[index].gain, gain)
      }
    }
    return answers
  }
}
