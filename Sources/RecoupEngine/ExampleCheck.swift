public import RecoupRules

/// What came of an example of the rules.
public struct ExampleCheck: Sendable {
  /// Why an example could not be decided, or was not as expected.
  public enum Problem: Error, Hashable, Sendable {
    /// The value of this given cannot be used: it does not fit, or is negative or broken where a count is wanted.
    case badGiven(Int)
    /// An action's days are given, but not how often it was done.
    case daysWithoutTimes(action: Int)
    /// There is no advice on it.
    case noAdvice(Advisor.Problem)
    /// The example has no `expect`.
    case expectsNothing
    /// These expectations were not met.
    case failed([Int])
  }

  /// The advice, if the example could be decided.
  public var decision: Decision?
  /// What is wrong, if anything.
  public var problem: Problem?
}

extension Advisor {
  /// Decides an example and holds the advice against what its author expects.
  public func check(_ example: Example) -> ExampleCheck {
    let invoice: Case
    do {
      invoice = try self.invoice(of: example)
    } catch {
      return ExampleCheck(decision: nil, problem: error)
    }
    let decision: Decision
    do {
      decision = try decide(invoice)
    } catch {
      return ExampleCheck(decision: nil, problem: .noAdvice(error))
    }
    if example.expectations.isEmpty { return ExampleCheck(decision: decision, problem: .expectsNothing) }
    let outcome: Example.Outcome =
      switch decision.recommendation {
      case .action(let action): .action(action)
      case .wait: .wait
      case .nothing: .nothing
      }
    let failed = example.expectations.indices.filter {
      (example.expectations[$0].outcome == outcome) == example.expectations[$0].isNegated
    }
    return ExampleCheck(decision: decision, problem: failed.isEmpty ? nil : .failed(failed))
  }

  /// The case that an example gives; unknown is what it does not give.
  public func invoice(of example: Example) throws(ExampleCheck.Problem) -> Case {
    var invoice = Case(
      facts: book.facts.map { _ in nil }, settings: book.settings.map { _ in nil },
      done: book.actions.map { _ in .never })
    for (index, given) in example.givens.enumerated() {
      guard let value = constant(given.value) else { throw .badGiven(index) }
      switch given.subject {
      case .fact(RuleBook.Builtin.pending):
        if value < 0 { throw .badGiven(index) }
        invoice.pendingDays = value
      case .fact(let fact): invoice.facts[fact] = value
      case .setting(let setting): invoice.settings[setting] = value
      case .times(let action):
        if value < 0 || value % 1_000_000 != 0 { throw .badGiven(index) }
        invoice.done[action].times = value / 1_000_000
      case .daysAgo(let action):
        if value < 0 { throw .badGiven(index) }
        invoice.done[action].daysAgo = value
      }
    }
    for (action, done) in invoice.done.enumerated() where done.times == 0 && done.daysAgo != nil {
      throw .daysWithoutTimes(action: action)
    }
    return invoice
  }

  /// The value of an expression that names nothing.
  private func constant(_ expression: Expression) -> Int64? {
    var compiler = Compiler(RuleBook(currency: book.currency))
    let node = compiler.add(expression)
    var evaluator = Evaluator(Program(compiler), Case(facts: []))
    return evaluator.value(node)
  }
}
