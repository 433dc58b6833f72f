import RecoupQuantities
import RecoupRules

/// Looks for pairs of changes of which one at least is a number, and for single numbers far from today's, that lead to an
/// action.
///
/// A pair is not decided before it is likely: how near each change alone brings an action to being the best is known, and
/// the two are taken to add up. That is only where to look first; what is named was decided.
struct NumberRoutes {
  /// How far the search goes; a decision that takes long counts for several.
  struct Budget {
    /// How many single numbers are decided.
    var singles = 48
    /// How many pairs are decided.
    var pairs = 70
    /// How many values are decided on the way to the nearest that leads there.
    var halvings = 130
    /// How many pairs are looked at, to tell whether they open the action.
    var looks = 600
    /// How far two numbers are moved together, by the ranks of both.
    var rank = 2
  }

  /// A single change, what it leads to, and how many values on its axis are nearer to today's.
  struct Single {
    var move: Route.Move
    var rank: Int
    var verdict: Verdict
  }

  private let assumptions: Assumptions
  private let invoice: Case
  private var budget: Budget
  /// How many pairs are looked at for one action before the next has its turn.
  private static let looksInTurn = 4
  private let singles: [Single]
  private let today: Verdict
  private var decided: Set<Pair> = []

  /// - Parameters:
  ///   - words: What each other value of each fact of words leads to by itself.
  ///   - marks: Numbers that are known to matter.
  init(_ sensitivity: Sensitivity, words: [Single], marks: [Route.Move], budget: Budget = Budget()) {
    assumptions = sensitivity.assumptions
    invoice = sensitivity.invoice
    today = Verdict(sensitivity.decision, actions: sensitivity.advisor.book.actions.count)
    self.budget = budget
    var singles = words
    for (rank, move) in NumberRoutes.numbers(sensitivity, marks) {
      if self.budget.singles <= 0 { break }
      let other = sensitivity.assumptions.vary(move.axis, to: move.to, in: sensitivity.invoice)
      guard let verdict = try? sensitivity.assumptions.memo.verdict(other) else { continue }
      self.budget.singles -= LineSearch.cost(of: verdict)
      singles.append(Single(move: move, rank: rank, verdict: verdict))
    }
    self.singles = singles
  }

  // MARK: Where to look

  /// What is tried of each number that is known, by how near it is: the nearest of all numbers first.
  static func numbers(_ sensitivity: Sensitivity, _ marks: [Route.Move]) -> [(rank: Int, move: Route.Move)] {
    let book = sensitivity.advisor.book
    var all: [(rank: Int, move: Route.Move)] = []
    for axis in book.facts.indices.map({ Axis.fact($0) }) where axis.allValues(in: book) == nil {
      guard axis != .fact(RuleBook.Builtin.pending),
        let today = sensitivity.advisor.value(on: axis, in: sensitivity.invoice)
      else { continue }
      let marked = marks.filter { $0.axis == axis }.map { $0.to }
      let (below, above) = steps(axis, from: today, in: book)
      for side in [above, below] {
        let isUp = side.first.map { $0 > today } ?? false
        let values = Set(side + marked.filter { isUp ? $0 > today : $0 < today }).sorted()
        for (rank, value) in (isUp ? values : values.reversed()).enumerated() {
          all.append((rank, Route.Move(axis: axis, from: today, to: value)))
        }
      }
    }
    return all.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map { $0.element }
  }

  /// Values ever further from today's, within the likely ones.
  private static func steps(_ axis: Axis, from today: Int64, in book: RuleBook) -> (below: [Int64], above: [Int64]) {
    let domain = axis.domain(around: today, in: book)
    if !domain.contains(today) { return ([], []) }
    var unit: Int64 = 1
    var (up, down): ([Int64], [Int64]) = ([1, 3, 10, 30], [1, 3, 10, 30])
    switch axis.type(in: book) {
    case .truth, .choice: return ([], [])
    case .days: (up, down) = ([7, 30, 90, 240], [7, 30, 90, 240])
    case .percent:
      unit = millionthsInOne / 4
      (up, down) = ([1, 2, 3, 4], [1, 2, 3, 4])
    case .number: unit = millionthsInOne
    case .money:
      // As parts of today's: half as much again to twenty times as much, and down to a tenth.
      unit = max(1, today / 20)
      (up, down) = ([10, 20, 80, 380], [5, 10, 15, 18])
    }
    let room = (domain.upperBound - today, today - domain.lowerBound)
    return (
      down.filter { $0 <= room.1 / unit }.map { today - $0 * unit },
      up.filter { $0 <= room.0 / unit }.map { today + $0 * unit }
    )
  }

  // MARK: What leads where

  /// The routes to actions to which no other was found, the nearest first: single numbers, and only if there are none,
  /// pairs.
  mutating func routes(to missing: [Int]) -> [Route] {
    let single = missing.flatMap { action in
      singles.indices.filter { isNumber($0) && leads($0, to: action) }
        .sorted { (singles[$0].rank, $0) < (singles[$1].rank, $1) }
        .prefix(1).map { Route(action: action, moves: near([singles[$0].move], action)) }
    }
    let left = missing.filter { action in !single.contains { $0.action == action } }
    return single + pairs(to: left)
  }

  private func isNumber(_ index: Int) -> Bool {
    singles[index].move.axis.allValues(in: assumptions.advisor.book) == nil
  }

  private func leads(_ index: Int, to action: Int) -> Bool {
    singles[index].verdict.decision.recommendation == .action(action)
  }

