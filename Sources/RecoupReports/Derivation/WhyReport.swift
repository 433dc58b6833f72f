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
    page.paragraph(words.subject(advice))
    page.blank()
    page.paragraph(words.title(action), indent: 2, paint: paint.bold)
    if advice.isPaused || advice.decision.recommendation != .action(action) {
      let headline = words.headline(advice.brief).withinSentence.withoutStop
      page.paragraph(say("(The advice is: \(headline))", "(Le conseil est : \(headline))"), indent: 2, hanging: 1)
    }
    let option = advice.decision.options.first { $0.action == action }
    if advice.isPaused {
      let day = say.longDate(advice.day, from: advice.asOf)
      page.paragraph(say("(as of \(day), after the pause)", "(au \(day), après la pause)"), indent: 2)
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
    for (number, label) in labels.dropLast().enumerated() {
      page.line(String(repeating: " ", count: indent + (number > 0 ? 2 : 0)) + label)
    }
    let last = (labels.count > 1 ? "  " : "") + (labels.last ?? "")
    if value.isEmpty { return page.line(String(repeating: " ", count: indent) + last) }
    let gap = max(2, right - indent - Shown.width(last) - Shown.width(value))
    var text = String(repeating: " ", count: indent) + last + String(repeating: " ", count: gap) + value
    if !place.isEmpty { text += "  " + paint.dim(WhyReport.short(place, to: 16)) }
    page.line(text)
  }

  /// A place in few columns: what gives way is the folder, then the beginning of the name, never the line.
  private static func short(_ place: String, to columns: Int) -> String {
    if Shown.width(place) <= columns { return place }
    var name = place.split(separator: "/").last ?? ""
    if Shown.width(String(name)) <= columns { return String(name) }
    while Shown.width(String(name)) >= columns { name = name.dropFirst() }
    return "…" + name
  }

  // MARK: What keeps it closed

  private func closed(_ action: Int, _ option: Option?, _ advice: Advice, _ page: inout Page) {
    let invoice = advice.invoice
    page.heading(paint.bold(say("Closed today", "Voie fermée aujourd'hui")))
    for obstacle in advisor.obstacles(to: action, in: invoice) {
      let (text, span) = words.describe(obstacle, action)
      let place = span.flatMap { files.place($0) }
      page.paragraph("- " + words.sentence(text, place.map { " (\($0))" } ?? ""), indent: 2, hanging: 2)
    }
    page.heading(paint.bold(say("What would open it", "Ce qui l'ouvrirait")))
    if let option {
      let day = advice.date(after: option.opens).map { say.longDate($0, from: advice.asOf) } ?? say.days(option.opens)
      page.paragraph(
        say("- Time alone: it opens on \(day).", "- Le temps seul : la voie s'ouvre le \(day)."), indent: 2, hanging: 2)
    } else {
      page.paragraph(
        say(
          "- Time alone will not, within the \(say.days(advisor.book.horizon.days)) that the rules look ahead.",
          "- Le temps seul ne suffit pas, dans les \(say.days(advisor.book.horizon.days)) que couvrent les règles."),
        indent: 2,
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
          "- Aucun changement d'un ou de deux faits ne l'ouvrirait aujourd'hui."), indent: 2, hanging: 2)
    }
  }
}
