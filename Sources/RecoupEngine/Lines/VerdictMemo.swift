#if !hasFeature(Embedded)
  import Synchronization
#endif

/// Verdicts that were found, so that questions that come to the same case do not decide it twice; may be used on several
/// cores at once.
///
/// What a search counts against its budget does not hang on whether a verdict was known, so that every answer is the same
/// whichever question is asked first.
final class VerdictMemo: Sendable {
  private let advisor: Advisor
  private let known = Locked<[Case: Verdict]>([:])

  /// - Parameter advisor: By whom all are found.
  init(_ advisor: Advisor) { self.advisor = advisor }

  /// How many cases were decided.
  var count: Int { known.withLock { $0.count } }

  /// The verdict on a case.
  func verdict(_ invoice: Case) throws(Advisor.Problem) -> Verdict {
    if let verdict = known.withLock({ $0[invoice] }) { return verdict }
    let verdict = try advisor.verdict(invoice)
    known.withLock { $0[invoice] = verdict }
    return verdict
  }
}
