import RecoupRules

/// Looks for what would lead to each other action.
struct RouteSearch {
  private let sensitivity: Sensitivity
  private let advisor: Advisor
  private let assumptions: Assumptions
  private let decision: Decision
  private let invoice: Case
  /// By action.
  private var found: [[Route]]
  /// How many more pairs are decided.
  private var budget = 60
  /// How many values of a chance are decided to prove which is the least.
  private static let mostSteps = 20

  /// What each other value of each fact of words leads to by itself.
  private var alone: [NumberRoutes.Single] = []
  /// Numbers at which the advice is known to change.
  private var marks: [Route.Move] = []
  private let numbers: NumberRoutes.Budget

  /// - Parameter numbers: How far the search for pairs with a number goes.
  init(_ sensitivity: Sensitivity, numbers: NumberRoutes.Budget = .init()) {
    self.sensitivity = sensitivity
    self.numbers = numbers
    advisor = sensitivity.advisor
    decision = sensitivity.decision
    invoice = sensitivity.invoice
    assumptions = sensitivity.assumptions
    found = advisor.book.actions.map { _ in [] }
  }

  /// All that were found, in ladder order.
  var routes: [Route] { found.flatMap { $0 } }

  private mutating func add(_ moves: [Route.Move], leadingTo recommendation: Decision.Recommendation) {
    guard case .action(let action) = recommendation, recommendation != decision.recommendation,
      found[action].count < Sensitivity.mostRoutes
    else { return }
    found[action].append(Route(action: action, moves: moves))
  }

  private func advice(_ moves: [Route.Move]) -> Decision.Recommendation? {
    let other = moves.reduce(invoice) { assumptions.vary($1.axis, to: $1.to, in: $0) }
    return (try? assumptions.memo.verdict(other))?.decision.recommendation
  }

  // MARK: One change

  mutating func findSingles(_ turns: [Turn]) {
    for move in words {
      let other = assumptions.vary(move.axis, to: move.to, in: invoice)
      guard let verdict = try? assumptions.memo.verdict(other) else { continue }
      alone.append(.init(move: move, rank: 0, verdict: verdict))
      if move.from == nil { add([move], leadingTo: verdict.decision.recommendation) }
    }
    for turn in turns {
      for other in turn.others {
        let move = Route.Move(axis: turn.axis, from: turn.today, to: other.value)
        marks.append(move)
        add([move], leadingTo: other.recommendation)
      }
    }
  }

  /// Every other value of every fact of yes or no or of words.
  private var words: [Route.Move] {
    let evaluator = Evaluator(advisor.program, invoice)
    return advisor.book.facts.enumerated().flatMap { index, fact in
      let from = evaluator.facts[index]
      let isOne = index != RuleBook.Builtin.pending
      return (isOne ? fact.allValues ?? [] : []).filter { $0 != from }
        .map { Route.Move(axis: .fact(index), from: from, to: $0) }
    }
  }

  // MARK: A chance of its own, or two changes

  mutating func findOthers() {
    let others = advisor.book.actions.indices.filter { decision.recommendation != .action($0) && isWithinReach($0) }
    for action in others where found[action].isEmpty { tryChance(of: action) }
    let missing = others.filter { found[$0].isEmpty }
    if missing.isEmpty { return }
    let words = words
    for (index, first) in words.enumerated() {
      for second in words[(index + 1)...] where second.axis != first.axis {
        tryPair([first, second], leadingTo: missing)
      }
    }
    for action in missing where found[action].isEmpty {
      for opener in advisor.openers(of: action, in: invoice) { tryOpener(opener, action) }
    }
    let left = missing.filter { found[$0].isEmpty }
    if left.isEmpty { return }
    var search = NumberRoutes(sensitivity, words: alone, marks: marks, budget: numbers)
    for route in search.routes(to: left) { add(route.moves, leadingTo: .action(route.action)) }
    for action in missing where found[action].isEmpty {
      for first in words where found[action].isEmpty { tryChance(of: action, beside: first) }
    }
  }

  /// Whether it was not done too often already.
  private func isWithinReach(_ action: Int) -> Bool {
    let done = action < invoice.done.count ? invoice.done[action].times : 0
    return done < advisor.program.clauses[action].atMost
  }

  /// Decides a pair only where it leaves one of the missing actions open.
  private mutating func tryPair(_ moves: [Route.Move], leadingTo missing: [Int]) {
    if budget == 0 { return }
    let other = moves.reduce(invoice) { assumptions.vary($1.axis, to: $1.to, in: $0) }
    var weigher = Weigher(assumptions.advisor.program, other)
    if weigher.waitingRule() != nil { return }
    guard missing.contains(where: { found[$0].isEmpty && weigher.openTerms(of: $0) != nil }) else { return }
    budget -= 1
    guard case .action(let action)? = advice(moves), missing.contains(action) else { return }
    add(moves, leadingTo: .action(action))
  }

  private mutating func tryOpener(_ opener: [Change], _ action: Int) {
    if budget == 0 { return }
    budget -= 1
    let moves = opener.map { Route.Move(axis: .fact($0.fact), from: $0.from, to: $0.value) }
    if advice(moves) == .action(action) { add(moves, leadingTo: .action(action)) }
  }

  /// The least chance of the action, above today's, that leads to it, by itself or beside another change.
  private mutating func tryChance(of action: Int, beside first: Route.Move? = nil) {
    let axis = Axis.chance(action: action)
    let other = first.map { assumptions.vary($0.axis, to: $0.to, in: invoice) } ?? invoice
    let moves = first.map { [$0] } ?? []
    let certain: Int64 = 1_000_000
    guard budget > 0, advisor.isOpen(action, on: 0, in: other), let today = advisor.value(on: axis, in: other),
      today > 0, today < certain
    else { return }
    budget -= 1
    if advice(moves + [.init(axis: axis, from: today, to: certain)]) != .action(action) { return }
    var search = LineSearch(assumptions, axis, other)
    do {
      try search.walk(from: today, to: certain, isStopping: false, budget: RouteSearch.mostSteps)
    } catch {
      return
    }
    guard let span = search.spans.first(where: { $0.recommendation == .action(action) }) else { return }
    add(moves + [.init(axis: axis, from: today, to: span.first)], leadingTo: .action(action))
  }
}
