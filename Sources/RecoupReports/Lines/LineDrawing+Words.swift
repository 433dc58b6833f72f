import RecoupEngine
import RecoupRules

/// The picture of yes or no, or of words: a row a value, with a mark for each way where its money stands.
extension LineDrawing {
  private static let rowHeight = 52.0

  func wordsText(_ line: Line, of advice: Advice) -> String {
    let chart = LineChart(line)
    let headings = Page.lines(of: words.subject(advice), width: 90) + Page.lines(of: words.title(line.axis), width: 90)
    let top = 54 + 22 * Double(headings.count)
    let bottom = top + LineDrawing.rowHeight * Double(line.points.count)
    let titles = line.points.map { title($0, line) }
    let outcomes = line.points.map { Shown.clipped(words.outcome($0.recommendation), to: 44) }
    let widest = (titles + outcomes).map { Frame.width($0) }.max() ?? 0
    let plot = (left: min(400, 40 + widest), right: Frame.width - 40)
    func x(_ value: Double) -> Double {
      plot.left + min(max(chart.height(value), 0), 1) * (plot.right - plot.left)
    }
    let legend = self.legend(chart, at: bottom + 58, isOfWords: true)
    var svg = sheet(height: legend.end, advice, line)
    for (row, text) in headings.enumerated() { svg.add(Frame.label(text, 24, 32 + 22 * Double(row), kind: "large")) }
    svg.add(Frame.label(about, 24, top - 22))
    for value in chart.money.values {
      let place = x(Double(value))
      svg.add(Frame.line("grid", place, top, place, bottom))
      svg.add(Frame.label(amount(value), place, bottom + 19, anchor: "middle", kind: "small"))
    }
    for (row, point) in line.points.enumerated() {
      let middle = top + LineDrawing.rowHeight * (Double(row) + 0.5)
      svg.add(Frame.line("frame", plot.left, middle, plot.right, middle))
      svg.add(Frame.label(titles[row], 24, middle - 2, kind: "letter"))
      svg.add(Frame.label(outcomes[row], 24, middle + 15, kind: "small"))
      svg.add(marks(point, chart, at: middle, x))
    }
    svg.add(legend.items)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg.text
  }

  private func title(_ point: Line.Point, _ line: Line) -> String {
    let isToday = point.value == line.today
    let value = Shown.clipped(words.value(point.value, on: line.axis), to: isToday ? 32 : 44)
    return isToday ? value + " ◂ " + say("today", "aujourd'hui") : value
  }

  /// A stroke and a letter a way, heavier for what is best; letters that would stand on one another go up and down in turn.
  private func marks(_ point: Line.Point, _ chart: LineChart, at middle: Double, _ x: (Double) -> Double) -> [Markup] {
    let ways = chart.ways.enumerated().compactMap { place, way in
      point.values[way.action].map { (place: place, way: way, x: x($0)) }
    }
    .sorted { ($0.x, $0.place) < ($1.x, $1.place) }
    var ends = [-Double.infinity, -Double.infinity]
    return ways.map { place, way, x in
      var mark = Markup("g", [:], [Markup("title", text: words.title(way.action))])
      let isBest = point.best == way.action
      let half = isBest ? 12.0 : 8.0
      mark.add(
        Frame.line(DrawingStyle.curve(place) + " solid" + (isBest ? " best" : ""), x, middle - half, x, middle + half))
      let side = ends[0] < x - 12 ? 0 : 1
      let letterX = max(x, ends[side] + 12)
      ends[side] = letterX
      mark.add(
        Frame.label(
          String(way.mark), letterX, side == 0 ? middle - 14 : middle + 22, anchor: "middle", kind: "letter halo"))
      return mark
    }
  }
}
