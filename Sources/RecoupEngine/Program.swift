import RecoupQuantities
import RecoupRules

/// A rule book in the form in which it is evaluated: every expression a node in one array, every name resolved to a node.
///
/// A definition, a setting or a table is one node, however often it is named, and its value is kept for as long as it
/// cannot change: so the work is bounded by the number of nodes and not by the number of paths through them.
final class Program: Sendable {
  /// What a value can depend on, besides the facts of the case.
  struct Reach: OptionSet {
    let rawValue: UInt8

    /// Nothing: it stays the same all along a plan.
    static let fixed: Reach = []
    /// The day of the plan.
    static let day = Reach(rawValue: 1)
    /// The steps taken before, whatever the day.
    static let past = Reach(rawValue: 2)

    var readsDay: Bool { rawValue & 1 != 0 }
    var readsPast: Bool { rawValue & 2 != 0 }
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
    /// Operands: nodes, the index of a fact, a setting or an action, or the start and length of a list.
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
    /// Where a value that is kept is kept; -1 where it is not.
    var slot: Int32 = -1
    /// A number of its own for a node that reads the day; -1 for others.
    var daily: Int32 = -1
    /// Its place among `pastNodes` if it reads the steps taken before; -1 for others.
    var past: Int32 = -1
    var constant: Int64 = 0
  }

  /// A row of a table: it holds up to a bound, for words, or for everything else.
  struct Row {
    /// The bound, or -1.
    var bound: Int32 = -1
    /// The words, as a stretch of `words`; empty for the other kinds.
    var words: Range<Int> = 0..<0
    var value: Int32

    var isOtherwise: Bool { bound < 0 && words.isEmpty }
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
    /// The conditions of its requirements, as a stretch of `lists`.
    var requirements: Range<Int> = 0..<0
    /// All nodes that must be known, as a stretch of `lists`.
    var needed: Range<Int> = 0..<0
    /// What the rules do to its odds, in file order, as a stretch of `influences`.
    var influences: Range<Int> = 0..<0
    /// The rules that block it when they fire, in file order, as a stretch of `lists`.
    var bans: Range<Int> = 0..<0
    /// The nodes that read the steps taken before, of all clauses and rules that touch the action, as a stretch of `lists`.
    var readers: Range<Int> = 0..<0
    var atMost: Int64 = 1
    var isFinal = false
    /// The parts that are not the same all along every plan of what the action brings and costs, and how long it takes,
    /// as a stretch of `lists`.
    var moving: Range<Int> = 0..<0
  }

  /// What a rule does to the odds of an action.
  struct Influence {
    var rule: Int32
    var consequence: Int32
    var factor: Double
    var isLikelier: Bool
  }

  let book: RuleBook
  let nodes: [Node]
  /// How many values are kept.
  let slotCount: Int
  /// How many nodes read the day.
  let dailyCount: Int
  /// The nodes that read the steps taken before, each after those that it reads.
  let pastNodes: [Int32]
  /// The rows of all tables; a table's are a stretch of them.
  let rows: [Row]
  /// The words of all tests and rows.
  let words: [Int64]
  /// Lists of nodes and rules; others are stretches of this one.
  let lists: [Int32]
  let influences: [Influence]
  /// The node of each fact's default, or -1.
  let defaults: [Int32]
  /// How each fact moves.
  let motions: [Fact.Motion]
  /// The facts with a default, each after those that its default reads.
  let defaultOrder: [Int]
  /// The condition of each rule.
  let rules: [Int32]
  let clauses: [Clauses]
  /// The rules that say to wait.
  let waits: [Int32]
  let claim: Int32
  let goodwill: Int32
  let hour: Int32
  let costOfMoney: Int32
  /// The node of each setting, or -1 if nothing reads it.
  let settings: [Int32]

  init(_ compiler: Compiler) {
    book = compiler.book
    nodes = compiler.nodes
    slotCount = compiler.slotCount
    dailyCount = compiler.dailyCount
    pastNodes = compiler.pastNodes
    rows = compiler.rows
    words = compiler.words
    lists = compiler.lists
    influences = compiler.influences
    defaults = compiler.defaults
    motions = compiler.book.facts.map { $0.motion }
    defaultOrder = compiler.defaultOrder
    rules = compiler.rules
    clauses = compiler.clauses
    waits = compiler.waits
    claim = compiler.claim
    goodwill = compiler.goodwill
    hour = compiler.hour
    costOfMoney = compiler.costOfMoney
    settings = compiler.settings
  }

  /// The nodes that a node reads.
  func children(_ node: Node) -> [Int32] { Program.children(node, rows) }

  /// Whether a word is in a stretch of `words`.
  func hasWord(_ word: Int64, _ stretch: Range<Int>) -> Bool {
    for index in stretch where words[index] == word { return true }
    return false
  }

  static func children(_ node: Node, _ rows: [Row]) -> [Int32] {
    switch node.operation {
    case .literal, .fact, .times, .daysAgo: []
    case .setting, .definition, .not, .negate, .floor, .ceil, .isKnown, .isOneOf: [node.a]
    case .or, .and, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .add, .subtract, .multiply,
      .divide, .minimum, .maximum:
      [node.a, node.b]
    case .between, .conditional, .interest: [node.a, node.b, node.c]
    case .table: [node.a] + rows[node.list].flatMap { $0.bound < 0 ? [$0.value] : [$0.bound, $0.value] }
    }
  }
}

extension Program.Node {
  /// For a table its stretch of `rows`, for a test of words its stretch of `words`.
  var list: Range<Int> { Int(b)..<Int(b) + Int(c) }
}
