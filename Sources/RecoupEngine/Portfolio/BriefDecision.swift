/// The advice on one invoice without what explains it: a few numbers, so that millions can be made.
public struct BriefDecision: Hashable, Sendable {
  /// The way with the largest value, whatever is recommended.
  public struct Best: Hashable, Sendable {
    /// The action with which it begins.
    public var action: Int
    /// The expected net of its plan, in the currency's smallest unit, discounted to today.
    public var value: Double
    /// The chance to be paid at all by its plan, 0 to 1.
    public var chance: Double
    /// The day on which its plan's last step ends, from today.
    public var paidBy: Int64

    /// Makes a way.
    public init(action: Int, value: Double, chance: Double, paidBy: Int64) {
      self.action = action
      self.value = value
      self.chance = chance
      self.paidBy = paidBy
    }
  }

  /// What to do.
  public var recommendation: Decision.Recommendation
  /// Days until the waiting ends, where the advice is to wait and an end is in sight.
  public var until: Int64?
  /// Why that.
  public var basis: Decision.Basis
  /// The best way; nil if no action opens within the horizon.
  public var best: Best?

  /// Makes a brief decision.
  public init(recommendation: Decision.Recommendation, until: Int64?, basis: Decision.Basis, best: Best?) {
    self.recommendation = recommendation
    self.until = until
    self.basis = basis
    self.best = best
  }

  /// A whole decision cut short.
  public init(_ decision: Decision) {
    self.init(
      recommendation: decision.recommendation, until: decision.until, basis: decision.basis,
      best: decision.bestOption.map {
        Best(action: $0.action, value: $0.value, chance: $0.chanceOfPlan, paidBy: $0.paidBy)
      })
  }
}
