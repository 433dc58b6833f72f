import RecoupEngine
import RecoupRules

extension AdviceReport {
  /// The questions whose answers would change the advice, the most telling first.
  ///
  /// - Parameters:
  ///   - most: How many are told; nil for all, and then also the answers that leave the advice as it is.
  func questions(_ advice: Advice, _ questions: [Question], most: Int?, _ page: inout Page) {
    if questions.isEmpty { return }
    page.heading(paint.bold(say("Worth finding out", "À éclaircir")))
    for question in questions.prefix(most ?? questions.count) {
      page.paragraph("- " + words.question(question.fact), indent: 2, hanging: 2)
      var outcomes: [Outcome] = []
      var same: [String] = []
      for (place, answer) in question.answers.enumerated() {
        let value = words.answer(place, of: question)
        if answer.recommendation == advice.decision.recommendation {
          same.append(value)
          continue
        }
        let index = outcomes.firstIndex { $0.recommendation == answer.recommendation } ?? outcomes.count
        if index == outcomes.count { outcomes.append(Outcome(recommendation: answer.recommendation)) }
        outcomes[index].answers.append(outcomes[index].answers.isEmpty ? value : value.withinSentence)
        outcomes[index].gain = max(outcomes[index].gain, answer.gain)
        if answer.values.lowerBound < answer.values.upperBound { outcomes[index].isOneValue = false }
      }
      for outcome in outcomes {
        let answers = outcome.answers.joined(separator: say(" or ", " ou "))
        let advised = words.outcome(outcome.recommendation) + gain(of: outcome)
        page.paragraph(say("\(answers): \(advised)", "\(answers) : \(advised)"), indent: 4, hanging: 4)
      }
      if most == nil, !same.isEmpty {
        let answers = same.count == 1 ? same[0] : say("any other answer", "toute autre réponse")
        page.paragraph(say("\(answers): no change", "\(answers) : aucun changement"), indent: 4, hanging: 4)
      }
    }
    let left = questions.count - (most ?? questions.count)
    if left > 0 {
      page.paragraph(
        say(
          "… and \(say.count(left, "question", "questions")) more",
          "… et \(say.count(left, "autre question", "autres questions"))"), indent: 2)
    }
  }

  /// What answers that lead to one advice would bring.
  private struct Outcome {
    var recommendation: Decision.Recommendation
    var answers: [String] = [] {
      didSet { if answers.count > 1 { isOneValue = false } }
    }
    /// Whether it is a single answer that stands for a single value.
    var isOneValue = true
    var gain = 0.0
  }

  /// What is won over following the advice as it is.
  private func gain(of outcome: Outcome) -> String {
    if outcome.gain < 0.5 { return "" }
    let gain = words.money(outcome.gain)
    return outcome.isOneValue
      ? say(" (\(gain) more)", " (\(gain) de plus)")
      : say(" (up to \(gain) more)", " (jusqu'à \(gain) de plus)")
  }

  /// How many questions are shown.
  static var mostQuestions: Int { 3 }
}
