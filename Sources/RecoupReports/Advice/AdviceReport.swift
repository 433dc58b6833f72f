public import RecoupEngine
public import RecoupLedger
import RecoupQuantities
public import RecoupRules

/// The full answer about one invoice, for a person.
public struct AdviceReport {
  /// All that a full answer needs besides the advice.
  public struct Findings: Sendable {
    /// The chances whose other end changes the advice.
    public var flips: [Flip]
    /// The unknown facts that could change it.
    public var questions: [Question]

    /// Finds them for an advice.
    public init(_ advisor: Advisor, _ advice: Advice) {
      flips = advisor.flips(of: advice.decision, in: advice.invoice)
      questions = advisor.questions(about: advice.invoice, given: advice.decision)
    }
  }

  let book: RuleBook
  let words: AdviceWords
  let say: Tongue
  let paint: Paint
  private let width: Int

  /// A report in a language, for a terminal of some columns.
  public init(_ book: RuleBook, in tongue: Tongue, width: Int = 80, isColored: Bool = false) {
    self.book = book
    say = tongue
    words = AdviceWords(book: book, say: tongue)
    paint = Paint(isOn: isColored)
    self.width = width
  }

  /// What to do and by when, what it brings, why, what comes next, the other ways, and how far to trust it.
  ///
  /// - Parameters:
  ///   - figures: What the ledger says about the invoice and its client, if it comes from one.
  ///   - note: What the rules do not know, said once at the end.
  public func text(_ advice: Advice, _ findings: Findings, _ figures: Figures? = nil, note: String) -> String {
    var page = Page(width: width)
    page.paragraph(subject(advice))
    if let figures { history(figures, advice, &page) }
    page.blank()
    page.paragraph(words.headline(advice), indent: 2, paint: paint.bold)
    prospects(advice, &page)
    why(advice, &page)
    plan(advice, &page)
    others(advice, &page)
    closed(advice.decision, &page)
    trust(advice, findings, &page)
    questions(advice, findings, &page)
    page.blank()
    page.paragraph(note, paint: paint.dim)
    return page.text
  }

  // MARK: The invoice, and what to do

  func subject(_ advice: Advice) -> String {
    let subject = advice.subject
    var parts: [String] = []
    if let id = subject.id { parts.append(Shown.clipped(Shown.text(id), to: 40)) }
    if let client = subject.client { parts.append(Shown.clipped(Shown.text(client), to: 60)) }
    parts.append(owed(subject.owed, advice.invoice))
    if let due = subject.due {
      let day = say.fullDate(due)
      parts.append(say("due \(day)", "échéance \(day)"))
    }
    parts.append(words.late(advice.daysOverdue))
    return parts.joined(separator: ", ")
  }

  private func owed(_ owed: Amount, _ invoice: Case) -> String {
    let own = say.money(owed.units, owed.currency)
    guard owed.currency != book.currency, let amount = invoice.facts[RuleBook.Builtin.amount] else { return own }
    return "\(own) (\(say.money(amount, book.currency)))"
  }

  private func prospects(_ advice: Advice, _ page: inout Page) {
    if advice.isPaused {
      let reason = advice.subject.pause?.reason.map { ": " + Shown.text($0) } ?? ""
      page.blank()
      page.paragraph(
        say(
          "You put this invoice aside until then\(reason). For that day the advice is:",
          "Vous avez mis cette facture de côté jusque-là\(reason). Le conseil pour ce jour :"))
      page.paragraph(words.headline(onTheDay: advice), indent: 2)
    }
    guard let best = advice.decision.bestOption, advice.decision.basis != .loss else { return }
    page.blank()
    if best.value < 0 || best.chanceOfPlan == 0 {
      return page.paragraph(
        say(
          "As things are, every other way would cost more than it brings.",
          "En l'état, toute autre voie coûterait plus qu'elle ne rapporte."))
    }
    if case .wait = advice.decision.recommendation {
      let action = words.inSentence(best.action)
      let from = advice.date(after: best.opens).map { say.date($0, from: advice.asOf) } ?? ""
      page.paragraph(say("Then \(action), from \(from).", "Ensuite \(action), dès le \(from)."))
    }
    let brings = words.money(best.value)
    let chance = say.chance(best.chanceOfPlan)
    let end = advice.date(after: best.paidBy).map { say.fullDate($0) } ?? say.days(best.paidBy)
    let by =
      best.plan.count == 1
      ? say("by \(end)", "d'ici au \(end)")
      : say("by \(end) if every step is needed", "d'ici au \(end) si chaque étape est nécessaire")
    page.paragraph(
      say(
        "After all costs this should bring \(brings), counted in today's money. The chance to be paid at all is \(chance), \(by).",
        "Tous frais payés, cela devrait rapporter \(brings), comptés en argent d'aujourd'hui. La chance d'être payé est de \(chance), \(by)."
      ))
  }

  // MARK: Why

