/// What every diagnostic code means, with an example that gives it and one that does not.
public enum DiagnosticCatalogue {
  /// The page of one code.
  public struct Entry: Sendable {
    /// The code.
    public var code: DiagnosticCode
    /// The mistake in a few words.
    public var title: String
    /// What it means, why the language insists, and what to do.
    public var explanation: String
    /// A rules file that has this mistake once and no other.
    public var wrong: String
    /// The same, mended.
    public var right: String
    /// The file that both include as "other.rules", if they do.
    public var included: String?
    /// Whether `wrong` is saved as Latin-1 and not as UTF-8, which is the mistake.
    public var isLatin1: Bool

    init(
      _ code: DiagnosticCode, _ title: String, _ explanation: String, wrong: String, right: String,
      included: String? = nil, isLatin1: Bool = false
    ) {
      self.code = code
      self.title = title
      self.explanation = explanation
      self.wrong = wrong + "\n"
      self.right = right + "\n"
      self.included = included.map { $0 + "\n" }
      self.isLatin1 = isLatin1
    }
  }

  /// All pages, in the order of the codes.
  public static var entries: [Entry] { DiagnosticCode.allCases.map { entry(for: $0) } }

  /// The page of a code.
  public static func entry(for code: DiagnosticCode) -> Entry {
    switch code {
    case .notUTF8: notUTF8
    case .strayCharacters: strayCharacters
    case .unclosedText: unclosedText
    case .badEscape: badEscape
    case .malformedNumber: malformedNumber
    case .badName: badName
    case .badDate: badDate
    case .unexpected: unexpected
    case .unknownDeclaration: unknownDeclaration
    case .unknownClause: unknownClause
    case .unclosedBlock: unclosedBlock
    case .reservedWord: reservedWord
    case .tooDeep: tooDeep
    case .missingClause: missingClause
    case .duplicateClause: duplicateClause
    case .duplicateTranslation: duplicateTranslation
    case .duplicateOnly: duplicateOnly
    case .missingInclude: missingInclude
    case .circularInclude: circularInclude
    case .unknownName: unknownName
    case .unknownAction: unknownAction
    case .unknownWord: unknownWord
    case .unknownRule: unknownRule
    case .duplicateName: duplicateName
    case .duplicateRow: duplicateRow
    case .circularDefinition: circularDefinition
    case .nothingToDrop: nothingToDrop
    case .droppedActionInUse: droppedActionInUse
    case .typeMismatch: typeMismatch
    case .percentWithoutBase: percentWithoutBase
    case .missingUnit: missingUnit
    case .wordComparison: wordComparison
    case .argumentCount: argumentCount
    case .numberTooLarge: numberTooLarge
    case .tooPrecise: tooPrecise
    case .outOfRange: outOfRange
    case .badFactor: badFactor
    case .unknownCurrency: unknownCurrency
    case .wrongCurrency: wrongCurrency
    case .missingCurrency: missingCurrency
    case .incompleteExample: incompleteExample
    case .givenNotConstant: givenNotConstant
    }
  }
}
