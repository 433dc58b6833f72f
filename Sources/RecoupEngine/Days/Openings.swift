import RecoupRules

/// Finds the first day on which an action opens, and its terms on that day.
struct Openings {
  /// What was found for an action and all that it reads of the steps taken before.
  private struct Known {
    /// The days on which nothing closes it.
    var days: DaySet
    /// The last opening that was found, an index into `openings`, or -1.
    var last: Int32
  }

  private struct Opening {
    var day: Int64
    var terms: Terms
    var next: Int32
  }

  /// What hangs on the steps taken before: a requirement, or a rule that closes an action when it fires.
  private struct Condition {
    var node: Int32
    var closes: Bool
  }

  /// The days on which conditions hold.
  let sets: DaySets

  private let program: Program
  /// By action: the days on which nothing closes it that is the same whatever was done.
  private(set) var lasting: [DaySet] = []
  /// By action: what it hangs on of the steps taken before.
  private(set) var reads: [Reads] = []
  /// What else can close actions; an action's are a stretch.
  private var conditions: [Condition] = []
  private var stretches: [Range<Int>] = []
  private var known: [Known] = []
  private var openings: [Opening] = []
  private var places = StateTable()
  /// By action: its place, if it reads nothing of what was done, or -1 as long as it has none.
  private var ownPlaces: [Int32]
  private var canBeDone: [Bool]
  private let memory: WordMemory

  init(_ program: Program) {
    self.program = program
    sets = DaySets(program, .exact, exact: nil)
    ownPlaces = Array(repeating: -1, count: program.clauses.count)
    canBeDone = Array(repeating: true, count: program.clauses.count)
    memory = WordMemory()
  }

  /// Turns to the case that the evaluator has.
  mutating func turn(_ evaluator: inout Evaluator) {
    sets.forgetCase()
    memory.removeAll()
    lasting.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    openings.removeAll(keepingCapacity: true)
    places.removeAll()
    for action in ownPlaces.indices { ownPlaces[action] = -1 }
    reads.removeAll(keepingCapacity: true)
    conditions.removeAll(keepingCapacity: true)
    stretches.removeAll(keepingCapacity: true)
    for action in program.clauses.indices {
      let days = memory.append(sets.width)
      lasting.append(isEverOpen(action, days, &evaluator) ? days : sets.none)
      canBeDone[action] = lasting[action] != sets.none && evaluator.times[action] < program.clauses[action].atMost
    }
    evaluator.fold(sets, canBeDone: canBeDone)
    for action in program.clauses.indices {
      let start = conditions.count
      if !canBeDone[action] || !narrow(action, &evaluator) { lasting[action] = sets.none }
      stretches.append(start..<conditions.count)
      var read = Reads()
      for index in program.clauses[action].readers {
        read |= evaluator.folds[Int(program.nodes[Int(program.lists[index])].past)].reads
      }
      reads.append(lasting[action] == sets.none ? Reads() : read & stepsBefore(action))
    }
  }

  /// Gathers what can close an action by what was done; false if something always does.
  private mutating func narrow(_ action: Int, _ evaluator: inout Evaluator) -> Bool {
    let clauses = program.clauses[action]
    for index in clauses.requirements where !narrow(action, program.lists[index], closes: false, &evaluator) {
      return false
    }
    for index in clauses.bans
    where !narrow(action, program.rules[Int(program.lists[index])], closes: true, &evaluator) { return false }
    for rule in program.waits where !narrow(action, program.rules[Int(rule)], closes: true, &evaluator) { return false }
    return true
  }

  /// The actions that a plan can have done when it comes to one: never a firmer one.
  private func stepsBefore(_ action: Int) -> UInt64 {
    program.clauses.count > 64 ? .max : .max >> UInt64(63 - action)
  }

  private mutating func narrow(_ action: Int, _ node: Int32, closes: Bool, _ evaluator: inout Evaluator) -> Bool {
    let past = program.nodes[Int(node)].past
    if past < 0 { return true }
    if evaluator.folds[Int(past)].reads.any & stepsBefore(action) != 0 {
      conditions.append(Condition(node: node, closes: closes))
      return true
    }
    let days = sets.days(node, isYes: true, &evaluator)
    if closes { lasting[action].subtract(days, sets.width) } else { lasting[action].intersect(days, sets.width) }
    return days != (closes ? sets.all : sets.none)
  }

