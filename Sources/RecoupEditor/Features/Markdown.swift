import RecoupReports

/// Words as Markdown.
enum Markdown {
  /// A text that is shown as it stands.
  static func plain(_ text: String) -> String {
    var plain = ""
    for character in Shown.lines(text) {
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&": plain += "\\" + String(character)
      default: plain.append(character)
      }
    }
    return plain
  }

  /// A piece of rules in a line, its white space made single spaces.
  static func code(_ text: String) -> String {
    let words = Shown.text(text.split { $0.isWhitespace }.joined(separator: " "))
    return words.contains("`") ? "`` \(words) ``" : "`\(words)`"
  }

  /// Rules as a block; of long ones the beginning.
  static func block(_ text: String) -> String {
    let lines = Shown.lines(text).split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.prefix(12).joined(separator: "\n") + (lines.count > 12 ? "\n…" : "")
    return "```recoup\n\(shown)\n```"
  }
}
