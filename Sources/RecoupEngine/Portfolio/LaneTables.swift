import RecoupQuantities
import RecoupRules

/// A rule book under given settings, in the form in which one step on one day is decided: nothing in it changes.
///
/// A row of masks is found for each input, their common bits say which terms are true, and what the actions bring is read
/// off from those. What does not fit this form is asked of the plain evaluator and weigher.
final class LaneTables {
  let program: Program
  let settings: [Int64?]

  private let words: Int
  private let axisCount: Int
  private let actionCount: Int
  /// Where the row of masks begins that stands behind all others.
  private let lastMasks: Int
  private let axes: UnsafePointer<LaneAxis>
  private let breaks: UnsafePointer<Int64>
  private let lists: UnsafePointer<Int32>
  private let masks: UnsafePointer<UInt64>
  private let actions: UnsafePointer<LaneAction>
  private let chances: UnsafePointer<Double>
  private let effects: UnsafePointer<LaneEffect>
  /// By action, as many words as there are: the bits of which none may be true.
  private let blocks: UnsafePointer<UInt64>
  private let waits: UnsafePointer<UInt64>

  /// Nil if the tables were too large.
  init?(_ program: Program, settings: [Int64?]) {
    let parts = LaneActions(LaneReads(program, settings: settings))
    guard let cells = LaneCells(parts.bits, parts.terms.breaks) else { return nil }
    let words = parts.bits.words
    func row(_ bits: [Int]) -> [UInt64] {
      var row = Array(repeating: UInt64(0), count: words)
      for bit in bits { row[bit / 64] |= 1 << UInt64(bit % 64) }
      return row
    }
    let left = parts.bits.terms.indices.filter { parts.bits.terms[$0] != nil }
    self.program = program
    self.settings = settings
    self.words = words
    axes = LaneTables.keep(cells.axes)
    breaks = LaneTables.keep(cells.breaks)
    lists = LaneTables.keep(cells.lists)
    // Behind all rows there is one of the bits that are in use.
    masks = LaneTables.keep(cells.masks + row(left))
    actions = LaneTables.keep(parts.actions)
    chances = LaneTables.keep(parts.chances)
    effects = LaneTables.keep(parts.effects)
    blocks = LaneTables.keep(parts.blocks.flatMap { row($0) })
    waits = LaneTables.keep(row(parts.waits))
    axisCount = cells.axes.count
    actionCount = parts.actions.count
    lastMasks = cells.masks.count
  }

