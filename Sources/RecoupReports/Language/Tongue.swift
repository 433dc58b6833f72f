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
    case .english: english()
    case .french: Tongue.spaced(french())
    }
  }

  /// French with the spaces before high punctuation and inside quotation marks at which no line ends.
  private static func spaced(_ text: String) -> String {
    var spaced = text
    for mark in [" :", " ;", " !", " ?", " »", " %"] {
      spaced = spaced.replacing(mark, with: noBreak + mark.dropFirst())
    }
    return spaced.replacing("« ", with: "«" + noBreak)
  }
}

/// A space at which no line ends.
let noBreak = "\u{A0}"
/// A narrow space at which no line ends: between groups of three digits in French.
let narrowNoBreak = "\u{202F}"
