import RecoupQuantities
import RecoupRules

/// A rule book under given settings, in the form in which one step on one day is decided: nothing in it changes.
///
/// A row of masks is found for each input, their common bits say which terms are true, and what the actions bring is read
/// off from those. What does not fit this form is asked of the plain evaluator and weigher.
final class LaneTables {
  let program: Program
  let settings: [Int64?]
  /// How many words of scratch deciding needs.
  let scratch: Int

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
    scratch = words + cells.axes.count
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

  /// The advice on a case with these settings that has an amount and days overdue, as `Advisor.decide` gives it.
  func decide(_ invoice: Case, _ scratch: UnsafeMutableBufferPointer<UInt64>) -> BriefDecision {
    var plain: Weigher?
    return invoice.facts.withUnsafeBufferPointer { facts in
      readTerms(invoice, facts, scratch, &plain)
      if isAny(waits, from: 0, of: scratch) {
        return BriefDecision(recommendation: .wait, until: nil, basis: .rule, best: nil)
      }
      return best(invoice, facts, scratch, &plain)
    }
  }

  // MARK: Terms

  /// Writes which terms are true into the first words of `scratch`.
  @inline(__always)
  private func readTerms(
    _ invoice: Case, _ facts: UnsafeBufferPointer<Int64?>, _ scratch: UnsafeMutableBufferPointer<UInt64>,
    _ plain: inout Weigher?
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
      if let value { row = axis.pointee.row(value, words: words, breaks, lists) }
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
  private func value(_ axis: LaneAxis, _ invoice: Case, _ plain: inout Weigher?) -> Int64? {
    switch axis.source {
    case .fact: return nil
    case .pending: return invoice.pendingDays > 0 ? 1 : 0
    case .times: return done(axis.index, invoice).times
    case .daysAgo:
      let done = done(axis.index, invoice)
      return done.times == 0 ? Evaluator.never : done.daysAgo.map { max(0, $0) }
    case .node: return evaluate(Int32(axis.index), invoice, &plain)
    }
  }

  private func done(_ action: Int, _ invoice: Case) -> Case.Done {
    action < invoice.done.count ? invoice.done[action] : .never
  }

  /// Asks the plain evaluator.
  @inline(never)
  private func evaluate(_ node: Int32, _ invoice: Case, _ plain: inout Weigher?) -> Int64? {
    var weigher = plain ?? Weigher(program, invoice)
    plain = nil
    let value = weigher.evaluator.value(node)
    plain = weigher
    return value
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
    _ plain: inout Weigher?
  ) -> BriefDecision {
    let strain = invoice.done.isEmpty ? 0 : strainOfToday(invoice, &plain)
    var best = -1
    var (bestValue, bestChance, bestEnd) = (0.0, 0.0, Int64(0))
    for index in 0..<actionCount {
      if isAny(blocks, from: index &* words, of: scratch) { continue }
      let action = actions + index
      let times = index < invoice.done.count ? invoice.done[index].times : 0
      if !action.pointee.isPossible || times >= action.pointee.atMost { continue }
      var chance = 0.0
      var ends = action.pointee.ends
      var value = 0.0
      if action.pointee.isPlain {
        guard let terms = weigh(index, invoice, &plain) else { continue }
        (chance, ends, value) = (terms.chance, terms.ends, terms.gain(after: strain) + 0.0)
      } else {
        chance = self.chance(action, scratch)
        guard let own = action.pointee.value(chance: chance, after: strain, facts) else { continue }
        value = own
      }
      if best >= 0, !(value > bestValue) { continue }
      (best, bestValue, bestChance, bestEnd) = (index, value, chance, ends)
    }
    if best < 0 { return BriefDecision(recommendation: .nothing, until: nil, basis: .closed, best: nil) }
    let isLoss = bestValue < 0
    return BriefDecision(
      recommendation: isLoss ? .nothing : .action(best), until: nil, basis: isLoss ? .loss : .best,
      best: BriefDecision.Best(action: best, value: bestValue, chance: 1 - (1 - bestChance), paidBy: bestEnd))
  }

  @inline(__always)
  private func chance(_ action: UnsafePointer<LaneAction>, _ scratch: UnsafeMutableBufferPointer<UInt64>) -> Double {
    var fired = 0
    if action.pointee.ahead.count > 0 {
      let word = scratch[action.pointee.ahead.word] & action.pointee.ahead.mask
      fired = Int(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: action.pointee.ahead.shift))
    }
    let chance = chances[action.pointee.chances &+ fired]
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

  /// Asks the plain weigher for the terms of an action that nothing blocks.
  @inline(never)
  private func weigh(_ action: Int, _ invoice: Case, _ plain: inout Weigher?) -> Terms? {
    var weigher = plain ?? Weigher(program, invoice)
    plain = nil
    var note: Derivation?
    let terms = weigher.weigh(action, noting: &note)
    plain = weigher
    return terms
  }

  /// The largest strain of what was done, at today's facts.
  @inline(never)
  private func strainOfToday(_ invoice: Case, _ plain: inout Weigher?) -> Int64 {
    var largest: Int64 = 0
    for action in 0..<min(actionCount, invoice.done.count) where invoice.done[action].times > 0 {
      let clause = program.clauses[action].strain
      if clause < 0 { continue }
      let own = actions[action]
      if own.isPossible, !own.isPlain {
        largest = max(largest, own.strain)
      } else if let strain = evaluate(clause, invoice, &plain) {
        largest = max(largest, min(strain, millionthsInOne))
      }
    }
    return largest
  }
}