  /// Memory that never changes: to read it takes neither a count of references nor a look at its bounds.
  private static func keep<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    for index in elements.indices { (memory + index).initialize(to: elements[index]) }
    return UnsafePointer(memory)
  }

  // None of what is kept holds anything that would have to be given back itself.
  deinit {
    axes.deallocate()
    breaks.deallocate()
    lists.deallocate()
    masks.deallocate()
    actions.deallocate()
    chances.deallocate()
    effects.deallocate()
    blocks.deallocate()
    waits.deallocate()
  }

  /// What was found for a case; a few plain values, which are handed on without memory.
  struct Found {
    /// The best action; below 0 if none is open.
    var action: Int
    var value = 0.0
    var chance = 0.0
    var ends: Int64 = 0

    static var isWaiting: Int { -2 }
    static var isClosed: Int { -1 }

    /// As `Advisor.decide` would say it.
    var decision: BriefDecision {
      if action < 0 {
        let isWaiting = action == Found.isWaiting
        return BriefDecision(
          recommendation: isWaiting ? .wait : .nothing, until: nil, basis: isWaiting ? .rule : .closed, best: nil)
      }
      let isLoss = value < 0
      return BriefDecision(
        recommendation: isLoss ? .nothing : .action(action), until: nil, basis: isLoss ? .loss : .best,
        best: BriefDecision.Best(action: action, value: value, chance: 1 - (1 - chance), paidBy: ends))
    }
  }

  /// What is best for a case with these settings that has an amount and days overdue.
  func find(_ invoice: Case) -> Found {
    // For most books so few words that they stand on the stack; one more, which a book without any rule reads.
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words + axisCount + 1) { scratch in
      invoice.facts.withUnsafeBufferPointer { facts in find(invoice, facts, scratch) }
    }
  }

  @inline(__always)
  private func find(
    _ invoice: Case, _ facts: UnsafeBufferPointer<Int64?>, _ scratch: UnsafeMutableBufferPointer<UInt64>
  ) -> Found {
    var plain = LanePlain()
    readTerms(invoice, facts, scratch, &plain)
    if isAny(waits, from: 0, of: scratch) { return Found(action: Found.isWaiting) }
    return best(invoice, facts, scratch, &plain)
  }

  // MARK: Terms

  /// Writes which terms are true into the first words of `scratch`.
  @inline(__always)
  private func readTerms(
    _ invoice: Case, _ facts: UnsafeBufferPointer<Int64?>, _ scratch: UnsafeMutableBufferPointer<UInt64>,
    _ plain: inout LanePlain
  ) {
    for index in 0..<axisCount {
      let axis = axes + index
      let value: Int64?
      if axis.pointee.source == .fact {
        let given = axis.pointee.index < facts.count ? facts[axis.pointee.index] : nil
        value = given ?? axis.pointee.absent
      } else {
        value = self.value(axis.pointee, invoice, &plain)
      }
      var row = axis.pointee.unknownRow
      if let value { row = axis.row(value, words: words, breaks, lists) }
      scratch[words &+ index] = UInt64(truncatingIfNeeded: row)
    }
    for word in 0..<words {
      var all = masks[lastMasks &+ word]
      for index in 0..<axisCount { all &= masks[Int(truncatingIfNeeded: scratch[words &+ index]) &+ word] }
      scratch[word] = all
    }
  }

  /// The value of an input other than a fact.
  @inline(never)
  private func value(_ axis: LaneAxis, _ invoice: Case, _ plain: inout LanePlain) -> Int64? {
    switch axis.source {
    case .fact: return nil
    case .pending: return invoice.pendingDays > 0 ? 1 : 0
    case .times: return done(axis.index, invoice).times
    case .daysAgo:
      let done = done(axis.index, invoice)
      return done.times == 0 ? Evaluator.never : done.daysAgo.map { max(0, $0) }
    case .node: return plain.value(Int32(axis.index), program, invoice)
    }
  }

  private func done(_ action: Int, _ invoice: Case) -> Case.Done {
    action < invoice.done.count ? invoice.done[action] : .never
  }

  /// Whether a bit of a row of bits is set.
  @inline(__always)
  private func isAny(
    _ bits: UnsafePointer<UInt64>, from start: Int, of scratch: UnsafeMutableBufferPointer<UInt64>
  ) -> Bool {
    if words == 1 { return bits[start] & scratch[0] != 0 }
    var any: UInt64 = 0
    for word in 0..<words { any |= bits[start &+ word] & scratch[word] }
    return any != 0
  }

  // MARK: Actions

  @inline(__always)
  private func best(
    _ invoice: Case, _ facts: UnsafeBufferPointer<Int64?>, _ scratch: UnsafeMutableBufferPointer<UInt64>,
    _ plain: inout LanePlain
  ) -> Found {
    let strain = invoice.done.isEmpty ? 0 : strainOfToday(invoice, &plain)
    var best = Found(action: Found.isClosed)
    // What is open is found first, 64 actions at a time, so that the rest goes from one to the next without a guess.
    for first in stride(from: 0, to: actionCount, by: 64) {
      var open: UInt64 = 0
      for index in first..<min(first &+ 64, actionCount) {
        let isBlocked = isAny(blocks, from: index &* words, of: scratch)
        open |= (isBlocked ? 0 : 1) &<< UInt64(truncatingIfNeeded: index &- first)
      }
      while open != 0 {
        let index = first &+ open.trailingZeroBitCount
        open &= open &- 1
        let action = actions + index
        let times = index < invoice.done.count ? invoice.done[index].times : 0
        if !action.pointee.isPossible || times >= action.pointee.atMost { continue }
        var chance = 0.0
        var ends = action.pointee.ends
        var value = 0.0
        if action.pointee.isPlain {
          guard let terms = plain.weigh(index, program, invoice) else { continue }
          (chance, ends, value) = (terms.chance, terms.ends, terms.gain(after: strain) + 0.0)
        } else {
          chance = self.chance(action, scratch)
          guard let own = action.value(chance: chance, after: strain, facts) else { continue }
          value = own
        }
        if best.action >= 0, !(value > best.value) { continue }
        best = Found(action: index, value: value, chance: chance, ends: ends)
      }
    }
    return best
  }

  @inline(__always)
  private func chance(_ action: UnsafePointer<LaneAction>, _ scratch: UnsafeMutableBufferPointer<UInt64>) -> Double {
    let fired = (scratch[action.pointee.aheadWord] & action.pointee.aheadMask) &>> action.pointee.aheadShift
    let chance = chances[action.pointee.chances &+ Int(truncatingIfNeeded: fired)]
    if action.pointee.effects.isEmpty { return chance }
    var odds = chance
    for index in action.pointee.effects {
      let effect = effects[index]
      if scratch[effect.word] & effect.mask != 0 {
        odds = effect.isLikelier ? odds * effect.factor : odds / effect.factor
      }
    }
    return Weigher.chance(ofOdds: odds)
  }

  /// The largest strain of what was done, at today's facts.
  @inline(never)
  private func strainOfToday(_ invoice: Case, _ plain: inout LanePlain) -> Int64 {
    var largest: Int64 = 0
    for action in 0..<min(actionCount, invoice.done.count) where invoice.done[action].times > 0 {
      let clause = program.clauses[action].strain
      if clause < 0 { continue }
      let own = actions[action]
      if own.isPossible, !own.isPlain {
        largest = max(largest, own.strain)
      } else if let strain = plain.value(clause, program, invoice) {
        largest = max(largest, min(strain, millionthsInOne))
      }
    }
    return largest
  }
}
