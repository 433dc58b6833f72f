import RecoupEngine
import RecoupRules

extension AdviceWords {
  /// Why an advice hangs on no range of a chance; nil if it may.
  func withoutRanges(_ decision: Decision, _ trust: Trust) -> String? {
    switch decision.basis {
    case .rule:
      return say(
        "This advice hangs on no chance: a rule decides it.",
        "Ce conseil ne dépend d'aucune probabilité : une règle en décide.")
    case .closed:
      return say(
        "This advice hangs on no chance: every way is closed.",
        "Ce conseil ne dépend d'aucune probabilité : toutes les voies sont fermées.")
    case .best, .opens, .loss: break
    }
    if !trust.ranges.isEmpty { return nil }
    let isCertain = decision.options.allSatisfy { $0.plan.allSatisfy { $0.chance == 0 || $0.chance == 1 } }
    return isCertain
      ? say("This advice hangs on no chance.", "Ce conseil ne dépend d'aucune probabilité.")
      : say(
        "The chances in the rules are assumptions without a range, so nothing tells how far off they may be.",
        "Les probabilités des règles sont des hypothèses sans fourchette : rien ne dit de combien elles se trompent.")
  }

  /// How far an advice can be trusted, in one sentence.
  func trust(_ decision: Decision, _ trust: Trust) -> String {
    if let told = withoutRanges(decision, trust) { return told }
    if let flip = trust.nearestFlip, let range = trust.range(of: flip) {
      let actions = trust.ranges.count { range in trust.flips.contains { $0.assumed.action == range.action } }
      let chance = "\(quoted(title(range.action))) (\(percents(range.chances)))"
      let turn = from(flip, in: range)
      let then = wouldBe(flip.recommendation)
      return actions == 1
        ? say(
          "It hangs on the chance assumed for \(chance): \(turn) \(then).",
          "Il tient à la probabilité supposée de \(chance) : \(turn), \(then).")
        : say(
          "It hangs on \(actions) assumed chances, most on that of \(chance): \(turn) \(then).",
          "Il tient à \(actions) probabilités supposées, surtout à celle de \(chance) : \(turn), \(then).")
    }
    let alone =
      trust.isProved
      ? say(
        "It holds with any one chance anywhere in its range", "Il tient pour toute valeur d'une seule probabilité")
      : say(
        "It holds with every value of any one chance that was tried",
        "Il tient pour chaque valeur d'une seule probabilité qui a été essayée")
    switch trust.together {
    case .holds where trust.ranges.count == 1:
      return say(
        "It holds anywhere in the range of the one chance that counts.",
        "Il tient dans toute la fourchette de la seule probabilité qui compte.")
    case .holds:
      return say(
        "It holds even in the worst case of all chances, each anywhere in its range.",
        "Il tient même dans le pire cas de toutes les probabilités, chacune dans sa fourchette.")
    case .turns(_, let recommendation):
      let outcome = outcome(recommendation)
      return say(
        "\(alone), but not in the worst case of all together; that would be: \(outcome).",
        "\(alone), mais pas dans le pire cas de toutes ensemble ; ce serait : \(outcome).")
    case .undecided:
      return say(
        "\(alone); of all together some combinations were tried, and none changes it.",
        "\(alone) ; de toutes ensemble, quelques combinaisons ont été essayées, et aucune n'y change rien.")
    }
  }

  /// A range of chances as the rules state it.
  func percents(_ range: ClosedRange<Int64>) -> String {
    let (low, high) = (say.percent(range.lowerBound), say.percent(range.upperBound))
    return say("\(low) to \(high)", "\(low) à \(high)")
  }

  /// From which value of a chance on the advice is another.
  func from(_ flip: Trust.Flip, in range: Trust.Range) -> String {
    let chance = flip.assumed.chance
    return from(chance, isAbove: chance > range.middle, .percent, within: range.chances)
  }
}

extension Trust.Range {
  var middle: Int64 { chances.lowerBound + (chances.upperBound - chances.lowerBound) / 2 }
}

extension Trust {
  /// The range in which a flip lies.
  func range(of flip: Flip) -> Range? { ranges.first { $0.action == flip.assumed.action } }

  /// The flip that needs the least part of its range; of two that need the same, the gentler action's.
  var nearestFlip: Flip? {
    var nearest: (flip: Flip, part: Double)?
    for flip in flips {
      guard let range = range(of: flip) else { continue }
      let width = Double(range.chances.upperBound - range.chances.lowerBound)
      let part = abs(Double(flip.assumed.chance - range.middle)) / width
      if part < nearest?.part ?? .infinity { nearest = (flip, part) }
    }
    return nearest?.flip
  }
}
