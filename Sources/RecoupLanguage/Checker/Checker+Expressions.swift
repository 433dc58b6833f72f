import RecoupQuantities
import RecoupRules

extension Checker {
  /// How deep expressions may reach through the definitions that they name.
  static var deepest: Int { 600 }

  // MARK: With an expectation

  /// Checks an expression that must have this type. Returns nil if something is wrong, which has then been reported.
  mutating func check(_ syntax: Syntax.Expression, as type: ValueType, _ want: Want) -> Expression? {
    if case .choice(let fact) = type { return checkWord(syntax, of: fact, want) }
    if case .conditional(let condition, let first, let second) = syntax.kind {
      return conditional(syntax, condition) { (checker: inout Checker) in
        (checker.check(first, as: type, want), checker.check(second, as: type, want))
      }
    }
    guard let found = check(syntax) else { return nil }
    if found.type == type { return found }
    mismatch(syntax, found, type, want)
    return nil
  }

  /// A word of a choice stands alone where one is wanted.
  private mutating func checkWord(_ syntax: Syntax.Expression, of fact: Int, _ want: Want) -> Expression? {
    switch syntax.kind {
    case .name(let name):
      if let word = facts[fact].words.firstIndex(where: { $0.name == name }) {
        height = 1
        return Expression(.literal(Int64(word)), .choice(fact: fact), span: syntax.span)
      }
      if let entry = merged.entries[name]?.entry, entry != .action { break }
      unknownWord(Syntax.Name(text: name, span: syntax.span), of: fact)
      return nil
    case .conditional(let condition, let first, let second):
      return conditional(syntax, condition) { (checker: inout Checker) in
        (checker.checkWord(first, of: fact, want), checker.checkWord(second, of: fact, want))
      }
    default: break
    }
    guard let found = check(syntax) else { return nil }
    if found.type == .choice(fact: fact) { return found }
    mismatch(syntax, found, .choice(fact: fact), want)
    return nil
  }

  ///
  /// - Parameter others: What might also have been meant there.
  mutating func unknownWord(_ name: Syntax.Name, of fact: Int, or others: [Keyword] = []) {
    let known = facts[fact].words.map { $0.name } + others.map { $0.rawValue }
    problems.append(
      .unknownWord(name.text, of: facts[fact], at: name.span, nearest: merged.nearest(name.text, among: known)))
  }

  mutating func mismatch(_ syntax: Syntax.Expression, _ found: Expression, _ type: ValueType, _ want: Want) {
    if lacksUnit(syntax, type, want) { return }
    let help = type == .truth && found.type.isMeasure ? "compare it, as in `… >= …`, or ask `… is known`" : nil
    problems.append(
      .typeMismatch(
        found.type.described(facts), wanted: type.described(facts), by: want, at: syntax.span, help: help))
  }

  /// Reports a number without its unit, or a percentage where money is wanted.
  mutating func lacksUnit(_ syntax: Syntax.Expression, _ type: ValueType, _ want: Want) -> Bool {
    switch (syntax.kind, type) {
    case (.number(let digits, .none), .money), (.number(let digits, .none), .days),
      (.number(let digits, .none), .percent):
      problems.append(.missingUnit(digits, type, currency: currency?.code ?? "USD", by: want, at: syntax.span))
      return true
    case (.number(let digits, .percent), .money):
      problems.append(.percentWithoutBase(digits + "%", by: want, at: syntax.span))
      return true
    default: return false
    }
  }

  // MARK: Without one

  /// Checks an expression of any type. Returns nil if something is wrong, which has then been reported.
  mutating func check(_ syntax: Syntax.Expression) -> Expression? {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Checker.deepest {
      tooDeep(syntax.span)
      return nil
    }
    let checked = checkKind(syntax)
    if height > Checker.deepest, checked != nil {
      tooDeep(syntax.span)
      return nil
    }
    return checked
  }

