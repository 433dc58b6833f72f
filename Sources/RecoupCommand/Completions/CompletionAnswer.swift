/// A name that a shell offers, and what it is.
struct CompletionAnswer {
  var name: String
  var about: String = ""

  /// The name, a tab and what it is. Nil for a name that a line cannot hold, or that would be taken for an option.
  var line: String? {
    if name.isEmpty || name.hasPrefix("-") || !name.unicodeScalars.allSatisfy(CompletionAnswer.isPlain) { return nil }
    let about = String(String.UnicodeScalarView(about.unicodeScalars.filter(CompletionAnswer.isPlain)))
    return about.isEmpty ? name + "\n" : "\(name)\t\(about)\n"
  }

  /// What a terminal shows and no shell takes for a line end: no control, format or separator of lines.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: true
    }
  }
}
