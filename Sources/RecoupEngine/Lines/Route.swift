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

extension Sensitivity {
  /// The most routes to one action that `routes` names.
  public static var mostRoutes: Int { 3 }

  /// For each other action, in ladder order, the smallest sets of changes found that lead to it: single changes of facts,
  /// of settings and of chances; only where there are none, pairs. At most `mostRoutes` for each action, and none where
  /// what was done before stands in the way.
  ///
  /// Of yes or no and of words every value was tried, and every pair of them as long as there were not too many; of
  /// numbers the nearest value at which the advice changes, and of pairs those that open a closed action. For an action
  /// that is still missing then come known numbers at a few values ever further from today's, alone and beside a word or
  /// another number, as many as are likely to lead there; each is then brought as near to today's as halving the way
  /// brings it, so that a value one unit nearer does not lead there, unless that would take too long. Last comes a chance of the action itself beside a
  /// word.
  ///
  /// - Parameter turns: How far all of `axes` can move.
  public func routes(turns: [Turn]) -> [Route] {
    var search = RouteSearch(self)
    search.findSingles(turns)
    search.findOthers()
    return search.routes
  }
}
