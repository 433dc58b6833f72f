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

  /// The days on which conditions hold.
  let sets: DaySets

  private let program: Program
  /// By action: the days on which nothing closes it that is the same whatever was done.
  private var lasting: [DaySet] = []
  private var known: [Known] = []
  private var openings: [Opening] = []
  private var places = StateTable()
  /// By action: its place, if it reads nothing of what was done, or -1 as long as it has none.
  private var ownPlaces: [Int32]
  private let memory: WordMemory

  init(_ program: Program) {
    self.program = program
    sets = DaySets(program, .exact, exact: nil)
    ownPlaces = Array(repeating: -1, count: program.clauses.count)
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
    for action in program.clauses.indices {
      let days = memory.append(sets.width)
      lasting.append(isEverOpen(action, days, &evaluator) ? days : sets.none)
    }
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
    let histories = program.clauses[action].histories
    if histories.isEmpty {
      if ownPlaces[action] < 0 { ownPlaces[action] = Int32(makePlace(action, &evaluator)) }
      return Int(ownPlaces[action])
    }
    places.begin(Int64(action))
    for index in histories {
      let other = Int(program.lists[index])
      places.add(evaluator.times[other])
      places.add(evaluator.begun[other])
    }
    let state = places.find()
    if state.isKnown { return Int(state.value) }
    let place = makePlace(action, &evaluator)
    places.keep(state, Int32(place))
    return place
  }

  private mutating func makePlace(_ action: Int, _ evaluator: inout Evaluator) -> Int {
    let days = memory.append(sets.width)
    days.copy(lasting[action], sets.width)
    let clauses = program.clauses[action]
    for index in clauses.requirements {
      let node = program.lists[index]
      if readsPast(node) { days.intersect(sets.days(node, isYes: true, &evaluator), sets.width) }
    }
    for index in clauses.bans {
      let node = program.rules[Int(program.lists[index])]
      if readsPast(node) { days.subtract(sets.days(node, isYes: true, &evaluator), sets.width) }
    }
    for rule in program.waits {
      let node = program.rules[Int(rule)]
      if readsPast(node) { days.subtract(sets.days(node, isYes: true, &evaluator), sets.width) }
    }
    known.append(Known(days: days, last: -1))
    return known.count - 1
  }

  private func readsPast(_ node: Int32) -> Bool { program.nodes[Int(node)].reach.readsPast }

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
  mutating func possibleDays(of action: Int, _ possible: DaySets, _ certain: DaySets, _ evaluator: inout Evaluator) -> DaySet
  {
    if lasting[action] == sets.none { return sets.none }
    let clauses = program.clauses[action]
    if evaluator.times[action] >= clauses.atMost { return sets.none }
    let days = memory.append(sets.width)
    days.copy(lasting[action], sets.width)
    for index in clauses.requirements {
      let node = program.lists[index]
      if readsPast(node) { days.intersect(possible.days(node, isYes: true, &evaluator), sets.width) }
    }
    for index in clauses.bans {
      let node = program.rules[Int(program.lists[index])]
      if readsPast(node) { days.subtract(certain.days(node, isYes: true, &evaluator), sets.width) }
    }
    for rule in program.waits {
      let node = program.rules[Int(rule)]
      if readsPast(node) { days.subtract(certain.days(node, isYes: true, &evaluator), sets.width) }
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
