/// The advice on a case along one axis: what every way brings, and where exactly the advice changes.
public struct Line: Hashable, Sendable {
  /// One value of the axis, with what is decided there.
  public struct Point: Hashable, Sendable {
    /// The value.
    public var value: Int64
    /// The advice.
    public var recommendation: Decision.Recommendation
    /// The option with the largest value, whatever is advised; nil if no action opens.
    public var best: Int?
    /// What each action brings as the first step of a plan, by ladder order: its Q, in the currency's smallest unit; nil
    /// for those that do not open.
    public var values: [Double?]
    /// Days until each action opens, by ladder order; nil for those that do not.
    public var opens: [Int64?]
  }

  /// Neighbouring values that have the same advice.
  public struct Stretch: Hashable, Sendable {
    /// From the first to the last.
    public var values: ClosedRange<Int64>
    /// The advice.
    public var recommendation: Decision.Recommendation
    /// Whether it was shown to be the advice for every value of the stretch; else only for its ends and some between.
    public var isProved: Bool
  }

  /// What is varied.
  public var axis: Axis
  /// Its value today; nil if that is unknown.
  public var today: Int64?
  /// Decided values in ascending order: both ends, the ends of every stretch, and others evenly between.
  public var points: [Point]
  /// The stretches, one next to the other from end to end.
  public var stretches: [Stretch]
}
