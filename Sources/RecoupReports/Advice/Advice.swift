public import RecoupEngine
public import RecoupQuantities

/// The advice on one invoice, with all that explains it.
public struct Advice: Sendable {
  /// The advice alone.
  public let verdict: Verdict
  /// The decision of the day that the advice speaks about.
  public let decision: Decision
  /// What it was given by, where somebody may want to check that later.
  public var fingerprint: Fingerprint?

  /// Decides about an invoice.
  ///
  /// - Parameter invoice: The case as of `asOf`.
  public init(_ advisor: Advisor, _ invoice: Case, about subject: Subject, asOf: CivilDate) throws(Advisor.Problem) {
    var whole: Decision?
    verdict = try Verdict(advisor, invoice, about: subject, asOf: asOf) { (invoice) throws(Advisor.Problem) in
      let decision = try advisor.decide(invoice)
      whole = decision
      return BriefDecision(decision)
    }
    decision = whole!
  }

  /// What it is about.
  public var subject: Subject { verdict.subject }
  /// The day on which it is given.
  public var asOf: CivilDate { verdict.asOf }
  /// The day that it speaks about: the first after a pause, else `asOf`. Days in `decision` count from here.
  public var day: CivilDate { verdict.day }
  /// The case as of that day.
  public var invoice: Case { verdict.invoice }
  /// The day by which the recommended action is to be done; nil if none is recommended.
  public var by: CivilDate? { verdict.by }
  /// Whether the user put the invoice aside for now.
  public var isPaused: Bool { verdict.isPaused }
  /// What the best way should bring, in the smallest unit of the rules' currency; 0 where none brings anything.
  public var brings: Double { verdict.brings }
  /// How many days late the invoice is on the day on which the advice is given; negative before it is due.
  public var daysOverdue: Int64 { verdict.daysOverdue }
  /// The day on which the waiting ends, where the advice is to wait and an end is in sight.
  public var waitsUntil: CivilDate? { verdict.waitsUntil }

  /// The day so many days after the one that the advice speaks about; nil beyond the calendar.
  public func date(after days: Int64) -> CivilDate? { verdict.date(after: days) }
}
