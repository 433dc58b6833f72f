/// A text with its translations.
public struct LocalizedText: Hashable, Sendable {
  /// The text as first written; a rule's is its name.
  public var original: String
  /// The two-letter code of the language of `original`.
  public var language: String
  /// The translations, in the order in which they were written.
  public var translations: [Translation]

  /// One translation of a text.
  public struct Translation: Hashable, Sendable {
    /// The two-letter code of the language.
    public var language: String
    /// The words.
    public var text: String

    /// Makes a translation.
    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// Makes a text, in English unless said otherwise.
  public init(_ original: String, language: String = "en", translations: [Translation] = []) {
    self.original = original
    self.language = language
    self.translations = translations
  }

  /// The text in `language`, or the original where there is no such translation.
  public func text(in language: String) -> String {
    if language == self.language { return original }
    for translation in translations where translation.language == language { return translation.text }
    return original
  }
}
