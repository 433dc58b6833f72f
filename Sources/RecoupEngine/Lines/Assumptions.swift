import RecoupRules

/// A rule book in which the chance of every action can be given a value, as if it were a setting.
///
/// As long as none is given, every chance is what its clause says, and every decision is the same to the last bit.
struct Assumptions: Sendable {
  let advisor: Advisor
  /// What it found already, of all questions that are asked with these assumptions.
  let memo: VerdictMemo
  /// How many settings the rule book has itself.
  private let settings: Int

  init(_ book: RuleBook) {
    var open = book
    settings = book.settings.count
    for action in open.actions.indices {
      for isHigh in [false, true] {
        let clause = open.actions[action].chance
        let value = (isHigh ? clause.high : clause.low) ?? clause.low
        open.settings.append(Setting("", value))
        let named = Expression(.setting(open.settings.count - 1), value.type)
        if isHigh { open.actions[action].chance.high = named } else { open.actions[action].chance.low = named }
      }
    }
    advisor = Advisor(open)
    memo = VerdictMemo(advisor)
  }

  /// A case with another value on an axis.
  func vary(_ axis: Axis, to value: Int64, in invoice: Case) -> Case {
    var other = invoice
    switch axis {
    case .fact(RuleBook.Builtin.pending): other.pendingDays = value
    case .fact(let fact): other = invoice.with(value, for: fact)
    case .setting(let setting): set(setting, to: value, in: &other)
    case .chance(let action):
      for end in ends(of: action) { set(end, to: value, in: &other) }
    }
    return other
  }

  /// How values run along an axis, whatever its value is in the case.
  ///
  /// - Parameter others: Chances that may be anywhere in their ranges besides.
  func courses(along axis: Axis, in invoice: Case, within others: [Trust.Range] = []) -> CourseEvaluator {
    let evaluator = Evaluator(advisor.program, invoice)
    let inputs =
      switch axis {
      case .fact(let fact): VariedInputs(fact: fact, in: evaluator, given: invoice.facts)
      case .setting(let setting):
        VariedInputs(settings: setting..<setting + 1, in: evaluator, given: invoice.facts)
      case .chance(let action):
        VariedInputs(settings: ends(of: action), in: evaluator, given: invoice.facts)
      }
    var ranges = others.isEmpty ? [] : advisor.book.settings.map { _ -> Interval? in nil }
    for other in others {
      let range = Interval(low: other.chances.lowerBound, high: other.chances.upperBound)
      for setting in ends(of: other.action) { ranges[setting] = range }
    }
    return CourseEvaluator(evaluator, inputs, settings: ranges)
  }

  /// The settings that stand for the two ends of an action's chance.
  private func ends(of action: Int) -> Range<Int> { settings + 2 * action..<settings + 2 * action + 2 }

  private func set(_ setting: Int, to value: Int64, in invoice: inout Case) {
    while invoice.settings.count <= setting { invoice.settings.append(nil) }
    invoice.settings[setting] = value
  }
}
