/// What every kind of finding means, with an example that gives it and one that does not.
public enum FindingCatalogue {
  /// The page of one kind.
  public struct Entry: Sendable {
    /// The kind.
    public var kind: FindingKind
    /// The finding in a few words.
    public var title: String
    /// What it means, and what to do.
    public var explanation: String
    /// A rules file that has this finding once and no other.
    public var wrong: String
    /// The same, mended.
    public var right: String

    init(_ kind: FindingKind, _ title: String, _ explanation: String, wrong: String, right: String) {
      self.kind = kind
      self.title = title
      self.explanation = explanation
      self.wrong = FindingCatalogue.head + wrong + "\n"
      self.right = FindingCatalogue.head + right + "\n"
    }
  }

  /// What all examples begin with: something that is always open.
  static let head = """
    currency USD

    action remind {
      title "Remind them"
      chance 40%
      at most 50 times
    }


    """

  /// All pages, in the order of the kinds.
  public static var entries: [Entry] { FindingKind.allCases.map { entry(for: $0) } }

  /// The page of a kind.
  public static func entry(for kind: FindingKind) -> Entry {
    switch kind {
    case .neverHolds: neverHolds
    case .alwaysHolds: alwaysHolds
    case .neverOpen: neverOpen
    case .neverBest: neverBest
    case .gap: gap
    case .hole: hole
    case .clashingOnly: clashingOnly
    case .sameRule: sameRule
    case .unreachableRow: unreachableRow
    case .tableGap: tableGap
    case .outOfBounds: outOfBounds
    case .failingExample: failingExample
    case .staleSource: staleSource
    case .unusedName: unusedName
    case .missingSource: missingSource
    case .missingTranslation: missingTranslation
    }
  }
}
