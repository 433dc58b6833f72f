public import RecoupEngine
public import RecoupLanguage
public import RecoupRules

/// Something about what a rule book means that its author should know; how it is shown is decided elsewhere.
public struct Finding: Hashable, Sendable {
  /// How much it matters.
  public enum Weight: String, CaseIterable, Comparable, Hashable, Sendable {
    /// Something that could be tidier.
    case advice
    /// Something that hardly is what the author meant.
    case finding

    /// Advice is less than a finding.
    public static func < (a: Weight, b: Weight) -> Bool { a == .advice && b == .finding }
  }

  /// How it is known.
  public enum Certainty: String, Hashable, Sendable {
    /// It holds for all cases.
    case proved
    /// A case shows it, as the engine itself decides.
    case shown
    /// Neither a proof nor a case was found within the budget: it may be so.
    case undecided
  }

  /// A further place or fact that explains it.
  public struct Note: Hashable, Sendable {
    /// What to know.
    public var text: String
    /// The place it is about, if it is about one.
    public var span: Span?

    /// Makes a note.
    public init(_ text: String, at span: Span? = nil) {
      self.text = text
      self.span = span
    }
  }

  /// What kind of thing it is.
  public var kind: FindingKind
  /// How it is known.
  public var certainty: Certainty
  /// What was found, in one sentence without a capital or a full stop.
  public var message: String
  /// Where it stands.
  public var span: Span
  /// What explains it.
  public var notes: [Note] = []
  /// One hint, where it is clear.
  public var help: String?
  /// The mend, where it is mechanical.
  public var fix: Diagnostic.Edit?
  /// A whole case that shows it.
  public var witness: Case?

  /// How much it matters.
  public var weight: Weight { certainty == .undecided ? .advice : kind.weight }

  init(
    _ kind: FindingKind, _ certainty: Certainty, _ message: String, at span: Span, notes: [Note] = [],
    help: String? = nil, witness: Case? = nil
  ) {
    self.kind = kind
    self.certainty = certainty
    self.message = message
    self.span = span
    self.notes = notes
    self.help = help
    self.witness = witness
  }

  /// Something that is proved for all cases.
  init(_ kind: FindingKind, _ message: String, at span: Span, notes: [Note] = [], help: String? = nil) {
    self.init(kind, .proved, message, at: span, notes: notes, help: help)
  }
}

extension FindingKind {
  /// How much a finding of this kind matters.
  public var weight: Finding.Weight {
    switch self {
    case .neverHolds, .alwaysHolds, .neverOpen, .neverBest, .gap, .hole, .clashingOnly, .sameRule, .unreachableRow,
      .tableGap, .outOfBounds, .failingExample:
      .finding
    case .staleSource, .unusedName, .missingSource, .missingTranslation: .advice
    }
  }
}
