import RecoupQuantities
import RecoupRules

extension CaseSearch {
  /// The set of one case.
  func point(_ invoice: Case) -> CaseBox {
    let evaluator = Evaluator(space.program, invoice)
    var box = space.whole
    for index in space.book.facts.indices { box.facts[index] = .exactly(evaluator.facts[index]) }
    for action in space.book.actions.indices {
      let times = evaluator.times[action]
      box.times[action] = .exactly(times)
      // Without meaning where it was not done.
      if times > 0 {
        box.daysAgo[action] =
          evaluator.begun[action] == Evaluator.unknownDay ? .unknown : .exactly(-evaluator.begun[action])
      }
    }
    box.pendingDays = .exactly(invoice.pendingDays)
    return box
  }

  /// A case such as a person would think of first.
  func likelyCase(_ box: CaseBox) -> Case {
    let book = space.book
    var invoice = Case(
      facts: book.facts.map { _ in nil }, settings: book.settings.map { _ in nil },
      done: book.actions.map { _ in .never }
    )
    var unit: Int64 = 1
    for _ in 0..<book.currency.decimals { unit *= 10 }
    for (index, fact) in book.facts.enumerated() where index != RuleBook.Builtin.pending {
      let range = box.facts[index]
      if !range.canBeKnown || range.canBeUnknown { continue }
      if case .literal(let value)? = fact.defaultValue?.kind, range.low <= value, value <= range.high { continue }
      let usual: Int64 =
        switch index {
        case RuleBook.Builtin.amount: 1_000 * unit
        case RuleBook.Builtin.daysOverdue: 30
        default: 0
        }
      invoice.facts[index] = nearest(to: usual, in: range)
    }
    for action in book.actions.indices {
      let times = box.times[action].low
      if times <= 0 { continue }
      let ago = box.daysAgo[action]
      invoice.done[action] = .init(times: times, daysAgo: ago.canBeKnown ? nearest(to: 10, in: ago) : nil)
    }
    invoice.pendingDays = box.pendingDays.low
    return invoice
  }

  private func nearest(to value: Int64, in range: Interval) -> Int64 { min(max(value, range.low), range.high) }

  /// A likely case, changed one value at a time until all that was assumed of the set is so, as far as that goes.
  mutating func candidate(_ box: CaseBox) -> Case {
    var invoice = likelyCase(box)
    for _ in 0..<3 {
      var isMended = true
      for assumption in box.assumptions where offset(assumption, invoice) != 0 {
        isMended = false
        mend(assumption, &invoice, box)
      }
      if isMended { break }
    }
    return invoice
  }

  /// Changes one value of a case so that an assumption is so, if one value is enough.
  private mutating func mend(_ assumption: CaseBox.Assumption, _ invoice: inout Case, _ box: CaseBox) {
    var variables = ranges.variables(ofShape: assumption.left)
    if assumption.right >= 0 { variables += ranges.variables(ofShape: assumption.right) }
    for variable in variables where box[variable].canBeKnown && box[variable].low < box[variable].high {
      func with(_ value: Int64) -> Case { invoice.with(value, for: variable) }
      var low = box[variable].low
      var high = box[variable].high
      let first = offset(assumption, with(low))
      let last = offset(assumption, with(high))
      if first == 0 || last == 0 {
        invoice = with(first == 0 ? low : high)
        return
      }
      if first == last { continue }
      while high - low > 1 {
        let middle = low + (high - low) / 2
        let there = offset(assumption, with(middle))
        if there == 0 {
          invoice = with(middle)
          return
        }
        if there == first { low = middle } else { high = middle }
      }
    }
  }

  /// 0 where an assumption is so of a case; else the sign of how far what it is about lies off, or 2 if that is unknown.
  func offset(_ assumption: CaseBox.Assumption, _ invoice: Case) -> Int {
    var evaluator = Evaluator(space.program, invoice)
    evaluator.move(to: assumption.day)
    guard let left = ranges.node(ofShape: assumption.left), let first = evaluator.value(left) else { return 2 }
    guard let right = ranges.node(ofShape: assumption.right) else {
      return first < assumption.range.low ? -1 : first > assumption.range.high ? 1 : 0
    }
    guard let second = evaluator.value(right) else { return 2 }
    let order: CaseBox.Order = first < second ? .less : first > second ? .greater : .equal
    if assumption.order.contains(order) { return 0 }
    return order == .less || (order == .equal && assumption.order == .greater) ? -1 : 1
  }
}

extension Case {
  fileprivate func with(_ value: Int64, for variable: CaseVariable) -> Case {
    var copy = self
    switch variable {
    case .fact(let fact): copy.facts[fact] = value
    case .times(let action): copy.done[action].times = value
    case .daysAgo(let action): copy.done[action].daysAgo = value
    case .pending: copy.pendingDays = value
    }
    return copy
  }
}
