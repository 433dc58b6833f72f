import RecoupEngine
import RecoupLanguage
import RecoupRules

extension AdviceWords {
  /// What keeps an action closed, in a sentence, and where it stands in the rules.
  func describe(_ obstacle: Obstacle, _ action: Int) -> (String, Span?) {
    switch obstacle {
    case .times(let done, let most):
      let span = book.actions[action].span
      if most == 1 { return (say("It was done already", "C'est déjà fait"), span) }
      return (
        say(
          "It was done \(done) times, and may be done \(most) times at most",
          "C'est déjà fait \(done) fois, et cela se fait \(most) fois au plus"), span
      )
    case .rule(let rule), .wait(let rule):
      return (sentences(rule), book.rules[rule].span)
    case .requires(let place):
      let requirement = book.actions[action].requirements[place]
      let reason = requirement.reason.map { text($0) }
      return (reason ?? say("A condition is not met", "Une condition n'est pas remplie"), requirement.span)
    case .unknown(let place, let missing):
      let span = place.map { book.actions[action].requirements[$0].span }
      if missing.isEmpty {
        return (
          say(
            "A figure is too large to reckon with, or is divided by zero",
            "Un chiffre est trop grand pour compter, ou divisé par zéro"), span
        )
      }
      return (say("Not known yet: \(names(missing))", "Pas encore connu : \(names(missing))"), span)
    }
  }

  /// Another value of a fact.
  func describe(_ change: Change) -> String {
    let name = question(change.fact)
    switch change.reach {
    case .exactly(let values):
      let values = values.map { value($0, of: change.fact) }.joined(separator: say(" or ", " ou "))
      return "\(name) → \(values)"
    case .atLeast(let value):
      let value = self.value(value, of: change.fact)
      return say("\(name) → at least \(value)", "\(name) → au moins \(value)")
    case .atMost(let value):
      let value = self.value(value, of: change.fact)
      return say("\(name) → at most \(value)", "\(name) → au plus \(value)")
    case .any: return say("\(name) → any answer", "\(name) → une réponse, quelle qu'elle soit")
    }
  }
}

extension [SourceFile] {
  /// A place in the rules, `FILE:LINE`; nil for what stands in no file.
  func place(_ span: Span) -> String? {
    guard indices.contains(Int(span.file)) else { return nil }
    let file = self[Int(span.file)]
    return "\(Shown.text(file.name)):\(file.position(of: Int(span.lower)).line)"
  }
}
