import RecoupEngine
import RecoupRules

/// What would change the answer: one thing at a time.
extension CompareReport {
  /// What has other advice at another value, with that value; then what has not, and where that was not shown.
  func turns(_ advice: Advice, _ findings: Findings, _ page: inout Page) {
    page.heading(answer.paint.bold(say("What would change the answer", "Ce qui changerait le conseil")))
    let telling = Turn.telling(findings.turns)
    if !telling.isEmpty {
      isWide ? wide(telling, advice, findings.trust, &page) : narrow(telling, advice, findings.trust, &page)
    }
    rest(findings.turns, &page)
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
    let isInside = turn.others.contains {
      $0.recommendation == other.recommendation && range.chances.contains($0.value)
    }
    if isInside { return "" }
    let ends = words.percents(range.chances)
    return say(" (outside its range, \(ends))", " (hors de sa fourchette, \(ends))")
  }

  // MARK: What changes nothing

  private func rest(_ turns: [Turn], _ page: inout Page) {
    let still = turns.filter { $0.others.isEmpty }
    let isSome = still.count < turns.count
    if !still.isEmpty {
      let names = self.names(still, of: turns)
      page.paragraph(
        isSome
          ? say("Nothing else does by itself: \(names).", "Rien d'autre ne le changerait à lui seul : \(names).")
          : say("Nothing does by itself: \(names).", "Rien ne le changerait à lui seul : \(names)."),
        indent: 2)
    }
    let tried = turns.filter { !$0.isProved }
    if !tried.isEmpty {
      let names = self.names(tried, of: turns)
      page.paragraph(
        say(
          "Some values were tried, but not all in between ruled out, of: \(names).",
          "Certaines valeurs ont été essayées, sans preuve pour toutes celles d'entre elles : \(names)."), indent: 2)
    }
    let ended = turns.filter { hasEnded($0) }
    if !ended.isEmpty {
      let names = ended.map { turn in
        let (low, high) = (turn.held.lowerBound, turn.held.upperBound)
        let ends = say(
          "\(words.value(low, on: turn.axis)) to \(words.value(high, on: turn.axis))",
          "\(words.value(low, on: turn.axis)) à \(words.value(high, on: turn.axis))")
        return "\(words.title(turn.axis)) (\(ends))"
      }
      let list = names.joined(separator: say("; ", " ; "))
      page.paragraph(
        say("Looked at only within these values: \(list).", "Regardé seulement entre ces valeurs : \(list)."), indent: 2)
    }
  }

  /// Names in a list; chances are told together where none of them is missing.
  private func names(_ some: [Turn], of all: [Turn]) -> String {
    var names: [String] = []
    var chances: [String] = []
    for turn in some {
      switch turn.axis {
      case .fact, .setting: names.append(words.title(turn.axis))
      case .chance(let action): chances.append(words.quoted(words.title(action)))
      }
    }
    let allChances = all.count { if case .chance = $0.axis { true } else { false } }
    if chances.count == allChances, chances.count > 1 {
      names.append(say("any one of the chances", "une seule des probabilités"))
    } else if chances.count > 2 {
      names.append(say("\(chances.count) of the chances", "\(chances.count) des probabilités"))
    } else if !chances.isEmpty {
      let list = chances.joined(separator: ", ")
      names.append(say("the chance of \(list)", "la probabilité de \(list)"))
    }
    return names.joined(separator: say("; ", " ; "))
  }

  /// Whether there are values on a side of a number that the search did not come to.
  private func hasEnded(_ turn: Turn) -> Bool {
    if turn.axis.allValues(in: book) != nil { return false }
    let domain = turn.axis.domain(around: turn.today, in: book)
    return (turn.below == nil && turn.held.lowerBound > domain.lowerBound)
      || (turn.above == nil && turn.held.upperBound < domain.upperBound)
  }
}
