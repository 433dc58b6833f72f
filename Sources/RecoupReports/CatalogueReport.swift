public import RecoupLanguage

/// Shows what a diagnostic's code means.
public enum CatalogueReport {
  /// The code and its meaning on one line.
  public static func line(_ entry: DiagnosticCatalogue.Entry) -> String {
    let code = entry.code.rawValue
    return code + String(repeating: " ", count: max(1, 24 - code.count)) + entry.title + "\n"
  }

  /// All that there is to say about a code, in 80 columns.
  public static func page(_ entry: DiagnosticCatalogue.Entry) -> String {
    var page = "\(entry.code.rawValue): \(entry.title)\n\n"
    page += Page.lines(of: entry.explanation, width: 79).map { $0 + "\n" }.joined() + "\n"
    page += "This has the mistake\(entry.isLatin1 ? ", if it is saved in Latin-1" : ""):\n\n\(indented(entry.wrong))\n"
    page += "This does not:\n\n\(indented(entry.right))"
    if let included = entry.included { page += "\nHere other.rules is:\n\n\(indented(included))" }
    return page
  }

  /// A rules file, set in; a line that is too long for the page is cut.
  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      let shown = Shown.text(String(line))
      return line.isEmpty ? "\n" : "    \(shown.count > 75 ? shown.prefix(72) + "..." : shown)\n"
    }.joined()
  }
}
