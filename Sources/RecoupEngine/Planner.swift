import RecoupQuantities
import RecoupRules

/// Finds the best plan up the ladder, exactly.
///
/// It values every plan that could be best as the language's reference writes it, bit for bit. States that nothing can
/// tell apart are valued once; what a bound shows to be worse than what was found is left out; a tie goes to the gentler
/// action, in whatever order the actions are looked at.
struct Planner {
  /// A plan that was found: its first step, and the plan that follows if it does not work.
  private struct Found {
    var step: Step
    var value: Double
    /// An index into `found`, or -1 where the plan ends.
    var next: Int32
  }

  /// An action that could come next.
  private struct Candidate {
    var action: Int
    var day: Int64
    /// Its terms on that day; nil as long as the day on which it opens was not needed.
    var terms: Terms?
    var bound: Double
  }

  /// Its history is as of today whenever no plan is being valued; its day is where it was last needed.
  var weigher: Weigher
  private let program: Program
  private let horizon: Int64
  private let steps: Int
  private var bounds: Bounds
  private var openings: Openings
  private var found: [Found] = []
  private var states = StateTable()
  private var candidates: [Candidate] = []
  /// By rung: what anything from there up hangs on of the steps taken before.
  private var reads: [Reads]

  init(_ program: Program, _ invoice: Case) {
    self.program = program
    weigher = Weigher(program, invoice)
    horizon = program.book.horizon.days
    steps = program.book.horizon.steps
    openings = Openings(program)
    bounds = Bounds(program, exact: openings.sets)
    reads = Array(repeating: Reads(), count: program.clauses.count)
    weigher.sets = openings.sets
    prepare()
  }

  /// Turns to another case; what was kept of the last one is forgotten, and its memory used again.
  mutating func turn(to invoice: Case) {
    if weigher.evaluator.isWornOut {
      self = Planner(program, invoice)
      return
    }
    weigher.evaluator.turn(to: invoice)
    found.removeAll(keepingCapacity: true)
    states.removeAll()
    prepare()
  }

  private mutating func prepare() {
    openings.turn(&weigher.evaluator)
    bounds.turn(&weigher, &openings)
    for rung in reads.indices.reversed() {
      reads[rung] = rung + 1 < reads.count ? openings.reads[rung] | reads[rung + 1] : openings.reads[rung]
    }
  }

  /// The best plan that begins with an action today, or as soon as it opens; nil if it does not open.
  mutating func option(_ action: Int, strain: Int64) -> (value: Double, plan: [Step], continuation: Double)? {
    guard let index = bestPlan(from: action, strain: strain) else { return nil }
    var plan: [Step] = []
    forEachStep(of: index) { plan.append($0) }
    let rest = found[Int(index)].next
    return (found[Int(index)].value, plan, rest < 0 ? 0 : found[Int(rest)].value)
  }

  /// The same, as a number by which it can be asked about.
  mutating func bestPlan(from action: Int, strain: Int64) -> Int32? {
    guard let (day, terms) = openings.first(action, from: 0, &weigher) else { return nil }
    return take(action, on: day, terms, strain: strain, stepsLeft: steps)
  }

  /// What a plan that was found is worth.
  func value(of plan: Int32) -> Double { found[Int(plan)].value }

  /// Calls `body` for each step of a plan that was found.
  func forEachStep(of plan: Int32, _ body: (Step) -> Void) {
    var next = plan
    while next >= 0 {
      body(found[Int(next)].step)
      next = found[Int(next)].next
    }
  }

  /// The first day on which no rule says to wait, if nothing is done until then.
  mutating func firstWithoutWait() -> Int64? { openings.firstWithoutWait(&weigher.evaluator) }

  /// Whether an action may be open on some day, whatever a plan does until then.
  func canBeOpen(_ action: Int) -> Bool { bounds.possibleDays[action] != openings.sets.none }

  /// How many plans were valued so far: what deciding costs, whatever the machine.
  var work: Int { found.count }

  /// The most that a plan can bring that begins with an action.
  func bound(of action: Int) -> Double { bounds.bound(action: action, stepsLeft: steps, from: 0) }

