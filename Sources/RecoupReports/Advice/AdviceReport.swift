public import RecoupEngine
public import RecoupLedger
import RecoupQuantities
public import RecoupRules

/// The full answer about one invoice, for a person.
public struct AdviceReport {
  /// All that a full answer needs besides the advice.
  public struct Findings: Sendable {
    /// How far the advice can be trusted.
    public var trust: Trust
    /// The unknown facts that could change it.
    public var questions: [Question]
    /// How far the amount can move before the advice becomes another; looked at from half to twice of what it is.
    public var amount: Turn?
    /// For each option of the decision, what keeps it closed until it opens; nil where nothing does but a rule to wait.
    public var delays: [Closed.Reason?]

    /// How a piece of work is done for every number below a count, in any order; on several cores, where there are some.
    public typealias Spread = (Int, @Sendable (Int) -> Piece) -> [Piece]

    /// What one piece of work finds.
    public enum Piece: Sendable {
      /// The unknown facts that could change the advice.
      case questions([Question])
      /// How far it can be trusted.
      case trust(Trust)
      /// How far the amount can move.
      case amount(Turn?)
    }

    /// Finds them for an advice.
    public init(
      _ advisor: Advisor, _ advice: Advice, spread: Spread = { count, make in (0..<count).map { make($0) } }
    ) {
      let sensitivity = Sensitivity(of: advice.decision, by: advisor, on: advice.invoice)
      let (invoice, decision) = (advice.invoice, advice.decision)
      var found: (questions: [Question], trust: Trust?) = ([], nil)
      // What takes longest comes first.
      let pieces = spread(3) { number in
        switch number {
        case 0: return .questions(advisor.questions(about: invoice, given: decision))
        case 1: return .trust(sensitivity.trust())
        default:
          let values = Findings.nearAmounts(invoice)
          return .amount(values.flatMap { sensitivity.turn(along: .fact(RuleBook.Builtin.amount), within: $0) })
        }
      }
      for piece in pieces {
        switch piece {
        case .questions(let all): found.questions = all
        case .trust(let all): found.trust = all
        case .amount(let turn): amount = turn
        }
      }
      questions = found.questions
      trust = found.trust ?? sensitivity.trust()
      delays = decision.options.map { option in
        option.opens == 0 ? nil : advisor.obstacles(to: option.action, in: invoice).first?.closing
      }
    }

