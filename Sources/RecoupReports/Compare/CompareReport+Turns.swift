import RecoupEngine
import RecoupRules

/// What would change the answer: one thing at a time.
extension CompareReport {
  /// What has other advice at another value, with that value; then what has not, and where that was not shown.
  func turns(_ advice: Advice, _ findings: Findings, _ page: inout Page) {
    page.heading(answer.paint.bold(say("What would change the answer", "Ce qui changerait le conseil")))
    let headline = words.headline(onTheDay: advice.brief).withinSentence
    page.paragraph(say("The advice is: \(headline)", "Le conseil est : \(headline)"), indent: 2)
    let telling = Turn.telling(findings.turns)
    if !telling.isEmpty {
      isWide ? wide(telling, advice, findings.trust, &page) : narrow(telling, advice, findings.trust, &page)
    }
    unchanging(findings.turns.filter { $0.isDoubtful }, &page)
  }

  private func narrow(_ turns: [Turn], _ advice: Advice, _ trust: Trust, _ page: inout Page) {
    var columns = Columns(.left, .right)
    columns.add("", today(advice))
    for turn in turns { columns.add(title(turn), words.value(turn.today, on: turn.axis)) }
    let blocks = columns.blocks(width: width, indent: 2, wrapping: 0)
    page.line(answer.paint.dim(blocks[0].joined(separator: "\n")))
    for (turn, lines) in zip(turns, blocks.dropFirst()) {
      for line in lines { page.line(answer.paint.bold(line)) }
      for other in words.others(turn) {
        let advised = words.outcome(other.recommendation)
        let values = other.values + range(turn, other, trust)
        page.paragraph(say("\(values): \(advised)", "\(values) : \(advised)"), indent: 4, hanging: 4)
      }
    }
  }

  private func wide(_ turns: [Turn], _ advice: Advice, _ trust: Trust, _ page: inout Page) {
    var columns = Columns(.left, .right, .left, .left)
    columns.add("", today(advice), say("if instead", "si c'était"), say("then", "alors"))
    for turn in turns {
      for (place, other) in words.others(turn).enumerated() {
        columns.add(
          place == 0 ? title(turn) : "", place == 0 ? words.value(turn.today, on: turn.axis) : "",
          other.values + range(turn, other, trust), words.outcome(other.recommendation))
      }
    }
    let blocks = columns.blocks(width: width, indent: 2, wrapping: 2)
    page.line(answer.paint.dim(blocks[0].joined(separator: "\n")))
    for line in blocks.dropFirst().flatMap({ $0 }) { page.line(line) }
  }

  private func title(_ turn: Turn) -> String {
    let title = words.title(turn.axis)
    return title.prefix(1).uppercased() + title.dropFirst()
  }

  /// The heading above today's values: the day itself, where the advice is of another.
  private func today(_ advice: Advice) -> String {
    advice.isPaused ? say.shortDate(advice.day, from: advice.asOf) : say("today", "aujourd'hui")
  }

  /// That a chance would have to leave its range.
  private func range(_ turn: Turn, _ other: OtherAdvice, _ trust: Trust) -> String {
    guard case .chance(let action) = turn.axis, let range = trust.ranges.first(where: { $0.action == action }) else {
      return ""
    }
    if range.chances.contains(other.first) { return "" }
    let ends = words.percents(range.chances)
    return say(" (outside its range, \(ends))", " (hors de sa fourchette, \(ends))")
  }
}
