import RecoupAnalysis
import RecoupEngine
import RecoupLanguage
import RecoupReports
import RecoupRules

/// The examples of a rules file, decided, and what can be found out about them.
struct ExampleTrial {
  let checks: [ExampleCheck]
  private let advisor: Advisor
  private let files: [SourceFile]
  private let included: Bool
  private let world: World
  private let report: ExampleReport
  private let coverage: Coverage

  /// The most examples that are suggested at once.
  private static let mostSuggestions = 20

  /// Decides the examples.
  ///
  /// - Parameter included: Whether what the file includes is looked at like the file itself.
  init(_ book: RuleBook, _ files: [SourceFile], included: Bool, _ world: World) {
    advisor = Advisor(book)
    self.files = files
    self.included = included
    self.world = world
    report = ExampleReport(book, files)
    let advisor = advisor
    checks = world.gather(book.examples.count) { advisor.check(advisor.book.examples[$0]) }
    coverage = Coverage(advisor, checks)
  }

  private var covering: CoverageReport { CoverageReport(advisor.book, files, coverage, width: world.width) }

  // MARK: Answers

  /// Which examples fail, and how much they exercise.
  func text() -> String {
    report.text(checks) + (checks.isEmpty ? "" : covering.summary(hint: true))
  }

  /// The same with what is not exercised.
  func covered() -> String { report.text(checks) + (checks.isEmpty ? "" : covering.text(included: included)) }

  /// The same with the changes that are not noticed.
  func mutated() -> String { report.text(checks) + (checks.isEmpty ? "" : mutation.text(width: world.width)) }

  /// Examples to add; what there is to say about those that are there stands in comments. An empty line comes first, so
  /// that a file with its layout keeps it when this is put at its end.
  func suggested() -> String {
    let lines = report.text(checks).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return "\n" + lines.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined() + suggestions.text()
  }

  func json(mutation: MutationReport? = nil, suggestions: SuggestionReport? = nil) -> String {
    report.json(checks, covering, mutation, suggestions)
  }

  // MARK: Finding out

  var mutation: MutationReport {
    let mutants = Mutants(advisor.book, included: included)
    return MutationReport(advisor.book, files, mutants, outcomes(mutants))
  }

  private func outcomes(_ mutants: Mutants) -> [MutationTrial.Outcome] {
    let trial = MutationTrial(advisor, checks)
    return world.gather(mutants.all.count) { trial.outcome(of: mutants.all[$0]) }
  }

  var suggestions: SuggestionReport {
    let mutants = Mutants(advisor.book, included: included)
    let survivors = zip(mutants.all, outcomes(mutants)).filter { !$0.1.isNoticed }.map { $0.0 }
    let missing = coverage.missing(own: true) + (included ? coverage.missing(own: false) : [])
    let search = SuggestionSearch(advisor, checks, items: missing, mutants: survivors)
    let candidates = world.gather(search.targets.count) { search.candidate(for: search.targets[$0]) }.compactMap { $0 }
    let gains = world.gather(candidates.count) { search.gains(of: candidates[$0]) }
    let chosen = search.choose(Array(zip(candidates, gains)), most: ExampleTrial.mostSuggestions)
    return SuggestionReport(advisor.book, files, chosen, targets: search.targets.count)
  }
}
