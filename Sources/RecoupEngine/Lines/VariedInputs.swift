import RecoupRules

/// Which parts of a program read an axis.
struct VariedInputs {
  /// The fact that is varied, or -1; `pending` by its days.
  let fact: Int
  /// The settings that are varied together.
  let settings: Range<Int>
  /// Whether the axis moves the default of another fact.
  private(set) var movesDefaults = false

  private var movedFacts: [Bool]
  private var touched: [Bool] = []

  /// - Parameter evaluator: Of the case at any value of the axis.
  init(fact: Int = -1, settings: Range<Int> = 0..<0, in evaluator: Evaluator, given facts: [Int64?]) {
    let program = evaluator.program
    self.fact = fact
    self.settings = settings
    movedFacts = program.book.facts.indices.map { $0 == fact }
    findTouched(program, evaluator)
    // A default that reads the axis moves its own fact, and that may move others.
    for other in program.defaultOrder where !movedFacts[other] && (other >= facts.count || facts[other] == nil) {
      if touched[Int(program.defaults[other])] {
        movedFacts[other] = true
        movesDefaults = true
        findTouched(program, evaluator)
      }
    }
  }

  /// Whether the value of a node can depend on the axis.
  func touches(_ node: Int32) -> Bool { touched[Int(node)] }

  /// Whether the value of a fact depends on the axis.
  func isMoved(_ fact: Int) -> Bool { movedFacts[fact] }

  /// Every node stands after those that it reads.
  private mutating func findTouched(_ program: Program, _ evaluator: Evaluator) {
    touched = Array(repeating: false, count: program.nodes.count)
    for (index, node) in program.nodes.enumerated() {
      switch node.operation {
      case .literal, .times, .daysAgo: break
      case .fact: touched[index] = movedFacts[Int(node.a)]
      case .setting:
        let setting = Int(node.b)
        touched[index] =
          settings.contains(setting) || (evaluator.settings[setting] == nil && touched[Int(node.a)])
      case .definition, .not, .negate, .floor, .ceil, .isKnown, .isOneOf: touched[index] = touched[Int(node.a)]
      case .or, .and, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .add, .subtract, .multiply,
        .divide, .minimum, .maximum:
        touched[index] = touched[Int(node.a)] || touched[Int(node.b)]
      case .between, .conditional, .interest:
        touched[index] = touched[Int(node.a)] || touched[Int(node.b)] || touched[Int(node.c)]
      case .table: touched[index] = program.children(node).contains { touched[Int($0)] }
      }
    }
  }
}
