/// What would have to be otherwise for another action to be advised.
public struct Route: Hashable, Sendable {
  /// One thing that is otherwise.
  public struct Move: Hashable, Sendable {
    /// What moves.
    public var axis: Axis
    /// Its value today; nil if it is unknown.
    public var from: Int64?
    /// Its value then.
    public var to: Int64

    /// Makes one.
    public init(axis: Axis, from: Int64?, to: Int64) {
      self.axis = axis
      self.from = from
      self.to = to
    }
  }

  /// The action that is advised then.
  public var action: Int
  /// All that moves: one thing, or two where one is not enough.
  public var moves: [Move]
}

extension Advisor {
  /// For each other action that one or two changes lead to: the smallest such sets of changes, in ladder order.
  ///
  /// - Parameter turns: Those of the decision.
  public func routes(from decision: Decision, in invoice: Case, turns: [Turn]) -> [Route] {
    []
  }
}
