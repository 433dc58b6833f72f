import RecoupEngine
import RecoupQuantities
import RecoupRules

/// A chart of a line for a terminal: a heavy line for the best way at each value, dots for the others, and under the axis
/// a strip with what is advised where.
struct TextChart {
  let chart: LineChart
  let words: AdviceWords
  let paint: Paint
  /// Columns left of the plot, the axis not among them.
  let gutter: Int
  /// Columns of the plot.
  let columns: Int
  /// Rows from one tick of money to the next.
  private let pitch: Int
  /// The point that each column shows.
  private let points: [Line.Point]

  var say: Tongue { words.say }
  var axis: Axis { chart.line.axis }

  /// How many columns of a terminal a plot takes, if what stands to its left is short: as many values are worth deciding.
  static func columns(of width: Int) -> Int { min(width, 120) - 10 }

  init(_ chart: LineChart, _ words: AdviceWords, paint: Paint, width: Int) {
    self.chart = chart
    self.words = words
    self.paint = paint
    let labels = chart.money.values.map { Shown.width(words.say.roundMoney($0, words.book.currency)) }
    gutter = max(labels.max() ?? 0, words.say("Advised", "Conseillé").count) + 1
    columns = max(20, min(width, 120) - gutter - 1)
    let steps = chart.money.values.count - 1
    pitch = max(2, steps == 4 ? 4 : 15 / max(1, steps))
    var points: [Line.Point] = []
    var index = 0
    let all = chart.line.points
    for column in 0..<columns {
      let place = Double(column) / Double(columns - 1)
      while index + 1 < all.count,
        abs(chart.place(all[index + 1].value) - place) < abs(chart.place(all[index].value) - place)
      {
        index += 1
      }
      points.append(all[index])
    }
    self.points = points
  }

  /// The chart, with its axes and the strip of advice.
  func lines() -> [String] {
    let height = (chart.money.values.count - 1) * pitch + 1
    var canvas = TextCanvas(rows: height, columns: columns)
    for (place, way) in chart.ways.enumerated() where way.isDrawn { dot(place, way.action, height, &canvas) }
    best(height, &canvas)
    bestLetters(&canvas, height)
    for place in chart.ways.indices { letters(place, &canvas, height) }
    if let zero = row(0, height), zero > 0, zero < height - 1 {
      for column in 0..<columns { canvas.fill("┈", zero, column, .faint) }
    }
    if let today = chart.today {
      for row in 0..<height { canvas.fill("┊", row, column(today), .faint) }
    }
    var lines: [String] = []
    for row in 0..<height {
      let isTick = row % pitch == 0
      let amount = chart.money.values[chart.money.values.count - 1 - row / pitch]
      let label = isTick ? say.roundMoney(amount, words.book.currency) : ""
      lines.append(left(label) + (isTick ? "┤" : "│") + canvas.line(row, paint))
    }
    return lines + axisLines() + [strip()]
  }

  func left(_ label: String) -> String {
    String(repeating: " ", count: max(0, gutter - 1 - Shown.width(label))) + label + " "
  }

  func column(_ place: Double) -> Int {
    min(columns - 1, max(0, Int((place * Double(columns - 1)).rounded())))
  }

  /// The row of an amount; nil above or below the scale.
  private func row(_ amount: Double, _ height: Int) -> Int? {
    let row = ((1 - chart.height(amount)) * Double(height - 1)).rounded()
    return row >= 0 && row <= Double(height - 1) ? Int(row) : nil
  }

  // MARK: Curves

  /// Dots for a way that is not the best, with a letter now and then.
  private func dot(_ place: Int, _ action: Int, _ height: Int, _ canvas: inout TextCanvas) {
    var before: Int?
    for (column, point) in points.enumerated() {
      let row = point.values[action].flatMap { self.row($0, height) }
      if let row {
        canvas.put("·", row, column, .curve(place))
        if let before, abs(before - row) > 1 {
          for between in min(before, row) + 1..<max(before, row) { canvas.fill("·", between, column, .curve(place)) }
        }
      }
      before = row
    }
  }

  /// One heavy line for what is best, whichever way that is.
  private func best(_ height: Int, _ canvas: inout TextCanvas) {
    var before: Int?
    for (column, point) in points.enumerated() {
      guard let top = point.top, let row = row(top, height),
        let place = chart.ways.firstIndex(where: { $0.action == point.best })
      else {
        before = nil
        continue
      }
      let start = before ?? row
      for between in min(start, row)...max(start, row) { canvas.put("┃", between, column, .best(place)) }
      if start == row {
        canvas.put("━", row, column, .best(place))
      } else {
        canvas.put(start < row ? "┓" : "┛", start, column, .best(place))
        canvas.put(start < row ? "┗" : "┏", row, column, .best(place))
      }
      before = row
    }
  }

  /// Letters on a curve: where it begins and every dozen columns, each way at columns of its own. Where curves lie on each
  /// other, the letters of all of them stand on the one that is seen.
  private func letters(_ place: Int, _ canvas: inout TextCanvas, _ height: Int) {
    let way = chart.ways[place]
    var last: Int?
    for (column, point) in points.enumerated() where way.isDrawn && point.best != way.action {
      guard let row = point.values[way.action].flatMap({ row($0, height) }), canvas[row, column].character == "·" else {
        continue
      }
      let isBeginning = column == 0 || points[column - 1].values[way.action] == nil
      let isDue = last.map { column - $0 >= 12 && column % 3 == place % 3 } ?? true
      let hasRoom = column == 0 || "· ┊".contains(canvas[row, column - 1].character)
      if hasRoom && (isDue || isBeginning) {
        canvas.put(way.mark, row, column, .curve(place))
        last = column
      }
    }
  }

  /// Letters on the heavy line: where a way begins to be the best, and every dozen columns.
  private func bestLetters(_ canvas: inout TextCanvas, _ height: Int) {
    var last: Int?
    for (column, point) in points.enumerated() {
      guard let best = point.best, let row = point.top.flatMap({ row($0, height) }),
        let place = chart.ways.firstIndex(where: { $0.action == best })
      else { continue }
      if column > 0, points[column - 1].best != best { last = nil }
      // A letter at a corner would break the line; only a way that is best in a single column has no other place.
      let isFlat = canvas[row, column].character == "━"
      let isLastChance = last == nil && (column + 1 == columns || points[column + 1].best != best)
      if isFlat && last.map({ column - $0 >= 12 }) ?? true || isLastChance {
        canvas.put(chart.ways[place].mark, row, column, .best(place))
        last = column
      }
    }
  }
}
