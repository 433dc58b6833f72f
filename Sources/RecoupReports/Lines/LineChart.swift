import RecoupEngine
import RecoupRules

/// What a chart of a line shows, however it is drawn: the ways that have a mark and those that get a curve, where a value
/// stands between the ends, and the scale of money.
struct LineChart {
  /// A way that has a mark.
  struct Way {
    /// The action.
    let action: Int
    /// A letter; the gentlest way is A.
    let mark: Character
    /// Whether it gets a curve of its own; else it shows only where it is best.
    let isDrawn: Bool
  }

  /// The most curves that can be told from one another.
  static let mostCurves = 6
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

  let line: Line
  /// The ways that are best or advised somewhere, and the next best, in the order of the ladder.
  let ways: [Way]
  /// Round amounts of money from below all that is drawn to above it.
  let money: Ticks

  /// A chart of a line that has at least one point.
  init(_ line: Line) {
    self.line = line
    var columns = Array(repeating: 0, count: line.points.first?.values.count ?? 0)
    var gaps = Array(repeating: Double.infinity, count: columns.count)
    for point in line.points {
      if let best = point.best { columns[best] += 1 }
      if case .action(let action) = point.recommendation { columns[action] += 1 }
      guard let most = point.top else { continue }
      for (action, value) in point.values.enumerated() {
        if let value, value.isFinite { gaps[action] = min(gaps[action], most - value) }
      }
    }
    // Those that are best most often come first, then those that come nearest to the best.
    let order = columns.indices.filter { columns[$0] > 0 || gaps[$0] < .infinity }
      .sorted { (-columns[$0], gaps[$0], $0) < (-columns[$1], gaps[$1], $1) }
    let drawn = Set(order.prefix(LineChart.mostCurves))
    let marked = columns.indices.filter { drawn.contains($0) || columns[$0] > 0 }
    ways = zip(marked, marked.indices).map { action, place in
      let letters = LineChart.letters
      return Way(action: action, mark: place < letters.count ? letters[place] : "*", isDrawn: drawn.contains(action))
    }
    money = Ticks(covering: LineChart.range(line, drawn.sorted()), steps: 5)
  }

  /// The scale: all of the best, 0 unless that is far off, and of the others what is not so low that it would press the
  /// rest together.
  private static func range(_ line: Line, _ drawn: [Int]) -> ClosedRange<Double> {
    let tops = line.points.compactMap { $0.top }
    guard var high = tops.max(), let lowest = tops.min() else { return 0...100 }
    var low = lowest
    for point in line.points {
      for action in drawn {
        if let value = point.values[action], value.isFinite { low = min(low, value) }
      }
    }
    low = max(low, min(lowest, 0) - max(abs(high), abs(lowest)) / 4)
    // A whole step of the scale is too much room for what is a little below zero.
    if low < 0, low > -high / 40 { low = 0 }
    if low > 0, low < high * 0.6 { low = 0 }
    if high < 0, high > low * 0.6 { high = 0 }
    // What hardly changes is shown as a line that hardly changes, not as a staircase of cents.
    let missing = max(100, max(abs(high), abs(low)) / 20) - (high - low)
    if missing > 0 {
      low = low >= 0 ? max(0, low - missing / 2) : low - missing / 2
      high += missing / 2
    }
    return low...high
  }

  /// The mark of an advice: a letter, `…` to wait, `–` for nothing.
  func mark(_ recommendation: Decision.Recommendation) -> Character {
    switch recommendation {
    case .action(let action): ways.first { $0.action == action }?.mark ?? "*"
    case .wait: "…"
    case .nothing: "–"
    }
  }

  // MARK: Places

  /// All values, from the first to the last.
  var values: ClosedRange<Int64> {
    let (first, last) = (line.points.first?.value ?? 0, line.points.last?.value ?? 0)
    return min(first, last)...max(first, last)
  }

  /// Where a value stands: 0 at the first, 1 at the last.
  func place(_ value: Int64) -> Double {
    let width = Double(values.upperBound) - Double(values.lowerBound)
    return width > 0 ? (Double(value) - Double(values.lowerBound)) / width : 0
  }

  /// Where an amount stands: 0 at the bottom of the scale, 1 at its top.
  func height(_ amount: Double) -> Double {
    let (low, high) = (Double(money.values.first ?? 0), Double(money.values.last ?? 1))
    return (amount - low) / (high - low)
  }

  /// Where the advice changes: half-way between the last value of a stretch and the first of the next.
  var turns: [Double] {
    zip(line.stretches, line.stretches.dropFirst()).map { before, after in
      (place(before.values.upperBound) + place(after.values.lowerBound)) / 2
    }
  }

  /// Where today stands; nil if it is unknown or beyond the ends.
  var today: Double? { line.today.flatMap { values.contains($0) ? place($0) : nil } }
}

extension Line.Point {
  /// What the best way brings.
  var top: Double? { best.flatMap { values[$0] }.flatMap { $0.isFinite ? $0 : nil } }

  /// What following the advice brings: nothing, where nothing more is done.
  var brings: Double {
    switch recommendation {
    case .nothing: 0
    case .action, .wait: top ?? 0
    }
  }
}

extension Line {
  /// The point of a value that was decided.
  func point(at value: Int64) -> Point? {
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle].value < value { low = middle + 1 } else { high = middle }
    }
    return low < points.count && points[low].value == value ? points[low] : nil
  }
}
