import RecoupLanguage
import RecoupRules
import RecoupWire

/// Where something stands in rules that were read from files.
struct RulesPlace {
  private let file: String
  private let line: Int
  private let column: Int
  /// What stands there, on one line.
  let excerpt: String

  init(_ span: Span, _ files: [SourceFile]) {
    guard files.indices.contains(Int(span.file)) else {
      (file, line, column, excerpt) = ("", 0, 0, "")
      return
    }
    let source = files[Int(span.file)]
    let position = source.position(of: Int(span.lower))
    (file, line, column) = (source.name, position.line, position.column)
    excerpt = source.text(span).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// `recoup.rules:12:3`
  var text: String { "\(Shown.text(file)):\(line):\(column)" }

  /// The members `file`, `line` and `column` of an open object.
  func write(to json: inout JSONWriter) {
    json.member("file", file)
    json.member("line", Int64(line))
    json.member("column", Int64(column))
  }
}
