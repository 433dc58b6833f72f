/// What every diagnostic code means, with an example that gives it and one that does not.
public enum DiagnosticCatalogue {
  /// The page of one code.
  public struct Entry: Sendable {
    /// The code.
    public var code: DiagnosticCode
    /// The mistake in a few words.
    public var title: String
    /// What it means and what to do.
    public var explanation: String
    /// A rules file that has this mistake and no other.
    public var wrong: String
    /// The same, mended.
    public var right: String
  }

  /// All pages, in the order of the codes.
  public static var entries: [Entry] { DiagnosticCode.allCases.map { entry(for: $0) } }

  /// The page of a code.
  public static func entry(for code: DiagnosticCode) -> Entry {
    Entry(code: code, title: "", explanation: "", wrong: "", right: "")
  }
}
