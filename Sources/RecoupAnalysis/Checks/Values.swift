import RecoupEngine
import RecoupRules

extension Reviewer {
  /// Values of clauses that cannot be used as they are.
  mutating func checkValues() {
    for (action, entry) in book.actions.enumerated() {
      for bound in premises.bounds[action] {
        switch find(bound.isBeyond) {
        case .none: break
        case .undecided: reportUndecided(.outOfBounds, "of `\(entry.name)` \(bound.message)", at: bound.value.span)
        case .found(let invoice):
          report(
            Finding(
              .outOfBounds, .shown, "\(bound.message) in `\(entry.name)`", at: bound.value.span, witness: invoice))
        }
      }
    }
  }

  /// Examples that do not come out as their author expects.
  mutating func checkExamples() {
    let advisor = Advisor(book)
    for example in book.examples {
      if advisor.check(example).problem == nil {
        review.shown += 1
        continue
      }
      report(
        Finding(
          .failingExample, .shown, "the example “\(example.name)” does not come out as expected", at: example.span,
          help: "`recoup test` tells what came, and why"))
    }
  }
}
