import FoundationEssentials
public import RecoupLanguage
import RecoupRules

/// Diagnostics as JSON, for editors and other programs.
public enum DiagnosticJSON {
  private struct Answer: Encodable {
    var schema = "recoup/check/1"
    var problems: [Problem]
    // What rules with mistakes mean is not looked into.
    var findings: [String] = []
    var proved = 0
    var shown = 0
    var undecided = 0
  }

  private struct Problem: Encodable {
    var severity = "error"
    var code: String
    var message: String
    var place: Place
    var label: String?
    var notes: [Note]
    var help: String?
    var fix: Fix?
  }

  /// A stretch of a file: lines and columns from 1, columns in Unicode scalars, the end not included; offsets in bytes.
  private struct Place: Encodable {
    var file: String
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int
    var offset: Int
    var endOffset: Int
  }

  private struct Note: Encodable {
    var text: String
    var place: Place?
  }

  private struct Fix: Encodable {
    var place: Place
    var replacement: String
  }

  /// The whole answer: `{"schema": "recoup/check/1", "problems": […], …}`, keys in alphabetical order.
  public static func text(_ problems: [Diagnostic], _ files: [SourceFile]) -> String {
    func place(_ span: Span) -> Place {
      let file = files[Int(span.file)]
      let start = file.position(of: Int(span.lower))
      let end = file.position(of: Int(span.upper))
      return Place(
        file: file.name, line: start.line, column: start.column, endLine: end.line, endColumn: end.column,
        offset: Int(span.lower), endOffset: Int(span.upper))
    }
    let answer = Answer(
      problems: problems.map { problem in
        Problem(
          code: problem.code.rawValue, message: problem.message, place: place(problem.span), label: problem.label,
          notes: problem.notes.map { Note(text: $0.text, place: $0.span.map(place)) }, help: problem.help,
          fix: problem.fix.map { Fix(place: place($0.span), replacement: $0.replacement) })
      })
    return JSONText.encode(answer)
  }
}

/// The one way in which answers are encoded.
enum JSONText {
  static func encode(_ answer: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    // Nothing that is encoded here can fail to be: texts and whole numbers only.
    guard let data = try? encoder.encode(answer) else { return "{}\n" }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
