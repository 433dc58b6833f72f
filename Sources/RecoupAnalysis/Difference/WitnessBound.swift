import RecoupEngine
public import RecoupRules

/// How far one fact of a witness can go, all else as it is, with each book still advising what it does there.
public struct WitnessBound: Hashable, Sendable {
  /// What the fact can be.
  public enum Values: Hashable, Sendable {
    /// Raw counts in the units of the type; an end that is nil is as far as was looked.
    case numbers(from: Int64?, to: Int64?, ValueType)
    /// Of yes or no and of words: those with which it is so, as the rules write them.
    case words([String])
  }

  /// The fact's name.
  public var fact: String
  /// What it can be.
  public var values: Values
  /// Whether each of the values was shown to be so; else only some were tried.
  public var isProved: Bool

  /// Whether it can be anything that was looked at.
  public var isAnything: Bool {
    switch values {
    case .numbers(let from, let to, _): from == nil && to == nil
    case .words: false
    }
  }
}

extension Witness {
  /// How far each fact that the case gives can go, in the order of the new book, then what only the old one has.
  ///
  /// Each is moved by itself; that two of them can move together is not said. A fact whose values could not be followed
  /// is left out.
  func bounds(_ old: Advisor, _ new: Advisor) -> [WitnessBound] {
    let before = Side(advisor: old, invoice: self.old, decision: oldDecision)
    let after = Side(advisor: new, invoice: self.new, decision: newDecision)
    let (second, first) = (after.given, before.given)
    let names = second + first.filter { !second.contains($0) }
    return names.compactMap { name in
      let sides = [before, after].filter { $0.given.contains(name) }
      var reaches: [Reach] = []
      for side in sides {
        guard let reach = side.reach(of: name) else { return nil }
        reaches.append(reach)
      }
      guard let most = reaches.first else { return nil }
      let reach = reaches.dropFirst().reduce(most) { $0.meeting($1) }
      return WitnessBound(fact: name, values: reach.values, isProved: reach.isProved)
    }
  }
}

/// How far a fact can go under one book or both.
private struct Reach {
  var values: WitnessBound.Values
  var isProved: Bool

  /// Where both are so.
  func meeting(_ other: Reach) -> Reach {
    let both: WitnessBound.Values =
      switch (values, other.values) {
      case (.numbers(let from, let to, let type), .numbers(let low, let high, _)):
        .numbers(from: Reach.tighter(from, low, max), to: Reach.tighter(to, high, min), type)
      case (.words(let words), .words(let others)): .words(words.filter { others.contains($0) })
      case (.numbers, .words), (.words, .numbers): values
      }
    return Reach(values: both, isProved: isProved && other.isProved)
  }

  private static func tighter(_ one: Int64?, _ other: Int64?, _ choose: (Int64, Int64) -> Int64) -> Int64? {
    guard let one, let other else { return one ?? other }
    return choose(one, other)
  }
}

/// A witness as one of the books has it.
private struct Side {
  let advisor: Advisor
  let invoice: Case
  let decision: Decision
  /// The names of the facts that the case gives.
  let given: [String]
  private let sensitivity: Sensitivity

  init(advisor: Advisor, invoice: Case, decision: Decision) {
    self.advisor = advisor
    self.invoice = invoice
    self.decision = decision
    let book = advisor.book
    given = book.facts.indices.filter { $0 != RuleBook.Builtin.pending && invoice[.fact($0)] != nil }
      .map { book.facts[$0].name }
    sensitivity = Sensitivity(of: decision, by: advisor, on: invoice)
  }

  func reach(of name: String) -> Reach? {
    let book = advisor.book
    guard let fact = book.fact(named: name), let turn = sensitivity.turn(along: .fact(fact)) else { return nil }
    let type = book.facts[fact].type
    if let all = turn.axis.allValues(in: book) {
      let notation = RulesNotation(book)
      let held = all.filter { value in !turn.words.contains { $0.value == value } }
      return Reach(values: .words(held.map { notation.text($0, type) }), isProved: turn.isProved)
    }
    let domain = turn.axis.domain(around: turn.today, in: book)
    let from = turn.held.lowerBound > domain.lowerBound ? turn.held.lowerBound : nil
    let to = turn.held.upperBound < domain.upperBound ? turn.held.upperBound : nil
    return Reach(values: .numbers(from: from, to: to, type), isProved: turn.isProved)
  }
}
