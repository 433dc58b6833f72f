public import RecoupRules

/// All cases of a rule book, as a space that can be searched for a case of which something is true.
///
/// Cases are looked at with the settings as the book has them, amounts above 0, no other money, share, number or length
/// of time below 0, no share above 100 %, no day more than a hundred years away, and nothing done oftener than three
/// times more than it may be.
public struct CaseSpace: Sendable {
  /// What a search came to.
  public enum Outcome: Hashable, Sendable {
    /// Of this case it is true, as the engine itself says.
    case found(Case)
    /// There is no such case.
    case none
    /// Neither was found out within the budget.
    case undecided
  }

  /// The rule book.
  public let book: RuleBook
  /// Whether only those cases are looked at in which the day is known on which each step was last begun.
  public var isDated = false
  /// Whether only those cases are looked at in which nothing was done yet.
  public var isUntouched = false
  let program: Program
  /// The nodes of the conditions.
  let conditions: [Int32]

  /// Prepares a rule book and conditions about its cases; the caller vouches for their types.
  public init(_ book: RuleBook, conditions: [Expression] = []) {
    self.book = book
    var compiler = Compiler(book)
    self.conditions = conditions.map { compiler.add($0) }
    program = Program(compiler)
  }

  /// Looks for a case of which a proposition is true.
  ///
  /// - Parameter budget: How many sets of cases are looked at before the search gives up.
  public func find(_ proposition: Proposition, budget: Int = 20_000) -> Outcome {
    var budget = budget
    return find(proposition, within: &budget)
  }

  /// The same, which takes from the budget what it used.
  public func find(_ proposition: Proposition, within budget: inout Int) -> Outcome {
    var search = CaseSearch(self, budget: budget)
    let outcome = search.find(proposition, in: whole)
    budget = search.budget
    guard case .found(let invoice) = outcome else { return outcome }
    return .found(simplified(invoice, where: proposition))
  }

  /// The facts that the condition of a rule reads, wherever they are named below it.
  public func facts(readByRule rule: Int) -> [Int] {
    var shapes = Shapes(program)
    return shapes.variables(program.rules[rule]).compactMap { variable in
      switch variable {
      case .fact(let fact): fact
      case .pending: RuleBook.Builtin.pending
      case .times, .daysAgo: nil
      }
    }
  }

  /// The set of all cases that are looked at.
  var whole: CaseBox {
    var whole = CaseBox(all: book)
    if isDated {
      for action in book.actions.indices { whole.daysAgo[action].canBeUnknown = false }
    }
    if isUntouched {
      whole.times = whole.times.map { _ in .exactly(0) }
      whole.pendingDays = .exactly(0)
    }
    return whole
  }

  /// Whether a case is among those that are looked at.
  public func contains(_ invoice: Case) -> Bool {
    if invoice.settings.contains(where: { $0 != nil }) { return false }
    let all = whole
    let point = CaseSearch(self, budget: 0).point(invoice)
    return CaseBox.variables(of: book).allSatisfy { variable in
      let value = point[variable]
      return value.canBeKnown
        ? all[variable].low <= value.low && value.high <= all[variable].high : all[variable].canBeUnknown
    }
  }

  /// A case without what a proposition is true of it without.
  private func simplified(_ invoice: Case, where proposition: Proposition) -> Case {
    var simple = invoice
    func tryOut(_ change: (inout Case) -> Void) {
      var simpler = simple
      change(&simpler)
      if simpler != simple && holds(proposition, of: simpler) { simple = simpler }
    }
    tryOut { $0.pendingDays = 0 }
    for action in book.actions.indices.reversed() { tryOut { $0.done[action] = .never } }
    for fact in book.facts.indices.reversed() where fact > RuleBook.Builtin.daysOverdue {
      tryOut { $0.facts[fact] = nil }
    }
    for action in book.actions.indices where simple.done[action].times > 1 { tryOut { $0.done[action].times = 1 } }
    return simple
  }
}
