import RecoupRules

extension OpenerSearch {
  /// The most values of a number that are tried as the first of a pair.
  private static let mostFirsts = 16

  /// The pairs that open the action, where no single fact does. The amount is among them only if an obstacle names it.
  func pairs(in invoice: Case, naming named: Set<Int>) -> [[Change]] {
    let weigher = Weigher(program, invoice)
    let nodes = everything(weigher, invoice)
    let considered = Set(facts(nodes)).filter { $0 != RuleBook.Builtin.amount || named.contains($0) }
    let isNumber = program.book.facts.map { $0.allValues == nil }
    var pairs: [[Change]] = []
    for first in considered.sorted() where pairs.count < 8 * Advisor.mostPairs {
      // Two of a kind are looked at from the earlier one, others from the words.
      let mayFollow = { (second: Int) in
        if second == first || !considered.contains(second) { return false }
        return isNumber[second] ? second > first || !isNumber[first] : second > first && !isNumber[first]
      }
      let from = weigher.evaluator.facts[first]
      if let values = program.book.facts[first].allValues {
        pairs += self.pairs(first, values.filter { $0 != from }, from: from, mayFollow, in: invoice)
      } else {
        pairs += self.pairs(number: first, from: from, nodes, mayFollow, in: invoice)
      }
    }
    for pair in pairs.indices {
      if pairs[pair][0].fact > pairs[pair][1].fact { pairs[pair].swapAt(0, 1) }
      // The first change may have moved a default, which is not where the fact stands today.
      for place in 0...1 { pairs[pair][place].from = weigher.evaluator.facts[pairs[pair][place].fact] }
    }
    let places = pairs.indices.sorted {
      let (a, b) = (pairs[$0], pairs[$1])
      if a[0].fact != b[0].fact { return a[0].fact < b[0].fact }
      return a[1].fact == b[1].fact ? $0 < $1 : a[1].fact < b[1].fact
    }
    return places.prefix(Advisor.mostPairs).map { pairs[$0] }
  }

  /// The pairs that begin with a fact of words; values with which the same opens the action stand together.
  private func pairs(
    _ first: Int, _ values: [Int64], from: Int64?, _ mayFollow: (Int) -> Bool, in invoice: Case
  ) -> [[Change]] {
    var found: [(values: [Int64], second: Change)] = []
    for value in values {
      for second in changes(of: mayFollow, in: invoice.with(value, for: first)) {
        if let place = found.firstIndex(where: { $0.second == second }) {
          found[place].values.append(value)
        } else {
          found.append(([value], second))
        }
      }
    }
    return found.map { [Change(fact: first, from: from, reach: .exactly($0.values)), $0.second] }
  }

  /// The pairs of two numbers.
  private func pairs(
    number first: Int, from: Int64?, _ nodes: [Int32], _ mayFollow: (Int) -> Bool, in invoice: Case
  ) -> [[Change]] {
    let search = numbers(first, from: from, nodes, in: invoice)
    let inputs = VariedInputs(fact: first, in: Evaluator(program, invoice), given: invoice.facts)
    let nodes = nodes.filter { inputs.touches($0) }
    var seen: Set<[Int64?]> = [turns(nodes, invoice)]
    var found: [[Change]] = []
    for value in search.outward where seen.count <= OpenerSearch.mostFirsts {
      let other = invoice.with(value, for: first)
      if !seen.insert(turns(nodes, other)).inserted { continue }
      for second in changes(of: mayFollow, in: other)
      where !found.contains(where: { $0[1].fact == second.fact }) {
        if let pair = nearest(first, from, value, second, in: invoice) { found.append(pair) }
      }
    }
    return found
  }

  /// Moves a pair of numbers that opens the action as near to today's values as each can be beside the other.
  private func nearest(
    _ first: Int, _ from: Int64?, _ value: Int64, _ second: Change, in invoice: Case
  ) -> [Change]? {
    let other = NumberSearch(from: second.from, marks: [second.value])
    let search = NumberSearch(from: from, marks: [value])
    var pair = [Change(fact: first, from: from, reach: .atLeast(value)), second]
    for _ in 0..<4 {
      let before = pair
      guard let near = search.reach({ isOpen(invoice.applying(pair).with($0, for: first)) }) else { return nil }
      pair[0].reach = near
      guard let next = other.reach({ isOpen(invoice.applying(pair).with($0, for: second.fact)) }) else { return nil }
      pair[1].reach = next
      if pair == before { break }
    }
    return pair
  }

  /// What turns as facts change: answers, what tables and the like pick, and whether anything else is known.
  private func turns(_ nodes: [Int32], _ invoice: Case) -> [Int64?] {
    var weigher = Weigher(program, invoice)
    var turns: [Int64?] = []
    for index in nodes {
      let node = program.nodes[Int(index)]
      switch node.operation {
      case .not, .isKnown, .isOneOf, .or, .and, .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual,
        .between, .table:
        turns.append(weigher.evaluator.value(index))
      case .minimum, .maximum:
        let left = weigher.evaluator.value(node.a)
        turns.append(left.flatMap { left in weigher.evaluator.value(node.b).map { left < $0 ? 0 : 1 } })
      case .literal, .fact, .setting, .definition, .times, .daysAgo, .negate, .add, .subtract, .multiply, .divide,
        .interest, .floor, .ceil, .conditional:
        turns.append(weigher.evaluator.value(index).map { _ in 0 })
      }
    }
    return turns
  }
}
