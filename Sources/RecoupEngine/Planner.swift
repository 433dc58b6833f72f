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

  /// What is known of the rest of a plan.
  private enum Outcome {
    /// The best there is, as an index into `found`; -1 to stop.
    case best(Int32)
    /// It brings no more than this, which is too little to matter.
    case atMost(Double)
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
  /// For states of which no more is known: the most that they can bring.
  private var limits: [Double] = []
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
    limits.removeAll(keepingCapacity: true)
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
    guard let (index, rest) = plan(from: action, strain: strain) else { return nil }
    return (found[Int(index)].value, steps(of: index), rest)
  }

  private mutating func plan(from action: Int, strain: Int64) -> (index: Int32, rest: Double)? {
    guard let (day, terms) = openings.first(action, from: 0, &weigher),
      case .best(let index) = take(action, on: day, terms, strain: strain, stepsLeft: steps, above: -.infinity)
    else { return nil }
    let rest = found[Int(index)].next
    return (index, rest < 0 ? 0 : found[Int(rest)].value)
  }

  /// What came of looking for the best plan that begins with an action.
  enum Search {
    /// It opens on no day.
    case closed
    /// It is worth less than was asked for, and at most this.
    case less(Double)
    /// The plan, as a number by which it can be asked about.
    case plan(Int32)
  }

  /// Looks for the best plan that begins with an action today, or as soon as it opens, if it is worth as much as `least`.
  mutating func search(_ action: Int, strain: Int64, least: Double) -> Search {
    guard let (day, terms) = openings.first(action, from: 0, &weigher) else { return .closed }
    switch take(action, on: day, terms, strain: strain, stepsLeft: steps, above: least) {
    case .best(let index): return .plan(index)
    case .atMost(let most): return .less(most)
    }
  }

  /// The steps of a plan that was found.
  func steps(of plan: Int32) -> [Step] {
    var steps: [Step] = []
    forEachStep(of: plan) { steps.append($0) }
    return steps
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

  /// Values taking an action on a day: Q = p·d(E)·net − d(D)·(outlay + strained) + (1 − p)·V(after); less than `floor`
  /// does not matter.
  private mutating func take(
    _ action: Int, on day: Int64, _ terms: Terms, strain: Int64, stepsLeft: Int, above floor: Double
  ) -> Outcome {
    let gain = terms.gain(after: strain)
    var next: Int32 = -1
    var rest = 0.0
    if !ends(action, terms) {
      let unpaid = 1 - terms.chance
      // A little too small, so that rounding does not make a second search of it.
      let needed = (floor - gain) / unpaid
      let before = weigher.evaluator.take(action, on: day)
      defer { weigher.evaluator.undo(action, before) }
      let strainAfter = max(strain, terms.strain)
      var after = best(
        rung: action, from: terms.ends, strain: strainAfter, stepsLeft: stepsLeft - 1,
        above: needed > 0 ? needed * (1 - 1e-9) : -.infinity)
      if case .atMost(let most) = after {
        if gain + unpaid * most < floor { return .atMost(gain + unpaid * most) }
        after = best(rung: action, from: terms.ends, strain: strainAfter, stepsLeft: stepsLeft - 1, above: -.infinity)
      }
      if case .best(let index) = after { next = index }
      rest = unpaid * (next < 0 ? 0 : found[Int(next)].value)
    }
    let step = Step(
      action: action, day: day, ends: terms.ends, chance: terms.chance, net: terms.net, outlay: terms.outlay,
      strained: terms.strained(after: strain))
    found.append(Found(step: step, value: gain + rest, next: next))
    return .best(Int32(found.count - 1))
  }

  /// Whether the plan ends with this step.
  private func ends(_ action: Int, _ terms: Terms) -> Bool {
    program.clauses[action].isFinal || terms.chance == 1
  }

  /// The best plan from a state on, if it brings as much as `floor`. Plans add and multiply by what is not negative, and
  /// rounding keeps order: so what brings too little here brings too little to whatever comes before it.
  private mutating func best(
    rung: Int, from day: Int64, strain: Int64, stepsLeft: Int, above floor: Double
  ) -> Outcome {
    if stepsLeft == 0 || day > horizon { return .best(-1) }
    let state = state(rung, day, strain, stepsLeft)
    if state.isKnown {
      if state.value >= -1 { return .best(state.value) }
      if limits[Int(-2 - state.value)] < floor { return .atMost(limits[Int(-2 - state.value)]) }
    }
    let outcome = search(rung, day, strain, stepsLeft, floor)
    switch outcome {
    case .best(let index): states.keep(state, index)
    case .atMost(let most):
      limits.append(most)
      states.keep(state, Int32(-1 - limits.count))
    }
    return outcome
  }

  private mutating func search(
    _ rung: Int, _ day: Int64, _ strain: Int64, _ stepsLeft: Int, _ floor: Double
  ) -> Outcome {
    let base = candidates.count
    defer { candidates.removeLast(candidates.count - base) }
    for action in rung..<program.clauses.count {
      let bound = bounds.bound(action: action, stepsLeft: stepsLeft, from: day)
      if bound > 0 { candidates.append(Candidate(action: action, day: day, terms: nil, bound: bound)) }
    }
    var winner: Int32 = -1
    var value = 0.0
    // The most that anything can bring that was left out.
    var most = 0.0
    while candidates.count > base {
      let candidate = takePromising(from: base)
      if candidate.bound < max(value, floor) {
        most = max(most, candidate.bound)
        break
      }
      guard let terms = candidate.terms else {
        open(candidate.action, from: day, strain: strain, stepsLeft: stepsLeft)
        continue
      }
      switch take(
        candidate.action, on: candidate.day, terms, strain: strain, stepsLeft: stepsLeft, above: max(value, floor))
      {
      case .atMost(let less): most = max(most, less)
      case .best(let index):
        let other = found[Int(index)].value
        let isGentler = winner >= 0 && other == value && candidate.action < found[Int(winner)].step.action
        if other > value || isGentler { (winner, value) = (index, other) }
      }
    }
    return value >= floor ? .best(winner) : .atMost(max(value, most))
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
