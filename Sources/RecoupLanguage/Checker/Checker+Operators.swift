import RecoupQuantities
import RecoupRules

extension Checker {
  // MARK: One operand

  mutating func unary(_ operation: Expression.Unary, _ operand: Syntax.Expression, _ span: Span) -> Expression? {
    switch operation {
    case .not:
      let checked = check(operand, as: .truth, Want("`not`"))
      height += 1
      return checked.map { Expression(.unary(.not, $0), .truth, span: span) }
    case .negate:
      guard let checked = check(operand) else { return nil }
      height += 1
      if checked.type.isMeasure { return Expression(.unary(.negate, checked), checked.type, span: span) }
      problems.append(
        .typeMismatch(
          checked.type.described(facts), wanted: "an amount, days, a number or a percentage", by: Want("`-`"),
          at: operand.span))
      return nil
    case .floor, .ceil:  // written as calls
      return nil
    }
  }

  // MARK: Two operands

  mutating func binary(
    _ operation: Expression.Binary, _ left: Syntax.Expression, _ right: Syntax.Expression, _ span: Span
  ) -> Expression? {
    switch operation {
    case .or, .and:
      let word = operation == .or ? "`or`" : "`and`"
      let first = check(left, as: .truth, Want(word))
      let firstHeight = height
      let second = check(right, as: .truth, Want(word))
      height = max(height, firstHeight) + 1
      guard let first, let second else { return nil }
      return Expression(.binary(operation, first, second), .truth, span: span)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let (sides, _) = together([left, right], verb: "this compares", measures: true) else { return nil }
      return Expression(.binary(operation, sides[0], sides[1]), .truth, span: span)
    case .equal, .notEqual:
      if comparesWords(left, right, negated: operation == .notEqual) { return nil }
      guard let (sides, _) = together([left, right], verb: "this compares", measures: false) else { return nil }
      return Expression(.binary(operation, sides[0], sides[1]), .truth, span: span)
    case .add, .subtract:
      let verb = operation == .add ? "this adds" : "this subtracts"
      guard let (sides, type) = together([left, right], verb: verb, measures: true) else { return nil }
      return Expression(.binary(operation, sides[0], sides[1]), type, span: span)
    case .multiply, .divide: return scaled(operation, left, right, span)
    case .minimum, .maximum:  // written as calls
      return nil
    }
  }

  /// Reports `reason = forgot`, where `is` is meant.
  private mutating func comparesWords(_ left: Syntax.Expression, _ right: Syntax.Expression, negated: Bool) -> Bool {
    for (fact, word) in [(left, right), (right, left)] {
      guard case .name(let name) = fact.kind, case .name(let text) = word.kind,
        case .fact(let index) = merged.entries[name]?.entry
      else { continue }
      let words = facts[Fact.builtins.count + index].words.map { $0.name }
      let meant = words.contains(text) ? text : NearestName.of(text, among: words)
      guard let meant, merged.entries[text] == nil || meant == text else { continue }
      problems.append(.wordComparison(name, meant, negated: negated, at: left.span.joined(with: right.span)))
      return true
    }
    return false
  }

  /// Checks expressions that must have the same type; a plain number beside another type lacks a unit.
  ///
  /// - Parameter measures: Whether yes-or-no values are refused too, as words always are.
  mutating func together(
    _ syntax: [Syntax.Expression], verb: String, measures: Bool
  ) -> ([Expression], ValueType)? {
    var checked: [Expression] = []
    var highest = 0
    for part in syntax {
      if let expression = check(part) { checked.append(expression) }
      highest = max(highest, height)
    }
    height = highest + 1
    if checked.count < syntax.count { return nil }
    let type = checked[0].type
    let others = checked.indices.filter { checked[$0].type != type }
    for index in others { unlike(syntax[0], checked[0], syntax[index], checked[index], verb: verb) }
    if !others.isEmpty { return nil }
    let last = checked.count - 1
    if case .choice = type {
      problems.append(.choiceComparison(at: syntax[0].span.joined(with: syntax[last].span)))
      return nil
    }
    if measures, type == .truth {
      problems.append(
        .operandMismatch(
          verb, checked[0], checked[last], names: facts, help: "combine conditions with `and`, `or` and `not`"))
      return nil
    }
    return (checked, type)
  }

  private mutating func unlike(
    _ left: Syntax.Expression, _ first: Expression, _ right: Syntax.Expression, _ second: Expression, verb: String
  ) {
    for (bare, other, type) in [(right, left, first.type), (left, right, second.type)] {
      let text = files[Int(other.span.file)].source.text(other.span)
      if lacksUnit(bare, type, Want(beside: "`\(text)`", type.described(facts), at: other.span)) { return }
    }
    problems.append(.operandMismatch(verb, first, second, names: facts))
  }

