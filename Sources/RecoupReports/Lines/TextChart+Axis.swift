import RecoupEngine
import RecoupRules

/// What stands below the plot.
extension TextChart {
  /// The axis, with today's value, and the labels under it.
  func axisLines() -> [String] {
    let widest = [chart.values.lowerBound, chart.values.upperBound].map { Shown.width(words.tick($0, on: axis)) }.max()
    let most = columns / ((widest ?? 8) + 3)
    let roundness: Ticks.Roundness = axis.type(in: words.book) == .days ? .days : .decimal
    let ticks = Ticks(within: chart.values, atMost: max(2, min(10, most)), roundness)
    var canvas = TextCanvas(rows: 2, columns: gutter + 1 + columns + gutter)
    canvas.put("└", 0, gutter, .plain)
    for column in 0..<columns { canvas.put("─", 0, gutter + 1 + column, .plain) }
    var end = 0
    for value in ticks.values {
      let place = gutter + 1 + column(chart.place(value))
      canvas.put("┬", 0, place, .plain)
      let label = words.tick(value, on: axis)
      let start = max(0, min(place - Shown.width(label) / 2, gutter + 1 + columns - Shown.width(label)))
      if start < end { continue }
      for (offset, character) in label.enumerated() { canvas.put(character, 1, start + offset, .plain) }
      end = start + Shown.width(label) + 1
    }
    if let today = chart.today { canvas.put("▲", 0, gutter + 1 + column(today), .best(-1)) }
    return [canvas.line(0, paint), canvas.line(1, paint)]
  }

  /// What is advised where: each stretch begins with its mark.
  func strip() -> String {
    var canvas = TextCanvas(rows: 1, columns: columns)
    let starts = [0] + chart.turns.map { Int(($0 * Double(columns - 1)).rounded(.up)) }
    for (index, stretch) in chart.line.stretches.enumerated() where starts[index] < columns {
      let end = index + 1 < starts.count ? min(columns, starts[index + 1]) : columns
      let look: TextCanvas.Look =
        switch stretch.recommendation {
        case .action(let action): chart.ways.firstIndex { $0.action == action }.map { .best($0) } ?? .plain
        case .wait, .nothing: .faint
        }
      for column in starts[index]..<max(end, starts[index]) { canvas.put("─", 0, column, look) }
      if end > starts[index] + 1, end < columns { canvas.put("│", 0, end - 1, .faint) }
      canvas.put(chart.mark(stretch.recommendation), 0, starts[index], look)
    }
    return left(say("Advised", "Conseillé")) + "│" + canvas.line(0, paint)
  }
}
