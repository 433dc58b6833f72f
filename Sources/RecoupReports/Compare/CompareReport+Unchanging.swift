import RecoupEngine
import RecoupRules

/// What was looked at and changes nothing by itself, and where that was not shown.
extension CompareReport {
  /// Names as `--vary` takes them, since that shows how it goes along any of them.
  func unchanging(_ turns: [Turn], _ page: inout Page) {
    let still = turns.filter { $0.others.isEmpty }
    let tried = turns.filter { !$0.isProved }
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
      let list = tried.map { "\($0.axis.name(in: book)) (\(proved($0)))" }.joined(separator: ", ")
      page.paragraph(
        say(
          "Tried at many values, but at every one only within these: \(list).",
          "Essayés à de nombreuses valeurs, mais à toutes seulement entre celles-ci : \(list)."), indent: 2)
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

  private func proved(_ turn: Turn) -> String {
    let low = words.value(turn.proved.lowerBound, on: turn.axis)
    if turn.proved.lowerBound == turn.proved.upperBound { return low }
    let high = words.value(turn.proved.upperBound, on: turn.axis)
    return say("\(low) to \(high)", "\(low) à \(high)")
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
