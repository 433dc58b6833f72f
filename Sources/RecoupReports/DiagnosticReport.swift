public import RecoupLanguage
import RecoupRules

/// Something to tell about a file: what kind of thing, what it is, where, and what explains it.
struct Notice {
  /// What kind of thing: `error`, `finding`.
  var weight: String
  var code: String
  var message: String
  var span: Span
  var label: String?
  var notes: [(text: String, span: Span?)]
  var help: String?
}

extension Notice {
  init(_ problem: Diagnostic) {
    self.init(
      weight: "error", code: problem.code.rawValue, message: problem.message, span: problem.span, label: problem.label,
      notes: problem.notes.map { ($0.text, $0.span) }, help: problem.help)
  }
}

/// Shows diagnostics to a person.
public struct DiagnosticReport {
  /// How a diagnostic is shown.
  public enum Style: Sendable {
    /// With the user's own line, underlined, and all that explains the problem.
    case human
    /// On one line: `file:line:column: error[code]: message`.
    case line
  }

  /// The longest excerpt of a line that is shown, in columns.
  private static let excerpt = 100

  private let files: [SourceFile]
  private let paint: Paint

  /// - Parameter isColored: Whether the terminal shows colours.
  public init(_ files: [SourceFile], isColored: Bool = false) {
    self.files = files
    paint = Paint(isOn: isColored)
  }

  /// How many places besides its own are shown of a problem.
  private static let mostPlaces = 6

  /// How many problems are shown: more than anybody reads at once.
  private static let most = 1000

  /// The problems in a style, the first thousand of them, and how many there are.
  public func text(_ problems: [Diagnostic], _ style: Style) -> String {
    let shown = problems.prefix(DiagnosticReport.most)
    let left = problems.count - shown.count
    switch style {
    case .line:
      return shown.map { line(Notice($0)) + "\n" }.joined() + (left > 0 ? "… and \(left) more errors\n" : "")
    case .human:
      let count = problems.count == 1 ? "1 error" : "\(problems.count) errors"
      let rest = left > 0 ? ", of which the first \(shown.count) are shown" : ""
      return shown.map { human(Notice($0)) + "\n" }.joined() + count + rest + "\n"
    }
  }

  /// One line: `file:line:column: error[code]: message`.
  public func line(_ problem: Diagnostic) -> String { line(Notice(problem)) }

  func line(_ notice: Notice) -> String {
    "\(place(notice.span)): \(notice.weight)[\(notice.code)]: \(Shown.text(notice.message))"
  }

  private func place(_ span: Span) -> String {
    let file = files[Int(span.file)]
    let position = file.position(of: Int(span.lower))
    return "\(Shown.text(file.name)):\(position.line):\(position.column)"
  }

  func human(_ problem: Notice) -> String {
    let numbers = ([problem.span] + problem.notes.compactMap { $0.span }).map { lineNumber($0) }
    let gutter = String(numbers.max() ?? 0).utf8.count
    let margin = String(repeating: " ", count: gutter)
    var text =
      heading("\(problem.weight)[\(problem.code)]", problem.weight) + ": " + paint.bold(Shown.text(problem.message))
      + "\n"
    text += excerpt(problem.span, "-->", mark: "^", label: problem.label, gutter: gutter, paint.red)
    var places = 0
    for note in problem.notes {
      if let span = note.span {
        places += 1
        if places > DiagnosticReport.mostPlaces { continue }
        text += "\(margin) |\n"
        text += excerpt(span, ":::", mark: "-", label: note.text, gutter: gutter, paint.blue)
      } else {
        text += "\(margin) = note: \(Shown.text(note.text))\n"
      }
    }
    let left = places - DiagnosticReport.mostPlaces
    if left > 0 {
      text += "\(margin) |\n\(margin) = note: and \(left) more place\(left == 1 ? "" : "s"); --json has all\n"
    }
    if let help = problem.help { text += "\(margin) |\n\(margin) = help: \(Shown.text(help))\n" }
    return text
  }

  private func heading(_ text: String, _ weight: String) -> String {
    weight == "error" ? paint.red(text) : paint.blue(text)
  }

  private func lineNumber(_ span: Span) -> Int { files[Int(span.file)].position(of: Int(span.lower)).line }

  /// The place, the user's own line, and marks under the part that is meant.
  private func excerpt(
    _ span: Span, _ arrow: String, mark: Character, label: String?, gutter: Int, _ color: (String) -> String
  ) -> String {
    let margin = String(repeating: " ", count: gutter)
    let file = files[Int(span.file)]
    let lower = min(Int(span.lower), file.bytes.count)
    let number = String(file.position(of: lower).line)
    let shown = window(file, lower, Int(span.upper))
    let marks = String(repeating: mark, count: max(1, shown.width))
    return """
      \(margin)\(arrow) \(place(span))
      \(margin) |
      \(String(repeating: " ", count: gutter - number.utf8.count) + number) | \(shown.text)
      \(margin) | \(String(repeating: " ", count: shown.start))\(color(marks + (label.map { " " + Shown.text($0) } ?? "")))

      """
  }

  /// The line, or of a long one the part around the place, with the columns that the place takes up in it.
  private func window(_ file: SourceFile, _ lower: Int, _ upper: Int) -> (text: String, start: Int, width: Int) {
    let lineStart = file.lineStart(of: lower)
    let lineEnd = file.lineEnd(of: lower, reach: 2 * DiagnosticReport.excerpt + 1)
    let upper = min(upper, lineEnd)
    let isLong = lineEnd - lineStart > 2 * DiagnosticReport.excerpt
    let from = isLong ? file.scalarStart(max(lineStart, lower - DiagnosticReport.excerpt / 2)) : lineStart
    let to = isLong ? file.scalarStart(min(lineEnd, lower + DiagnosticReport.excerpt / 2)) : lineEnd
    let before = Shown.text(file.text(from, lower))
    let inside = Shown.text(file.text(lower, min(max(lower, upper), to)))
    let after = Shown.text(file.text(min(max(lower, upper), to), to))
    let head = from > lineStart ? "…" : ""
    let tail = to < lineEnd ? "…" : ""
    return (head + before + inside + after + tail, Shown.width(head + before), Shown.width(inside))
  }
}

extension SourceFile {
  /// The start of the character that a byte offset lies in.
  fileprivate func scalarStart(_ offset: Int) -> Int {
    var start = offset
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
