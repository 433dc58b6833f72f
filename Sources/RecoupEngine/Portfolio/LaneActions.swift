import RecoupQuantities
import RecoupRules

/// Turns the actions of a program into those of a lane, and finds out which terms must be told true from false for it.
struct LaneActions {
  private(set) var actions: [LaneAction] = []
  private(set) var chances: [Double] = []
  private(set) var effects: [LaneEffect] = []
  /// By action: the bits of which none may be true.
  private(set) var blocks: [[Int]] = []
  /// The bits of which one says to wait.
  private(set) var waits: [Int] = []
  private(set) var bits = LaneBits()
  private(set) var terms: LaneTerms

  private let program: Program
  private var reads: LaneReads
  /// How many bits are reckoned ahead at most for an action.
  private static let mostAhead = 8

  init(_ reads: LaneReads) {
    program = reads.program
    self.reads = reads
    terms = LaneTerms(reads)
    for action in program.clauses.indices { add(action) }
    for action in program.clauses.indices { blocks.append(block(program.clauses[action])) }
    for rule in program.waits {
      for term in terms.terms(program.rules[Int(rule)], is: 1, true) { waits.append(bits.bit(term)) }
    }
  }

  /// A rule that fires blocks, and so does a requirement that is not yes.
  private mutating func block(_ clauses: Program.Clauses) -> [Int] {
    var all: [Int] = []
    for index in clauses.bans {
      for term in terms.terms(program.rules[Int(program.lists[index])], is: 1, true) { all.append(bits.bit(term)) }
    }
    for index in clauses.requirements {
      for term in terms.terms(program.lists[index], is: 1, false) { all.append(bits.bit(term)) }
    }
    return all
  }

  private mutating func add(_ index: Int) {
    let clauses = program.clauses[index]
    var action = LaneAction(atMost: clauses.atMost)
    for node in program.lists[clauses.needed] where reads.reads[Int(node)] == .nothing {
      if reads.constant(node) == nil { action.isPossible = false }
    }
    if action.isPossible { action.isPlain = !fill(&action, clauses, index) }
    actions.append(action)
  }

  /// Whether all terms but the claim and the goodwill are the same for every invoice, and those two are facts or the same.
  private mutating func fill(_ action: inout LaneAction, _ clauses: Program.Clauses, _ index: Int) -> Bool {
    action.hasStrain = clauses.strain >= 0
    guard let claim = money(program.claim), let goodwill = money(action.hasStrain ? program.goodwill : -1) else {
      return false
    }
    // By clause and not by node: a fee or a cost can be what the goodwill is as well.
    let steady = clauses.valued(claim: -1, goodwill: -1, hour: program.hour).flatMap { $0 }
    for node in steady + [program.costOfMoney] where node >= 0 && reads.reads[Int(node)] != .nothing { return false }
    action.claim = claim
    action.goodwill = goodwill
    // The weigher itself says all the rest, for an invoice of nothing.
    var invoice = Case(facts: program.book.facts.map { _ in nil }, settings: reads.settings)
    for fact in [claim.fact, goodwill.fact] where fact >= 0 { invoice.facts[fact] = 0 }
    var weigher = Weigher(program, invoice)
    var note: Derivation? = Derivation()
    guard let terms = weigher.weigh(index, noting: &note), let note else { return false }
    action.strain = terms.strain
    action.recovers = note.recovers
    action.outlay = terms.outlay
    action.ends = terms.ends
    action.discountAtStart = terms.discountAtStart
    action.discountAtEnd = terms.discountAtEnd
    action.hasFee = clauses.fee >= 0
    if action.hasFee { action.fee = reads.constant(clauses.fee) ?? 0 }
    if clauses.feeMinimum >= 0 { action.feeMinimum = reads.constant(clauses.feeMinimum) ?? 0 }
    if clauses.feeMaximum >= 0 { action.feeMaximum = reads.constant(clauses.feeMaximum) ?? 0 }
    addChances(&action, clauses, middle: note.chanceMiddle)
    return true
  }

  /// A sum of money: that of a fact, or the same for all; nil if it is computed.
  private mutating func money(_ node: Int32) -> LaneAction.Money? {
    if node < 0 { return LaneAction.Money() }
    if reads.reads[Int(node)] == .nothing { return LaneAction.Money(constant: reads.constant(node)) }
    guard case .fact(let fact) = reads.input(node) else { return nil }
    return LaneAction.Money(fact: fact, constant: reads.absent[fact])
  }

  // MARK: Chances

  /// Reckons ahead what the first effects make of the chance, in their order, for all sets of rules that may fire.
  private mutating func addChances(_ action: inout LaneAction, _ clauses: Program.Clauses, middle: Int64) {
    let chance = Double(middle) / Double(millionthsInOne)
    action.chances = chances.count
    if middle <= 0 || middle >= millionthsInOne {
      chances.append(chance)
      return
    }
    var group: [LaneTerms.Term] = []
    var ahead: [(influence: Program.Influence, terms: Range<Int>)] = []
    var later: [(influence: Program.Influence, terms: [LaneTerms.Term])] = []
    for influence in program.influences[clauses.influences] {
      let fires = terms.terms(program.rules[Int(influence.rule)], is: 1, true)
      if fires.isEmpty { continue }
      if let last = ahead.last, last.influence.rule == influence.rule, later.isEmpty {
        ahead.append((influence, last.terms))
      } else if later.isEmpty, group.count + fires.count <= LaneActions.mostAhead {
        ahead.append((influence, group.count..<group.count + fires.count))
        group += fires
      } else {
        later.append((influence, fires))
      }
    }
    let stretch = bits.stretch(group)
    action.aheadWord = stretch.word
    action.aheadShift = UInt64(stretch.shift)
    action.aheadMask = stretch.mask
    for set in 0..<1 << group.count {
      var odds = chance / (1 - chance)
      for (influence, terms) in ahead where terms.contains(where: { set >> $0 & 1 == 1 }) {
        odds = LaneEffect.apply(influence, to: odds)
      }
      chances.append(later.isEmpty ? Weigher.chance(ofOdds: odds) : odds)
    }
    let start = effects.count
    for (influence, terms) in later {
      let fires = bits.stretch(terms)
      effects.append(
        LaneEffect(word: fires.word, mask: fires.mask, factor: influence.factor, isLikelier: influence.isLikelier))
    }
    action.effects = start..<effects.count
  }
}
