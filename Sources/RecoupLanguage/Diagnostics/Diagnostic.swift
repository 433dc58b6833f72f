public import RecoupRules

/// One thing that is wrong with a rules file, as data; how it is shown is decided elsewhere.
public struct Diagnostic: Hashable, Sendable {
  /// A further place or fact that explains the problem.
  public struct Note: Hashable, Sendable {
    /// What to know.
    public var text: String
    /// The place it is about, if it is about one.
    public var span: Span?
  }

  /// A replacement of text that mends the problem.
  public struct Edit: Hashable, Sendable {
    /// What is replaced; empty for an insertion.
    public var span: Span
    /// What comes instead.
    public var replacement: String

    /// Makes a replacement.
    public init(span: Span, replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// The stable code.
  public var code: DiagnosticCode
  /// The problem in one sentence.
  public var message: String
  /// Where it is.
  public var span: Span
  /// A few words that stand under the place.
  public var label: String?
  /// What explains it.
  public var notes: [Note]
  /// One hint, where it is clear.
  public var help: String?
  /// The mend, where it is mechanical.
  public var fix: Edit?

  init(
    _ code: DiagnosticCode, _ message: String, at span: Span, label: String? = nil, notes: [Note] = [],
    help: String? = nil, fix: Edit? = nil
  ) {
    self.code = code
    self.message = Diagnostic.clipped(message)
    self.span = span
    self.label = label
    self.notes = notes
    self.help = help
    self.fix = fix
  }

  /// A message that quotes a very long name is cut.
  private static func clipped(_ message: String) -> String {
    let longest = 1000
    if message.utf8.count <= longest { return message }
    return String(String.UnicodeScalarView(message.unicodeScalars.prefix(longest))) + "…"
  }

  /// Adds "did you mean …?", with the mend, if there is a name within a sensible distance.
  func suggesting(_ nearest: String?) -> Diagnostic {
    guard let nearest else { return self }
    var copy = self
    copy.help = "did you mean `\(nearest)`?"
    copy.fix = Edit(span: span, replacement: nearest)
    return copy
  }

  /// Adds a further place of the same problem; beyond a few it only says that there are more.
  mutating func alsoAt(_ span: Span, _ text: String = "here too") {
    let more = Note(text: "and in more places", span: nil)
    if notes.count < 3 {
      notes.append(Note(text: text, span: span))
    } else if notes.last != more {
      notes.append(more)
    }
  }
}
