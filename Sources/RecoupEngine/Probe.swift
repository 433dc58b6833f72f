public import RecoupRules

/// Looks at a rule book in the states of a plan: which rules fire, what stands in an action's way, and what expressions
/// come to. What it says is what decides: it asks the same evaluator.
public struct Probe: Sendable {
  /// What there is to see in one state.
  public struct View: Hashable, Sendable {
    /// By rule: whether its condition holds; nil if it is unknown.
    public var rules: [Bool?]
    /// By action and requirement: whether it is met; nil if it is unknown.
    public var requirements: [[Bool?]]
    /// By action: all that keeps it from being taken, as `Advisor.obstacles` lists it; rules that say to wait among it.
    public var obstacles: [[Obstacle]]
  }

  private let program: Program
  private let read: [Int32]

  /// Prepares for looking at a book.
  ///
  /// - Parameter expressions: What `values` gives the values of: expressions of this book.
  public init(_ book: RuleBook, reading expressions: [Expression] = []) {
    var compiler = Compiler(book)
    read = expressions.map { compiler.add($0) }
    program = Program(compiler)
  }

  /// All that there is to see on a day of a plan.
  ///
  /// - Parameters:
  ///   - day: Days from today.
  ///   - steps: The steps that were taken before it.
  public func view(_ invoice: Case, on day: Int64 = 0, after steps: some Sequence<Step> = []) -> View {
    var weigher = weigher(invoice, day, steps)
    return View(
      rules: program.rules.map { weigher.evaluator.value($0).map { $0 == 1 } },
      requirements: program.clauses.map { clauses in
        program.lists[clauses.requirements].map { weigher.evaluator.value($0).map { $0 == 1 } }
      },
      obstacles: program.clauses.indices.map { action in weigher.barriers(to: action).map { $0.obstacle } })
  }

  /// The values of the expressions on a day of a plan, as raw counts; nil for one that is unknown.
  public func values(_ invoice: Case, on day: Int64 = 0, after steps: some Sequence<Step> = []) -> [Int64?] {
    var weigher = weigher(invoice, day, steps)
    return read.map { weigher.evaluator.value($0) }
  }

  private func weigher(_ invoice: Case, _ day: Int64, _ steps: some Sequence<Step>) -> Weigher {
    var weigher = Weigher(program, invoice)
    for step in steps { _ = weigher.evaluator.take(step.action, on: step.day) }
    weigher.evaluator.move(to: day)
    return weigher
  }
}
