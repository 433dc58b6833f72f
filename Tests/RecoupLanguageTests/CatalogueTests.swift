import RecoupLanguage
import Testing

/// The catalogue of codes: what it shows must be so.
@Suite struct CatalogueTests {
  @Test(arguments: DiagnosticCode.allCases) func showsTheMistakeAndItsMend(_ code: DiagnosticCode) {
    let entry = DiagnosticCatalogue.entry(for: code)
    #expect(entry.code == code)
    #expect(!entry.title.isEmpty)
    #expect(!entry.explanation.isEmpty)
    #expect(problems(entry.wrong, entry, isLatin1: entry.isLatin1) == [code])
    #expect(problems(entry.right, entry, isLatin1: false) == [])
  }

  /// The codes that a file gives, where "other.rules" is what the entry includes.
  private func problems(_ text: String, _ entry: DiagnosticCatalogue.Entry, isLatin1: Bool) -> [DiagnosticCode] {
    let bytes = isLatin1 ? text.unicodeScalars.map { UInt8($0.value) } : Array(text.utf8)
    let loaded = RulesLoader.load(SourceFile(name: "example", bytes: bytes)) { name, _ in
      guard name == "other.rules", let included = entry.included else { return .missing("there is none") }
      return .found(SourceFile(name: "other.rules", text: included))
    }
    return loaded.problems.map { $0.code }
  }
}
