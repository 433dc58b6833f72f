import RecoupEngine
import RecoupRules

/// What was looked at and changes nothing by itself, and where that was not shown.
extension CompareReport {
  /// Names as `--vary` takes them, since that shows how it goes along any of them.
  func unchanging(_ turns: [Turn], _ page: inout Page) {
    let still = turns.filter { $0.others.isEmpty }
    let tried = turns.filter { !$0.isProved }
    let ended = turns.filter { hasEnded($0) }
    if still.count < turns.count { page.blank() }
    if !still.isEmpty {
      let names = names(still, of: turns)
      page.paragraph(
        still.count < turns.count
          ? say(
            "Within likely values, nothing else would by itself: \(names).",
            "Pour des valeurs vraisemblables, rien d'autre ne le changerait à lui seul : \(names).")
          : say(
            "Within likely values, nothing would by itself: \(names).",
            "Pour des valeurs vraisemblables, rien ne le changerait à lui seul : \(names)."), indent: 2)
    }
    if !tried.isEmpty {
      let names = names(tried, of: turns)
      page.paragraph(
        say(
          "Tried at many values, but not at every one: \(names).",
          "Essayés à de nombreuses valeurs, mais pas à toutes : \(names)."), indent: 2)
    }
    if !ended.isEmpty {
      let list = ended.map { "\($0.axis.name(in: book)) (\(looked($0)))" }.joined(separator: ", ")
      page.paragraph(
        say("Looked at only within these values: \(list).", "Regardés seulement entre ces valeurs : \(list)."),
        indent: 2)
    }
    guard let first = Turn.telling(turns).first ?? turns.first else { return }
    let option = "`--vary \(first.axis.name(in: book))`"
    page.paragraph(
      say(
        "\(option), or another name, shows what every way brings along it.",
        "\(option), ou un autre nom, montre ce que rapporte chaque voie selon sa valeur."), indent: 2)
  }

  /// Names in a list; many chances are counted.
  private func names(_ some: [Turn], of all: [Turn]) -> String {
    let chances = some.filter { $0.isChance }
    if chances.count < 3 { return some.map { $0.axis.name(in: book) }.joined(separator: ", ") }
    let (count, total) = (chances.count, all.count { $0.isChance })
    let told =
      count == total
      ? say("each of the \(count) chances", "chacune des \(count) probabilités")
      : say("\(count) of the \(total) chances", "\(count) des \(total) probabilités")
    return (some.filter { !$0.isChance }.map { $0.axis.name(in: book) } + [told]).joined(separator: ", ")
  }

  private func looked(_ turn: Turn) -> String {
    let (low, high) = (
      words.value(turn.held.lowerBound, on: turn.axis), words.value(turn.held.upperBound, on: turn.axis)
    )
    return say("\(low) to \(high)", "\(low) à \(high)")
  }

  /// Whether there are values on a side of a number that the search did not come to.
  private func hasEnded(_ turn: Turn) -> Bool {
    if turn.axis.allValues(in: book) != nil { return false }
    let domain = turn.axis.domain(around: turn.today, in: book)
    return (turn.below == nil && turn.held.lowerBound > domain.lowerBound)
      || (turn.above == nil && turn.held.upperBound < domain.upperBound)
  }
}

extension Turn {
  var isChance: Bool {
    switch axis {
    case .fact, .setting: false
    case .chance: true
    }
  }
}
