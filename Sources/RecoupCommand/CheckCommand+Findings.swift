import RecoupAnalysis
import RecoupLanguage
import RecoupQuantities
import RecoupReports
import RecoupRules

/// What the arguments of `recoup check` ask for besides the rules.
struct CheckWants {
  /// What makes the status 2.
  enum Threshold: String, CaseIterable {
    case error, finding, advice
  }

  var isJSON: Bool
  var isShort: Bool
  var failOn: Threshold?
  var options: Reviewer.Options

  init(_ arguments: Arguments, _ world: World) throws(Stop) {
    isJSON = arguments.has("--json")
    isShort = arguments.has("--short")
    failOn = arguments.value("--fail-on").flatMap { Threshold(rawValue: $0) }
    options = Reviewer.Options(today: try Desk.day(arguments.value("--as-of"), "--as-of") ?? world.today)
    if let days = arguments.value("--stale") {
      guard let count = Int64(days), count >= 0 else {
        throw Stop(.usage, "`--stale` takes a whole number of days, such as 365, and not `\(days)`")
      }
      options.staleAfter = count
    }
  }
}

extension Command {
  /// Shows what rules without mistakes mean, as the arguments ask.
  static func reportFindings(
    _ book: RuleBook, _ files: [SourceFile], _ wanted: CheckWants, _ world: World
  ) throws(Stop) -> ExitStatus {
    let review = Reviewer.review(book, wanted.options)
    let report = FindingReport(book, files, isColored: world.isColored)
    try world.print(wanted.isJSON ? report.json(review) : report.text(review, wanted.isShort ? .line : .human))
    let heaviest = review.findings.map { $0.weight }.max()
    switch wanted.failOn {
    case nil: return heaviest == .finding ? .findings : .fine
    case .error: return .fine
    case .finding: return heaviest == .finding ? .threshold : .fine
    case .advice: return heaviest == nil ? .fine : .threshold
    }
  }
}
