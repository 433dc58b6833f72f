import RecoupEngine
import RecoupRules

extension Reviewer {
  /// Looks for a case in which an action is the best that can be done.
  mutating func checkBest(_ action: Int, opened: Case) {
    let advisor = Advisor(freed.book)
    for example in book.examples where advisor.check(example).decision?.recommendation == .action(action) {
      review.shown += 1
      return
    }
    var search = BestSearch(
      action: action, book: freed.book, premises: freed.premises, advisor: advisor, budget: left)
    let isFound = search.isFound(from: opened)
    left = search.budget
    if isFound {
      review.shown += 1
      return
    }
    review.undecided += 1
    report(
      Finding(
        .neverBest, .undecided,
        "no case was found in which `\(book.actions[action].name)` is the best that can be done",
        at: book.actions[action].span,
        notes: [Finding.Note("\(search.tried) cases were decided in which it can be open")]
          + (left <= 0 ? [Finding.Note("then what a check may take was used up")] : []),
        help: "is its chance too small, its cost too high, or another action always better?"))
  }
}

/// Tries cases in which an action is open until one makes it the best.
private struct BestSearch {
  let action: Int
  let book: RuleBook
  let premises: Premises
  let advisor: Advisor
  /// How many sets of cases may still be looked at.
  private(set) var budget: Int
  private(set) var tried = 0

  /// What it takes to decide a case, in sets of cases that could be looked at meanwhile.
  private static let costOfDeciding = 20

  init(action: Int, book: RuleBook, premises: Premises, advisor: Advisor, budget: Int) {
    self.action = action
    self.book = book
    self.premises = premises
    self.advisor = advisor
    self.budget = budget
  }

  mutating func isFound(from opened: Case) -> Bool {
    if isBest(near: opened) { return true }
    for known in premises.words {
      if case .found(let invoice) = find(.all(isOpen + [known])), isBest(near: invoice) {
        return true
      }
    }
    return isFoundByClosing()
  }

  private mutating func find(_ proposition: Proposition) -> CaseSpace.Outcome {
    let granted = max(0, min(300, budget))
    var rest = granted
    let outcome = premises.space.find(proposition, within: &rest)
    budget -= granted - rest
    return outcome
  }

  private var isOpen: [Proposition] { [.not(.waits), .isOpen(action)] }

  /// Whether it is the best of the case, or where other steps have been taken already, or other sums are owed.
  private mutating func isBest(near invoice: Case) -> Bool {
    let proposition = Proposition.all(isOpen)
    var later = invoice
    for other in book.actions.indices where other != action && invoice.done[other].times == 0 {
      var next = later
      next.done[other] = .init(times: book.actions[other].atMost, daysAgo: 40)
      if premises.space.holds(proposition, of: next) { later = next }
    }
    var gentler = later
    for firmer in book.actions.indices where firmer > action { gentler.done[firmer] = invoice.done[firmer] }
    for history in [invoice, gentler, later] {
      for units: Int64 in [history.facts[RuleBook.Builtin.amount] ?? 1, 5_000, 500_000, 5_000_000] {
        var variant = history
        variant.facts[RuleBook.Builtin.amount] = units
        if premises.space.holds(proposition, of: variant), isBest(variant) { return true }
      }
    }
    return false
  }

  private mutating func isBest(_ invoice: Case) -> Bool {
    if budget <= 0 { return false }
    tried += 1
    budget -= BestSearch.costOfDeciding
    guard let decision = try? advisor.decide(invoice) else { return false }
    return decision.recommendation == .action(action)
  }

  /// What is better in one case is to be closed in the next.
  private mutating func isFoundByClosing() -> Bool {
    let last = min(book.horizon.days, 36_500)
    var wanted = isOpen
    var closed: [Int] = []
    for _ in 0..<6 {
      guard case .found(let invoice) = find(.all(wanted)) else {
        if wanted.count <= 2 { return false }
        // What cannot be closed beside it is left, for good.
        wanted.removeLast()
        continue
      }
      if isBest(near: invoice) { return true }
      guard let rival = (try? advisor.decide(invoice))?.bestOption?.action, rival != action, !closed.contains(rival)
      else { return false }
      closed.append(rival)
      wanted.append(.not(.sometime(0...last, .isOpen(rival))))
    }
    return false
  }
}
