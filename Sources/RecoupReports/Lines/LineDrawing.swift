public import RecoupEngine
import RecoupQuantities
public import RecoupRules

/// The chart of a line as a picture: a drawing in SVG 1.1 that stands alone, without scripts or fonts from elsewhere.
public struct LineDrawing {
  /// How many values are worth deciding for it.
  public static let points = 121

  let words: AdviceWords
  let book: RuleBook
  var say: Tongue { words.say }

  /// Draws by a rule book, in a language.
  public init(_ book: RuleBook, in tongue: Tongue) {
    self.book = book
    words = AdviceWords(book: book, say: tongue)
  }

  /// The drawing of a line that has at least two points: the same bytes for the same line.
  public func text(_ line: Line, of advice: Advice) -> String {
    if line.axis.allValues(in: book) != nil { return wordsText(line, of: advice) }
    let chart = LineChart(line)
    let heading = words.subject(advice)
    let headings = Page.lines(of: heading, width: 90)
    let first = 54 + 22 * Double(headings.count)
    let labels = turnLabels(chart)
    let rows = (labels.map { $0.row }.max() ?? -1) + 1 + (chart.today == nil ? 0 : 1)
    let widest = (chart.money.values.map { amount($0) } + [advised]).map { Shown.width($0) }.max() ?? 0
    let frame = Frame(left: 24 + 7.5 * Double(widest), labels: first, rows: rows)
    let legend = self.legend(chart, at: frame.bottom + 112)
    var svg = sheet(height: legend.end, advice, line)
    for (row, line) in headings.enumerated() { svg.add(Frame.label(line, 24, 32 + 22 * Double(row), kind: "large")) }
    svg.add(Frame.label(about, 24, first - 22))
    svg.add(axes(chart, frame))
    svg.add(today(chart, frame))
    svg.add(turns(chart, labels, frame))
    svg.add(curves(chart, frame))
    svg.add(turnPoints(chart, frame))
    svg.add(strip(chart, frame))
    svg.add(legend.items)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.text
  }

  /// What the picture shows.
  var about: String {
    say("What each way brings, counted in today's money", "Ce que rapporte chaque voie, en valeur d'aujourd'hui")
  }

