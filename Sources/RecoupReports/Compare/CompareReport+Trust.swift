import RecoupEngine
import RecoupRules

/// How far to trust the advice, range by range.
extension CompareReport {
  /// What each range of a chance does to the advice, and what all together do.
  func trust(_ advice: Advice, _ trust: Trust, _ page: inout Page) {
    page.heading(answer.paint.bold(say("How far to trust this", "Jusqu'où s'y fier")))
    if let told = words.withoutRanges(advice.decision, trust) { return page.paragraph(told, indent: 2) }
    page.paragraph(
      say(
        "Every chance in the rules is an assumption, given as a range; the ranges here are before the invoice's age and what is known move them.",
        "Chaque probabilité des règles est une hypothèse, donnée sous forme de fourchette ; les fourchettes sont ici celles d'avant l'effet de l'âge de la facture et de ce qu'on sait."
      ), indent: 2)
    let turning = trust.ranges.filter { range in trust.flips.contains { $0.assumed.action == range.action } }
    for range in turning {
      let name = words.quoted(words.title(range.action)) + " (\(words.percents(range.chances)))"
      for flip in trust.flips where flip.assumed.action == range.action {
        let (values, advised) = (words.from(flip, in: range), words.outcome(flip.recommendation))
        page.paragraph(
          say("- \(name): \(values): \(advised)", "- \(name) : \(values) : \(advised)"), indent: 2, hanging: 2)
      }
    }
    held(trust, besides: turning.count, &page)
    together(trust, &page)
  }

  private func held(_ trust: Trust, besides turning: Int, _ page: inout Page) {
    let held = trust.ranges.filter { range in !trust.flips.contains { $0.assumed.action == range.action } }
    if held.isEmpty { return }
    let names = held.map { "\(words.quoted(words.title($0.action))) (\(words.percents($0.chances)))" }
      .joined(separator: ", ")
    page.paragraph(
      trust.isProved
        ? say("- no change anywhere in: \(names)", "- aucun changement dans : \(names)")
        : say(
          "- no change at any value that was tried in: \(names)",
          "- aucun changement aux valeurs essayées dans : \(names)"), indent: 2, hanging: 2)
  }

  /// The worst case; where one range alone turns the advice, that was told.
  private func together(_ trust: Trust, _ page: inout Page) {
    if !trust.flips.isEmpty || trust.ranges.count == 1 { return }
    let told: String
    switch trust.together {
    case .holds:
      told = say(
        "Even the worst combination of all chances leaves the advice as it is.",
        "Même la pire combinaison de toutes les probabilités laisse le conseil tel quel.")
    case .turns(let assumed, let recommendation):
      let values = assumed.map { one in
        let (title, chance) = (words.quoted(words.title(one.action)), say.percent(one.chance))
        return say("\(title) at \(chance)", "\(title) à \(chance)")
      }
      let (list, then) = (words.list(values), words.wouldBe(recommendation))
      told = say(
        "Together they can change it: with \(list), \(then).", "Ensemble, elles le peuvent : avec \(list), \(then).")
    case .undecided:
      told = say(
        "No combination of the ends of the ranges that was tried changes it; not all between them were looked at.",
        "Aucune combinaison essayée des bouts des fourchettes ne le change ; toutes celles d'entre eux n'ont pas été regardées."
      )
    }
    page.paragraph(told, indent: 2)
  }
}
