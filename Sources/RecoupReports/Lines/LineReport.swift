public import RecoupEngine
import RecoupQuantities
public import RecoupRules

/// The advice along a line, for a person: where it changes, what every way brings, and a chart of it.
public struct LineReport {
  /// What a line is of.
  public enum Subject: Sendable {
    /// The invoice as it is.
    case asIs
    /// The invoice after a change of facts, settings or rules.
    case changed
  }

  let book: RuleBook
  let words: AdviceWords
  let say: Tongue
  let paint: Paint
  let width: Int

  /// A report in a language, for a terminal of some columns.
  public init(_ book: RuleBook, in tongue: Tongue, width: Int = 80, isColored: Bool = false) {
    self.book = book
    say = tongue
    words = AdviceWords(book: book, say: tongue)
    paint = Paint(isOn: isColored)
    self.width = max(60, width)
  }

  /// How many values are worth deciding for the chart in a terminal of some columns.
  public static func points(for width: Int) -> Int { TextChart.columns(of: max(60, width)) }

  /// The line of an advice.
  ///
  /// - Parameters:
  ///   - line: The line, of the case and the day that the advice speaks about, with at least one point.
  ///   - subject: Of which case it is.
  ///   - file: Where the chart was drawn, if it was.
  ///   - note: What is said below every answer.
  public func text(_ line: Line, of advice: Advice, _ subject: Subject = .asIs, file: String? = nil, note: String)
    -> String
  {
    var page = Page(width: width)
    page.paragraph(words.subject(advice))
    for sentence in about(advice, subject) { page.paragraph(sentence) }
    page.blank()
    if line.axis.allValues(in: book) == nil {
      stretches(line, &page)
      page.blank()
      chart(line, &page)
    } else {
      answers(line, &page)
    }
    if let file {
      let name = words.quoted(Shown.text(file))
      page.blank()
      page.paragraph(say("The chart is drawn in \(name).", "Le graphique est dessiné dans \(name)."))
    }
    page.blank()
    page.paragraph(note, paint: paint.dim)
    return page.text
  }

  private func about(_ advice: Advice, _ subject: Subject) -> [String] {
    var sentences: [String] = []
    switch subject {
    case .asIs: break
    case .changed:
      sentences.append(
        say("All that follows is of the invoice after the change.", "Tout ce qui suit vaut après le changement."))
    }
    if advice.isPaused {
      let day = say.longDate(advice.day, from: advice.asOf)
      sentences.append(
        say(
          "It is paused: all that follows is of \(day), and so is “today”.",
          "Elle est en pause : tout ce qui suit vaut pour le \(day), « aujourd'hui » aussi."))
    }
    return sentences
  }

  // MARK: Numbers

  /// Where the advice changes, exactly.
  private func stretches(_ line: Line, _ page: inout Page) {
    let chart = LineChart(line)
    page.paragraph(words.title(line.axis), paint: paint.bold)
    var columns = Columns(.right, .right, .left, .right)
    columns.add(say("from", "de"), say("to", "à"), say("advised", "conseillé"), say("brings", "rapporte"))
    // What is proved leaves the room for the mark, so that the numbers stand below each other.
    let proved = line.stretches.allSatisfy { $0.isProved } ? "" : "\(noBreak) "
    for stretch in line.stretches {
      let (first, last) = (stretch.values.lowerBound, stretch.values.upperBound)
      let isToday = line.today.map { stretch.values.contains($0) } ?? false
      columns.add(
        words.value(first, on: line.axis),
        words.value(last, on: line.axis) + (stretch.isProved ? proved : "\(noBreak)≈"),
        "\(chart.mark(stretch.recommendation)) \(advised(stretch.recommendation))"
          + (isToday ? say(" ◂\(noBreak)today", " ◂\(noBreak)aujourd'hui") : ""), brings(line, first, last))
    }
    let lines = columns.blocks(width: width, wrapping: 2)
    for line in lines[0] { page.line(paint.dim(line)) }
    for line in lines.dropFirst().flatMap({ $0 }) { page.line(line) }
    if line.stretches.contains(where: { !$0.isProved }) {
      page.paragraph(
        say(
          "≈ Not every value up to here was ruled out: some between were tried, and the advice was this one.",
          "≈ Jusque-là, seules quelques valeurs ont été essayées : le conseil était celui-ci, sans preuve pour les autres."
        ))
    }
  }

  private func advised(_ recommendation: Decision.Recommendation) -> String {
    switch recommendation {
    case .action(let action): words.title(action)
    case .wait, .nothing: words.outcome(recommendation)
    }
  }

  /// What following the advice brings at both ends.
  private func brings(_ line: Line, _ first: Int64, _ last: Int64) -> String {
    let ends = [first, last].compactMap { line.point(at: $0) }.map { words.money($0.brings) }
    return ends.first == ends.last ? ends.first ?? "" : ends.joined(separator: " → ")
  }

  private func chart(_ line: Line, _ page: inout Page) {
    let chart = LineChart(line)
    page.line(paint.dim(say("What each way brings", "Ce que rapporte chaque voie")))
    for line in TextChart(chart, words, paint: paint, width: width).lines() { page.line(line) }
    page.blank()
    for (place, way) in chart.ways.enumerated() {
      page.paragraph(
        "\(paint.bold(paint.hue(place, String(way.mark))))\(noBreak) \(words.title(way.action))", indent: 2, hanging: 3)
    }
    for outcome in [Decision.Recommendation.wait, .nothing]
    where line.stretches.contains(where: { $0.recommendation == outcome }) {
      page.line("  \(chart.mark(outcome))  \(words.outcome(outcome))")
    }
    page.paragraph(today(line, chart), indent: 2, hanging: 3)
  }

  private func today(_ line: Line, _ chart: LineChart) -> String {
    guard let today = line.today else { return say("Today's value is unknown.", "La valeur du jour est inconnue.") }
    let value = words.value(today, on: line.axis)
    if chart.today == nil {
      return say("Today's value, \(value), is not on the chart.", "La valeur du jour, \(value), n'y figure pas.")
    }
    return say("▲\(noBreak) today: \(value)", "▲\(noBreak) aujourd'hui : \(value)")
  }
}
