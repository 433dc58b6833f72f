import RecoupRules

/// One thing that keeps an action from being taken today.
public enum Obstacle: Hashable, Sendable {
  /// It was done as often as it may be.
  case times(done: Int64, most: Int64)
  /// This fired rule says never to, or only others.
  case rule(Int)
  /// This requirement is not met.
  case requires(Int)
  /// This requirement is unknown, or a value that the weighing needs, where no requirement is named; for want of these.
  /// None are missing where an overflow or a division by zero is the cause.
  case unknown(requirement: Int?, [Decision.Missing])
  /// This fired rule says to wait.
  case wait(rule: Int)
}

extension Advisor {
  /// All that keeps an action from being taken today, in the order of the cases of `Obstacle`, and each kind in file
  /// order. Empty exactly when it is open today, in the sense of `isOpen`.
  public func obstacles(to action: Int, in invoice: Case) -> [Obstacle] {
    var weigher = Weigher(program, invoice)
    return weigher.barriers(to: action).map { $0.obstacle }
  }
}

/// An obstacle, and what it is read from.
struct Barrier {
  var obstacle: Obstacle
  /// The nodes of which at least one must get another value before the obstacle goes away; none where no fact can do it.
  var roots: [Int32]
}

extension Weigher {
  /// The obstacles to an action in this state.
  mutating func barriers(to action: Int) -> [Barrier] {
    let program = evaluator.program
    let clauses = program.clauses[action]
    var all: [Barrier] = []
    if isUsedUp(action) {
      all.append(Barrier(obstacle: .times(done: evaluator.times[action], most: clauses.atMost), roots: []))
    }
    for index in clauses.bans where fires(program.lists[index]) {
      let rule = Int(program.lists[index])
      all.append(Barrier(obstacle: .rule(rule), roots: [program.rules[rule]]))
    }
    var unknown: [Barrier] = []
    for (place, index) in clauses.requirements.enumerated() {
      let root = program.lists[index]
      switch evaluator.value(root) {
      case nil: unknown.append(Barrier(obstacle: .unknown(requirement: place, missing(below: [root])), roots: [root]))
      case 1: break
      default: all.append(Barrier(obstacle: .requires(place), roots: [root]))
      }
    }
    all += unknown
    var note: Derivation?
    if weigh(action, noting: &note) == nil {
      let roots = unknownClauses(of: action)
      all.append(
        Barrier(
          obstacle: .unknown(requirement: nil, missing(below: roots)),
          roots: roots.isEmpty ? Array(program.lists[clauses.needed]) : roots))
    }
    for rule in program.waits where fires(rule) {
      all.append(Barrier(obstacle: .wait(rule: Int(rule)), roots: [program.rules[Int(rule)]]))
    }
    return all
  }
}
