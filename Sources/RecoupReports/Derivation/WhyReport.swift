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
    page.paragraph(words.title(action), paint: paint.bold)
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
      let (text, span) = words.describe(obstacle, action)
      let place = span.flatMap { files.place($0) }
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
        "- " + change.map { words.describe($0) }.joined(separator: say(", and ", ", et ")), indent: 2, hanging: 2)
    }
    if changes.isEmpty {
      page.paragraph(
        say(
          "- No change of one or two facts would open it today.",
          "- Aucun changement d'un ou deux faits ne l'ouvrirait aujourd'hui."), indent: 2, hanging: 2)
    }
  }
}
