public import RecoupEngine
public import RecoupQuantities

/// The advice on one invoice, with all that explains it.
public struct Advice: Sendable {
  /// The advice alone.
  public let brief: BriefAdvice
  /// The decision of the day that the advice speaks about.
  public let decision: Decision
  /// What it was given by, where somebody may want to check that later.
  public var fingerprint: Fingerprint?

  /// Decides about an invoice.
  ///
  /// - Parameter invoice: The case as of `asOf`.
  public init(_ advisor: Advisor, _ invoice: Case, about subject: Subject, asOf: CivilDate) throws(Advisor.Problem) {
    var whole: Decision?
    brief = try BriefAdvice(advisor, invoice, about: subject, asOf: asOf) { (invoice) throws(Advisor.Problem) in
      let decision = try advisor.decide(invoice)
      whole = decision
      return BriefDecision(decision)
    }
    decision = whole!
  }

  /// What it is about.
  public var subject: Subject { brief.subject }
  /// The day on which it is given.
  public var asOf: CivilDate { brief.asOf }
  /// The day that it speaks about: the first after a pause, else `asOf`. Days in `decision` count from here.
  public var day: CivilDate { brief.day }
  /// The case as of that day.
  public var invoice: Case { brief.invoice }
  /// The day by which the recommended action is to be done; nil if none is recommended.
  public var by: CivilDate? { brief.by }
  /// Whether the user put the invoice aside for now.
  public var isPaused: Bool { brief.isPaused }
  /// What the best way should bring, in the smallest unit of the rules' currency; 0 where none brings anything.
  public var brings: Double { brief.brings }
  /// How many days late the invoice is on the day on which the advice is given; negative before it is due.
  public var daysOverdue: Int64 { brief.daysOverdue }
  /// The day on which the waiting ends, where the advice is to wait and an end is in sight.
  public var waitsUntil: CivilDate? { brief.waitsUntil }

  /// The day so many days after the one that the advice speaks about; nil beyond the calendar.
  public func date(after days: Int64) -> CivilDate? { brief.date(after: days) }
}
