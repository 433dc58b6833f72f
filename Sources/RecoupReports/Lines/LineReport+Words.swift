import RecoupEngine
import RecoupRules

/// A line of yes or no, or of words.
extension LineReport {
  /// Each value, with what is advised and what the next best way brings.
  func answers(_ line: Line, _ page: inout Page) {
    var columns = Columns(.left, .right, .right)
    columns.add(words.title(line.axis), say("brings", "rapporte"), say("next best", "ensuite"))
    for point in line.points {
      let isToday = point.value == line.today
      columns.add(
        words.value(point.value, on: line.axis) + (isToday ? say(" ◂\(noBreak)today", " ◂\(noBreak)aujourd'hui") : ""),
        words.money(point.brings), point.second.map { words.money($0.value) } ?? "")
    }
    let blocks = columns.blocks(width: width, wrapping: 0)
    for line in blocks[0] { page.line(paint.dim(line)) }
    for (point, lines) in zip(line.points, blocks.dropFirst()) {
      for line in lines { page.line(paint.bold(line)) }
      var sentence = words.sentence(words.outcome(point.recommendation))
      if let second = point.second {
        let next = words.inSentence(second.action)
        sentence += " " + say("Next best: \(next).", "Ensuite : \(next).")
      }
      page.paragraph(sentence, indent: 2, hanging: 2)
    }
    if line.today == nil {
      page.blank()
      page.paragraph(say("Today's value is unknown.", "La valeur du jour est inconnue."))
    }
  }
}

extension Line.Point {
  /// What brings most among the ways that are neither the best nor advised; the gentler of two that bring the same.
  fileprivate var second: (action: Int, value: Double)? {
    var second: (action: Int, value: Double)?
    for (action, value) in values.enumerated() {
      guard let value, action != best, recommendation != .action(action), value > second?.value ?? -.infinity
      else { continue }
      second = (action, value)
    }
    return second
  }
}
