/// How far one fact, setting or chance can move, all else as it is, before the advice becomes another.
public struct Turn: Hashable, Sendable {
  /// A value that has other advice than today's.
  public struct Other: Hashable, Sendable {
    /// The value.
    public var value: Int64
    /// The advice there.
    public var recommendation: Decision.Recommendation

    /// Makes one.
    public init(value: Int64, recommendation: Decision.Recommendation) {
      self.value = value
      self.recommendation = recommendation
    }
  }

  /// What moves.
  public var axis: Axis
  /// Its value today.
  public var today: Int64
  /// The values around today's that were looked at and have today's advice. For yes or no and words only today's.
  public var held: ClosedRange<Int64>
  /// Whether every value of `held` was shown to have today's advice; else only some were tried.
  public var isProved: Bool
  /// For a number: the value next below `held`, if that one was decided and has other advice.
  public var below: Other?
  /// For a number: the value next above `held`, likewise.
  public var above: Other?
  /// For yes or no and words: every other value that has other advice, in the order of their declaration.
  public var words: [Other]

  /// All that was found, the nearest first, the upper one first at equal distance.
  public var others: [Other] {
    guard let below, let above else { return [below, above].compactMap { $0 } + words }
    return today - below.value < above.value - today ? [below, above] : [above, below]
  }
}
