/// A language in which answers are given.
public enum Tongue: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case french = "fr"

  /// The two-letter code, as texts in rules carry it.
  public var code: String { rawValue }

  /// What the environment asks for by a value of `LC_ALL`, `LC_MESSAGES` or `LANG`, such as `fr_FR.UTF-8`; English if
  /// that is a language without answers.
  public init(locale: String) { self = locale.lowercased().hasPrefix("fr") ? .french : .english }

  /// The text in this language; both stand side by side where they are used.
  func callAsFunction(_ english: @autoclosure () -> String, _ french: @autoclosure () -> String) -> String {
    switch self {
    case .english: typeset(english())
    case .french: typeset(french())
    }
  }

  /// A text as it is printed: with curved apostrophes, and in French with the spaces before high punctuation and inside
  /// quotation marks at which no line ends.
  func typeset(_ text: String) -> String {
    var printed = String.UnicodeScalarView()
    var before: Unicode.Scalar = " "
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      var next = scalar
      if scalar == "'", before.properties.isAlphabetic { next = "’" }
      if self == .french, scalar == " ", before == "«" || rest.first.map(Tongue.isHigh) ?? false { next = "\u{A0}" }
      printed.append(next)
      before = scalar
    }
    return String(printed)
  }

  /// Whether French sets a sign off by a space at which no line ends.
  private static func isHigh(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case ":", ";", "!", "?", "»", "%": true
    default: false
    }
  }
}

/// A space at which no line ends.
let noBreak = "\u{A0}"
/// A narrow space at which no line ends: between groups of three digits in French.
let narrowNoBreak = "\u{202F}"
