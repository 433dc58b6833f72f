import RecoupEngine
import RecoupRules

/// A part of a book that can keep actions closed.
enum ClosingPart: Hashable {
  /// A rule that closes actions, or says to wait.
  case rule(Int)
  /// A requirement of an action, by its place.
  case requirement(action: Int, place: Int)

  var isRule: Bool {
    switch self {
    case .rule: true
    case .requirement: false
    }
  }
}

extension Reviewer {
  /// Without which parts of the book something would not be so that is so of a case: each of them by itself, or, where
  /// none is enough, all of them together. Where the author's own file has the cause, what it includes is none.
  ///
  /// - Parameter days: On which days a part counts, from today.
  func cause(of proposition: Proposition, in invoice: Case, on days: ClosedRange<Int64>) -> [ClosingPart] {
    let closing = closingParts.filter { premises.space.holds(.sometime(days, isClosing($0)), of: invoice) }
    func isNeeded(_ parts: [ClosingPart]) -> Bool {
      !Premises(book.without(parts)).space.holds(proposition, of: invoice)
    }
    let own = closing.filter { span(of: $0).file == 0 }
    for parts in own.count < closing.count ? [own, own + closing.filter { !own.contains($0) }] : [own] {
      let alone = parts.filter { isNeeded([$0]) }
      let rules = alone.filter { $0.isRule }
      if !alone.isEmpty { return rules.isEmpty ? alone : rules }
      if parts.isEmpty || !isNeeded(parts) { continue }
      var together = parts
      for part in parts.reversed() {
        let fewer = together.filter { $0 != part }
        if isNeeded(fewer) { together = fewer }
      }
      return together
    }
    return []
  }

  private var closingParts: [ClosingPart] {
    let rules = book.rules.indices.filter { book.rules[$0].closesAny || book.rules[$0].waits }
    return rules.map { .rule($0) }
      + book.actions.indices.flatMap { action in
        book.actions[action].requirements.indices.map { .requirement(action: action, place: $0) }
      }
  }

  /// That a part closes what it can close, as of today.
  func isClosing(_ part: ClosingPart) -> Proposition {
    switch part {
    case .rule(let rule): .rule(rule)
    case .requirement(let action, let place): .not(premises.requirements[action][place])
    }
  }

  func span(of part: ClosingPart) -> Span {
    switch part {
    case .rule(let rule): book.rules[rule].span
    case .requirement(let action, let place): book.actions[action].requirements[place].span
    }
  }

  /// The parts in words, such as "your rule “No calls”"; of many the first.
  func named(_ parts: [ClosingPart]) -> String {
    guard let first = parts.first else { return "" }
    let isIncluding = book.actions.contains { $0.span.file > 0 } || book.rules.contains { $0.span.file > 0 }
    let whose = isIncluding && span(of: first).file == 0 ? "your" : "the"
    return whose + " " + name(first)
  }

  private func name(_ part: ClosingPart) -> String {
    switch part {
    case .rule(let rule): "rule “\(book.rules[rule].name.original)”"
    case .requirement(let action, _): "requirement of `\(book.actions[action].name)`"
    }
  }

  /// What the parts do, and where the others stand.
  func notes(on parts: [ClosingPart]) -> [Finding.Note] {
    var notes: [Finding.Note] = []
    if case .rule(let rule)? = parts.first {
      for consequence in book.rules[rule].consequences {
        switch consequence.effect {
        case .only(let actions): notes.append(Finding.Note("it lets only \(list(actions)) stand", at: consequence.span))
        case .never(let actions): notes.append(Finding.Note("it closes \(list(actions))", at: consequence.span))
        case .wait: notes.append(Finding.Note("it says to wait", at: consequence.span))
        case .likelier, .lessLikely: break
        }
      }
    }
    for part in parts.dropFirst().prefix(3) {
      notes.append(Finding.Note("and of the \(name(part))", at: span(of: part)))
    }
    return notes
  }

  private func list(_ actions: [Int]) -> String {
    let names = actions.map { "`\(book.actions[$0].name)`" }
    if names.count > 4 { return "\(names.count) actions" }
    return names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }
}

extension RuleBook {
  /// The book in which some parts close nothing; all places in it stay as they are.
  func without(_ parts: [ClosingPart]) -> RuleBook {
    var book = self
    for part in parts {
      switch part {
      case .rule(let rule): book.rules[rule].consequences = []
      case .requirement(let action, let place):
        book.actions[action].requirements[place].condition = .literal(1, .truth)
      }
    }
    return book
  }
}