    /// Few enough to be looked at where a short answer is wanted.
    private static func nearAmounts(_ invoice: Case) -> ClosedRange<Int64>? {
      guard let amount = invoice.facts[RuleBook.Builtin.amount], amount > 0, amount <= Axis.widest else { return nil }
      return (amount + 1) / 2...amount * 2
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
  ///   - credit: What the client's credit notes are worth, in the smallest unit of the invoice's currency, from 0; it is
  ///     not taken off what is owed.
  ///   - note: What the rules do not know, said once at the end.
  public func text(_ advice: Advice, _ findings: Findings, _ figures: Figures? = nil, credit: Int64 = 0, note: String)
    -> String
  {
    var page = Page(width: width)
    page.paragraph(words.subject(advice))
    if let figures { history(figures, credit: credit, advice, &page) }
    page.blank()
    page.paragraph(words.headline(advice.brief), indent: 2, paint: paint.bold)
    prospects(advice, &page)
    why(advice, findings, &page)
    plan(advice, &page)
    others(advice, &page)
    closed(advice, delays: findings.delays, told: words.shapingRules(advice.decision).map { $0.rule }, &page)
    trust(advice, findings, &page)
    questions(advice, findings.questions, most: AdviceReport.mostQuestions, &page)
    page.blank()
    page.paragraph(note, paint: paint.dim)
    return page.text
  }

  // MARK: What to do

  private func prospects(_ advice: Advice, _ page: inout Page) {
    if advice.isPaused {
      let reason = advice.subject.pause?.reason.map { " (\(Shown.text($0).withoutStop))" } ?? ""
      page.blank()
      page.paragraph(
        say(
          "You put this invoice aside until then\(reason). For that day the advice is:",
          "Vous avez mis cette facture de côté jusque-là\(reason). Pour ce jour-là, le conseil est :"))
      page.blank()
      page.paragraph(words.headline(onTheDay: advice.brief), indent: 2, paint: paint.bold)
    }
    guard let best = advice.decision.bestOption, advice.decision.basis != .loss else { return }
    let then = words.inSentence(best.action)
    let start =
      advice.decision.recommendation == .wait ? words.sentence(say("then \(then)", "ensuite : \(then)")) + " " : ""
    page.blank()
    if best.value < 0 || best.chanceOfPlan == 0 {
      return page.paragraph(
        start
          + (advice.decision.options.count == 1
            ? say("As things are, every other way is closed.", "En l'état, toute autre voie est fermée.")
            : say(
              "As things are, every other way would cost more than it brings.",
              "En l'état, toute autre voie coûterait plus qu'elle ne rapporte.")))
    }
    let brings = words.money(best.value)
    let chance = say.chance(best.chanceOfPlan)
    let end = advice.date(after: best.paidBy).map { say.fullDate($0) } ?? say.days(best.paidBy)
    let last =
      best.plan.count == 1 ? "" : say(" if every step is needed", " s'il faut aller jusqu'à la dernière étape")
    page.paragraph(
      start
        + say(
          "After all costs this should bring \(brings), counted in today's money. The chance to be paid at all is \(chance), by \(end)\(last).",
          "Tous frais déduits, cela devrait rapporter \(brings), en valeur d'aujourd'hui. La probabilité d'être payé est de \(chance), au plus tard le \(end)\(last)."
        ))
  }

  // MARK: Why

  private func why(_ advice: Advice, _ findings: Findings, _ page: inout Page) {
    let decision = advice.decision
    page.heading(paint.bold(say("Why", "Pourquoi")))
    for rule in words.waitingRules(decision) { reason(rule, "", &page) }
    if decision.basis == .opens, let best = decision.best, let delay = findings.delays[best] {
      let because = words.because(decision.options[best].action, delay)
      item(
        words.sentence(say("This way opens only then: \(because)", "Cette voie ne s'ouvre qu'alors : \(because)")),
        &page)
    }
    if decision.basis == .closed {
      let days = say.days(book.horizon.days)
      item(
        say(
          "Nothing opens within the \(days) that the rules look ahead.",
          "Rien ne s'ouvre dans les \(days) que couvrent les règles."), &page)
    }
    if let derivation = decision.bestOption?.derivation {
      var chance = Double(derivation.chanceMiddle) / 1_000_000
      for influence in derivation.influences {
        reason(
          influence.rule,
          say(
            " (chance of this step: \(say.chance(chance)) → \(say.chance(influence.chance)))",
            " (probabilité de cette étape : \(say.chance(chance)) → \(say.chance(influence.chance)))"), &page)
        chance = influence.chance
      }
    }
    for (rule, closes) in words.shapingRules(decision) {
      reason(rule, say(" (closes \(closes) ways)", " (ferme \(closes) voies)"), &page)
    }
    if let best = decision.bestOption { item(comparison(best, decision), &page) }
  }

  private func reason(_ rule: Int, _ effect: String, _ page: inout Page) { item(words.sentences(rule, effect), &page) }

  private func item(_ text: String, _ page: inout Page) { page.paragraph("- " + text, indent: 2, hanging: 2) }

  /// By how much the best way is better than the next best.
  private func comparison(_ best: Option, _ decision: Decision) -> String {
    let others = decision.options.filter { $0.action != best.action }
    guard let second = others.max(by: { $0.value < $1.value }) else {
      return best.opens == 0
        ? say("It is the only way that is open.", "C'est la seule voie ouverte.")
        : say("It is the only way that will open.", "C'est la seule voie qui s'ouvrira.")
    }
    if best.value < 0 {
      let title = words.quoted(words.title(best.action))
      let loss = words.money(-best.value)
      return say(
        "The least bad way, \(title), would lose \(loss).",
        "La moins mauvaise voie, \(title), ferait perdre \(loss).")
    }
    let title = words.quoted(words.title(second.action))
    if second.value <= -0.5 {
      let loss = words.money(-second.value)
      return say(
        "The next best way, \(title), would lose \(loss).",
        "La meilleure des autres voies, \(title), ferait perdre \(loss).")
    }
    if second.value < 0.5 {
      return say(
        "The next best way, \(title), brings nothing.", "La meilleure des autres voies, \(title), ne rapporte rien.")
    }
    let count = decision.options.count
    let less = words.money(best.value - second.value)
    return say(
      "Of the \(count) ways that are open or will be, it brings the most: \(less) more than the next best, \(title).",
      "Parmi les \(count) voies ouvertes ou à venir, c'est celle qui rapporte le plus : \(less) de plus que la suivante, \(title)."
    )
  }

  // MARK: What comes next

  private func plan(_ advice: Advice, _ page: inout Page) {
    guard let best = advice.decision.bestOption, best.plan.count > 1, advice.decision.basis != .loss else { return }
    page.heading(paint.bold(say("If it does not work", "Si cela ne marche pas")))
    var rows = Columns(.left, .left, .right, .right)
    rows.add("", "", say("chance", "chances"), say("net if paid", "net si payé"))
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
    rows.add("", say("open", "ouverte"), say("chance", "chances"), say("brings", "rapporte"))
    for option in others {
      let date = advice.date(after: option.opens).map { say.shortDate($0, from: advice.asOf) } ?? ""
      let opens =
        option.opens == 0 && !advice.isPaused ? say("now", "dès maintenant") : say("from \(date)", "dès le \(date)")
      rows.add(words.title(option.action), opens, say.chance(option.chance), words.money(option.value))
    }
    for line in rows.lines(width: width, indent: 2, wrapping: 0) { page.line(line) }
    page.paragraph(say("(with what would follow each)", "(y compris les étapes qui suivraient)"), indent: 2)
  }

  /// Why the other actions are closed, today or for good; what one reason closes stands together, where the first of it
  /// stands on the ladder.
  ///
  /// - Parameters:
  ///   - delays: What keeps each option closed until it opens, as `Findings` has it.
  ///   - told: The rules whose reasons were told before.
  func closed(_ advice: Advice, delays: [Closed.Reason?] = [], told: [Int] = [], _ page: inout Page) {
    let decision = advice.decision
    var reasons: [String?] = book.actions.map { _ in nil }
    var titles = book.actions.indices.map { words.inSentence($0) }
    for closed in decision.closed {
      if case .rule(let rule) = closed.reason, told.contains(rule) {
        let name = words.quoted(words.name(rule))
        reasons[closed.action] = say("\(name), as said above", "\(name), comme dit plus haut")
      } else {
        reasons[closed.action] = words.because(closed.action, closed.reason)
      }
    }
    for (option, delay) in zip(decision.options, delays) {
      // Why the advice itself has to wait was said above.
      if decision.basis == .opens, option.action == decision.bestOption?.action { continue }
      guard let delay, let date = advice.date(after: option.opens) else { continue }
      reasons[option.action] = words.because(option.action, delay)
      let day = say.shortDate(date, from: advice.asOf)
      titles[option.action] += say(" (until \(day))", " (jusqu'au \(day))")
    }
    var groups: [(because: String, titles: [String])] = []
    for (because, title) in zip(reasons, titles) {
      guard let because else { continue }
      if let index = groups.firstIndex(where: { $0.because == because }) {
        groups[index].titles.append(title)
      } else {
        groups.append((because, [title]))
      }
    }
    if groups.isEmpty { return }
    // What closes nearly all is told last, and of all that is left.
    if let most = groups.indices.max(by: { groups[$0].titles.count < groups[$1].titles.count }),
      groups[most].titles.count > 8
    {
      let rest = groups.remove(at: most)
      let count = rest.titles.count
      groups.append((rest.because, [say("all \(count) others", "les \(count) autres")]))
    }
    page.heading(paint.bold(say("Closed", "Voies fermées")))
    for group in groups {
      let titles = group.titles.joined(separator: say("; ", " ; "))
      item(words.sentence(say("\(titles): \(group.because)", "\(titles) : \(group.because)")), &page)
    }
  }
}

extension Obstacle {
  /// The same as a reason for which an action is closed; nil for a rule to wait, which closes every action.
  fileprivate var closing: Closed.Reason? {
    switch self {
    case .times: .times
    case .rule(let rule): .rule(rule)
    case .requires(let place): .requires(place)
    case .unknown(_, let missing): .unknown(missing)
    case .wait: nil
    }
  }
}
