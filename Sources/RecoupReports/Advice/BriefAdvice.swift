public import RecoupEngine
public import RecoupQuantities
import RecoupRules

/// The advice on one invoice without what explains it, with its days as dates.
public struct BriefAdvice: Sendable {
  /// What it is about.
  public let subject: Subject
  /// The day on which it is given.
  public let asOf: CivilDate
  /// The day that it speaks about: the first after a pause, else `asOf`. Days in `decision` count from here.
  public let day: CivilDate
  /// The case as of that day.
  public let invoice: Case
  /// The decision of that day.
  public let decision: BriefDecision
  /// The day by which the recommended action is to be done; nil if none is recommended.
  public let by: CivilDate?

  /// Decides about an invoice.
  ///
  /// - Parameters:
  ///   - invoice: The case as of `asOf`.
  ///   - decide: What decides a case, by the rules of the advisor.
  public init(
    _ advisor: Advisor, _ invoice: Case, about subject: Subject, asOf: CivilDate,
    _ decide: (Case) throws(Advisor.Problem) -> BriefDecision
  ) throws(Advisor.Problem) {
    self.subject = subject
    self.asOf = asOf
    let resumes = subject.pause.map { max($0.until, asOf) } ?? asOf
    day = resumes
    self.invoice = resumes == asOf ? invoice : invoice.later(by: asOf.days(until: resumes), in: advisor.book)
    decision = try decide(self.invoice)
    if case .action(let action) = decision.recommendation {
      by = BriefAdvice.deadline(for: action, advisor, self.invoice, from: resumes)
    } else {
      by = nil
    }
  }

  /// Whether the user put the invoice aside for now.
  public var isPaused: Bool { day != asOf }

  /// What the best way should bring, in the smallest unit of the rules' currency; 0 where none brings anything.
  public var brings: Double { max(0, decision.best?.value ?? 0) }

  /// How many days late the invoice is on the day on which the advice is given; negative before it is due.
  public var daysOverdue: Int64 {
    let (days, overflow) = (invoice.facts[RuleBook.Builtin.daysOverdue] ?? 0)
      .subtractingReportingOverflow(asOf.days(until: day))
    return overflow ? .min : days
  }

  /// The day so many days after the one that the advice speaks about; nil beyond the calendar.
  public func date(after days: Int64) -> CivilDate? { day.adding(days: days) }

  /// The day on which the waiting ends, where the advice is to wait and an end is in sight.
  public var waitsUntil: CivilDate? { isPaused ? day : decision.until.flatMap { date(after: $0) } }

  /// The last working day within five days on which the action is still open, or the last such day of all.
  private static func deadline(
    for action: Int, _ advisor: Advisor, _ invoice: Case, from today: CivilDate
  ) -> CivilDate {
    var open = [today]
    for days in 1...Int64(5) {
      guard let day = today.adding(days: days), advisor.isOpen(action, on: days, in: invoice) else { break }
      open.append(day)
    }
    return open.last { $0.weekday.rawValue < Weekday.saturday.rawValue } ?? open[open.count - 1]
  }
}
