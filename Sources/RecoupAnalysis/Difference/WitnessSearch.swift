public import RecoupEngine
import RecoupRules

/// A case on which two rule books differ, and what each of them says.
public struct Witness: Hashable, Sendable {
  /// The case as the old book has it.
  public var old: Case
  /// What the old book decides.
  public var oldDecision: Decision
  /// The same case as the new book has it.
  public var new: Case
  /// What the new book decides.
  public var newDecision: Decision
  /// Where the advice changes in this way; empty where only the money differs.
  public internal(set) var bounds: [WitnessBound] = []
}

/// Looks for cases in which two rule books give other advice or other money.
///
/// That it finds none proves nothing: it tries a bounded number of cases around what differs, always the same ones.
public struct WitnessSearch: Sendable {
  /// One case for each pair of old and new advice, those with other advice first, as plain as the search could make it.
  public private(set) var witnesses: [Witness] = []
  /// How many cases were decided by both.
  public private(set) var tried = 0

  private struct Turn: Hashable {
    var old: String
    var new: String
  }

  private let old: Advisor
  private let new: Advisor
  private let actions: [String: String]

  /// Searches.
  ///
  /// - Parameters:
  ///   - budget: How many cases are tried before what was found is made plain.
  ///   - most: How many pairs of advice are told.
  public init(from old: Advisor, to new: Advisor, _ difference: BookDifference, budget: Int = 600, most: Int = 5) {
    self.old = old
    self.new = new
    actions = Renames.find(from: old.book, to: new.book)[.action] ?? [:]
    // Sums of different currencies cannot be held against each other.
    if old.book.currency != new.book.currency { return }
    var found: [Turn: (witness: Witness, isOld: Bool)] = [:]
    var order: [Turn] = []
    var seen: Set<Case> = []
    for isOld in [false, true] {
      let advisor = isOld ? old : new
      let candidates = Candidates(advisor, ChangedParts(difference, in: advisor.book, isNew: !isOld))
      let marks = candidates.marks()
      let limit = isOld ? budget : budget / 2
      seen = []
      // A round over all seeds before the surroundings of each, so that none is left out for another.
      let seeds = candidates.seeds()
      search: for cases in [seeds] + seeds.map({ candidates.beside($0, marks) }) {
        for invoice in cases where seen.insert(invoice).inserted {
          if tried >= limit || order.count > 2 * most { break search }
          tried += 1
          guard let witness = witness(invoice, isOld: isOld) else { continue }
          let turn = turn(witness)
          if found[turn] == nil {
            found[turn] = (witness, isOld)
            order.append(turn)
          }
        }
      }
    }
    let turned = order.filter { $0.old != $0.new }
    let shifted = order.filter { $0.old == $0.new }.prefix(1)
    witnesses = (turned + shifted).prefix(most).compactMap { turn in
      found[turn].map { found in
        var witness = plain(found.witness, isOld: found.isOld)
        if turn.old != turn.new { witness.bounds = witness.bounds(old, new) }
        return witness
      }
    }
  }

  /// What both say of a case of one of them, if that differs.
  private func witness(_ invoice: Case, isOld: Bool) -> Witness? {
    let renamed = isOld ? actions : Renames.reversed(actions)
    let translation = CaseTranslation(
      from: isOld ? old.book : new.book, to: isOld ? new.book : old.book, actions: renamed)
    let other = translation(invoice)
    let (before, after) = isOld ? (invoice, other) : (other, invoice)
    guard let first = try? old.decide(before), let second = try? new.decide(after) else { return nil }
    let witness = Witness(old: before, oldDecision: first, new: after, newDecision: second)
    let turn = turn(witness)
    return turn.old != turn.new || witness.oldValue != witness.newValue ? witness : nil
  }

  /// The advice of both, by the new names of actions.
  private func turn(_ witness: Witness) -> Turn {
    func name(_ decision: Decision, _ advisor: Advisor) -> String {
      switch decision.recommendation {
      case .action(let action): "action " + advisor.book.actions[action].name
      case .wait: "wait"
      case .nothing: "nothing"
      }
    }
    var before = name(witness.oldDecision, old)
    if case .action(let action) = witness.oldDecision.recommendation {
      let own = old.book.actions[action].name
      before = "action " + (actions[own] ?? own)
    }
    return Turn(old: before, new: name(witness.newDecision, new))
  }

  /// The same change of advice with as little given as the search can leave.
  private func plain(_ witness: Witness, isOld: Bool) -> Witness {
    let book = isOld ? old.book : new.book
    let turn = turn(witness)
    var simple = witness
    for variable in (isOld ? witness.old : witness.new).given(in: book).reversed() {
      if variable == .fact(RuleBook.Builtin.amount) || variable == .fact(RuleBook.Builtin.daysOverdue) { continue }
      let invoice = (isOld ? simple.old : simple.new).with(nil, for: variable)
      if let simpler = self.witness(invoice, isOld: isOld), self.turn(simpler) == turn { simple = simpler }
    }
    return simple
  }
}

extension Witness {
  /// Whether the two give other advice, by the names of their actions.
  public func changesAdvice(_ old: Advisor, _ new: Advisor) -> Bool {
    switch (oldDecision.recommendation, newDecision.recommendation) {
    case (.action(let before), .action(let after)): old.book.actions[before].name != new.book.actions[after].name
    case (let before, let after): before != after
    }
  }

  /// What the best way should bring under the old rules, in whole smallest units; 0 where none brings anything.
  public var oldValue: Double { Witness.value(oldDecision) }

  /// The same under the new ones.
  public var newValue: Double { Witness.value(newDecision) }

  private static func value(_ decision: Decision) -> Double {
    max(0, decision.bestOption?.value ?? 0).rounded(.toNearestOrEven)
  }
}
