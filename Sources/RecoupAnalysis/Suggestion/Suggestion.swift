public import RecoupRules

/// An example that would exercise what no example does.
public struct Suggestion: Hashable, Sendable {
  /// What it would be good for.
  public enum Target: Hashable, Sendable {
    /// Something that no example exercises.
    case item(CoverageItem)
    /// A change of the rules that no example notices.
    case mutant(Mutant)
  }

  /// The example: as few facts as it takes, and the advice of today. Its name is that of no other one.
  public var example: Example
  /// What it was looked for.
  public var target: Target
  /// What it brings that neither the examples nor the suggestions before it do.
  public var gains: [Target]
}