  mutating func tooDeep(_ span: Span) {
    height = 0
    if !problems.contains(where: { $0.code == .tooDeep }) { problems.append(.tooFar(at: span)) }
  }

  private mutating func checkKind(_ syntax: Syntax.Expression) -> Expression? {
    switch syntax.kind {
    case .number(let digits, let unit): return number(digits, unit, at: syntax.span)
    case .truth(let isYes): return leaf(.literal(isYes ? 1 : 0), .truth, syntax.span)
    case .name(let name): return reference(name, at: syntax.span)
    case .times(let name):
      return action(named: name).flatMap { leaf(.times(action: $0), .number, syntax.span) }
    case .daysAgo(let name):
      return action(named: name).flatMap { leaf(.daysAgo(action: $0), .days, syntax.span) }
    case .unary(let operation, let operand): return unary(operation, operand, syntax.span)
    case .binary(let operation, let left, let right): return binary(operation, left, right, syntax.span)
    case .between(let value, let low, let high):
      guard let (ends, _) = together([value, low, high], verb: "`between` compares", measures: true) else { return nil }
      return Expression(.between(ends[0], low: ends[1], high: ends[2]), .truth, span: syntax.span)
    case .isWords(let value, let words, let negated): return isWords(value, words, negated, syntax.span)
    case .isTruth(let value, let isYes):
      let checked = check(value, as: .truth, Want("`is yes` or `is no`"))
      return checked.map { isYes ? $0 : Expression(.unary(.not, $0), .truth, span: syntax.span) }
    case .isKnown(let value, let isKnown):
      guard let checked = check(value) else { return nil }
      let known = Expression(.isKnown(checked), .truth, span: syntax.span)
      return isKnown ? known : Expression(.unary(.not, known), .truth, span: syntax.span)
    case .conditional(let condition, let first, let second):
      return conditional(syntax, condition) { (checker: inout Checker) in
        (checker.check(first), checker.check(second))
      }
    case .call(let function, let arguments): return call(function, arguments, syntax.span)
    }
  }

  private mutating func leaf(_ kind: Expression.Kind, _ type: ValueType, _ span: Span) -> Expression? {
    height = 1
    return Expression(kind, type, span: span)
  }

  private mutating func conditional(
    _ syntax: Syntax.Expression, _ condition: Syntax.Expression,
    _ branches: (inout Checker) -> (Expression?, Expression?)
  ) -> Expression? {
    let checked = check(condition, as: .truth, Want("the condition of `if`"))
    let conditionHeight = height
    let (first, second) = branches(&self)
    height = max(height, conditionHeight) + 1
    guard let checked, let first, let second else { return nil }
    if first.type != second.type {
      problems.append(.operandMismatch("the branches of `if` are", first, second, names: facts))
      return nil
    }
    return Expression(.conditional(checked, then: first, otherwise: second), first.type, span: syntax.span)
  }

  // MARK: Literals

  private mutating func number(_ digits: String, _ unit: Syntax.Unit, at span: Span) -> Expression? {
    let value: Int64?
    let type: ValueType
    switch unit {
    case .none:
      type = .number
      value = literal(digits, decimals: 6, what: "a number", at: span)
    case .percent:
      type = .percent
      value = literal(digits, decimals: 4, what: "a percentage", at: span)
    case .days(let length):
      type = .days
      value = literal(digits, decimals: 0, what: "a number of days", at: span).flatMap { count in
        let (days, overflow) = count.multipliedReportingOverflow(by: length)
        if overflow { problems.append(.numberTooLarge("this number", at: span)) }
        return overflow ? nil : days
      }
    case .currency(let code):
      type = .money
      value = amount(digits, code, at: span)
    }
    return value.flatMap { leaf(.literal($0), type, span) }
  }

