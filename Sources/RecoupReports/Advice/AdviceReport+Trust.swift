import RecoupEngine
import RecoupRules

extension AdviceReport {
  /// Whether the advice hangs on a chance that nobody has counted.
  func trust(_ advice: Advice, _ findings: Findings, _ page: inout Page) {
    if advice.decision.options.isEmpty { return }
    page.heading(paint.bold(say("How far to trust this", "Jusqu'où s'y fier")))
    let steps = advice.decision.options.flatMap { $0.plan }
    if steps.allSatisfy({ $0.chance == 0 || $0.chance == 1 }) {
      return page.paragraph(
        say("This advice hangs on no chance.", "Ce conseil ne dépend d'aucune probabilité."), indent: 2)
    }
    if !steps.contains(where: { book.actions[$0.action].chance.high != nil }) {
      return page.paragraph(
        say(
          "The chances in the rules are assumptions without a range, so nothing tells how far off they may be.",
          "Les probabilités des règles sont des hypothèses sans fourchette : rien ne dit de combien elles se trompent."),
        indent: 2)
    }
    let assumed = say(
      "Every chance in the rules is an assumption, given as a range.",
      "Chaque probabilité des règles est une hypothèse, donnée sous forme de fourchette.")
    if findings.trust.flips.isEmpty {
      page.paragraph(
        assumed
          + say(
            " The advice is the same with any one of them at either end of its range.",
            " Le conseil reste le même si l'une d'elles est à l'un ou l'autre bout de sa fourchette."), indent: 2)
      return
    }
    page.paragraph(assumed + say(" The advice would change with:", " Le conseil changerait avec :"), indent: 2)
    for flip in findings.trust.flips {
      let chance = say.percent(flip.assumed.chance)
      let title = words.title(flip.assumed.action)
      let instead = words.outcome(flip.recommendation)
      page.paragraph(
        say("- \(chance) for “\(title)”: \(instead)", "- \(chance) pour « \(title) » : \(instead)"), indent: 2,
        hanging: 2)
    }
  }

  /// The questions whose answers would change the advice, the most telling first.
  func questions(_ advice: Advice, _ findings: Findings, _ page: inout Page) {
    if findings.questions.isEmpty { return }
    page.heading(paint.bold(say("Worth finding out", "À éclaircir")))
    for question in findings.questions.prefix(AdviceReport.mostQuestions) {
      page.paragraph("- " + words.question(question.fact), indent: 2, hanging: 2)
      var outcomes: [Outcome] = []
      for answer in question.answers where answer.recommendation != advice.decision.recommendation {
        let index = outcomes.firstIndex { $0.recommendation == answer.recommendation } ?? outcomes.count
        if index == outcomes.count { outcomes.append(Outcome(recommendation: answer.recommendation)) }
        let value = words.value(answer.value, of: question.fact)
        outcomes[index].answers.append(outcomes[index].answers.isEmpty ? value : value.withinSentence)
        outcomes[index].gain = max(outcomes[index].gain, answer.gain)
      }
      for outcome in outcomes {
        let answers = outcome.answers.joined(separator: say(" or ", " ou "))
        let advised = words.outcome(outcome.recommendation) + gain(of: outcome)
        page.paragraph(say("\(answers): \(advised)", "\(answers) : \(advised)"), indent: 4, hanging: 4)
      }
    }
    let left = findings.questions.count - AdviceReport.mostQuestions
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
    var answers: [String] = []
    var gain = 0.0
  }

  /// What is won over following the advice as it is.
  private func gain(of outcome: Outcome) -> String {
    if outcome.gain < 0.5 { return "" }
    let gain = words.money(outcome.gain)
    return outcome.answers.count == 1
      ? say(" (\(gain) more)", " (\(gain) de plus)")
      : say(" (up to \(gain) more)", " (jusqu'à \(gain) de plus)")
  }

  /// How many questions are shown.
  private static var mostQuestions: Int { 3 }
}
