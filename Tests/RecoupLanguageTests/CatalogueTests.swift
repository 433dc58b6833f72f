import RecoupLanguage
import RecoupReports
import Testing

/// The catalogue of codes: what it shows must be so.
@Suite struct CatalogueTests {
  @Test(arguments: DiagnosticCode.allCases) func showsTheMistakeAndItsMend(_ code: DiagnosticCode) {
    let entry = DiagnosticCatalogue.entry(for: code)
    #expect(entry.code == code)
    #expect((10...60).contains(entry.title.count))
    #expect((120...700).contains(entry.explanation.count), "two to four sentences")
    #expect(entry.explanation.hasSuffix("."))
    #expect(problems(entry.wrong, entry, isLatin1: entry.isLatin1) == [code])
    #expect(problems(entry.right, entry, isLatin1: false) == [])
  }

  /// The page shows the files as they are, but for those too wide for it.
  @Test func pagesShowTheFiles() {
    for entry in DiagnosticCatalogue.entries where entry.code != .tooDeep {
      let page = CatalogueReport.page(entry)
      for text in [entry.wrong, entry.right, entry.included ?? ""] {
        for line in text.split(separator: "\n") { #expect(page.contains("    \(line)\n"), "\(entry.code)") }
      }
      #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(entry.code)")
    }
    let titles = DiagnosticCatalogue.entries.map { $0.title }
    #expect(Set(titles).count == titles.count)
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
