import RecoupEngine
import RecoupRules

/// One thing that a case may give.
enum CaseVariable: Hashable, Sendable {
  /// A fact; `pending` counts in days.
  case fact(Int)
  /// How often an action was done, in millionths as the language has it.
  case times(action: Int)
  /// Days since an action was last begun.
  case daysAgo(action: Int)

  /// The type of its values.
  func type(in book: RuleBook) -> ValueType {
    switch self {
    case .fact(let fact): Axis.fact(fact).type(in: book)
    case .times: .number
    case .daysAgo: .days
    }
  }

  /// Whether a value is likely enough to be put into an example.
  func isLikely(_ value: Int64, in book: RuleBook) -> Bool {
    switch self {
    case .fact(RuleBook.Builtin.pending): return (0...365).contains(value)
    case .fact(let fact):
      if book.facts[fact].type == .number, value % 1_000_000 != 0 { return false }
      return Axis.fact(fact).domain(around: nil, in: book).contains(value)
    case .times(let action):
      return value >= 0 && value % 1_000_000 == 0 && value / 1_000_000 <= min(1000, book.actions[action].atMost)
    case .daysAgo: return (0...3650).contains(value)
    }
  }
}

extension Case {
  /// How long ago a step was begun that a suggestion makes up, where nothing says otherwise.
  private static var someDays: Int64 { 30 }

  subscript(variable: CaseVariable) -> Int64? {
    switch variable {
    case .fact(RuleBook.Builtin.pending): pendingDays
    case .fact(let fact): fact < facts.count ? facts[fact] : nil
    case .times(let action): action < done.count ? done[action].times * 1_000_000 : 0
    case .daysAgo(let action): action < done.count && done[action].times > 0 ? done[action].daysAgo : nil
    }
  }

  /// The same case with another value, or with none; what was done is done on some day.
  func with(_ value: Int64?, for variable: CaseVariable) -> Case {
    var other = self
    switch variable {
    case .fact(RuleBook.Builtin.pending): other.pendingDays = value ?? 0
    case .fact(let fact):
      while other.facts.count <= fact { other.facts.append(nil) }
      other.facts[fact] = value
    case .times(let action):
      while other.done.count <= action { other.done.append(.never) }
      let times = (value ?? 0) / 1_000_000
      let daysAgo = times == 0 ? nil : other.done[action].times > 0 ? other.done[action].daysAgo : Case.someDays
      other.done[action] = Done(times: times, daysAgo: daysAgo)
    case .daysAgo(let action):
      while other.done.count <= action { other.done.append(.never) }
      other.done[action] = Done(times: max(1, other.done[action].times), daysAgo: value)
    }
    return other
  }

  /// What is given, as an example would give it, in the order of the book.
  func given(in book: RuleBook) -> [CaseVariable] {
    var given: [CaseVariable] = book.facts.indices.filter { $0 != RuleBook.Builtin.pending && self[.fact($0)] != nil }
      .map { .fact($0) }
    for action in done.indices where done[action].times > 0 {
      given.append(.times(action: action))
      if done[action].daysAgo != nil { given.append(.daysAgo(action: action)) }
    }
    if pendingDays > 0 { given.append(.fact(RuleBook.Builtin.pending)) }
    return given
  }
}
