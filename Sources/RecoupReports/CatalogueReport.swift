public import RecoupLanguage

/// Shows what a diagnostic's code means.
public enum CatalogueReport {
  /// The code and its meaning on one line.
  public static func line(_ entry: DiagnosticCatalogue.Entry) -> String {
    let code = entry.code.rawValue
    return code + String(repeating: " ", count: max(1, 24 - code.count)) + entry.title + "\n"
  }

  /// All that there is to say about a code.
  public static func page(_ entry: DiagnosticCatalogue.Entry) -> String {
    """
    \(entry.code.rawValue): \(entry.title)

    \(entry.explanation)

    This has the mistake:

    \(indented(entry.wrong))
    This does not:

    \(indented(entry.right))
    """
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "\n" : "    \(Shown.text(String($0)))\n"
    }.joined()
  }
}
