public import RecoupLanguage

/// Shows what a diagnostic's code means.
public enum CatalogueReport {
  /// How many columns the explanation fills.
  private static let width = 80

  /// The code and its meaning on one line.
  public static func line(_ entry: DiagnosticCatalogue.Entry) -> String {
    let code = entry.code.rawValue
    return code + String(repeating: " ", count: max(1, 24 - code.count)) + entry.title + "\n"
  }

  /// All that there is to say about a code.
  public static func page(_ entry: DiagnosticCatalogue.Entry) -> String {
    let included = entry.included.map { "Suppose that the file `other` says:\n\n\(indented($0))\n" } ?? ""
    return """
      \(entry.code.rawValue): \(entry.title)

      \(wrapped(entry.explanation))

      \(included)This has the mistake:

      \(indented(entry.wrong))
      This does not:

      \(indented(entry.right))
      """
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { $0.isEmpty ? "\n" : "    \(Shown.text(String($0)))\n" }.joined()
  }

  private static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, Shown.width(last) + 1 + Shown.width(String(word)) <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