  private mutating func amount(_ digits: String, _ code: Syntax.Name, at span: Span) -> Int64? {
    guard let currency else {
      if !reportedCurrency, isComplete { problems.append(.missingCurrency(at: span, isLiteral: true)) }
      return nil
    }
    if code.text != currency.code {
      if Currency(code: code.text) == nil {
        let known = [currency.code] + Currency.codes
        problems.append(
          .unknownCurrency(code.text, at: code.span, nearest: NearestName.of(code.text, among: known)))
      } else {
        let declared = merged.currencies.first { $0 != nil } ?? nil
        problems.append(
          .wrongCurrency(code.text, book: currency.code, at: code.span, declared: declared?.span))
      }
      return nil
    }
    if !includes[Int(span.file)].contains(where: { merged.currencies[$0] != nil }) {
      problems.append(.missingCurrency(at: span, isLiteral: true))
      return nil
    }
    return literal(digits, decimals: currency.decimals, what: "an amount in \(currency.code)", at: span)
  }

  mutating func literal(_ digits: String, decimals: Int, what: String, at span: Span) -> Int64? {
    do {
      return try DecimalText.parse(digits.utf8, decimals: decimals)
    } catch {
      switch error {
      case .malformed: break  // the lexer has reported it
      case .tooPrecise: problems.append(.tooPrecise(what, decimals: decimals, at: span))
      case .tooLarge: problems.append(.numberTooLarge("this number", at: span))
      }
      return nil
    }
  }

  // MARK: Names

  /// Resolves a name that stands for a value.
  mutating func reference(_ name: String, at span: Span) -> Expression? {
    switch merged.entries[name]?.entry {
    case .builtin:
      return Fact.builtins.firstIndex { $0.name == name }.flatMap { leaf(.fact($0), facts[$0].type, span) }
    case .fact(let index):
      let position = Fact.builtins.count + index
      return leaf(.fact(position), facts[position].type, span)
    case .setting(let index):
      return settingValue(index).map { named(.setting(index), $0.type, span) }
    case .definition(let index):
      return definitionValue(index).map { named(.definition(index), $0.type, span) }
    case .table(let index):
      return tableType(index).map { named(.table(index), $0.type, span) }
    case .action:
      problems.append(
        .unknownName(
          name, at: span, nearest: nil,
          help: "`\(name)` is an action: write `\(name).times` or `\(name).days_ago`"))
      return nil
    case nil:
      unknown(name, at: span)
      return nil
    }
  }

  /// A reference is one level above what it stands for.
  private mutating func named(_ kind: Expression.Kind, _ type: ValueType, _ span: Span) -> Expression {
    height += 1
    return Expression(kind, type, span: span)
  }

  private mutating func unknown(_ name: String, at span: Span) {
    if merged.hints > 0, let fact = facts.first(where: { $0.words.contains { $0.name == name } }) {
      if merged.mayBeDeclared(name, nearest: name) { return }
      problems.append(
        .unknownName(
          name, at: span, nearest: nil,
          help: "`\(name)` is a word of `\(fact.name)`: write `\(fact.name) is \(name)`"))
      return
    }
    let nearest = name == "true" ? "yes" : name == "false" ? "no" : merged.nearest(name, among: valueNames)
    if merged.mayBeDeclared(name, nearest: nearest) { return }
    problems.append(.unknownName(name, at: span, nearest: nearest, help: nil))
  }

  /// The place on the ladder of the action that a name stands for.
  ///
  /// - Parameter others: What might also have been meant there.
  mutating func action(named name: Syntax.Name, or others: [String] = []) -> Int? {
    if let index = ladder[name.text] { return index }
    if let drop = merged.dropped[name.text] {
      if let index = problems.firstIndex(where: { $0.code == .droppedActionInUse && $0.span == drop }) {
        problems[index].notes.append(.init(text: "and here", span: name.span))
      } else {
        problems.append(.droppedActionInUse(name.text, at: drop, use: name.span))
      }
    } else if let problem = merged.unknownAction(name, or: others) {
      problems.append(problem)
    }
    return nil
  }
}
