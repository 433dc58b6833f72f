public import RecoupAnalysis
public import RecoupLanguage
public import RecoupRules
import RecoupWire

/// Shows what the examples of a rules file exercise, and what they do not.
public struct CoverageReport {
  private let book: RuleBook
  private let files: [SourceFile]
  private let coverage: Coverage
  private let width: Int

  /// A report on the examples of a book that was read from files, for a terminal of some width.
  public init(_ book: RuleBook, _ files: [SourceFile], _ coverage: Coverage, width: Int = 80) {
    self.book = book
    self.files = files
    self.coverage = coverage
    self.width = width
  }

  // MARK: For a person

  /// How much is exercised, in a sentence about the outermost file; empty where there is nothing in it to exercise.
  ///
  /// - Parameter hint: Whether to say how the rest is listed.
  public func summary(hint: Bool) -> String {
    guard let counts = counts(own: true) else { return "" }
    let isAll = coverage.missing(own: true).isEmpty
    var page = Page(width: width)
    page.paragraph("They exercise \(counts)" + (hint && !isAll ? "; --coverage lists the rest." : "."))
    return page.text
  }

  /// What is not exercised, by kind and place.
  ///
  /// - Parameter included: Whether also what stands in included files is listed, and not only counted.
  public func text(included: Bool) -> String {
    var page = Page(width: width)
    let own = counts(own: true)
    page.paragraph(own.map { "They exercise \($0)." } ?? "There is nothing to exercise in \(name).")
    list(own: true, &page)
    if let counts = counts(own: false) {
      page.blank()
      page.paragraph(
        "Of what \(name) includes they exercise \(counts)"
          + (included || coverage.missing(own: false).isEmpty ? "." : "; --included lists the rest."))
      if included { list(own: false, &page) }
    }
    return page.text
  }

  private var name: String { files.first.map { Shown.text($0.name) } ?? "the rules" }

  private func counts(own: Bool) -> String? {
    let counts: [String] = CoverageItem.Kind.allCases.compactMap { kind in
      let tally = coverage.tally(kind, own: own)
      return tally.all == 0 ? nil : "\(tally.exercised) of \(tally.all) \(kind.words(tally.all))"
    }
    guard let last = counts.last else { return nil }
    return counts.count == 1 ? last : counts.dropLast().joined(separator: ", ") + " and " + last
  }

  private func list(own: Bool, _ page: inout Page) {
    let missing = coverage.missing(own: own)
    for heading in CoverageHeading.allCases {
      let lines = heading.lines(missing, coverage, book, files)
      if lines.isEmpty { continue }
      page.heading(heading.words)
      for line in lines { page.paragraph(line, indent: 2, hanging: 2) }
    }
  }

  // MARK: For a program

  /// An object: `rules`, `requirements`, `rows` and `effects` with their counts, `included` with the same, and `missing`.
  func write(to json: inout JSONWriter) {
    json.open("{")
    write(own: true, &json)
    json.name("included")
    json.open("{")
    write(own: false, &json)
    json.close("}")
    json.name("missing")
    json.open("[")
    for own in [true, false] {
      for item in coverage.missing(own: own) {
        let place = RulesPlace(item.span(in: book), files)
        json.open("{")
        json.member("kind", item.code)
        json.member("included", !own)
        place.write(to: &json)
        json.member("text", item.words(in: book, files))
        json.close("}")
      }
    }
    json.close("]")
    json.close("}")
  }

  private func write(own: Bool, _ json: inout JSONWriter) {
    for kind in CoverageItem.Kind.allCases {
      let tally = coverage.tally(kind, own: own)
      json.name(kind.rawValue)
      json.open("{")
      json.member("exercised", Int64(tally.exercised))
      json.member("all", Int64(tally.all))
      json.close("}")
    }
  }
}

extension CoverageItem.Kind {
  fileprivate func words(_ count: Int) -> String {
    switch self {
    case .rules: count == 1 ? "rule" : "rules"
    case .requirements: count == 1 ? "requirement" : "requirements"
    case .rows: count == 1 ? "table row" : "table rows"
    case .effects: count == 1 ? "effect" : "effects"
    }
  }
}