  private func why(_ advice: Advice, _ page: inout Page) {
    let decision = advice.decision
    page.heading(paint.bold(say("Why", "Pourquoi")))
    for rule in words.waitingRules(decision) { reason(rule, "", &page) }
    if decision.basis == .closed {
      page.paragraph(
        say(
          "No action is open within the time that the rules look ahead.",
          "Aucune démarche n'est ouverte aussi loin que les règles regardent."), indent: 2)
    }
    guard let best = decision.bestOption else { return }
    let derivation = best.derivation
    var chance = Double(derivation.chanceMiddle) / 1_000_000
    for influence in derivation.influences {
      reason(
        influence.rule,
        say(
          " (chance of this step: \(say.chance(chance)) → \(say.chance(influence.chance)))",
          " (chance de cette étape : \(say.chance(chance)) → \(say.chance(influence.chance)))"), &page)
      chance = influence.chance
    }
    if decision.options.count == 1 {
      for rule in words.closingRules(decision) { reason(rule, "", &page) }
    }
    page.paragraph("- " + comparison(best, decision), indent: 2, hanging: 2)
  }

  private func reason(_ rule: Int, _ effect: String, _ page: inout Page) {
    let rule = book.rules[rule]
    page.paragraph("- \(words.text(rule.name)). \(words.text(rule.reason))\(effect).", indent: 2, hanging: 2)
  }

  /// By how much the best way is better than the next best.
  private func comparison(_ best: Option, _ decision: Decision) -> String {
    let others = decision.options.filter { $0.action != best.action }
    guard let second = others.max(by: { $0.value < $1.value }) else {
      return say("It is the only way that is open.", "C'est la seule voie ouverte.")
    }
    if best.value < 0 {
      return say(
        "The least bad way, “\(words.title(best.action))”, would lose \(words.money(-best.value)).",
        "La moins mauvaise voie, « \(words.title(best.action)) », ferait perdre \(words.money(-best.value)).")
    }
    let less = words.money(best.value - second.value)
    let count = decision.options.count
    return say(
      "Of the \(count) ways that are open or will be, it brings the most: \(less) more than the next best, “\(words.title(second.action))”.",
      "Des \(count) voies ouvertes ou à venir, c'est celle qui rapporte le plus : \(less) de plus que la suivante, « \(words.title(second.action)) »."
    )
  }

  // MARK: What comes next

  private func plan(_ advice: Advice, _ page: inout Page) {
    guard let best = advice.decision.bestOption, best.plan.count > 1, advice.decision.basis != .loss else { return }
    page.heading(paint.bold(say("If it does not work", "Si cela ne marche pas")))
    var rows = Columns(.left, .left, .right, .right)
    rows.add("", "", say("chance", "chance"), say("net if paid", "net si payé"))
    for step in best.plan.dropFirst() {
      rows.add(
        advice.date(after: step.day).map { say.shortDate($0, from: advice.asOf) } ?? "", words.title(step.action),
        say.chance(step.chance), say.money(step.net, book.currency))
    }
    for line in rows.lines(width: width, indent: 2, wrapping: 1) { page.line(line) }
  }

  private func others(_ advice: Advice, _ page: inout Page) {
    let best = advice.decision.bestOption?.action
    let others = advice.decision.options.filter { $0.action != best }.sorted { $0.value > $1.value }
    if others.isEmpty { return }
    page.heading(paint.bold(say("The other ways", "Les autres voies")))
    var rows = Columns(.left, .left, .right, .right)
    rows.add("", say("open", "ouverte"), say("chance", "chance"), say("brings", "rapporte"))
    for option in others {
      let date = advice.date(after: option.opens).map { say.shortDate($0, from: advice.asOf) } ?? ""
      let opens =
        option.opens == 0 && !advice.isPaused ? say("now", "dès maintenant") : say("from \(date)", "dès le \(date)")
      rows.add(words.title(option.action), opens, say.chance(option.chance), words.money(option.value))
    }
    for line in rows.lines(width: width, indent: 2, wrapping: 0) { page.line(line) }
    page.paragraph(say("(with what would follow each)", "(avec ce qui suivrait chacune)"), indent: 2)
  }

  func closed(_ decision: Decision, _ page: inout Page) {
    if decision.closed.isEmpty { return }
    page.heading(paint.bold(say("Closed", "Fermées")))
    // What one reason closes stands together, where the first of it stands on the ladder.
    var groups: [(because: String, titles: [String])] = []
    for closed in decision.closed {
      let because = words.because(closed)
      if let index = groups.firstIndex(where: { $0.because == because }) {
        groups[index].titles.append(words.title(closed.action))
      } else {
        groups.append((because, [words.title(closed.action)]))
      }
    }
    for group in groups {
      let titles = group.titles.joined(separator: say("; ", " ; "))
      page.paragraph(
        "- " + say("\(titles): \(group.because)", "\(titles) : \(group.because)"), indent: 2, hanging: 2)
    }
  }
}