  /// `*` and `/`: one side of a product is a number or a percentage; a quotient of like things is a number.
  private mutating func scaled(
    _ operation: Expression.Binary, _ left: Syntax.Expression, _ right: Syntax.Expression, _ span: Span
  ) -> Expression? {
    let first = check(left)
    let firstHeight = height
    let second = check(right)
    height = max(height, firstHeight) + 1
    guard let first, let second else { return nil }
    let type =
      operation == .multiply ? product(first.type, second.type) : quotient(first.type, second.type)
    if let type { return Expression(.binary(operation, first, second), type, span: span) }
    let isProduct = operation == .multiply
    problems.append(
      .operandMismatch(
        isProduct ? "this multiplies" : "this divides", first, second, names: facts,
        help: isProduct ? "one side of a product is a plain number or a percentage" : nil))
    return nil
  }

  private func product(_ a: ValueType, _ b: ValueType) -> ValueType? {
    switch (a, b) {
    case (.percent, .number), (.number, .percent): .percent
    case (.number, let other), (.percent, let other): other.isMeasure ? other : nil
    case (let other, .number), (let other, .percent): other.isMeasure ? other : nil
    default: nil
    }
  }

  private func quotient(_ a: ValueType, _ b: ValueType) -> ValueType? {
    switch (a, b) {
    case (.money, .money), (.days, .days), (.percent, .percent): .number
    case (let other, .number): other.isMeasure ? other : nil
    case (.money, .percent): .money
    case (.days, .percent): .days
    default: nil
    }
  }

  // MARK: Words and functions

  /// What may stand after `is` besides a word.
  private static var tests: [Keyword] { [.known, .unknown, .yes, .no] }

  mutating func isWords(
    _ value: Syntax.Expression, _ words: [Syntax.Name], _ negated: Bool, _ span: Span
  ) -> Expression? {
    guard let checked = check(value) else { return nil }
    height += 1
    guard case .choice(let fact) = checked.type else {
      let nearest = NearestName.of(words[0].text, among: Checker.tests.map { $0.rawValue })
      let test = checked.type == .truth ? "ask `is yes` or `is no`, or let it stand alone" : nil
      problems.append(
        .typeMismatch(
          checked.type.described(facts), wanted: "a fact with words to choose from", by: Want("`is`"), at: value.span,
          help: nearest.map { "did you mean `\($0)`?" } ?? test))
      return nil
    }
    var indices: [Int] = []
    var isRight = true
    for word in words {
      if let index = facts[fact].words.firstIndex(where: { $0.name == word.text }) {
        indices.append(index)
      } else {
        unknownWord(word, of: fact, or: Checker.tests)
        isRight = false
      }
    }
    if !isRight { return nil }
    let test = Expression(.isOneOf(checked, words: indices), .truth, span: span)
    return negated ? Expression(.unary(.not, test), .truth, span: span) : test
  }

  mutating func call(_ function: Syntax.Name, _ arguments: [Syntax.Expression], _ span: Span) -> Expression? {
    switch function.text {
    case "min", "max":
      guard let (values, type) = together(arguments, verb: "`\(function.text)` compares", measures: true) else {
        return nil
      }
      let operation: Expression.Binary = function.text == "min" ? .minimum : .maximum
      height += values.count
      if height > Checker.deepest {
        tooDeep(span)
        return nil
      }
      return values.dropFirst().reduce(values[0]) { Expression(.binary(operation, $0, $1), type, span: span) }
    case "floor", "ceil":
      guard arguments.count == 1 else {
        problems.append(.argumentCount(function.text, wanted: "one number", at: span))
        return nil
      }
      let value = check(arguments[0], as: .number, Want("`\(function.text)`"))
      height += 1
      return value.map { Expression(.unary(function.text == "floor" ? .floor : .ceil, $0), .number, span: span) }
    default: return interest(arguments, span)
    }
  }

  private mutating func interest(_ arguments: [Syntax.Expression], _ span: Span) -> Expression? {
    guard arguments.count == 3 else {
      problems.append(
        .argumentCount("interest", wanted: "a principal, a yearly rate and a number of days", at: span))
      return nil
    }
    let principal = check(arguments[0], as: .money, Want("the principal of `interest`"))
    let first = height
    let rate = check(arguments[1], as: .percent, Want("the yearly rate of `interest`"))
    let second = height
    let days = check(arguments[2], as: .days, Want("the time of `interest`"))
    height = max(first, second, height) + 1
    guard let principal, let rate, let days else { return nil }
    return Expression(.interest(principal: principal, rate: rate, days: days), .money, span: span)
  }
}

extension ValueType {
  /// Whether it can be added, ordered and scaled: money, days, numbers and percentages.
  var isMeasure: Bool {
    switch self {
    case .money, .days, .number, .percent: true
    case .truth, .choice: false
    }
  }
}
