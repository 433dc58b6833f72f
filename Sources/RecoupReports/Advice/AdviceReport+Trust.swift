import RecoupEngine
import RecoupRules

extension AdviceReport {
  /// How far the advice can be trusted, which other sum would change it, and where all of that is told.
  func trust(_ advice: Advice, _ findings: Findings, _ page: inout Page) {
    if advice.decision.options.isEmpty { return }
    page.heading(paint.bold(say("How far to trust this", "Jusqu'où s'y fier")))
    page.paragraph(words.trust(advice.decision, findings.trust), indent: 2)
    if let turn = findings.amount, let other = words.others(turn).first {
      let (values, then) = (other.values, words.wouldBe(other.recommendation))
      page.paragraph(
        say(
          "With another sum owed, \(values), \(then).", "Avec une autre somme due, \(values), \(then)."), indent: 2)
    }
    page.paragraph(
      advice.subject.shellName.map { name in
        say(
          "`recoup compare \(name)` tells all that would change it.",
          "`recoup compare \(name)` dit tout ce qui le changerait.")
      }
        ?? say(
          "`recoup compare` in the place of `recoup next` tells all that would change it.",
          "`recoup compare` à la place de `recoup next` dit tout ce qui le changerait."), indent: 2)
  }
}

extension Subject {
  /// The invoice's number as it is typed; nil where that needs more thought than an example is worth.
  fileprivate var shellName: String? {
    guard let id, !id.isEmpty, !id.hasPrefix("-"), id.utf8.count <= 40 else { return nil }
    let isPlain = id.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_./".unicodeScalars.contains(scalar)
    }
    return isPlain ? id : nil
  }
}
