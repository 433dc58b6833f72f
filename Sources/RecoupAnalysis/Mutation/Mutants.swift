public import RecoupRules

/// All small changes of a rule book that its examples should notice.
public struct Mutants: Sendable {
  /// The changes, in the order of their places: the outermost file first.
  public let all: [Mutant]
  /// Names whose numbers are not changed, since nothing reads them: by where they are declared, in the same order.
  public let unread: [ExpressionSite]

  /// Finds the changes.
  ///
  /// - Parameter included: Whether also those in the files that the outermost one includes.
  public init(_ book: RuleBook, included: Bool = false) {
    var maker = Maker(book: book, reads: NameReads(book), included: included)
    for site in book.sites { maker.visit(site) }
    for rule in book.rules.indices { maker.visit(rule: rule) }
    for action in book.actions.indices { maker.visit(action: action) }
    all = maker.mutants.enumerated().sorted {
      ($0.element.span.file, $0.element.span.lower, $0.offset)
        < ($1.element.span.file, $1.element.span.lower, $1.offset)
    }.map { $0.element }
    unread = maker.unread
  }
}

/// Collects the changes of a book.
private struct Maker {
  let book: RuleBook
  let reads: NameReads
  let included: Bool
  var mutants: [Mutant] = []
  var unread: [ExpressionSite] = []

  private mutating func add(_ change: Mutant.Change, at span: Span) {
    if included || span.file <= 0 { mutants.append(Mutant(change: change, span: span)) }
  }

  // MARK: Expressions

  mutating func visit(_ site: ExpressionSite) {
    guard let expression = book[site] else { return }
    let before = mutants.count
    visit(expression, site, path: [], isCompared: reads.isCompared(site))
    if reads.isRead(site) || mutants.count == before { return }
    mutants.removeSubrange(before...)
    if let last = unread.last, last.isSameName(as: site) { return }
    unread.append(site)
  }

  private mutating func visit(_ expression: Expression, _ site: ExpressionSite, path: [Int], isCompared: Bool) {
    switch expression.kind {
    case .literal(let value):
      let type = expression.type
      switch type {
      case .truth, .choice: return
      case .money, .days, .number, .percent: break
      }
      let others = isCompared ? LiteralSteps.compared(value, type) : LiteralSteps.weighed(value, type)
      for other in others {
        add(
          .literal(site, path: path, type: type, from: value, to: other, isCompared: isCompared), at: expression.span)
      }
    case .binary(let operation, let left, let right):
      // Next to a number that is written down, a change of the number says the same.
      if let other = operation.neighbour, !left.isWritten, !right.isWritten {
        add(.comparison(site, path: path, from: operation, to: other), at: expression.span)
      }
    default: break
    }
    let isBelow = isCompared || expression.isComparison
    for (place, operand) in expression.operands.enumerated() {
      visit(operand, site, path: path + [place], isCompared: isBelow)
    }
  }

  // MARK: Rules and actions

  mutating func visit(rule: Int) {
    add(.droppedRule(rule), at: book.rules[rule].span)
    for (place, consequence) in book.rules[rule].consequences.enumerated() {
      switch consequence.effect {
      case .likelier(_, let factor), .lessLikely(_, let factor):
        for other in LiteralSteps.factor(factor) {
          add(.factor(rule: rule, consequence: place, from: factor, to: other), at: consequence.span)
        }
      case .never, .only, .wait: break
      }
    }
  }

  mutating func visit(action: Int) {
    let most = book.actions[action].atMost
    if most > 1 { add(.atMost(action: action, from: most, to: most - 1), at: book.actions[action].span) }
    if most < .max { add(.atMost(action: action, from: most, to: most + 1), at: book.actions[action].span) }
    for (place, requirement) in book.actions[action].requirements.enumerated() {
      add(.droppedRequirement(action: action, place: place), at: requirement.span)
    }
  }
}

extension ExpressionSite {
  /// Whether both belong to one table, or are the same.
  fileprivate func isSameName(as other: ExpressionSite) -> Bool {
    switch (self, other) {
    case (.bound(let one, _), .bound(let two, _)), (.bound(let one, _), .value(let two, _)),
      (.value(let one, _), .bound(let two, _)), (.value(let one, _), .value(let two, _)):
      one == two
    default: self == other
    }
  }
}

extension Expression.Binary {
  /// The comparison that differs only where both sides are the same.
  fileprivate var neighbour: Expression.Binary? {
    switch self {
    case .less: .lessOrEqual
    case .lessOrEqual: .less
    case .greater: .greaterOrEqual
    case .greaterOrEqual: .greater
    case .or, .and, .equal, .notEqual, .add, .subtract, .multiply, .divide, .minimum, .maximum: nil
    }
  }
}
