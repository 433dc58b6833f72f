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
  /// The values around today's that have today's advice, as far as was tried. For yes or no and words only today's.
  public var held: ClosedRange<Int64>
  /// Those of `held` around today's of which every single one was shown to have it.
  public var proved: ClosedRange<Int64>
  /// Whether that are all of `held`.
  public var isProved: Bool { proved == held }
  /// For a number: the value next below `held`, if there is one; it was decided and has other advice.
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
