/// Something that is true or not of a case as of today; a `CaseSpace` looks for a case of which it is true.
public indirect enum Proposition: Sendable {
  /// The condition with this index among those of the space is yes.
  case condition(Int)
  /// The condition is known.
  case isKnown(Int)
  /// The condition of this rule is yes.
  case rule(Int)
  /// A rule says to wait.
  case waits
  /// This action can be taken if no rule says to wait: it is not blocked.
  case isOpen(Int)
  /// This action could be taken but for how often it was done, if no rule says to wait.
  case isAllowed(Int)
  /// What another proposition says is not so.
  case not(Proposition)
  /// All of these are so.
  case all([Proposition])
  /// At least one of these is so.
  case any([Proposition])
  /// It is so some days from today, if nothing is done until then.
  case later(days: Int64, Proposition)
  /// It is so on some day of a stretch, counted from today, if nothing is done until then.
  case sometime(ClosedRange<Int64>, Proposition)
  /// The case lies in this region.
  case isIn(CaseRegion)
}
