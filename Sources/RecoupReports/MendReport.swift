public import RecoupLanguage
import RecoupRules

/// What was mended in rules files.
public enum MendReport {
  /// One line a mend: `file:line:column: …`, with the place in the file as it was before.
  public static func text(_ changes: [RulesMender.Change]) -> String {
    changes.map { change in
      let position = change.file.position(of: Int(change.span.lower))
      let old = shown(change.file.text(change.span))
      let new = shown(change.replacement)
      let what =
        switch (change.span.lower == change.span.upper, change.replacement.isEmpty) {
        case (true, _): "put in \(new)"
        case (false, true): "took out \(old)"
        case (false, false): "\(old) is now \(new)"
        }
      return "\(Shown.text(change.file.name)):\(position.line):\(position.column): \(what)\n"
    }.joined()
  }

  private static func shown(_ text: String) -> String {
    let text = text.first == " " && text.count > 1 ? String(text.dropFirst()) : text
    return "`\(Shown.clipped(Shown.text(text), to: 60))`"
  }
}
