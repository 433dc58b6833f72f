import RecoupRules

extension Parser {
  /// How deep an expression may be nested, so that every machine gives the same answer instead of running out of stack.
  static var deepest: Int { 200 }

  // expr = "if" expr "then" expr "else" expr | or
  mutating func expression(_ purpose: Purpose) throws(Failure) -> Syntax.Expression {
    depth += 1
    defer { depth -= 1 }
    if depth > Parser.deepest { throw tooDeep(at: current.span) }
    let start = current.span
    guard take(.if) else { return try disjunction(purpose) }
    let condition = try expression("the condition after `if`")
    try expect(.then, after: "the condition of `if`")
    let first = try expression("the value after `then`")
    try expect(.else, after: "the value after `then`")
    let second = try expression("the value after `else`")
    return try node(
      .conditional(condition, then: first, otherwise: second), from: start, above: condition, first, second)
  }

  // or = and { "or" and }
  private mutating func disjunction(_ purpose: Purpose) throws(Failure) -> Syntax.Expression {
    var left = try conjunction(purpose)
    while take(.or) {
      let right = try conjunction("a condition after `or`")
      left = try node(.binary(.or, left, right), from: left.span, above: left, right)
    }
    return left
  }

  // and = not { "and" not }
  private mutating func conjunction(_ purpose: Purpose) throws(Failure) -> Syntax.Expression {
    var left = try negation(purpose)
    while take(.and) {
      let right = try negation("a condition after `and`")
      left = try node(.binary(.and, left, right), from: left.span, above: left, right)
    }
    return left
  }

  // not = "not" not | comparison
  private mutating func negation(_ purpose: Purpose) throws(Failure) -> Syntax.Expression {
    let start = current.span
    var count = 0
    while take(.not) { count += 1 }
    var inner = try comparison(count > 0 ? "a condition after `not`" : purpose)
    for _ in 0..<count { inner = try node(.unary(.not, inner), from: start, above: inner) }
    return inner
  }

  // comparison = sum [ ("<" | …) sum | "between" sum "and" sum | "is" … ]
  private mutating func comparison(_ purpose: Purpose) throws(Failure) -> Syntax.Expression {
    let left = try sum(purpose)
    if isGiven, current.beginsLine { return left }
    if case .symbol(let symbol) = current.kind, let operation = comparisonOperator(symbol) {
      advance()
      let right = try sum("a value to compare with after `\(symbol.rawValue)`")
      return try node(.binary(operation, left, right), from: left.span, above: left, right)
    }
    if take(.between) {
      let low = try sum("the lower end after `between`")
      if at(.and) { layout.marks[index] = .betweenEnds }
      try expect(.and, after: "the lower end of `between`")
      let high = try sum("the upper end of `between`")
      return try node(.between(left, low: low, high: high), from: left.span, above: left, low, high)
    }
    return take(.is) ? try test(of: left) : left
  }

  private func comparisonOperator(_ symbol: Token.Symbol) -> Expression.Binary? {
    switch symbol {
    case .lessThan: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .equal: .equal
    case .notEqual: .notEqual
    case .openBrace, .closeBrace, .open, .close, .comma, .colon, .dot, .plus, .minus, .star, .divide, .percentSign: nil
    }
  }

  // "is" ["not"] ("known" | "unknown" | "yes" | "no" | name | "one" "of" name { "," name })
  private mutating func test(of left: Syntax.Expression) throws(Failure) -> Syntax.Expression {
    let negated = take(.not)
    let kind: Syntax.Kind
    if take(.known) {
      kind = .isKnown(left, !negated)
    } else if take(.unknown) {
      kind = .isKnown(left, negated)
    } else if take(.yes) {
      kind = .isTruth(left, !negated)
    } else if take(.no) {
      kind = .isTruth(left, negated)
    } else if take(.one) {
      try expect(.of, after: "`one`")
      kind = .isWords(left, try names("a word of the choice"), negated: negated)
    } else if atName {
      kind = .isWords(left, [try name("a word of the choice")], negated: negated)
    } else {
      throw unexpected("a word, `one of`, `known`, `unknown`, `yes` or `no` after `is`", help: isHelp())
    }
    return try node(kind, from: left.span, above: left)
  }

  private func isHelp() -> String? {
    switch current.kind {
    case .number: "compare amounts and numbers with `=`"
    case .text: "a word stands without quotes"
    default: nil
    }
  }

  // sum = product { ("+" | "-") product }
  private mutating func sum(_ purpose: Purpose) throws(Failure) -> Syntax.Expression {
    var left = try product(purpose)
    while at(.plus) || at(.minus) {
      let operation: Expression.Binary = at(.plus) ? .add : .subtract
      let symbol = text(current)
      advance()
      let right = try product("a value after `\(symbol)`")
      left = try node(.binary(operation, left, right), from: left.span, above: left, right)
    }
    return left
  }

  // product = unary { ("*" | "/" | "of") unary }; "of" is "*", except before "recovered"
  private mutating func product(_ purpose: Purpose) throws(Failure) -> Syntax.Expression {
    var left = try unary(purpose)
    while at(.star) || at(.divide) || atFactor() {
      let operation: Expression.Binary = at(.divide) ? .divide : .multiply
      let symbol = text(current)
      advance()
      let right = try unary("a value after `\(symbol)`")
      left = try node(.binary(operation, left, right), from: left.span, above: left, right)
    }
    return left
  }

