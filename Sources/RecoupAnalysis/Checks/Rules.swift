import RecoupEngine
import RecoupRules

extension Reviewer {
  /// Rules that let only different actions stand, and rules that say the same.
  mutating func checkRules() {
    let live = book.rules.indices.filter { !deadRules.contains($0) }
    for (place, first) in live.enumerated() {
      for second in live[(place + 1)...] {
        checkOnly(first, second)
        checkSame(first, second)
      }
    }
  }

  private mutating func checkOnly(_ first: Int, _ second: Int) {
    guard let left = book.rules[first].only, let right = book.rules[second].only,
      Set(left).isDisjoint(with: right)
    else { return }
    let names = "“\(book.rules[first].name.original)” and “\(book.rules[second].name.original)”"
    switch find(.all([.rule(first), .rule(second)])) {
    case .none: break
    case .undecided: reportUndecided(.clashingOnly, "\(names) ever fire together", at: book.rules[second].span)
    case .found(let invoice):
      report(
        Finding(
          .clashingOnly, .shown, "\(names) can fire together, and let no action stand that the other does",
          at: book.rules[second].condition.span,
          notes: [Finding.Note("the other rule", at: book.rules[first].condition.span)],
          help: "let one of them not fire where the other does", witness: invoice))
    }
  }

  private mutating func checkSame(_ first: Int, _ second: Int) {
    let shared = book.rules[first].targets.filter { book.rules[second].targets.contains($0) }
    guard let target = shared.first else { return }
    let differ = Proposition.any([
      .all([.rule(first), .not(.rule(second))]), .all([.rule(second), .not(.rule(first))]),
    ])
    switch find(differ) {
    case .found: break
    case .undecided:
      let names = "“\(book.rules[first].name.original)” and “\(book.rules[second].name.original)”"
      reportUndecided(.sameRule, "\(names) differ", at: book.rules[second].span)
    case .none:
      let name = book.actions[target.action].name
      let what = target.isClosing ? "close `\(name)`" : "move the chance of `\(name)`"
      report(
        Finding(
          .sameRule,
          "“\(book.rules[second].name.original)” fires exactly when “\(book.rules[first].name.original)” does, and both \(what)",
          at: book.rules[second].condition.span,
          notes: [Finding.Note("the other rule", at: book.rules[first].condition.span)],
          help: "make one rule of the two"))
    }
  }
}

extension Rule {
  /// An action that a rule acts on, and how.
  struct Target: Hashable {
    var action: Int
    var isClosing: Bool
  }

  /// The actions that it lets stand, if it says so.
  var only: [Int]? {
    for consequence in consequences {
      if case .only(let actions) = consequence.effect { return actions }
    }
    return nil
  }

  /// Whether it closes anything when it fires.
  var closesAny: Bool { only != nil || targets.contains { $0.isClosing } }

  /// What it names, each once.
  var targets: [Target] {
    var all: [Target] = []
    for consequence in consequences {
      switch consequence.effect {
      case .likelier(let action, _), .lessLikely(let action, _): all.append(Target(action: action, isClosing: false))
      case .never(let actions): all += actions.map { Target(action: $0, isClosing: true) }
      case .only, .wait: break
      }
    }
    return all
  }
}
