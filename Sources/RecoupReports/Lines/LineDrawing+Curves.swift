import RecoupEngine

extension LineDrawing {
  // MARK: Curves

  /// A curve a way, heavier where it is the best, with its letter at its end.
  func curves(_ chart: LineChart, _ frame: Frame) -> Markup {
    let area = Markup(
      "rect",
      [
        "x": Frame.text(frame.left), "y": Frame.text(frame.top - 4), "width": Frame.text(frame.right - frame.left),
        "height": Frame.text(frame.bottom - frame.top + 8),
      ])
    var group = Markup("g", [:], [Markup("clipPath", ["id": "plot"], [area])])
    var clipped = Markup("g", ["clip-path": "url(#plot)"])
    var ends: [(place: Int, x: Double, y: Double)] = []
    for (place, way) in chart.ways.enumerated() {
      var curve = Markup("g", [:], [Markup("title", text: words.title(way.action))])
      let points = chart.line.points.map { point in
        point.values[way.action].map {
          (x: frame.x(chart.place(point.value)), y: frame.y(chart.height($0)), isBest: point.best == way.action)
        }
      }
      let style = DrawingStyle.curve(place)
      if way.isDrawn {
        curve.add(LineDrawing.runs(points.map { $0.map { ($0.x, $0.y) } }).map { LineDrawing.run($0, style) })
      }
      let best = points.map { $0.flatMap { $0.isBest ? ($0.x, $0.y) : nil } }
      curve.add(LineDrawing.runs(best).map { LineDrawing.run($0, style + " best") })
      clipped.add(curve)
      let shown = points.compactMap { $0 }.filter { way.isDrawn || $0.isBest }
      if let end = shown.last(where: { $0.y >= frame.top - 1 && $0.y <= frame.bottom + 1 }) {
        ends.append((place, end.x, end.y))
      }
    }
    group.add(clipped)
    group.add(endLetters(chart, ends, frame))
    return group
  }

  /// Neighbouring points that are there.
  private static func runs(_ points: [(Double, Double)?]) -> [[(Double, Double)]] {
    var runs: [[(Double, Double)]] = []
    var isOpen = false
    for point in points {
      if let point {
        if !isOpen { runs.append([]) }
        runs[runs.count - 1].append(point)
      }
      isOpen = point != nil
    }
    return runs
  }

  private static func run(_ points: [(Double, Double)], _ style: String) -> Markup {
    // A single point is a line of no length, which is seen as a dot.
    Markup("polyline", ["class": style, "points": Frame.points(points.count == 1 ? points + points : points)])
  }

  /// The letters at the ends of curves, moved apart where they end together.
  private func endLetters(
    _ chart: LineChart, _ ends: [(place: Int, x: Double, y: Double)], _ frame: Frame
  ) -> [Markup] {
    var parts: [Markup] = []
    let sorted = ends.sorted { ($0.x, $0.y, $0.place) < ($1.x, $1.y, $1.place) }
    var last: (x: Double, y: Double)?
    for end in sorted {
      var y = end.y
      if let last, abs(last.x - end.x) < 12, y < last.y + 15 { y = last.y + 15 }
      last = (end.x, y)
      if y != end.y { parts.append(Frame.line("grid", end.x + 1, end.y, end.x + 7, y)) }
      parts.append(
        Frame.label(String(chart.ways[end.place].mark), end.x + 8, y + 4, kind: "letter halo"))
    }
    return parts
  }

  // MARK: Below the plot

  /// What is advised where.
  func strip(_ chart: LineChart, _ frame: Frame) -> [Markup] {
    var parts = [
      Frame.label(say("Advised", "Conseillé"), frame.left - 8, frame.bottom + 73, anchor: "end", kind: "small")
    ]
    let borders = [0] + chart.turns + [1]
    for (index, stretch) in chart.line.stretches.enumerated() {
      let (from, to) = (frame.x(borders[index]), frame.x(borders[index + 1]))
      let title = words.outcome(stretch.recommendation)
      let mark = String(chart.mark(stretch.recommendation))
      let values = words.value(stretch.values.lowerBound, on: chart.line.axis) + " – "
      let hint = "\(title): \(values)\(words.value(stretch.values.upperBound, on: chart.line.axis))"
      var part = Markup("g", [:], [Markup("title", text: hint)])
      part.add(
        Markup(
          "rect",
          [
            "class": "strip", "x": Frame.text(from), "y": Frame.text(frame.bottom + 56),
            "width": Frame.text(max(0.5, to - from)), "height": "24",
          ]))
      let whole = "\(mark)  \(title)"
      let text = Frame.width(whole) < to - from - 12 ? whole : to - from > 14 ? mark : ""
      if !text.isEmpty {
        part.add(Frame.label(text, (from + to) / 2, frame.bottom + 73, anchor: "middle", kind: "letter"))
      }
      parts.append(part)
    }
    return parts
  }

  /// What the letters mean, in two columns if that has room, and where it ends.
  func legend(_ chart: LineChart, at top: Double) -> (items: [Markup], end: Double) {
    let titles = chart.ways.map { words.title($0.action) }
    let columns = titles.allSatisfy { Frame.width($0) < 370 } ? 2 : 1
    let rows = (titles.count + columns - 1) / columns
    var parts: [Markup] = []
    for (place, title) in titles.enumerated() {
      let x = 24 + 460 * Double(place / max(1, rows))
      let y = top + 22 * Double(place % max(1, rows))
      parts.append(Frame.line(DrawingStyle.curve(place), x, y - 4, x + 38, y - 4))
      parts.append(Frame.label(String(chart.ways[place].mark), x + 48, y, kind: "letter"))
      parts.append(Frame.label(Shown.clipped(title, to: 130), x + 66, y))
    }
    var y = top + 22 * Double(rows)
    for outcome in [Decision.Recommendation.wait, .nothing]
    where chart.line.stretches.contains(where: { $0.recommendation == outcome }) {
      parts.append(Frame.label(String(chart.mark(outcome)), 72, y, kind: "letter"))
      parts.append(Frame.label(words.outcome(outcome), 90, y))
      y += 22
    }
    let note = say(
      "heavy: what brings most; circle: another advice from that value on",
      "trait épais : ce qui rapporte le plus ; cercle : autre conseil à partir de cette valeur")
    parts.append(Frame.label(note, 24, y + 4, kind: "small"))
    return (parts, y + 24)
  }
}