  /// Whether `of` stands here and is no part of `fee … of recovered`.
  private mutating func atFactor() -> Bool {
    recovery.note(at(.of) ? .recovered : .of, at: at(.of) ? index + 1 : index)
    return at(.of) && next.kind != .keyword(.recovered)
  }

  // unary = "-" unary | atom
  private mutating func unary(_ purpose: Purpose) throws(Failure) -> Syntax.Expression {
    let start = current.span
    var count = 0
    while at(.minus) {
      layout.marks[index] = .sign
      advance()
      count += 1
    }
    var inner = try atom(count > 0 ? "a value after `-`" : purpose)
    for _ in 0..<count { inner = try node(.unary(.negate, inner), from: start, above: inner) }
    return inner
  }

  // atom = literal | name | name "." ("times" | "days_ago") | function "(" expr { "," expr } ")" | "(" expr ")"
  private mutating func atom(_ purpose: Purpose) throws(Failure) -> Syntax.Expression {
    let start = current.span
    switch current.kind {
    case .number: return try number()
    case .name, .badName:
      if next.kind == .symbol(.dot) { return try member() }
      if next.kind == .symbol(.open) { return try misspelledCall() }
      let name = try name(purpose)
      return try node(.name(name.text), from: start)
    case .keyword(.yes), .keyword(.no):
      let isYes = at(.yes)
      advance()
      return try node(.truth(isYes), from: start)
    case .keyword(.min), .keyword(.max), .keyword(.floor), .keyword(.ceil), .keyword(.interest):
      return try call()
    case .symbol(.open):
      advance()
      var inner = try expression("a value after `(`")
      try expect(.close, after: "the value in parentheses")
      inner.span = start.joined(with: lastSpan)
      return inner
    case .keyword(let keyword):
      if !tree.brokenNames.contains(keyword.rawValue) {
        throw unexpected(purpose, help: "`\(text(current))` is a word of the rules language")
      }
      advance()
      return try node(.name(keyword.rawValue), from: start)
    case .text: throw unexpected(purpose, help: "a value stands without quotes")
    case .factor: throw unexpected(purpose, help: "`\(text(current))` stands before `likelier` or `less likely` only")
    case .currency:
      throw unexpected(purpose, help: "the amount stands before the currency: `100 \(text(current))`")
    case .date, .symbol, .end: throw unexpected(purpose)
    }
  }

  // literal = NUMBER | NUMBER "%" | NUMBER CURRENCY | NUMBER ("day" | "days" | "week" | "weeks")
  private mutating func number() throws(Failure) -> Syntax.Expression {
    let start = current.span
    let digits = text(current)
    let isSpoilt = current.isSuspect
    advance()
    var unit = Syntax.Unit.none
    if take(.percentSign) {
      unit = .percent
    } else if current.kind == .currency {
      unit = .currency(Syntax.Name(text: text(current), span: current.span))
      advance()
    } else if take(.day) || take(.days) {
      unit = .days(1)
    } else if take(.week) || take(.weeks) {
      unit = .days(7)
    }
    // A number that ran into what is no unit has been reported; no unit is to be missed too.
    return try node(.number(digits: isSpoilt && unit == .none ? "" : digits, unit), from: start)
  }

  private mutating func member() throws(Failure) -> Syntax.Expression {
    let action = try name("the name of an action")
    advance()
    if take(.times) { return try node(.times(action), from: action.span) }
    if take(.daysAgo) { return try node(.daysAgo(action), from: action.span) }
    throw unexpected("`times` or `days_ago` after `\(action.text).`")
  }

  private static var functions: [Keyword] { [.min, .max, .floor, .ceil, .interest] }

  /// A name before a parenthesis, which only a function may stand before.
  private mutating func misspelledCall() throws(Failure) -> Syntax.Expression {
    let problem = Diagnostic.unknownFunction(text(current), Parser.functions.map { $0.rawValue }, at: current.span)
    guard let meant = nearest(current, Parser.functions) else { throw fail(problem) }
    report(problem.suggesting(meant.rawValue))
    tokens[index].kind = .keyword(meant)
    return try call()
  }

  private mutating func call() throws(Failure) -> Syntax.Expression {
    let function = Syntax.Name(text: currentKeyword?.rawValue ?? "", span: current.span)
    advance()
    let purpose = "a value for `\(function.text)`"
    try expect(.open, after: "`\(function.text)`")
    var arguments = [try expression(purpose)]
    while take(.comma) { arguments.append(try expression(purpose)) }
    try expect(.close, after: "the values of `\(function.text)`")
    let deepest = arguments.map { $0.depth }.max() ?? 0
    return try node(.call(function, arguments), from: function.span, depth: deepest + 1)
  }

  // MARK: Nodes

  private mutating func node(
    _ kind: Syntax.Kind, from start: Span, above children: Syntax.Expression...
  ) throws(Failure) -> Syntax.Expression {
    var deepest = 0
    for child in children { deepest = max(deepest, child.depth) }
    return try node(kind, from: start, depth: deepest + 1)
  }

  private mutating func node(_ kind: Syntax.Kind, from start: Span, depth: Int) throws(Failure) -> Syntax.Expression {
    if depth > Parser.deepest { throw tooDeep(at: start) }
    return Syntax.Expression(kind: kind, span: start.joined(with: lastSpan), depth: depth)
  }

  private mutating func tooDeep(at span: Span) -> Failure {
    fail(.tooDeep(at: span))
  }
}
