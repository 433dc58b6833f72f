public import RecoupLanguage
import RecoupQuantities
public import RecoupRules

/// A rules file for a user to begin with: it includes other rules, and has everything that one may want to set in lines
/// that are commented out.
///
/// A line that begins with `#` and no space is rules; each can be used by itself, and all of them together. So prose is
/// told from rules, and the formatter keeps it so.
public struct OwnRulesReport {
  private let name: String
  private let book: RuleBook
  private let files: [SourceFile]
  private let samples: String
  private let isFrench: Bool

  /// - Parameters:
  ///   - name: What is included.
  ///   - book: What it says.
  ///   - files: The files that the book was read from.
  ///   - samples: More lines, in the language of the book.
  public init(on name: String, _ book: RuleBook, _ files: [SourceFile], samples: String) {
    self.name = name
    self.book = book
    self.files = files
    self.samples = samples
    isFrench = book.language == Tongue.french.rawValue
  }

  /// The text of the file.
  public var text: String {
    ([head] + book.settings.map { entry($0) } + [samples]).joined(separator: "\n\n") + "\n"
  }

  private var head: String {
    let language = book.language == "en" ? "" : "language \(book.language)\n\n"
    return say(
      """
      # My own rules, on top of `\(name)`: what is not said here is as it is there.
      # A line that begins with `#` and no space is a rule: take that `#` away, and change what is wrong for you. Then
      # `recoup check` finds mistakes, and `recoup fmt` gives the file its layout.

      \(language)include "\(name)"

      # Settings: `recoup next --set NAME=VALUE` tries another value once.
      """,
      """
      # Mes propres règles, au-dessus de `\(name)` : ce qui n'est pas dit ici reste comme là-bas.
      # Une ligne qui commence par `#` sans espace est une règle : enlevez ce `#` et changez ce qui ne va pas pour vous.
      # Ensuite `recoup check` trouve les fautes et `recoup fmt` met en forme.

      \(language)include "\(name)"

      # Les réglages : `recoup next --set NOM=VALEUR` essaie une autre valeur, une fois.
      """)
  }

  /// One of two texts; spaces and quotes stay as they are typed, as in any rules file.
  private func say(_ english: String, _ french: String) -> String { isFrench ? french : english }

  /// A setting: what it means, where its value comes from, and the line itself.
  private func entry(_ setting: Setting) -> String {
    var lines: [String] = []
    if let label = setting.label { lines.append("# " + label.text(in: book.language)) }
    if let source = setting.source {
      let read = source.asOf.map { say(", read on \($0.iso)", ", lu le \($0.iso)") } ?? ""
      lines.append("# " + say("Source: ", "Source : ") + source.text + read)
    }
    let value = files[Int(setting.value.span.file)].text(setting.value.span)
    lines.append("#setting \(setting.name) = " + value.split { $0.isWhitespace }.joined(separator: " "))
    return lines.joined(separator: "\n")
  }
}
