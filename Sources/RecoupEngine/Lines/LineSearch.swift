import RecoupRules

/// Walks along an axis, from one value to another, and finds every value at which the advice changes.
///
/// Over a stretch on which no opening day changes and nothing jumps, what a plan is worth follows a straight line, up to
/// a sag that `Sway` knows. So where the best plan of one end stays above what all other advice is worth at both ends, it
/// does so all along, and two decisions prove the whole stretch. Otherwise the stretch is cut, near where the lines
/// cross, down to single values.
struct LineSearch {
  /// Values next to each other that have the same advice, in the order in which they are walked.
  struct Span {
    var first: Int64
    var last: Int64
    var recommendation: Decision.Recommendation
    var isProved: Bool
  }

  private let assumptions: Assumptions
  private let axis: Axis
  private let invoice: Case
  private var courses: CourseEvaluator
  /// How many more values may be decided before the rest is only tried here and there.
  private var budget = 0
  /// Where the advice is likely to change, in ascending order: what is tried without a proof.
  private let marks: [Int64]
  private var isStopping = false
  private var verdicts: [Int64: Verdict] = [:]
  private(set) var spans: [Span] = []
  /// The last value up to which all were shown to have the advice of the first.
  private(set) var provedTo: Int64 = 0

  /// - Parameter marks: Where to look once proofs are given up, in ascending order; evenly from end to end if there are
  ///   none.
  init(_ assumptions: Assumptions, _ axis: Axis, _ invoice: Case, marks: [Int64] = []) {
    self.assumptions = assumptions
    self.axis = axis
    self.invoice = invoice
    self.marks = marks
    courses = assumptions.courses(along: axis, in: invoice)
  }

  /// Walks from one value to another, up or down.
  ///
  /// - Parameters:
  ///   - isStopping: Whether to stop where the advice has changed.
  ///   - most: How many values to decide at most before proofs are given up; the rest is then tried here and there.
  mutating func walk(from first: Int64, to last: Int64, isStopping: Bool, budget most: Int) throws(Advisor.Problem) {
    self.isStopping = isStopping
    budget = most
    provedTo = first
    spans = [Span(first: first, last: first, recommendation: try decide(first).recommendation, isProved: true)]
    var here = first
    while here != last, !isDone {
      if budget <= 0 { return try sample(from: here, to: last) }
      let end = steadyEnd(from: here, to: last, isWaiting: try decide(here).basis == .rule)
      if let end {
        try prove(from: here, to: end)
        here = end
      } else {
        here = step(here, by: 1, toward: last)
        emit(to: here, try decide(here).recommendation)
      }
    }
  }

  /// How many plans a decision values without counting for more than one.
  private static let usualWork = 100

  /// For how many decisions one counts, by how long it took.
  static func cost(of verdict: Verdict) -> Int { 1 + verdict.work / usualWork }

  /// Takes over what was decided at a value, as the case is.
  mutating func know(_ decision: Decision, at value: Int64) {
    verdicts[value] = Verdict(decision, actions: assumptions.advisor.book.actions.count)
  }

  /// The advice at a value.
  mutating func advice(at value: Int64) throws(Advisor.Problem) -> Decision.Recommendation {
    try decide(value).recommendation
  }

  /// Decides one value, once.
  private mutating func decide(_ value: Int64) throws(Advisor.Problem) -> Decision { try judge(value).decision }

  private mutating func judge(_ value: Int64) throws(Advisor.Problem) -> Verdict {
    if let verdict = verdicts[value] { return verdict }
    let verdict = try assumptions.memo.verdict(assumptions.vary(axis, to: value, in: invoice))
    verdicts[value] = verdict
    // A decision that takes long counts for several.
    budget -= LineSearch.cost(of: verdict)
    return verdict
  }

  private var isDone: Bool { isStopping && spans.count > 1 }

  private mutating func emit(to last: Int64, _ recommendation: Decision.Recommendation, isProved: Bool = true) {
    if isDone { return }
    let end = spans.count - 1
    if spans[end].recommendation == recommendation {
      spans[end].isProved = spans[end].isProved && isProved
      spans[end].last = last
      if end == 0, spans[0].isProved { provedTo = last }
    } else {
      let first = step(spans[end].last, by: 1, toward: last)
      spans.append(Span(first: first, last: last, recommendation: recommendation, isProved: isProved))
    }
  }

  // MARK: Steps

  private func distance(_ a: Int64, _ b: Int64) -> Int64 { a < b ? b - a : a - b }

