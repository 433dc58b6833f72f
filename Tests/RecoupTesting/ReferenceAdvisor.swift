public import RecoupEngine
public import RecoupRules

/// A second reading of the language's reference, plain and slow, against which the engine is checked.
///
/// It walks the expressions as they stand, day by day and plan by plan, and keeps, skips and bounds nothing.
public struct ReferenceAdvisor: Sendable {
  private let book: RuleBook

  /// Makes an advisor that decides by `book`.
  public init(_ book: RuleBook) { self.book = book }

  /// Decides what to do about `invoice`.
  public func decide(_ invoice: Case) -> ReferenceDecision {
    var today = ReferenceState(invoice, in: book)
    today.strain = ReferenceReading(book: book, invoice: invoice, state: today).strainOfHistory
    let ladder = Ladder(book: book, invoice: invoice)
    let now = ladder.reading(today)
    var decision = ReferenceDecision(
      recommendation: .nothing, until: nil, basis: .closed, best: nil, options: [], closed: [], fired: now.fired)
    for action in book.actions.indices {
      if let option = ladder.option(action, from: today, stepsBefore: 0) {
        decision.options.append(option)
      } else {
        decision.closed.append(.init(action: action, reason: now.block(of: action) ?? .wait))
      }
    }
    let best = decision.options.reduce(nil) { (best: ReferenceDecision.OpenAction?, next) in
      if let best, !(next.value > best.value) { best } else { next }
    }
    decision.best = best?.action
    if now.mustWait {
      decision.recommendation = .wait
      decision.basis = .rule
      decision.until = ladder.days(from: 0).first { !ladder.reading(today.on($0)).mustWait }
    } else if let best {
      if best.value < 0 {
        decision.basis = .loss
      } else if best.opens > 0 {
        decision.recommendation = .wait
        decision.basis = .opens
        decision.until = best.opens
      } else {
        decision.recommendation = .action(best.action)
        decision.basis = .best
      }
    }
    return decision
  }
}

/// The search over every plan that goes up the ladder.
private struct Ladder {
  typealias Option = ReferenceDecision.OpenAction

  let book: RuleBook
  let invoice: Case

  func reading(_ state: ReferenceState) -> ReferenceReading {
    ReferenceReading(book: book, invoice: invoice, state: state)
  }

  /// The days on which a step can be taken, from `day` on.
  func days(from day: Int64) -> StrideThrough<Int64> { stride(from: day, through: book.horizon.days, by: 1) }

  /// The first day from the state's on that an action is open.
  func opening(of action: Int, from state: ReferenceState) -> Int64? {
    days(from: state.day).first { day in
      let then = reading(state.on(day))
      return then.block(of: action) == nil && !then.mustWait
    }
  }

  /// The best plan that begins with an action, if that opens.
  func option(_ action: Int, from state: ReferenceState, stepsBefore: Int) -> Option? {
    guard let day = opening(of: action, from: state) else { return nil }
    let then = reading(state.on(day))
    guard let terms = then.terms(of: action) else { return nil }
    var after = state.on(terms.ends)
    after.done[action] = .init(times: state.done[action].times + 1, begun: day)
    after.strain = terms.strainAfter

    let p = terms.chance
    let endsPlan = book.actions[action].isFinal || p == 1
    let rest = endsPlan ? nil : bestRest(from: after, rung: action, stepsBefore: stepsBefore + 1)
    let success = (p * then.discount(terms.ends)) * Double(terms.net)
    let price = then.discount(day) * Double(terms.outlay + terms.strained)
    let value = (success - price) + (endsPlan ? 0 : (1 - p) * (rest?.value ?? 0))
    let step = ReferenceDecision.PlannedStep(
      action: action, day: day, ends: terms.ends, chance: p, net: terms.net, outlay: terms.outlay,
      strained: terms.strained)
    return Option(action: action, opens: day, value: value, chance: p, plan: [step] + (rest?.plan ?? []))
  }

  /// The best of the plans that go on from a rung; nil is to stop.
  private func bestRest(from state: ReferenceState, rung: Int, stepsBefore: Int) -> Option? {
    if stepsBefore >= book.horizon.steps { return nil }
    var best: Option?
    for action in rung..<book.actions.count {
      guard let option = option(action, from: state, stepsBefore: stepsBefore) else { continue }
      if option.value > (best?.value ?? 0) { best = option }
    }
    return best
  }
}
