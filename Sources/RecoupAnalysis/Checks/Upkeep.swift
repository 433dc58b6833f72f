import RecoupEngine
import RecoupQuantities
import RecoupRules

extension Reviewer {
  /// Names that nothing reads.
  mutating func checkUse() {
    var read = Set<Expression.Kind>()
    for expression in book.readExpressions { read.formUnion(expression.mentioned()) }
    func unused(_ kind: Expression.Kind, _ what: String, _ name: String, at span: Span) {
      if read.contains(kind) { return }
      report(Finding(.unusedName, "nothing reads the \(what) `\(name)`", at: span, help: "take it out, or use it"))
    }
    for (index, fact) in book.facts.enumerated() where index >= Fact.builtins.count {
      unused(.fact(index), "fact", fact.name, at: fact.span)
    }
    for (index, setting) in book.settings.enumerated() {
      unused(.setting(index), "setting", setting.name, at: setting.span)
    }
    for (index, definition) in book.definitions.enumerated() {
      unused(.definition(index), "definition", definition.name, at: definition.span)
    }
    for (index, table) in book.tables.enumerated() { unused(.table(index), "table", table.name, at: table.span) }
  }

  /// Sources that were read too long ago, those of one day and text together; and actions and rules without one.
  mutating func checkSources() {
    if let today = options.today {
      var stale: [Finding] = []
      for source in book.sources {
        guard let asOf = source.asOf, asOf.days(until: today) > options.staleAfter else { continue }
        let message = "the source “\(source.text)” was read on \(asOf.iso), more than \(options.staleAfter) days ago"
        if let index = stale.firstIndex(where: { $0.message == message }) {
          if stale[index].notes.count < 3 { stale[index].notes.append(Finding.Note("here too", at: source.span)) }
        } else {
          stale.append(Finding(.staleSource, message, at: source.span, help: "read it again, and change the date"))
        }
      }
      for finding in stale { report(finding) }
    }
    missingSources(book.actions.map { ($0.span, "action `\($0.name)`", $0.hasSource) })
    missingSources(book.rules.map { ($0.span, "rule “\($0.name.original)”", $0.source != nil) })
  }

  private mutating func missingSources(_ all: [(span: Span, what: String, has: Bool)]) {
    for file in Reviewer.files(of: all.map { $0.span }) {
      let here = all.filter { $0.span.file == file }
      let without = here.filter { !$0.has }
      if without.isEmpty || without.count * 3 > here.count { continue }
      for entry in without {
        report(Finding(.missingSource, "the \(entry.what) has no source, and its neighbours do", at: entry.span))
      }
    }
  }

  /// Texts that lack a language which most others of the same file have.
  mutating func checkTranslations() {
    let all = book.texts
    for file in Reviewer.files(of: all.map { $0.span }) {
      let here = all.filter { $0.span.file == file }
      var languages: [String] = []
      for entry in here {
        for language in entry.text.languages where !languages.contains(language) { languages.append(language) }
      }
      for language in languages.sorted() {
        let without = here.filter { !$0.text.languages.contains(language) }
        if without.isEmpty || without.count * 3 > here.count { continue }
        for entry in without {
          report(
            Finding(
              .missingTranslation, "\(entry.what) has no text in `\(language)`, and its neighbours do", at: entry.span))
        }
      }
    }
  }

  private static func files(of spans: [Span]) -> [Int32] {
    spans.map { $0.file }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