  private func step(_ value: Int64, by distance: Int64, toward end: Int64) -> Int64 {
    value < end ? value + distance : value - distance
  }

  private mutating func sway(_ a: Int64, _ b: Int64, isWaiting: Bool) -> Sway? {
    courses.sway(along: min(a, b)...max(a, b), isWaiting: isWaiting)
  }

  /// The end of the longest stretch from here on which no day of a plan changes; nil if it is not even one value long.
  private mutating func steadyEnd(from here: Int64, to last: Int64, isWaiting: Bool) -> Int64? {
    if sway(here, last, isWaiting: isWaiting) != nil { return last }
    var steady: Int64 = 0
    var unsteady: Int64 = 1
    let total = distance(here, last)
    while unsteady < total, sway(here, step(here, by: unsteady, toward: last), isWaiting: isWaiting) != nil {
      steady = unsteady
      unsteady = unsteady > total / 8 ? total : unsteady * 8
    }
    if steady == 0 { return nil }
    while unsteady - steady > 1 {
      let middle = steady + (unsteady - steady) / 2
      if sway(here, step(here, by: middle, toward: last), isWaiting: isWaiting) != nil {
        steady = middle
      } else {
        unsteady = middle
      }
    }
    return step(here, by: steady, toward: last)
  }

  // MARK: Proofs

  /// Proves the advice on a steady stretch, whose first value was emitted.
  private mutating func prove(from first: Int64, to last: Int64) throws(Advisor.Problem) {
    var here = first
    // Where the stretch was cut, the nearest cut last.
    var ends = [last]
    while let end = ends.last, !isDone {
      if budget <= 0 { return try sample(from: here, to: last) }
      let length = distance(here, end)
      guard let cut = try self.cut(from: here, to: end), length > 1 else {
        emit(to: end, try decide(end).recommendation)
        here = end
        ends.removeLast()
        continue
      }
      let place = Int64(min(max(cut, 0), 1) * Double(length))
      ends.append(step(here, by: min(max(place, 1), length - 1), toward: end))
    }
  }

  /// Where to cut a steady stretch, from 0 at its first end to 1 at its last; nil if its advice is proved all along.
  private mutating func cut(from a: Int64, to b: Int64) throws(Advisor.Problem) -> Double? {
    let (first, last) = (try judge(a), try judge(b))
    if distance(a, b) == 1 { return 1 }
    // What makes a rule say to wait today stays the same on a steady stretch.
    if first.decision.basis == .rule { return nil }
    guard case .plans(let courses)? = sway(a, b, isWaiting: false) else { return 0.5 }
    let contest = Contest(first, last, courses) { plan, isLast in
      assumptions.advisor.value(of: plan, in: assumptions.vary(axis, to: isLast ? b : a, in: invoice))
    }
    return contest.isProved ? nil : contest.cut
  }

  // MARK: Without a proof

  /// Decides values here and there, and halves the way to each change that shows.
  private mutating func sample(from a: Int64, to b: Int64) throws(Advisor.Problem) {
    var here = a
    if isStopping { return try sampleNearby(from: a, to: b) }
    let between = marks.filter { min(a, b) < $0 && $0 < max(a, b) }
    let parts = (Int64(1)..<16).map { step(a, by: distance(a, b) / 16 * $0, toward: b) }
    for end in (marks.isEmpty ? parts : a < b ? between : between.reversed()) + [b] where !isDone {
      if end == here { continue }
      try halve(from: here, to: end)
      here = end
    }
  }

  /// The same where only the nearest change is wanted: at first close by, then further and further away.
  private mutating func sampleNearby(from a: Int64, to b: Int64) throws(Advisor.Problem) {
    var (here, reach) = (a, max(1, distance(a, b) >> 12))
    while here != b, !isDone {
      let end = reach < distance(a, b) ? step(a, by: reach, toward: b) : b
      try halve(from: here, to: end)
      here = end
      reach *= 2
    }
  }

  private mutating func halve(from a: Int64, to b: Int64) throws(Advisor.Problem) {
    let (first, last) = (try decide(a).recommendation, try decide(b).recommendation)
    if first == last { return emit(to: b, last, isProved: false) }
    var (same, other) = (a, b)
    while distance(same, other) > 1 {
      let middle = step(same, by: distance(same, other) / 2, toward: other)
      if try decide(middle).recommendation == first { same = middle } else { other = middle }
    }
    if same != a { emit(to: same, first, isProved: false) }
    emit(to: other, try decide(other).recommendation, isProved: false)
    if other != b { try halve(from: other, to: b) }
  }
}
