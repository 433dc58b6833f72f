public import RecoupEngine
public import RecoupLanguage
import RecoupQuantities
import RecoupRules
import RecoupWire

/// How one action fares in an advice: every figure derived line by line, or what keeps the action closed.
public struct WhyReport {
  private let advisor: Advisor
  private let files: [SourceFile]
  private let words: AdviceWords
  private let say: Tongue
  private let paint: Paint
  private let width: Int

  /// A report in a language, for a terminal of some columns.
  public init(
    _ advisor: Advisor, _ files: [SourceFile], in tongue: Tongue, width: Int = 80, isColored: Bool = false
  ) {
    self.advisor = advisor
    self.files = files
    say = tongue
    words = AdviceWords(book: advisor.book, say: tongue)
    paint = Paint(isOn: isColored)
    self.width = max(60, width)
  }

  /// The derivation of an action's figures, and what keeps it closed today if something does.
  public func text(_ action: Int, _ advice: Advice) -> String {
    var page = Page(width: width)
    page.paragraph(paint.bold(words.title(action)))
    let option = advice.decision.options.first { $0.action == action }
    if advice.isPaused {
      let day = say.longDate(advice.day, from: advice.asOf)
      page.paragraph(say("(as of \(day), after the pause)", "(au \(day), après la pause)"))
    }
    if option?.opens != 0 { closed(action, option, advice, &page) }
    if let option {
      var lines = DerivationLines(advisor, files, advice, words)
      for line in lines.derive(option) { write(line, &page) }
    }
    return page.text
  }

  private func write(_ line: DerivationLine, _ page: inout Page) {
    if line.depth == 0 { return page.heading(paint.bold(line.label)) }
    let place = line.place ?? ""
    let value = line.value
    // The value ends at a fixed column, and its place stands behind it.
    let right = width - 18
    let indent = 2 * line.depth
    let room = max(10, right - indent - Shown.width(value) - 2)
    let labels = Page.lines(of: line.label, width: room, hanging: 2)
    for label in labels.dropLast() { page.line(String(repeating: " ", count: indent) + label) }
    let last = (labels.count > 1 ? "  " : "") + (labels.last ?? "")
    let gap = max(2, right - indent - Shown.width(last) - Shown.width(value))
    var text = String(repeating: " ", count: indent) + last + String(repeating: " ", count: gap) + value
    if !place.isEmpty { text += "  " + paint.dim(Shown.clipped(place, to: 16)) }
    page.line(text)
  }

  // MARK: What keeps it closed

  private func closed(_ action: Int, _ option: Option?, _ advice: Advice, _ page: inout Page) {
    let invoice = advice.invoice
    page.heading(paint.bold(say("Closed today", "Fermée aujourd'hui")))
    for obstacle in advisor.obstacles(to: action, in: invoice) {
      let (text, span) = describe(obstacle, action)
      let place = span.flatMap { DerivationLines(advisor, files, advice, words).place($0) }
      page.paragraph("- \(text)\(place.map { " (\($0))" } ?? "")", indent: 2, hanging: 2)
    }
    page.heading(paint.bold(say("What would open it", "Ce qui l'ouvrirait")))
    if let option {
      let day = advice.date(after: option.opens).map { say.longDate($0, from: advice.asOf) } ?? say.days(option.opens)
      page.paragraph(
        say("- Time alone: it opens on \(day).", "- Le temps seul : elle s'ouvre le \(day)."), indent: 2, hanging: 2)
    } else {
      page.paragraph(
        say(
          "- Time alone does not, within the \(say.days(advisor.book.horizon.days)) that the rules look ahead.",
          "- Pas le temps seul, dans les \(say.days(advisor.book.horizon.days)) que regardent les règles."), indent: 2,
        hanging: 2)
    }
    let changes = advisor.openers(of: action, in: invoice)
    for change in changes {
      page.paragraph(
        "- " + change.map { describe($0) }.joined(separator: say(", and ", ", et ")), indent: 2, hanging: 2)
    }
    if changes.isEmpty {
      page.paragraph(
        say(
          "- No change of one or two facts would open it today.",
          "- Aucun changement d'un ou deux faits ne l'ouvrirait aujourd'hui."), indent: 2, hanging: 2)
    }
  }

  private func describe(_ obstacle: Obstacle, _ action: Int) -> (String, Span?) {
    let book = advisor.book
    switch obstacle {
    case .times(let done, let most):
      return (
        say(
          "It was done \(done) times, and may be done \(most) times.",
          "C'est fait \(done) fois, et cela se fait \(most) fois au plus."), book.actions[action].span
      )
    case .rule(let rule), .wait(let rule):
      return ("\(words.text(book.rules[rule].name)). \(words.text(book.rules[rule].reason)).", book.rules[rule].span)
    case .requires(let place):
      let requirement = book.actions[action].requirements[place]
      let reason = requirement.reason.map { words.text($0) }
      return (reason ?? say("A condition is not met", "Une condition n'est pas remplie"), requirement.span)
    case .unknown(let place, let missing):
      let names = missing.map { words.missing($0) }.joined(separator: " ")
      let span = place.map { book.actions[action].requirements[$0].span }
      if missing.isEmpty {
        return (
          say(
            "A figure is too large to reckon with, or is divided by zero.",
            "Un chiffre est trop grand pour compter, ou divisé par zéro."), span
        )
      }
      return (say("It is not known: \(names)", "On ne sait pas : \(names)"), span)
    }
  }

  private func describe(_ change: Change) -> String {
    let name = words.question(change.fact)
    switch change.reach {
    case .exactly(let values):
      let values = values.map { words.value($0, of: change.fact) }.joined(separator: say(" or ", " ou "))
      return "\(name) → \(values)"
    case .atLeast(let value):
      let value = words.value(value, of: change.fact)
      return say("\(name) → at least \(value)", "\(name) → au moins \(value)")
    case .atMost(let value):
      let value = words.value(value, of: change.fact)
      return say("\(name) → at most \(value)", "\(name) → au plus \(value)")
    case .any: return say("\(name) → any answer", "\(name) → une réponse, quelle qu'elle soit")
    }
  }
}
