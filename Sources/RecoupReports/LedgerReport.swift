public import RecoupLedger

/// What is wrong with the files of a ledger, for a person.
public enum LedgerReport {
  /// How many problems are shown: more than anybody mends before trying again.
  private static let most = 20

  /// A line a problem, the first twenty of them, then how many rows and lines are left out.
  public static func text(_ problems: [LedgerProblem]) -> String {
    var text = ""
    for problem in problems.filter({ $0.severity != .note }).prefix(most) { text += line(problem) }
    let rows = places(problems, .row)
    let lines = places(problems, .line)
    let shown = problems.count { $0.severity != .note }
    if shown > most { text += "… and \(shown - most) more\n" }
    let counts = [(rows, "row"), (lines, "line of the journal")].filter { $0.0 > 0 }.map { count, name in
      count == 1 ? "1 \(name)" : "\(count) \(name == "row" ? "rows" : "lines of the journal")"
    }
    if !counts.isEmpty {
      text += counts.joined(separator: " and ") + (rows + lines == 1 ? " is" : " are") + " left out.\n"
    }
    return text + problems.filter { $0.severity == .note }.map { line($0) }.joined()
  }

  /// How many rows or lines have a problem; one may have several.
  private static func places(_ problems: [LedgerProblem], _ severity: LedgerProblem.Severity) -> Int {
    struct Place: Hashable {
      var file: String
      var line: Int
    }
    return Set(problems.lazy.filter { $0.severity == severity }.map { Place(file: $0.file, line: $0.line) }).count
  }

  private static func line(_ problem: LedgerProblem) -> String {
    let message = Shown.clipped(Shown.text(problem.message), to: 300)
    let help = problem.help.map { "; " + Shown.clipped(Shown.text($0), to: 300) } ?? ""
    let kind = problem.severity == .note ? "note: " : ""
    return "\(Shown.text(problem.file)):\(problem.line):\(problem.column): \(kind)\(message)\(help)\n"
  }
}
