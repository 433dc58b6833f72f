public import RecoupQuantities
public import RecoupRules

/// Where the figures of a rule book come from, and when they were read.
public struct Provenance: Hashable, Sendable {
  /// The first and the last day on which a source was read; nil where no source gives a day.
  public let days: ClosedRange<CivilDate>?

  /// Finds the days of all sources in a book.
  public init(_ book: RuleBook) {
    var sources = book.settings.map { $0.source } + book.definitions.map { $0.source } + book.tables.map { $0.source }
    for action in book.actions {
      sources.append(action.source)
      sources += action.requirements.map { $0.source }
    }
    sources += book.rules.map { $0.source }
    let read = sources.compactMap { $0?.asOf }.sorted()
    days = read.first.flatMap { first in read.last.map { first...$0 } }
  }

  /// That this is advice and not law, with the date of the figures, in plain words.
  ///
  /// - Parameters:
  ///   - rules: What the rules are called.
  ///   - gaps: What they do not know, in the language, if that is known.
  public func note(_ rules: String, gaps: String?, in tongue: Tongue) -> String {
    let name = Shown.clipped(Shown.text(rules), to: 40)
    let read: String =
      switch days {
      case nil:
        tongue("none of their figures says when it was read", "aucun de leurs chiffres ne dit quand il a été lu")
      case .some(let days) where days.lowerBound == days.upperBound:
        tongue(
          "their figures were read on \(tongue.fullDate(days.lowerBound))",
          "leurs chiffres ont été lus le \(tongue.fullDate(days.lowerBound))")
      case .some(let days):
        tongue(
          "their figures were read between \(tongue.fullDate(days.lowerBound)) and \(tongue.fullDate(days.upperBound))",
          "leurs chiffres ont été lus entre le \(tongue.fullDate(days.lowerBound)) et le \(tongue.fullDate(days.upperBound))"
        )
      }
    let head = tongue(
      "Advice, not law, by the rules “\(name)”; \(read).",
      "Un conseil, non une règle de droit, selon les règles « \(name) » ; \(read).")
    return gaps.map { "\(head) \(tongue.typeset($0))" } ?? head
  }
}
