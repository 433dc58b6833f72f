public import RecoupEngine
import RecoupRules

/// Tries whether the examples of a rule book notice a change of it.
public struct MutationTrial: Sendable {
  /// What became of a change. Examples are counted from 0.
  public enum Outcome: Hashable, Sendable {
    /// This example, the first in file order, fails.
    case noticed(example: Int)
    /// No example fails, but this one, the first, comes to other advice.
    case moved(example: Int)
    /// Every example comes to the same advice.
    case unnoticed

    /// Whether an example fails.
    public var isNoticed: Bool {
      switch self {
      case .noticed: true
      case .moved, .unnoticed: false
      }
    }
  }

  private let book: RuleBook
  private let trials: [(example: Int, invoice: Case, advice: Decision.Recommendation)]

  /// Prepares for trying; examples that fail anyway are left out.
  ///
  /// - Parameter checks: What came of each example.
  public init(_ advisor: Advisor, _ checks: [ExampleCheck]) {
    book = advisor.book
    var trials: [(example: Int, invoice: Case, advice: Decision.Recommendation)] = []
    for (index, (example, check)) in zip(advisor.book.examples, checks).enumerated() {
      guard check.problem == nil, let decision = check.decision, let invoice = try? advisor.invoice(of: example) else {
        continue
      }
      trials.append((index, invoice, decision.recommendation))
    }
    self.trials = trials
  }

  /// Decides the examples by the changed book, until one fails.
  public func outcome(of mutant: Mutant) -> Outcome {
    let advisor = Advisor(mutant.applied(to: book))
    var moved: Int?
    for trial in trials {
      guard let advice = try? advisor.recommendation(on: trial.invoice), advice != trial.advice else { continue }
      if !book.examples[trial.example].allows(advice) { return .noticed(example: trial.example) }
      moved = moved ?? trial.example
    }
    return moved.map { .moved(example: $0) } ?? .unnoticed
  }
}

extension Example {
  /// Whether advice is as expected.
  fileprivate func allows(_ advice: Decision.Recommendation) -> Bool {
    let outcome: Outcome =
      switch advice {
      case .action(let action): .action(action)
      case .wait: .wait
      case .nothing: .nothing
      }
    return expectations.allSatisfy { ($0.outcome == outcome) != $0.isNegated }
  }
}
