import RecoupEngine
import RecoupRules

/// What taking an action on the day of a state means: section "Terms of an action", in its order.
struct ReferenceTerms {
  var chance: Double
  var net: Int64
  var outlay: Int64
  var strained: Int64
  /// The strain once it is done, in millionths.
  var strainAfter: Int64
  var ends: Int64
}

extension ReferenceReading {
  /// The rules whose condition is yes, in file order.
  var fired: [Int] { book.rules.indices.filter { holds(book.rules[$0].condition) } }

  /// Whether a fired rule says to wait.
  var mustWait: Bool {
    fired.contains { rule in book.rules[rule].consequences.contains { $0.effect == .wait } }
  }

  /// What blocks an action in this state; nil if nothing does.
  func block(of index: Int) -> Closed.Reason? {
    let action = book.actions[index]
    if state.done[index].times >= action.atMost { return .times }
    if let rule = fired.first(where: { forbids($0, action: index) }) { return .rule(rule) }
    let requirements = action.requirements.map { value($0.condition) }
    if let refused = requirements.firstIndex(of: 0) { return .requires(refused) }
    if requirements.contains(nil) || terms(of: index) == nil { return .unknown(missing(for: index)) }
    return nil
  }

  private func forbids(_ rule: Int, action: Int) -> Bool {
    book.rules[rule].consequences.contains { consequence in
      switch consequence.effect {
      case .never(let actions): actions.contains(action)
      case .only(let actions): !actions.contains(action)
      case .likelier, .lessLikely, .wait: false
      }
    }
  }

  /// The terms of an action in this state; nil if a value is unknown.
  func terms(of index: Int) -> ReferenceTerms? {
    let action = book.actions[index]
    guard let chance = chance(of: index), let net = net(of: action), let outlay = outlay(of: action) else { return nil }
    var terms = ReferenceTerms(
      chance: chance, net: net, outlay: outlay, strained: 0, strainAfter: state.strain, ends: state.day)
    if let clause = action.strain {
      guard let strain = value(clause).map(clamped), let goodwill = goodwill else { return nil }
      guard let strained = ExactArithmetic.share(max(0, strain - state.strain), of: goodwill) else { return nil }
      guard let most = ExactArithmetic.share(strain, of: goodwill), ExactArithmetic.sum(outlay, most) != nil else {
        return nil
      }
      terms.strained = strained
      terms.strainAfter = max(state.strain, strain)
    }
    if let clause = action.takes {
      guard let takes = value(clause), let ends = ExactArithmetic.sum(state.day, max(0, takes)) else { return nil }
      terms.ends = ends
    }
    return terms
  }

  /// The strain so far as it is today: the largest of what was done.
  var strainOfHistory: Int64 {
    var largest: Int64 = 0
    for (index, action) in book.actions.enumerated() where state.done[index].times > 0 {
      if let strain = action.strain.flatMap(value) { largest = max(largest, clamped(strain)) }
    }
    return largest
  }

  /// The value today of one unit of money on a day, at the cost of money in this state.
  func discount(_ day: Int64) -> Double {
    let rate = Double(book.weighing.costOfMoney.flatMap(value) ?? 0) / 1_000_000
    return 1 / (1 + (rate * Double(day)) / 365)
  }

  private func clamped(_ share: Int64) -> Int64 { min(max(share, 0), 1_000_000) }

  private var claimExpression: Expression { book.weighing.claim ?? Expression(.fact(RuleBook.Builtin.amount), .money) }

  private var goodwill: Int64? {
    guard let goodwill = book.weighing.goodwill else { return 0 }
    return value(goodwill)
  }

  private func middle(of chance: Action.Chance) -> Int64? {
    guard let scale = chance.scale.map({ value($0) }) ?? 1_000_000 else { return nil }
    guard let low = value(chance.low).flatMap({ ExactArithmetic.share($0, of: scale) }) else { return nil }
    guard let end = chance.high else { return low }
    guard let high = value(end).flatMap({ ExactArithmetic.share($0, of: scale) }) else { return nil }
    return ExactArithmetic.rounded(Int128(low) + Int128(high), over: 2)
  }

