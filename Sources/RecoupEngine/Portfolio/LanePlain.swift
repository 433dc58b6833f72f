/// What is asked of the plain evaluator and weigher about one case; they are made when they are asked first.
struct LanePlain {
  private var weigher: Weigher?

  /// The value of a node.
  @inline(never)
  mutating func value(_ node: Int32, _ program: Program, _ invoice: Case) -> Int64? {
    var weigher = take(program, invoice)
    let value = weigher.evaluator.value(node)
    self.weigher = weigher
    return value
  }

  /// The terms of an action that nothing blocks.
  @inline(never)
  mutating func weigh(_ action: Int, _ program: Program, _ invoice: Case) -> Terms? {
    var weigher = take(program, invoice)
    var note: Derivation?
    let terms = weigher.weigh(action, noting: &note)
    self.weigher = weigher
    return terms
  }

  /// Taken out, so that what it keeps is not copied when it is written to.
  private mutating func take(_ program: Program, _ invoice: Case) -> Weigher {
    defer { weigher = nil }
    return weigher ?? Weigher(program, invoice)
  }
}
