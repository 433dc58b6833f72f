import RecoupQuantities
import RecoupRules

/// A rule book in the form in which it is evaluated: every expression a node in one array, every name resolved to a node.
///
/// A definition, a setting or a table is one node, however often it is named, and its value is kept for as long as it
/// cannot change: so the work is bounded by the number of nodes and not by the number of paths through them.
struct Program: Sendable {
  /// What a value can depend on, besides the facts of the case.
  enum Reach: UInt8, Comparable {
    /// Nothing: it stays the same all along a plan.
    case fixed
    /// The day of the plan.
    case day
    /// The day and the steps taken before.
    case history

    static func < (a: Reach, b: Reach) -> Bool { a.rawValue < b.rawValue }
  }

  enum Operation: UInt8 {
    case literal, fact, setting, definition, table, times, daysAgo
    case not, negate, floor, ceil, isKnown, isOneOf
    case or, and, less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
    case add, subtract, multiply, divide, minimum, maximum
    case between, conditional, interest
  }

  struct Node {
    var operation: Operation
    var reach: Reach
    /// Operands: nodes, or the index of a fact, a setting or an action.
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
    /// Where a value that is kept is kept; -1 where it is not.
    var slot: Int32 = -1
    var constant: Int64 = 0
  }

  struct Row {
    enum Match { case upTo(node: Int32), words([Int64]), otherwise }
    var match: Match
    var value: Int32
  }

  /// The nodes of an action's clauses; -1 where there is none.
  struct Clauses {
    var low: Int32 = -1
    var high: Int32 = -1
    var scale: Int32 = -1
    var recovers: Int32 = -1
    var fee: Int32 = -1
    var feeMinimum: Int32 = -1
    var feeMaximum: Int32 = -1
    var cost: Int32 = -1
    var effort: Int32 = -1
    var strain: Int32 = -1
    var takes: Int32 = -1
    var requirements: [Int32] = []
    /// The clauses that must be known, each with all its parts, in the order in which they are read.
    var valued: [[Int32]] = []
    /// Whether any clause or rule that touches the action reads the steps taken before.
    var readsHistory = false
  }

  /// What a rule does to the odds of an action.
  struct Influence {
    var rule: Int32
    var consequence: Int32
    var factor: Double
    var isLikelier: Bool
  }

  let book: RuleBook
  var nodes: [Node] = []
  var slotCount = 0
  var rows: [[Row]] = []
  var words: [[Int64]] = []
  var settings: [Int32] = []
  var definitions: [Int32] = []
  var tables: [Int32] = []
  /// The node of each fact's default, or -1.
  var defaults: [Int32] = []
  /// The facts with a default, each after those that its default reads.
  var defaultOrder: [Int] = []
  /// The condition of each rule.
  var rules: [Int32] = []
  var clauses: [Clauses] = []
  /// By action: what the rules do to its odds, in file order.
  var influences: [[Influence]] = []
  /// By action: the rules that block it when they fire, in file order.
  var bans: [[Int32]] = []
  /// The rules that say to wait.
  var waits: [Int32] = []
  var claim: Int32 = -1
  var goodwill: Int32 = -1
  var hour: Int32 = -1
  var costOfMoney: Int32 = -1
  /// By rung: the actions whose history is read by anything that matters from there up.
  var tracked: [[Int32]] = []

  init(_ book: RuleBook) {
    self.book = book
    compile()
  }
}
