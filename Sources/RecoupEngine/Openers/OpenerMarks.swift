extension OpenerSearch {
  /// The values of a number at which something that is read from these nodes may turn: every value that they have today,
  /// and, for what the number is added to or taken from, the value at which both sides of a comparison are the same.
  ///
  /// - Parameter around: How many values to either side of today's are tried one by one.
  func numbers(
    _ fact: Int, from: Int64?, _ nodes: [Int32], in invoice: Case, trying around: Int64 = 0
  ) -> NumberSearch {
    NumberSearch(from: from, marks: program.marks(fact, from: from, nodes, in: invoice), around: around)
  }
}

extension Program {
  /// The values of a number at which something that is read from these nodes may turn, in no order; `numbers` says which.
  func marks(_ fact: Int, from: Int64?, _ nodes: [Int32], in invoice: Case) -> [Int64] {
    var weigher = Weigher(self, from == nil ? invoice.with(0, for: fact) : invoice)
    var marks: [Int64] = []
    for index in nodes {
      let node = self.nodes[Int(index)]
      switch node.operation {
      case .literal, .fact, .setting, .definition, .times, .daysAgo, .negate, .add, .subtract, .multiply, .divide,
        .interest, .floor, .ceil, .conditional:
        if let value = weigher.evaluator.value(index) { marks.append(value) }
      case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .minimum, .maximum:
        mark(node.a, node.b, from ?? 0, &weigher, &marks)
      case .between:
        mark(node.a, node.b, from ?? 0, &weigher, &marks)
        mark(node.a, node.c, from ?? 0, &weigher, &marks)
      case .table:
        for row in rows[node.list] where row.bound >= 0 {
          mark(node.a, row.bound, from ?? 0, &weigher, &marks)
        }
      case .not, .isKnown, .isOneOf, .or, .and: break
      }
    }
    return marks
  }

  private func mark(_ left: Int32, _ right: Int32, _ start: Int64, _ weigher: inout Weigher, _ marks: inout [Int64]) {
    guard let left = weigher.evaluator.value(left), let right = weigher.evaluator.value(right),
      let gap = Arithmetic.subtract(right, left)
    else { return }
    if let up = Arithmetic.add(start, gap) { marks.append(up) }
    if let down = Arithmetic.subtract(start, gap) { marks.append(down) }
  }
}
