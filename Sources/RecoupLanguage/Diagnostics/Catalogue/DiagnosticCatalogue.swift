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
    /// The file that the examples include under the name `other`, if they do.
    public var included: String?
    /// A rules file that has this mistake and no other; `�` stands for a byte that is no UTF-8.
    public var wrong: String
    /// The same, mended.
    public var right: String

    init(
      _ code: DiagnosticCode, _ title: String, _ explanation: String, included: String? = nil, wrong: String,
      right: String
    ) {
      self.code = code
      self.title = title
      self.explanation = explanation
      self.included = included.map { $0 + "\n" }
      self.wrong = wrong + "\n"
      self.right = right + "\n"
    }

    /// The bytes of `wrong`.
    public var wrongBytes: [UInt8] {
      var bytes: [UInt8] = []
      for scalar in wrong.unicodeScalars {
        // `é` as other encodings than UTF-8 have it.
        bytes += scalar == "\u{FFFD}" ? [0xE9] : Array(String(scalar).utf8)
      }
      return bytes
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
