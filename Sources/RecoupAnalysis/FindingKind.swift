/// The kinds of things that an analysis finds in a rule book that has no errors; the raw value is their stable code.
public enum FindingKind: String, CaseIterable, Hashable, Sendable {
  // Conditions
  /// A `requires` or a `when` that no case makes yes.
  case neverHolds = "never-holds"
  /// A `requires` or a `when` that every case makes yes.
  case alwaysHolds = "always-holds"
  // Actions
  /// An action that is closed in every case.
  case neverOpen = "never-open"
  /// An action that some cases open, and none makes best.
  case neverBest = "never-best"
  /// Cases in which no action is open, and none will be.
  case gap = "gap"
  /// Days on which nothing is open, after days on which something was, though nothing was done yet.
  case hole = "hole"
  // Rules
  /// Two rules that let only different actions stand, in cases in which both fire.
  case clashingOnly = "clashing-only"
  /// Two rules that do the same to the same action on the same condition.
  case sameRule = "same-rule"
  // Tables
  /// A row that an earlier one covers.
  case unreachableRow = "unreachable-row"
  /// Keys for which a table has no row.
  case tableGap = "table-gap"
  // Values
  /// A value outside what its clause can use, such as a chance above 100 %.
  case outOfBounds = "out-of-bounds"
  // Examples
  /// An example that does not come out as its author expects.
  case failingExample = "failing-example"
  // Upkeep
  /// A source that was read longer ago than it should be.
  case staleSource = "stale-source"
  /// A fact, setting, definition or table that nothing reads.
  case unusedName = "unused-name"
  /// An action or rule without the source that its neighbours have.
  case missingSource = "missing-source"
  /// A text without the translation that its neighbours have.
  case missingTranslation = "missing-translation"
}
