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
  private let axes: LaneList<LaneAxis>
  private let breaks: LaneList<Int64>
  private let lists: LaneList<Int32>
  private let masks: LaneList<UInt64>
  private let actions: LaneList<LaneAction>
  private let chances: LaneList<Double>
  private let effects: LaneList<LaneEffect>
  /// By action, as many words as there are: the bits of which none may be true.
  private let blocks: LaneList<UInt64>
  private let waits: LaneList<UInt64>

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
    axes = LaneList(cells.axes)
    breaks = LaneList(cells.breaks)
    lists = LaneList(cells.lists)
    // Behind all rows there is one of the bits that are in use.
    masks = LaneList(cells.masks + row(left))
    actions = LaneList(parts.actions)
    chances = LaneList(parts.chances)
    effects = LaneList(parts.effects)
    blocks = LaneList(parts.blocks.flatMap { row($0) })
    waits = LaneList(row(parts.waits))
  }

  /// The advice on a case with these settings that has an amount and days overdue, as `Advisor.decide` gives it.
  func decide(_ invoice: Case, _ scratch: UnsafeMutableBufferPointer<UInt64>) -> BriefDecision {
    var plain: Weigher?
    return invoice.facts.withUnsafeBufferPointer { facts in
      readTerms(invoice, facts, scratch, &plain)
      if isAny(waits.all, from: 0, of: scratch) {
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
    let axes = axes.all
    for index in axes.indices {
      let axis = axes[index]
      let value: Int64?
      if axis.source == .fact {
        value = axis.index < facts.count ? facts[axis.index] ?? axis.absent : axis.absent
      } else {
        value = self.value(axis, invoice, &plain)
      }
      let row = value.map { axis.row($0, words: words, breaks.all, lists.all) } ?? axis.unknownRow
      scratch[words &+ index] = UInt64(truncatingIfNeeded: row)
    }
    let masks = masks.all
    for word in 0..<words {
      var all = masks[masks.count &- words &+ word]
      for index in axes.indices { all &= masks[Int(truncatingIfNeeded: scratch[words &+ index]) &+ word] }
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
    _ bits: UnsafeBufferPointer<UInt64>, from start: Int, of scratch: UnsafeMutableBufferPointer<UInt64>
  ) -> Bool {
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
    let actions = actions.all
    var best = -1
    var (bestValue, bestChance, bestEnd) = (0.0, 0.0, Int64(0))
    for index in actions.indices {
      if isAny(blocks.all, from: index &* words, of: scratch) { continue }
      let action = actions[index]
      let times = index < invoice.done.count ? invoice.done[index].times : 0
      if !action.isPossible || times >= action.atMost { continue }
      var chance = 0.0
      var ends = action.ends
      var value = 0.0
      if action.isPlain {
        guard let terms = weigh(index, invoice, &plain) else { continue }
        (chance, ends, value) = (terms.chance, terms.ends, terms.gain(after: strain) + 0.0)
      } else {
        chance = self.chance(action, scratch)
        guard let own = action.value(chance: chance, after: strain, facts) else { continue }
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
  private func chance(_ action: LaneAction, _ scratch: UnsafeMutableBufferPointer<UInt64>) -> Double {
    var fired = 0
    if action.ahead.count > 0 {
      let word = scratch[action.ahead.word] & action.ahead.mask
      fired = Int(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: action.ahead.shift))
    }
    let chance = chances.all[action.chances &+ fired]
    if action.effects.isEmpty { return chance }
    var odds = chance
    for index in action.effects {
      let effect = effects.all[index]
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
    for action in 0..<min(actions.all.count, invoice.done.count) where invoice.done[action].times > 0 {
      let clause = program.clauses[action].strain
      if clause < 0 { continue }
      let own = actions.all[action]
      if own.isPossible, !own.isPlain {
        largest = max(largest, own.strain)
      } else if let strain = evaluate(clause, invoice, &plain) {
        largest = max(largest, min(strain, millionthsInOne))
      }
    }
    return largest
  }
}
