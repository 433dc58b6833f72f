import RecoupEngine
import RecoupRules

/// What would lead to each of the other actions.
extension CompareReport {
  /// Each action that one or two changes lead to, with them; and those to which none was found.
  func routes(_ routes: [Route], _ advice: Advice, _ page: inout Page) {
    let missing = book.actions.indices.filter { action in
      advice.decision.recommendation != .action(action) && !routes.contains { $0.action == action }
    }
    if routes.isEmpty && missing.isEmpty { return }
    page.heading(
      answer.paint.bold(say("What would lead to the other ways", "Ce qui mènerait aux autres voies")))
    for (place, route) in routes.enumerated() {
      if place == 0 || routes[place - 1].action != route.action {
        page.paragraph(words.title(route.action), indent: 2, hanging: 2)
      }
      let moves = route.moves.map { words.move($0) }
      page.paragraph("- " + words.list(moves), indent: 4, hanging: 2)
    }
    if missing.isEmpty { return }
    let titles = missing.map { words.inSentence($0) }.joined(separator: say("; ", " ; "))
    page.paragraph(
      say(
        "No single change and no pair of answers was found that leads to: \(titles).",
        "Aucun changement seul ni aucune paire de réponses n'a été trouvé qui mène à : \(titles)."), indent: 2)
  }
}

extension AdviceWords {
  /// One change: `days overdue 20 days → 91 days`.
  func move(_ move: Route.Move) -> String {
    let from = move.from.map { value($0, on: move.axis) } ?? say("not known", "inconnu")
    let (title, to) = (title(move.axis), value(move.to, on: move.axis))
    return title.hasSuffix("?")
      ? "\(title) \(from) → \(to)" : say("\(title): \(from) → \(to)", "\(title) : \(from) → \(to)")
  }

  /// Things one after the other, with “and” before the last.
  func list(_ things: [String]) -> String {
    guard let last = things.last, things.count > 1 else { return things.first ?? "" }
    return things.dropLast().joined(separator: ", ") + say(" and ", " et ") + last
  }
}
