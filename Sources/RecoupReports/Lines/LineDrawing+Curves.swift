import RecoupEngine

extension LineDrawing {
  // MARK: Curves

  /// Where the curve of a way begins or ends.
  private struct End {
    let place: Int
    var x: Double
    let y: Double
  }

  /// A curve a way, heavier where it is the best, with its letter at its end.
  func curves(_ chart: LineChart, _ frame: Frame) -> Markup {
    let area = Frame.box("plot", frame.left, frame.top - 4, frame.right - frame.left, frame.bottom - frame.top + 8)
    var group = Markup("g", [:], [Markup("clipPath", ["id": "plot"], [area])])
    var clipped = Markup("g", ["clip-path": "url(#plot)"])
    var (starts, ends): ([End], [End]) = ([], [])
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
      let shown = points.compactMap { $0 }.filter {
        (way.isDrawn || $0.isBest) && $0.y >= frame.top - 1 && $0.y <= frame.bottom + 1
      }
      guard let start = shown.first, let end = shown.last else { continue }
      ends.append(End(place: place, x: end.x, y: end.y))
      if end.x - start.x > 60 { starts.append(End(place: place, x: start.x, y: start.y)) }
    }
    group.add(clipped)
    group.add(startLetters(chart, starts, frame))
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
    // A single point is a line of no length, which is seen as a dot if its ends are round.
    let isDot = points.count == 1
    return Markup(
      "polyline", ["class": isDot ? style + " dot" : style, "points": Frame.points(isDot ? points + points : points)])
  }

  /// The letters at the ends of curves, moved apart where they end together.
  private func endLetters(_ chart: LineChart, _ ends: [End], _ frame: Frame) -> [Markup] {
    var ends = ends.map { end in
      var end = end
      if end.x > frame.right - 24 { end.x = frame.right }
      return end
    }
    ends.sort { ($0.x, $0.y, $0.place) < ($1.x, $1.y, $1.place) }
    var heights = ends.map { $0.y }
    // First each is moved down below the one before it, then all up again that would stand below the plot.
    for index in ends.indices.dropFirst() where abs(ends[index].x - ends[index - 1].x) < 12 {
      heights[index] = max(heights[index], heights[index - 1] + 14)
    }
    var room = frame.bottom + 4
    for index in ends.indices.reversed() where ends[index].x == frame.right {
      heights[index] = min(heights[index], room)
      room = heights[index] - 14
    }
    return zip(ends, heights).map { end, height in
      Frame.label(String(chart.ways[end.place].mark), end.x + 8, height + 4, kind: "letter halo")
    }
  }

  /// The letters at the beginnings of curves, as far as they have room.
  private func startLetters(_ chart: LineChart, _ starts: [End], _ frame: Frame) -> [Markup] {
    var placed: [End] = []
    return starts.compactMap { start in
      if placed.contains(where: { abs($0.x - start.x) < 16 && abs($0.y - start.y) < 14 }) { return nil }
      placed.append(start)
      return Frame.label(String(chart.ways[start.place].mark), start.x + 5, start.y - 6, kind: "letter halo")
    }
  }

  // MARK: Below the plot

  /// What is advised where.
  func strip(_ chart: LineChart, _ frame: Frame) -> [Markup] {
    var parts = [
      Frame.label(advised, frame.left - 8, frame.bottom + 73, anchor: "end", kind: "small")
    ]
    let borders = [0] + chart.turns + [1]
    for (index, stretch) in chart.line.stretches.enumerated() {
      let (from, to) = (frame.x(borders[index]), frame.x(borders[index + 1]))
      let title = words.outcome(stretch.recommendation)
      let mark = String(chart.mark(stretch.recommendation))
      let values = words.value(stretch.values.lowerBound, on: chart.line.axis) + " – "
      let hint = "\(title): \(values)\(words.value(stretch.values.upperBound, on: chart.line.axis))"
      var part = Markup("g", [:], [Markup("title", text: hint)])
      part.add(Frame.box("strip", from, frame.bottom + 56, max(0.5, to - from), 24))
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
  func legend(_ chart: LineChart, at top: Double, isOfWords: Bool = false) -> (items: [Markup], end: Double) {
    let titles = chart.ways.map { words.title($0.action) }
    let columns = titles.allSatisfy { Frame.width($0) < 370 } ? 2 : 1
    let rows = (titles.count + columns - 1) / columns
    var parts: [Markup] = []
    for (place, title) in titles.enumerated() {
      let x = 24 + 460 * Double(place / max(1, rows))
      let y = top + 22 * Double(place % max(1, rows))
      parts.append(Frame.line(DrawingStyle.curve(place) + (isOfWords ? " solid" : ""), x, y - 4, x + 38, y - 4))
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
    let heavy = say("heavy: what brings most", "trait épais : ce qui rapporte le plus")
    let circle = say(
      "; circle: another advice from that value on", " ; cercle : autre conseil à partir de cette valeur")
    let note = heavy + (isOfWords ? "" : circle)
    parts.append(Frame.label(note, 24, y + 4, kind: "small"))
    return (parts, y + 24)
  }
}
