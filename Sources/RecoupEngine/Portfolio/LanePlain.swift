/// What is asked of the plain evaluator and weigher about one case; they are made when they are asked first.
struct LanePlain {
  /// Apart, since most cases need none: so that there is nothing to set up for them.
  private final class Kept {
    var weigher: Weigher

    init(_ weigher: Weigher) { self.weigher = weigher }
  }

  private var kept: Kept?

  /// The value of a node.
  @inline(never)
  mutating func value(_ node: Int32, _ program: Program, _ invoice: Case) -> Int64? {
    keep(program, invoice).weigher.evaluator.value(node)
  }

  /// The terms of an action that nothing blocks.
  @inline(never)
  mutating func weigh(_ action: Int, _ program: Program, _ invoice: Case) -> Terms? {
    var note: Derivation?
    return keep(program, invoice).weigher.weigh(action, noting: &note)
  }

  private mutating func keep(_ program: Program, _ invoice: Case) -> Kept {
    if let kept { return kept }
    let new = Kept(Weigher(program, invoice))
    kept = new
    return new
  }
}
