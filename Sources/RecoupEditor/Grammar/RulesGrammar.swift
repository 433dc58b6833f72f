/// What an editor needs to colour rules files.
public enum RulesGrammar {
  /// A TextMate grammar of the language in JSON, in UTF-8, with the scope `source.recoup`.
  public static var textMate: [UInt8] { PackageResources.recoup_tmLanguage_json }
}
