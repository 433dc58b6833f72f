import RecoupEngine
import RecoupRules

extension AdviceReport {
  /// Whether the advice hangs on a chance that nobody has counted.
  func trust(_ advice: Advice, _ findings: Findings, _ page: inout Page) {
    if advice.decision.options.isEmpty { return }
    page.heading(paint.bold(say("How far to trust this", "Jusqu'où s'y fier")))
    let steps = advice.decision.options.flatMap { $0.plan }
    if !steps.contains(where: { book.actions[$0.action].chance.high != nil }) {
      return page.paragraph(
        say(
          "The chances in the rules are assumptions without a range, so nothing tells how far they may be off.",
          "Les chances dans les règles sont des hypothèses sans fourchette : rien ne dit de combien elles se trompent."),
        indent: 2)
    }
    let assumed = say(
      "Every chance in the rules is an assumption, given as a range.",
      "Chaque chance dans les règles est une hypothèse, donnée comme une fourchette.")
    if findings.flips.isEmpty {
      page.paragraph(
        assumed
          + say(
            " The advice is the same with each of them at either end of its range.",
            " Le conseil reste le même avec chacune à l'un ou l'autre bout de sa fourchette."), indent: 2)
      return
    }
    page.paragraph(assumed + say(" The advice would be another with:", " Le conseil serait autre avec :"), indent: 2)
    for flip in findings.flips {
      let chance = say.percent(flip.chance)
      let title = words.title(flip.action)
      let instead = words.outcome(flip.recommendation)
      page.paragraph(
        say("- \(chance) for “\(title)”: \(instead)", "- \(chance) pour « \(title) » : \(instead)"), indent: 2,
        hanging: 2)
    }
  }

  /// The questions whose answers would change the advice, the most telling first.
  func questions(_ advice: Advice, _ findings: Findings, _ page: inout Page) {
    if findings.questions.isEmpty { return }
    page.heading(paint.bold(say("Worth finding out", "À savoir")))
    for question in findings.questions.prefix(AdviceReport.mostQuestions) {
      page.paragraph("- " + words.question(question.fact), indent: 2, hanging: 2)
      var outcomes: [(recommendation: Decision.Recommendation, answers: [String], gain: Double)] = []
      for answer in question.answers where answer.recommendation != advice.decision.recommendation {
        let value = words.value(answer.value, of: question.fact)
        if let index = outcomes.firstIndex(where: { $0.recommendation == answer.recommendation }) {
          outcomes[index].answers.append(value)
          outcomes[index].gain = max(outcomes[index].gain, answer.gain)
        } else {
          outcomes.append((answer.recommendation, [value], answer.gain))
        }
      }
      for outcome in outcomes {
        let answers = outcome.answers.joined(separator: " / ")
        let gain =
          outcome.gain < 0.5
          ? "" : say(" (up to \(words.money(outcome.gain)) more)", " (jusqu'à \(words.money(outcome.gain)) de plus)")
        page.paragraph("\(answers): \(words.outcome(outcome.recommendation))\(gain)", indent: 4, hanging: 4)
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

  /// How many questions are shown.
  private static var mostQuestions: Int { 3 }
}
