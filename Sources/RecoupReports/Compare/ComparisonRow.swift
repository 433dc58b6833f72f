import RecoupEngine
import RecoupRules

/// One way among others: the figures of its first step, and what follows if that does not work.
///
/// Money is in the smallest unit, as it is printed: `step` and `follows` add up to `brings`, `gross` less `commission`
/// is `net`, and `outlay` is `cost` and `labour`.
struct ComparisonRow {
  let option: Option
  /// What comes in if the step works.
  let gross: Int64
  /// What somebody else keeps of that.
  let commission: Int64
  /// What is left of it.
  let net: Int64
  /// What the step costs in money and time, whether it works or not.
  let outlay: Int64
  /// The goodwill that it uses up.
  let strained: Int64
  /// The ends of the chance's range after the rules that fired, 0 to 1.
  let chances: ClosedRange<Double>
  /// What the step itself is worth today: its chance of the net, less what it costs.
  let step: Double
  /// What the rest of the plan is worth today.
  let follows: Double
  /// What all of it should bring, rounded to the smallest unit.
  let brings: Double

  init(_ option: Option, isFinal: Bool) {
    let derivation = option.derivation
    let first = option.plan[0]
    self.option = option
    gross = derivation.gross
    commission = derivation.commission
    net = first.net
    outlay = first.outlay
    strained = first.strained
    chances = ComparisonRow.range(derivation, middle: first.chance)
    brings = option.value.rounded(.toNearestOrEven)
    let rest = isFinal ? 0 : (1 - first.chance) * derivation.continuation
    follows = rest.rounded(.toNearestOrEven)
    step = brings - follows
  }

  /// The range of the chance, each end moved by the rules as its middle was.
  private static func range(_ derivation: Derivation, middle: Double) -> ClosedRange<Double> {
    func clamped(_ millionths: Int64) -> Double { Double(min(max(0, millionths), 1_000_000)) / 1_000_000 }
    let before = clamped(derivation.chanceMiddle)
    // What the rules did to the odds of the middle they do to the odds of each end.
    let isMoved = before > 0 && before < 1
    let factor = isMoved ? (middle / (1 - middle)) / (before / (1 - before)) : 1
    func moved(_ chance: Double) -> Double {
      if chance <= 0 || chance >= 1 || !isMoved || !factor.isFinite { return chance }
      let odds = chance / (1 - chance) * factor
      return odds / (1 + odds)
    }
    let (low, high) = (moved(clamped(derivation.chanceLow)), moved(clamped(derivation.chanceHigh)))
    return min(low, high)...max(low, high)
  }
}
