/// One invoice as the engine sees it: what is known today, and what was done.
///
/// Values are raw counts in the units of their types (see `Value`), by the index of the fact or setting in the rule book.
public struct Case: Hashable, Sendable {
  /// How often an action was done.
  public struct Done: Hashable, Sendable {
    /// How often, from 0.
    public var times: Int64
    /// Days since it was last begun, from 0; nil if the day is not known. Without meaning where `times` is 0.
    public var daysAgo: Int64?

    /// Makes a record.
    public init(times: Int64, daysAgo: Int64? = nil) {
      self.times = times
      self.daysAgo = daysAgo
    }

    /// An action that was never done.
    public static let never = Done(times: 0)
  }

  /// The facts that were given, as of today; nil leaves a fact to its default, or unknown. `pending` is not among them.
  public var facts: [Int64?]
  /// The settings that the user gave a value; nil leaves a setting as it is in the rules.
  public var settings: [Int64?]
  /// What was done, by action in ladder order.
  public var done: [Done]
  /// For how many more days the last step runs; 0 if it does not.
  public var pendingDays: Int64

  /// Makes a case. Arrays shorter than the book's are filled up with nothing given and nothing done.
  public init(facts: [Int64?], settings: [Int64?] = [], done: [Done] = [], pendingDays: Int64 = 0) {
    self.facts = facts
    self.settings = settings
    self.done = done
    self.pendingDays = pendingDays
  }
}