  /// Values taking an action on a day: Q = p·d(E)·net − d(D)·(outlay + strained) + (1 − p)·V(after).
  private mutating func take(_ action: Int, on day: Int64, _ terms: Terms, strain: Int64, stepsLeft: Int) -> Int32 {
    var next: Int32 = -1
    var rest = 0.0
    if !ends(action, terms) {
      let before = weigher.evaluator.take(action, on: day)
      next = best(
        rung: action, from: terms.ends, strain: max(strain, terms.strain), stepsLeft: stepsLeft - 1)
      weigher.evaluator.undo(action, before)
      rest = (1 - terms.chance) * (next < 0 ? 0 : found[Int(next)].value)
    }
    let step = Step(
      action: action, day: day, ends: terms.ends, chance: terms.chance, net: terms.net, outlay: terms.outlay,
      strained: terms.strained(after: strain))
    found.append(Found(step: step, value: terms.gain(after: strain) + rest, next: next))
    return Int32(found.count - 1)
  }

  /// Whether the plan ends with this step.
  private func ends(_ action: Int, _ terms: Terms) -> Bool {
    program.clauses[action].isFinal || terms.chance == 1
  }

  /// The best plan from a state on, as an index into `found`; -1 to stop, if none brings more than 0.
  private mutating func best(rung: Int, from day: Int64, strain: Int64, stepsLeft: Int) -> Int32 {
    if stepsLeft == 0 || day > horizon { return -1 }
    let state = state(rung, day, strain, stepsLeft)
    if state.isKnown { return state.value }
    let base = candidates.count
    defer { candidates.removeLast(candidates.count - base) }
    for action in rung..<program.book.actions.count {
      let bound = bounds.bound(action: action, stepsLeft: stepsLeft, from: day)
      if bound > 0 { candidates.append(Candidate(action: action, day: day, terms: nil, bound: bound)) }
    }
    var winner: Int32 = -1
    while candidates.count > base {
      let candidate = takePromising(from: base)
      let value = winner < 0 ? 0 : found[Int(winner)].value
      if candidate.bound < value { break }
      guard let terms = candidate.terms else {
        open(candidate.action, from: day, strain: strain, stepsLeft: stepsLeft)
        continue
      }
      let index = take(candidate.action, on: candidate.day, terms, strain: strain, stepsLeft: stepsLeft)
      let other = found[Int(index)]
      let isGentler = winner >= 0 && other.value == value && candidate.action < found[Int(winner)].step.action
      if other.value > value || isGentler { winner = index }
    }
    states.keep(state, winner)
    return winner
  }

  /// Finds the day on which a candidate opens, and bounds it by its terms on that day.
  private mutating func open(_ action: Int, from day: Int64, strain: Int64, stepsLeft: Int) {
    guard let (opens, terms) = openings.first(action, from: day, &weigher) else { return }
    let gain = terms.gain(after: strain)
    var rest = 0.0
    if !ends(action, terms) {
      let isLast = weigher.evaluator.times[action] + 1 >= program.clauses[action].atMost
      rest =
        (1 - terms.chance)
        * bounds.bound(rung: isLast ? action + 1 : action, stepsLeft: stepsLeft - 1, from: terms.ends)
    }
    let size = abs(Double(terms.net)) + abs(Double(terms.outlay)) + abs(Double(terms.goodwill))
    let bound = Bounds.above(gain + rest, size, gain, rest)
    if !(bound <= 0) { candidates.append(Candidate(action: action, day: opens, terms: terms, bound: bound)) }
  }

  /// Takes out the candidate with the highest bound: the sooner the best is found, the more is left out.
  private mutating func takePromising(from base: Int) -> Candidate {
    var best = base
    for index in base..<candidates.count where candidates[index].bound > candidates[best].bound { best = index }
    candidates.swapAt(best, candidates.count - 1)
    return candidates.removeLast()
  }

  /// All that tells this state of a plan from another, as far as anything from the rung up can notice.
  private mutating func state(_ rung: Int, _ day: Int64, _ strain: Int64, _ stepsLeft: Int) -> StateTable.Place {
    states.begin(Int64(rung) << 32 | Int64(stepsLeft))
    states.add(day)
    states.add(strain)
    states.add(weigher.evaluator.times[rung])
    states.add(reads[rung], weigher.evaluator)
    return states.find()
  }
}
