public import RecoupAnalysis
public import RecoupLanguage

/// Shows what the code of a diagnostic or a finding means.
public enum CatalogueReport {
  /// The code and its meaning on one line.
  public static func line(_ entry: DiagnosticCatalogue.Entry) -> String { line(entry.code.rawValue, entry.title) }

  /// The code and its meaning on one line.
  public static func line(_ entry: FindingCatalogue.Entry) -> String { line(entry.kind.rawValue, entry.title) }

  private static func line(_ code: String, _ title: String) -> String {
    code + String(repeating: " ", count: max(1, 24 - code.count)) + title + "\n"
  }

  /// All that there is to say about a code, in 80 columns.
  public static func page(_ entry: DiagnosticCatalogue.Entry) -> String {
    var page = head(entry.code.rawValue, entry.title, entry.explanation)
    page += "This has the mistake\(entry.isLatin1 ? ", if it is saved in Latin-1" : ""):\n\n\(indented(entry.wrong))\n"
    page += "This does not:\n\n\(indented(entry.right))"
    if let included = entry.included { page += "\nHere other.rules is:\n\n\(indented(included))" }
    return page
  }

  /// All that there is to say about a kind of finding, in 80 columns.
  public static func page(_ entry: FindingCatalogue.Entry) -> String {
    head(entry.kind.rawValue, entry.title, entry.explanation)
      + "This has it:\n\n\(indented(entry.wrong))\nThis does not:\n\n\(indented(entry.right))"
  }

  private static func head(_ code: String, _ title: String, _ explanation: String) -> String {
    "\(code): \(title)\n\n" + Page.lines(of: explanation, width: 79).map { $0 + "\n" }.joined() + "\n"
  }

  /// A rules file, set in; a line that is too long for the page is cut.
  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      let shown = Shown.text(String(line))
      return line.isEmpty ? "\n" : "    \(shown.count > 75 ? shown.prefix(72) + "..." : shown)\n"
    }.joined()
  }
}