  /// How far an action is from being the best: from -1, where it is closed, to 1.
  private func lead(of action: Int, _ verdict: Verdict) -> Double {
    let (own, best) = (verdict.most[action], max(0, verdict.decision.bestOption?.value ?? 0))
    if !own.isFinite { return -1 }
    let size = abs(own) + best
    return size > 0 ? (own - best) / size : 0
  }

  /// Two of the singles, the second a number.
  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  /// Looks at the pairs of one action after the other, so that none uses up what the others need.
  private mutating func pairs(to missing: [Int]) -> [Route] {
    var queues = missing.map { candidates(for: $0)[...] }
    var found: [Int: Pair] = [:]
    while budget.pairs > 0, budget.looks > 0, queues.contains(where: { !$0.isEmpty }) {
      for (place, action) in missing.enumerated() {
        for _ in 0..<NumberRoutes.looksInTurn {
          guard found[action] == nil, budget.pairs > 0, budget.looks > 0, let pair = queues[place].popFirst() else {
            break
          }
          budget.looks -= 1
          guard let advice = advice(pair, action) else { continue }
          if case .action(let other) = advice, missing.contains(other), found[other] == nil { found[other] = pair }
          break
        }
        if found[action] != nil { queues[place] = [] }
      }
    }
    return missing.compactMap { action in
      found[action].map { pair in
        let moves = [singles[pair.first].move, singles[pair.second].move]
        return Route(action: action, moves: near(moves, action))
      }
    }
  }

  /// All pairs with a number. First those that are likely to lead there, the nearest of them first; then those that are
  /// likely to open the action, the best for it first; then the others.
  private func candidates(for action: Int) -> [Pair] {
    let start = lead(of: action, today)
    let leads = singles.map { lead(of: action, $0.verdict) }
    let closed = barriers([], action)
    let counts = singles.map { barriers([$0.move], action) }
    var likely: [(rank: Int, pair: Pair)] = []
    var others: [(barriers: Int, lead: Double, pair: Pair)] = []
    for first in singles.indices {
      for second in singles.indices.dropFirst(first + 1)
      where singles[first].move.axis != singles[second].move.axis && isNumber(second) {
        let rank = singles[first].rank + singles[second].rank
        if isNumber(first), rank > budget.rank { continue }
        let lead = leads[first] + leads[second] - start
        let left = max(0, counts[first] + counts[second] - closed)
        let pair = Pair(first: first, second: second)
        if left == 0, lead > 0 { likely.append((rank, pair)) } else { others.append((left, lead, pair)) }
      }
    }
    likely.sort { ($0.rank, $0.pair.first, $0.pair.second) < ($1.rank, $1.pair.first, $1.pair.second) }
    others.sort {
      ($0.barriers, -$0.lead, $0.pair.first, $0.pair.second) < ($1.barriers, -$1.lead, $1.pair.first, $1.pair.second)
    }
    return likely.map { $0.pair } + others.map { $0.pair }
  }

  /// How many things keep an action closed with these changes.
  private func barriers(_ moves: [Route.Move], _ action: Int) -> Int {
    let program = assumptions.advisor.program
    let clauses = program.clauses[action]
    var weigher = Weigher(program, varied(moves))
    var count = 0
    for index in clauses.bans where weigher.fires(program.lists[index]) { count += 1 }
    for index in clauses.requirements where weigher.evaluator.value(program.lists[index]) != 1 { count += 1 }
    for rule in program.waits where weigher.fires(rule) { count += 1 }
    return count == 0 && !weigher.isOpen(action) ? 1 : count
  }

  /// The advice with a pair of changes; nil without deciding it where it leaves the action closed, or where that was
  /// decided before.
  private mutating func advice(_ pair: Pair, _ action: Int) -> Decision.Recommendation? {
    let moves = [singles[pair.first].move, singles[pair.second].move]
    var weigher = Weigher(assumptions.advisor.program, varied(moves))
    if !weigher.isOpen(action) || !decided.insert(pair).inserted { return nil }
    return decide(moves, &budget.pairs)
  }

  private func varied(_ moves: [Route.Move]) -> Case {
    moves.reduce(invoice) { assumptions.vary($1.axis, to: $1.to, in: $0) }
  }

  private func decide(_ moves: [Route.Move], _ left: inout Int) -> Decision.Recommendation? {
    guard let verdict = try? assumptions.memo.verdict(varied(moves)) else { return nil }
    left -= LineSearch.cost(of: verdict)
    return verdict.decision.recommendation
  }

  // MARK: The nearest

  /// The same changes with each number brought as near to today's as halving the way brings it; a single change where it
  /// turns out that one is enough.
  private mutating func near(_ moves: [Route.Move], _ action: Int) -> [Route.Move] {
    var moves = moves
    for place in moves.indices.reversed()
    where moves[place].axis.allValues(in: assumptions.advisor.book) == nil {
      guard let today = moves[place].from else { continue }
      var without = moves
      without.remove(at: place)
      if !without.isEmpty, decide(without, &budget.halvings) == .action(action) { return near(without, action) }
      var (other, same) = (today, moves[place].to)
      while (other < same ? same - other : other - same) > 1, budget.halvings > 0 {
        moves[place].to = other + (same - other) / 2
        if decide(moves, &budget.halvings) == .action(action) {
          same = moves[place].to
        } else {
          other = moves[place].to
        }
      }
      moves[place].to = same
    }
    for move in moves where moves.count > 1 && decide([move], &budget.halvings) == .action(action) { return [move] }
    return moves
  }
}
