/// What can keep an action closed on one day of a plan and not on another: of all its conditions those that are not the
/// same on every day, whatever is done until then. What is the same everywhere is found once.
struct Hurdles {
  /// The conditions of an action, each as a stretch of `nodes`.
  struct Conditions {
    /// Whether it can be open on no day.
    var isClosed = false
    /// The conditions of rules that block it when they are yes.
    var bans = 0..<0
    /// The conditions that must be yes.
    var requirements = 0..<0
    /// The values that must be known.
    var needed = 0..<0
  }

  private(set) var actions: [Conditions] = []
  /// The conditions of rules that say to wait, as a stretch of `nodes`.
  private(set) var waits = 0..<0
  private var nodes: [Int32] = []

  /// - Parameters:
  ///   - ranges: Looking at all days, with an open past.
  ///   - evaluator: In today's state.
  init(_ ranges: inout RangeEvaluator, _ evaluator: Evaluator) {
    let program = evaluator.program
    actions.reserveCapacity(program.clauses.count)
    nodes.reserveCapacity(64)
    var waits: [Int32] = []
    var isAlwaysWaiting = false
    for rule in program.waits {
      let node = program.rules[Int(rule)]
      let fires = ranges.value(node, evaluator)
      if fires.canBeYes { waits.append(node) }
      if fires.isYes { isAlwaysWaiting = true }
    }
    nodes += waits
    self.waits = 0..<nodes.count
    for clauses in program.clauses.indices {
      let clauses = program.clauses[clauses]
      var conditions = Conditions(isClosed: isAlwaysWaiting)
      var start = nodes.count
      for index in clauses.bans {
        let node = program.rules[Int(program.lists[index])]
        let fires = ranges.value(node, evaluator)
        if fires.isYes { conditions.isClosed = true }
        if fires.canBeYes { nodes.append(node) }
      }
      conditions.bans = start..<nodes.count
      start = nodes.count
      for index in clauses.requirements {
        let holds = ranges.value(program.lists[index], evaluator)
        if !holds.canBeYes { conditions.isClosed = true }
        if !holds.isYes { nodes.append(program.lists[index]) }
      }
      conditions.requirements = start..<nodes.count
      start = nodes.count
      for index in clauses.needed {
        let value = ranges.value(program.lists[index], evaluator)
        if !value.canBeKnown { conditions.isClosed = true }
        if value.canBeUnknown { nodes.append(program.lists[index]) }
      }
      conditions.needed = start..<nodes.count
      actions.append(conditions)
    }
  }

  // MARK: On a stretch of days

  /// Whether an action that is not used up can be open on any of the days that are looked at.
  func canBeOpen(_ action: Int, _ ranges: inout RangeEvaluator, _ evaluator: Evaluator) -> Bool {
    let conditions = actions[action]
    if conditions.isClosed { return false }
    for index in conditions.bans where ranges.value(nodes[index], evaluator).isYes { return false }
    for index in conditions.requirements where !ranges.value(nodes[index], evaluator).canBeYes { return false }
    for index in conditions.needed where !ranges.value(nodes[index], evaluator).canBeKnown { return false }
    return !mustWait(&ranges, evaluator)
  }

  /// Whether a rule says to wait on all of the days that are looked at.
  func mustWait(_ ranges: inout RangeEvaluator, _ evaluator: Evaluator) -> Bool {
    for index in waits where ranges.value(nodes[index], evaluator).isYes { return true }
    return false
  }

  // MARK: In one state

  /// Until which day an action that is not used up stays closed, if nothing is done; nil if it is not closed, unless a
  /// value does not fit.
  func closed(_ action: Int, _ watch: inout DayWatch, _ evaluator: inout Evaluator) -> Int64? {
    let conditions = actions[action]
    if conditions.isClosed { return .max }
    for index in waits {
      let fires = watch.value(nodes[index], &evaluator)
      if fires.value == 1 { return fires.until }
    }
    for index in conditions.requirements {
      let holds = watch.value(nodes[index], &evaluator)
      if holds.value != 1 { return holds.until }
    }
    for index in conditions.bans {
      let fires = watch.value(nodes[index], &evaluator)
      if fires.value == 1 { return fires.until }
    }
    for index in conditions.needed {
      let value = watch.value(nodes[index], &evaluator)
      if value.value == nil { return value.until }
    }
    return nil
  }

  /// The terms of an action that is not used up, or nil if it is blocked or a rule says to wait.
  func openTerms(of action: Int, _ weigher: inout Weigher) -> Terms? {
    let conditions = actions[action]
    if conditions.isClosed { return nil }
    for index in waits where weigher.evaluator.value(nodes[index]) == 1 { return nil }
    for index in conditions.bans where weigher.evaluator.value(nodes[index]) == 1 { return nil }
    for index in conditions.requirements where weigher.evaluator.value(nodes[index]) != 1 { return nil }
    var note: Derivation?
    return weigher.weigh(action, noting: &note)
  }
}

extension Interval {
  /// For a condition: whether it can be nothing but yes.
  var isYes: Bool { canBeKnown && low == 1 && !canBeUnknown }
}