  /// An empty drawing, with what tells of it to those who do not see it.
  func sheet(height: Double, _ advice: Advice, _ line: Line) -> Markup {
    var svg = Markup(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(Frame.text(Frame.width)) \(Frame.text(height))",
        "role": "img", "aria-labelledby": "title desc", "lang": say.code,
      ])
    let title = [words.subject(advice), about, words.title(line.axis)].joined(separator: " – ")
    svg.add(Markup("title", ["id": "title"], text: title))
    svg.add(Markup("desc", ["id": "desc"], text: description(line)))
    svg.add(Markup("style", text: DrawingStyle.sheet))
    svg.add(Frame.box("paper", 0, 0, Frame.width, height))
    return svg
  }

  /// What the strip is called.
  var advised: String { say("Advised", "Conseillé") }

  func amount(_ units: Int64) -> String { say.roundMoney(units, book.currency) }

  /// The advice in words, for those who do not see the drawing.
  private func description(_ line: Line) -> String {
    line.stretches.map { stretch in
      let ends = [stretch.values.lowerBound, stretch.values.upperBound]
      let values = ends.map { words.value($0, on: line.axis) }
      let brings = ends.compactMap { line.point(at: $0) }.map { words.money($0.brings) }.joined(separator: " → ")
      let advice = words.outcome(stretch.recommendation)
      return say(
        "From \(values[0]) to \(values[1]): \(advice), \(brings).",
        "De \(values[0]) à \(values[1]) : \(advice), \(brings).")
    }
    .joined(separator: " ")
  }

  // MARK: Axes

  private func axes(_ chart: LineChart, _ frame: Frame) -> [Markup] {
    var parts: [Markup] = []
    for value in chart.money.values {
      let y = frame.y(chart.height(Double(value)))
      parts.append(Frame.line("grid", frame.left, y, frame.right, y))
      parts.append(Frame.label(amount(value), frame.left - 8, y + 4, anchor: "end", kind: "small"))
    }
    let axis = chart.line.axis
    let roundness: Ticks.Roundness = axis.type(in: book) == .days ? .days : .decimal
    let widest = [chart.values.lowerBound, chart.values.upperBound].map { words.tick($0, on: axis).count }.max() ?? 8
    let most = Int((frame.right - frame.left) / (Double(widest) * 7 + 24))
    for value in Ticks(within: chart.values, atMost: max(2, min(12, most)), roundness).values {
      let x = frame.x(chart.place(value))
      parts.append(Frame.line("frame", x, frame.bottom, x, frame.bottom + 5))
      parts.append(
        Frame.label(words.tick(value, on: axis), x, frame.bottom + 19, anchor: "middle", kind: "small"))
    }
    parts.append(Frame.line("frame", frame.left, frame.bottom, frame.right, frame.bottom))
    parts.append(Frame.line("frame", frame.left, frame.top, frame.left, frame.bottom))
    let zero = chart.height(0)
    if zero > 0, zero < 1 { parts.append(Frame.line("frame", frame.left, frame.y(zero), frame.right, frame.y(zero))) }
    parts.append(
      Frame.label(
        Shown.clipped(words.title(axis), to: 110), (frame.left + frame.right) / 2, frame.bottom + 41,
        anchor: "middle"))
    return parts
  }

  /// Today's value, over all else.
  private func today(_ chart: LineChart, _ frame: Frame) -> [Markup] {
    guard let place = chart.today, let value = chart.line.today else { return [] }
    let x = frame.x(place)
    let text = say(
      "today: \(words.value(value, on: chart.line.axis))", "aujourd'hui : \(words.value(value, on: chart.line.axis))")
    let points = [(x, frame.bottom), (x - 6, frame.bottom + 9), (x + 6, frame.bottom + 9)]
    return [
      Frame.line("today", x, frame.labels + 4, x, frame.bottom),
      Markup("polygon", ["class": "ink", "points": Frame.points(points)]),
      Frame.label(text, frame.inside(x, width: Frame.width(text)), frame.labels, anchor: "middle", kind: "letter"),
    ]
  }

  // MARK: Turning points

  /// The value from which on the advice is another, and the row of labels that has room for it.
  private struct TurnLabel {
    let text: String
    let place: Double
    let row: Int
  }

  private func turnLabels(_ chart: LineChart) -> [TurnLabel] {
    var ends: [Double] = []
    return zip(chart.turns, chart.line.stretches.dropFirst()).compactMap { place, stretch in
      let text = words.value(stretch.values.lowerBound, on: chart.line.axis)
      let half = Frame.width(text) / 2 + 6
      // The plot is never narrower than this, so what does not overlap here does not overlap there.
      let x = place * 700
      guard let row = ends.indices.first(where: { ends[$0] < x - half }) ?? (ends.count < 4 ? ends.count : nil)
      else { return nil }
      if row == ends.count { ends.append(0) }
      ends[row] = x + half
      return TurnLabel(text: text, place: place, row: row)
    }
  }

  /// Lines at the values where the advice changes, and over them the labels.
  private func turns(_ chart: LineChart, _ labels: [TurnLabel], _ frame: Frame) -> [Markup] {
    let first = frame.labels + (chart.today == nil ? 0 : 16)
    var lines = chart.turns.map { Frame.line("turn", frame.x($0), frame.top, frame.x($0), frame.bottom + 68) }
    var texts: [Markup] = []
    for label in labels {
      let (x, y) = (frame.x(label.place), first + 16 * Double(label.row))
      lines.append(Frame.line("turn", x, y + 4, x, frame.top))
      let width = Frame.width(label.text)
      let middle = frame.inside(x, width: width)
      texts.append(Frame.box("paper", middle - width / 2, y - 12, width, 15))
      texts.append(Frame.label(label.text, middle, y, anchor: "middle", kind: "small"))
    }
    return lines + texts
  }

  /// Circles on what is best, where the advice changes.
  private func turnPoints(_ chart: LineChart, _ frame: Frame) -> [Markup] {
    zip(chart.turns, chart.line.stretches.dropFirst()).compactMap { place, stretch in
      guard let top = chart.line.point(at: stretch.values.lowerBound)?.top else { return nil }
      let (x, y) = (frame.x(place), frame.y(chart.height(top)))
      return Markup("circle", ["class": "point", "cx": Frame.text(x), "cy": Frame.text(y), "r": "4"])
    }
  }
}
