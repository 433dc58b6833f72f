public import RecoupRules

extension Case {
  /// The same case some days on, with nothing done or paid in between: day `days` of a plan that begins with waiting.
  ///
  /// A fact without a value stays without, and its default is then as of the later day. So does one that no longer fits
  /// in 64 bits, and the days since an action: they are no longer known.
  public func later(by days: Int64, in book: RuleBook) -> Case {
    var later = self
    for (index, fact) in book.facts.enumerated() where index < facts.count {
      switch fact.motion {
      case .rising: later.facts[index] = facts[index].flatMap { Arithmetic.add($0, days) }
      case .falling: later.facts[index] = facts[index].flatMap { Arithmetic.subtract($0, days) }
      case .fixed, .pending: break
      }
    }
    for index in done.indices where done[index].times > 0 {
      later.done[index].daysAgo = done[index].daysAgo.flatMap { Arithmetic.add(max(0, $0), days) }
    }
    later.pendingDays = max(0, Arithmetic.subtract(pendingDays, days) ?? .max)
    return later
  }
}
