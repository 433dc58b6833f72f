import RecoupRules

/// Finds the first day on which an action opens, and its terms on that day.
struct Openings {
  /// What was found for an action and all that it reads of the steps taken before.
  private struct Known {
    /// From every day of a stretch on, the first opening is its last day.
    var openings: [(days: ClosedRange<Int64>, terms: Terms)] = []
    /// The first day from which it never opens again.
    var closedFrom = Int64.max
  }

  private let program: Program
  private let horizon: Int64
  private var known: [Known] = []
  private var places = StateTable()
  private var key: [Int64] = []
  private var ranges: RangeEvaluator
  private var watch: DayWatch
  private let hurdles: Hurdles

  init(_ program: Program, _ hurdles: Hurdles) {
    self.program = program
    self.hurdles = hurdles
    horizon = program.book.horizon.days
    ranges = RangeEvaluator(program, past: .exact)
    watch = DayWatch(program, horizon: horizon)
  }

  /// The first day from `day` to the horizon on which the action is open in the state of the evaluator, and its terms.
  mutating func first(_ action: Int, from day: Int64, _ weigher: inout Weigher) -> (day: Int64, terms: Terms)? {
    if day > horizon || hurdles.actions[action].isClosed || weigher.isUsedUp(action) { return nil }
    let place = place(of: action, weigher.evaluator)
    if day >= known[place].closedFrom { return nil }
    for index in known[place].openings.indices where known[place].openings[index].days.contains(day) {
      return (known[place].openings[index].days.upperBound, known[place].openings[index].terms)
    }
    let found = leap(action, from: day, &weigher)
    guard let (found, terms) = found else {
      known[place].closedFrom = min(known[place].closedFrom, day)
      return nil
    }
    known[place].openings.append((day...found, terms))
    return (found, terms)
  }

  /// Goes from each day on which it is closed to the first on which that may be otherwise.
  private mutating func leap(_ action: Int, from start: Int64, _ weigher: inout Weigher) -> (day: Int64, terms: Terms)?
  {
    var day = start
    var steps = 0
    while day <= horizon {
      weigher.evaluator.move(to: day)
      var next = day + 1
      if let until = hurdles.closed(action, &watch, &weigher.evaluator) {
        next = until
      } else {
        var note: Derivation?
        if let terms = weigher.weigh(action, noting: &note) { return (day, terms) }
      }
      // Where nothing can be leapt over, whole stretches are ruled out instead.
      steps = next == day + 1 ? steps + 1 : 0
      if steps == 1, day < horizon {
        ranges.look(at: next...horizon)
        if !hurdles.canBeOpen(action, &ranges, weigher.evaluator) { return nil }
      }
      if steps == Openings.mostSteps { return search(action, from: next, &weigher) }
      day = next
    }
    return nil
  }

  /// How many days in a row are looked at one by one.
  private static let mostSteps = 4

  private mutating func search(
    _ action: Int, from day: Int64, _ weigher: inout Weigher
  ) -> (day: Int64, terms: Terms)? {
    if day > horizon { return nil }
    var terms: Terms?
    let hurdles = hurdles
    let found = Openings.firstDay(
      day...horizon, &weigher, &ranges, canBe: { hurdles.canBeOpen(action, &$0, $1) },
      isIt: { weigher in
        terms = hurdles.openTerms(of: action, &weigher)
        return terms != nil
      })
    return found.flatMap { found in terms.map { (found, $0) } }
  }

  /// Where what is known stands: states that the action cannot tell apart share a place.
  private mutating func place(of action: Int, _ evaluator: Evaluator) -> Int {
    key.removeAll(keepingCapacity: true)
    key.append(Int64(action))
    for index in program.clauses[action].histories {
      let other = Int(program.lists[index])
      key.append(evaluator.times[other])
      key.append(evaluator.begun[other])
    }
    let state = places.find(key)
    if state.isKnown { return Int(state.value) }
    known.append(Known())
    places.keep(state, Int32(known.count - 1))
    return known.count - 1
  }

  /// The first day to the horizon on which no rule says to wait.
  mutating func firstWithoutWait(_ weigher: inout Weigher) -> Int64? {
    let hurdles = hurdles
    return Openings.firstDay(
      0...horizon, &weigher, &ranges, canBe: { !hurdles.mustWait(&$0, $1) }, isIt: { $0.waitingRule() == nil })
  }

  /// The first day of a stretch for which `isIt` holds. Whole stretches for which it cannot hold are left out at once.
  private static func firstDay(
    _ days: ClosedRange<Int64>, _ weigher: inout Weigher, _ ranges: inout RangeEvaluator,
    canBe: (inout RangeEvaluator, Evaluator) -> Bool, isIt: (inout Weigher) -> Bool
  ) -> Int64? {
    weigher.evaluator.move(to: days.lowerBound)
    if isIt(&weigher) { return days.lowerBound }
    if days.lowerBound == days.upperBound { return nil }
    ranges.look(at: days.lowerBound + 1...days.upperBound)
    if !canBe(&ranges, weigher.evaluator) { return nil }
    // Most actions open within days or weeks: each stretch that is looked at is twice as long as the one before.
    var start = days.lowerBound + 1
    var length: Int64 = 2
    while start <= days.upperBound {
      let stretch = start...min(days.upperBound, start + length - 1)
      if let found = search(stretch, &weigher, &ranges, canBe: canBe, isIt: isIt) { return found }
      start = stretch.upperBound + 1
      length *= 2
    }
    return nil
  }

  private static func search(
    _ days: ClosedRange<Int64>, _ weigher: inout Weigher, _ ranges: inout RangeEvaluator,
    canBe: (inout RangeEvaluator, Evaluator) -> Bool, isIt: (inout Weigher) -> Bool
  ) -> Int64? {
    if days.lowerBound == days.upperBound {
      weigher.evaluator.move(to: days.lowerBound)
      return isIt(&weigher) ? days.lowerBound : nil
    }
    ranges.look(at: days)
    if !canBe(&ranges, weigher.evaluator) { return nil }
    let middle = days.lowerBound + (days.upperBound - days.lowerBound) / 2
    return search(days.lowerBound...middle, &weigher, &ranges, canBe: canBe, isIt: isIt)
      ?? search(middle + 1...days.upperBound, &weigher, &ranges, canBe: canBe, isIt: isIt)
  }
}