  private func chance(of index: Int) -> Double? {
    guard let middle = middle(of: book.actions[index].chance) else { return nil }
    var chance = Double(clamped(middle)) / 1_000_000
    if chance == 0 || chance == 1 { return chance }
    var odds = chance / (1 - chance)
    for rule in fired {
      for consequence in book.rules[rule].consequences {
        switch consequence.effect {
        case .likelier(index, let factor): odds *= Double(factor) / 1_000_000
        case .lessLikely(index, let factor): odds /= Double(factor) / 1_000_000
        case .likelier, .lessLikely, .never, .only, .wait: break
        }
      }
    }
    chance = odds / (1 + odds)
    return odds.isInfinite ? 1 : chance
  }

  private func net(of action: Action) -> Int64? {
    guard let claim = value(claimExpression) else { return nil }
    guard let recovers = action.recovers.map({ value($0) }) ?? 1_000_000 else { return nil }
    guard let gross = ExactArithmetic.share(recovers, of: claim) else { return nil }
    guard let fee = action.fee else { return gross }
    guard let rate = value(fee.rate), var commission = ExactArithmetic.share(rate, of: gross) else { return nil }
    if let bound = fee.minimum {
      guard let minimum = value(bound) else { return nil }
      commission = max(commission, minimum)
    }
    if let bound = fee.maximum {
      guard let maximum = value(bound) else { return nil }
      commission = min(commission, maximum)
    }
    return ExactArithmetic.difference(gross, commission)
  }

  private func outlay(of action: Action) -> Int64? {
    guard let cost = action.cost.map({ value($0) }) ?? 0 else { return nil }
    guard let clause = action.effort else { return cost }
    guard let effort = value(clause), let hour = book.weighing.hour.map({ value($0) }) ?? 0 else { return nil }
    guard let work = ExactArithmetic.share(effort, of: hour) else { return nil }
    return ExactArithmetic.sum(cost, work)
  }
}

extension ReferenceReading {
  /// What is unknown among all that the unknown clauses of an action name.
  func missing(for index: Int) -> [Decision.Missing] {
    let action = book.actions[index]
    let chance = action.chance
    let fee = action.fee
    let clauses: [[Expression?]] =
      [
        [chance.low, chance.high, chance.scale], [action.recovers], [fee?.rate, fee?.minimum, fee?.maximum],
        [action.cost], [action.effort], [action.strain], [action.takes],
        [claimExpression],
        [action.strain == nil ? nil : book.weighing.goodwill],
        [action.effort == nil ? nil : book.weighing.hour],
      ] + action.requirements.map { [$0.condition] }
    var names = Names()
    for clause in clauses.map({ $0.compactMap { $0 } }) where clause.contains(where: { value($0) == nil }) {
      for expression in clause { collect(expression, into: &names) }
    }
    return book.facts.indices.filter { names.facts.contains($0) }.map { .fact($0) }
      + book.actions.indices.filter { names.daysAgo.contains($0) }.map { .daysAgo(action: $0) }
  }

  private struct Names {
    var facts: Set<Int> = []
    var daysAgo: Set<Int> = []
  }

  /// Adds the unknown names of an expression, whether or not evaluation gets to them.
  private func collect(_ expression: Expression, into names: inout Names) {
    switch expression.kind {
    case .literal, .times: break
    case .fact(let index): if fact(index) == nil { names.facts.insert(index) }
    case .daysAgo(let action): if daysAgo(action) == nil { names.daysAgo.insert(action) }
    case .setting(let index): if override(of: index) == nil { collect(book.settings[index].value, into: &names) }
    case .definition(let index): collect(book.definitions[index].value, into: &names)
    case .table(let index):
      collect(book.tables[index].key, into: &names)
      for row in book.tables[index].rows {
        if case .upTo(let bound) = row.match { collect(bound, into: &names) }
        collect(row.value, into: &names)
      }
    case .unary(_, let operand), .isOneOf(let operand, _), .isKnown(let operand): collect(operand, into: &names)
    case .binary(_, let left, let right):
      collect(left, into: &names)
      collect(right, into: &names)
    case .between(let a, let b, let c), .conditional(let a, let b, let c), .interest(let a, let b, let c):
      collect(a, into: &names)
      collect(b, into: &names)
      collect(c, into: &names)
    }
  }
}