  /// The first day from `day` to the horizon on which the action is open in the state of the evaluator, and its terms.
  mutating func first(_ action: Int, from day: Int64, _ weigher: inout Weigher) -> (day: Int64, terms: Terms)? {
    if day > sets.horizon || lasting[action] == sets.none || weigher.isUsedUp(action) { return nil }
    let place = place(of: action, &weigher.evaluator)
    let days = known[place].days
    while let opens = days.first(from: day, to: sets.horizon) {
      var index = known[place].last
      while index >= 0 {
        if openings[Int(index)].day == opens { return (opens, openings[Int(index)].terms) }
        index = openings[Int(index)].next
      }
      weigher.evaluator.move(to: opens)
      var note: Derivation?
      if let terms = weigher.weigh(action, noting: &note) {
        openings.append(Opening(day: opens, terms: terms, next: known[place].last))
        known[place].last = Int32(openings.count - 1)
        return (opens, terms)
      }
      // A value is unknown.
      days.remove(opens)
    }
    return nil
  }

  /// Where what is known stands: states that the action cannot tell apart share a place.
  private mutating func place(of action: Int, _ evaluator: inout Evaluator) -> Int {
    if reads[action].any == 0 {
      if ownPlaces[action] < 0 { ownPlaces[action] = Int32(makePlace(action, &evaluator)) }
      return Int(ownPlaces[action])
    }
    places.begin(Int64(action))
    places.add(reads[action], evaluator)
    let state = places.find()
    if state.isKnown { return Int(state.value) }
    let place = makePlace(action, &evaluator)
    places.keep(state, Int32(place))
    return place
  }

  private mutating func makePlace(_ action: Int, _ evaluator: inout Evaluator) -> Int {
    let days = memory.append(sets.width)
    days.copy(lasting[action], sets.width)
    for index in stretches[action] {
      let fires = sets.days(conditions[index].node, isYes: true, &evaluator)
      if conditions[index].closes { days.subtract(fires, sets.width) } else { days.intersect(fires, sets.width) }
    }
    known.append(Known(days: days, last: -1))
    return known.count - 1
  }

  private func readsPast(_ node: Int32) -> Bool { program.nodes[Int(node)].past >= 0 }

  /// Leaves out all days on which something closes an action whatever was done; false if none is left.
  private func isEverOpen(_ action: Int, _ days: DaySet, _ evaluator: inout Evaluator) -> Bool {
    let clauses = program.clauses[action]
    days.set(sets.width, .max)
    for index in clauses.requirements {
      let node = program.lists[index]
      if readsPast(node) { continue }
      let holds = sets.days(node, isYes: true, &evaluator)
      if holds == sets.none { return false }
      days.intersect(holds, sets.width)
    }
    for index in clauses.bans where !close(days, program.rules[Int(program.lists[index])], &evaluator) { return false }
    for rule in program.waits where !close(days, program.rules[Int(rule)], &evaluator) { return false }
    for index in clauses.needed {
      let node = program.lists[index]
      if program.nodes[Int(node)].reach == .fixed, evaluator.value(node) == nil { return false }
    }
    return true
  }

  private func close(_ days: DaySet, _ node: Int32, _ evaluator: inout Evaluator) -> Bool {
    if readsPast(node) { return true }
    let fires = sets.days(node, isYes: true, &evaluator)
    if fires == sets.all { return false }
    if fires != sets.none { days.subtract(fires, sets.width) }
    return true
  }

  // MARK: Whatever a plan does

  /// The days on which an action that is not used up may be open, whatever a plan does until then; `sets.none` if there
  /// is none. To be asked for in today's state.
  mutating func possibleDays(of action: Int, _ possible: DaySets, _ certain: DaySets, _ evaluator: inout Evaluator)
    -> DaySet
  {
    if lasting[action] == sets.none { return sets.none }
    let days = memory.append(sets.width)
    days.copy(lasting[action], sets.width)
    for index in stretches[action] {
      let node = conditions[index].node
      if conditions[index].closes {
        days.subtract(certain.days(node, isYes: true, &evaluator), sets.width)
      } else {
        days.intersect(possible.days(node, isYes: true, &evaluator), sets.width)
      }
    }
    return days.first(from: 0, to: sets.horizon) == nil ? sets.none : days
  }

  /// The first day to the horizon on which no rule says to wait.
  func firstWithoutWait(_ evaluator: inout Evaluator) -> Int64? {
    let days = memory.append(sets.width)
    days.set(sets.width, .max)
    for rule in program.waits {
      days.subtract(sets.days(program.rules[Int(rule)], isYes: true, &evaluator), sets.width)
    }
    return days.first(from: 0, to: sets.horizon)
  }
}
