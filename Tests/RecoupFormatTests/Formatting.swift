import RecoupLanguage

/// What tests ask of the formatter.
enum Formatting {
  /// A file that was to be formatted and was not.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The text in the one layout.
  static func text(of text: String) throws -> String {
    switch RulesFormatter.format(SourceFile(name: "test", text: text)) {
    case .formatted(let formatted): return formatted
    case .mistakes(let problems): throw Failure(description: "mistakes: \(problems.map { $0.message })\n\(text)")
    case .refused: throw Failure(description: "refused:\n\(text)")
    }
  }

  /// What a text says, read without the lexer: texts, comments without trailing space, and the rest without any.
  static func atoms(of text: String) -> [String] {
    var atoms: [String] = []
    var rest = Array(text.unicodeScalars)[...]
    if rest.first == "\u{FEFF}" { rest.removeFirst() }
    func take(_ upTo: Int) -> String {
      defer { rest = rest[upTo...] }
      return String(String.UnicodeScalarView(rest[..<upTo]))
    }
    while let first = rest.first {
      switch first {
      case " ", "\t", "\r", "\n": rest.removeFirst()
      case "#":
        let comment = take(rest.firstIndex(of: "\n") ?? rest.endIndex)
        atoms.append(String(comment.reversed().drop { $0.isWhitespace }.reversed()))
      case "\"":
        var end = rest.startIndex + 1
        while end < rest.endIndex, rest[end] != "\"" { end += rest[end] == "\\" ? 2 : 1 }
        atoms.append(take(min(end + 1, rest.endIndex)))
      default:
        rest.removeFirst()
        if let last = atoms.last, !last.hasPrefix("#"), !last.hasPrefix("\"") {
          atoms[atoms.count - 1].unicodeScalars.append(first)
        } else {
          atoms.append(String(Character(first)))
        }
      }
    }
    return atoms
  }
}
