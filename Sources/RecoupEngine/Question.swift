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
  ///
  /// - Parameter isThorough: Whether to prove where the answers of a number part, as far as can be, which may take many
  ///   decisions; else few are made, and neighbours that are other in between may be missed (see `Answer.isProved`).
  public func questions(about invoice: Case, given decision: Decision, isThorough: Bool = false) -> [Question] {
    let budget = isThorough ? Advisor.mostDecisions : Advisor.fewDecisions
    return questions(about: invoice, given: decision, budget: budget) { Axis.fact($0).domain(around: nil, in: book) }
  }

  /// The same, with other values of numbers than the usual ones, of which as many are decided as the budget allows.
  func questions(
    about invoice: Case, given decision: Decision, budget: Int, over domain: (_ fact: Int) -> ClosedRange<Int64>
  ) -> [Question] {
    let evaluator = Evaluator(program, invoice)
    let assumptions = Assumptions(book)
    var questions: [Question] = []
    for fact in book.facts.indices where Advisor.isAsked(fact) && evaluator.facts[fact] == nil {
      let most = book.facts[fact].type == .days ? max(budget, Advisor.daysDecisions) : budget
      let answers =
        if let values = Axis.fact(fact).allValues(in: book) {
          values.compactMap { answer(fact, $0, invoice, decision) }
        } else {
          self.answers(fact, over: domain(fact), assumptions, budget: most, invoice, decision)
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
}
