import RecoupQuantities
import RecoupRules

/// What a value is wanted for; it travels with the expectation, so that an error can say why there is one.
struct Want {
  /// What needs the value, such as "`cost`".
  var who: String
  /// Where the need comes from, if from another place.
  var span: Span?

  init(_ who: String, span: Span? = nil) {
    self.who = who
    self.span = span
  }
}

/// The wording of what can be wrong with names, types and values.
extension Diagnostic {
  // MARK: Names

  static func unknownName(_ name: String, at span: Span, nearest: String?, help: String?) -> Diagnostic {
    Diagnostic(
      .unknownName, "no fact, setting, definition or table is called `\(name)`", at: span, help: help
    ).suggesting(nearest)
  }

  static func unknownFunction(_ name: String, _ known: [String], at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownName, "no function is called `\(name)`", at: span,
      help: "there are " + known.map { "`\($0)`" }.joined(separator: ", "))
  }

  static func unknownAction(_ name: String, at span: Span, nearest: String?) -> Diagnostic {
    Diagnostic(.unknownAction, "no action is called `\(name)`", at: span).suggesting(nearest)
  }

  static func actionDeclaredLater(_ name: String, at span: Span, declared: Span) -> Diagnostic {
    Diagnostic(
      .unknownAction, "`\(name)` is declared only later", at: span,
      notes: [Note(text: "it is declared here", span: declared)], help: "put the action that is named first")
  }

  static func unknownWord(_ word: String, of fact: Fact, at span: Span, nearest: String?) -> Diagnostic {
    Diagnostic(
      .unknownWord, "`\(fact.name)` has no word `\(word)`", at: span,
      notes: [Note(text: "its words are " + fact.words.map { "`\($0.name)`" }.joined(separator: ", "), span: fact.span)]
    ).suggesting(nearest)
  }

  static func unknownRule(_ name: String, at span: Span, nearest: String?) -> Diagnostic {
    var problem = Diagnostic(.unknownRule, "no included rule is called \"\(name)\"", at: span)
    problem.help = nearest.map { "did you mean \"\($0)\"?" }
    return problem
  }

  static func duplicateName(_ name: String, at span: Span, first: Span) -> Diagnostic {
    var problem = Diagnostic(.duplicateName, "`\(name)` is declared twice", at: span)
    if first.file >= 0 {
      problem.notes = [Note(text: "it is already declared here", span: first)]
    } else {
      problem.message = "`\(name)` need not be declared: every rules file has it"
    }
    return problem
  }

  static func duplicateRule(_ name: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .duplicateName, "two rules are called \"\(name)\"", at: span,
      notes: [Note(text: "the first is here", span: first)],
      help: "a rule's first text is its name; to replace an included rule, write `drop rule` first")
  }

  static func duplicateExample(_ name: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .duplicateName, "two examples are called \"\(name)\"", at: span,
      notes: [Note(text: "the first is here", span: first)])
  }

  static func duplicateRow(_ what: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .duplicateRow, "this table has two rows for \(what)", at: span,
      notes: [Note(text: "the first is here", span: first)])
  }

  static func circularDefinition(_ names: [String], at span: Span) -> Diagnostic {
    Diagnostic(
      .circularDefinition, "`\(names[0])` is defined by itself: " + names.map { "`\($0)`" }.joined(separator: " → "),
      at: span)
  }

  static func nothingToDrop(_ what: String, at span: Span, own: Span?) -> Diagnostic {
    Diagnostic(
      .nothingToDrop, "\(what) was not brought by an include", at: span,
      notes: own.map { [Note(text: "it stands in this file: take it out here", span: $0)] } ?? [])
  }

  static func droppedActionInUse(_ name: String, at span: Span, use: Span) -> Diagnostic {
    Diagnostic(
      .droppedActionInUse, "`\(name)` cannot be dropped: it is still named elsewhere", at: span,
      notes: [Note(text: "it is named here", span: use)], help: "drop that rule too, or change what names it")
  }

  // MARK: Types

  static func typeMismatch(_ found: ValueType, wanted: String, by want: Want, names: [Fact], at span: Span) -> Diagnostic
  {
    Diagnostic(
      .typeMismatch, "\(want.who) needs \(wanted), and this is \(found.described(names))", at: span,
      notes: want.span.map { [Note(text: "because of this", span: $0)] } ?? [])
  }

  static func percentWithoutBase(_ text: String, by want: Want, at span: Span) -> Diagnostic {
    Diagnostic(
      .percentWithoutBase, "\(want.who) needs an amount of money, and this is only a percentage", at: span,
      label: "\(text) of what?", notes: want.span.map { [Note(text: "because of this", span: $0)] } ?? [],
      help: "say what it is a percentage of, such as `\(text) of amount`")
  }

  static func missingUnit(_ text: String, unit: String, by want: Want, wanted: String, at span: Span) -> Diagnostic {
    let suggestion = unit == "%" ? text + "%" : text + " " + unit
    return Diagnostic(
      .missingUnit, "\(want.who) needs \(wanted), and this number has no unit", at: span, label: "\(text) what?",
      notes: want.span.map { [Note(text: "because of this", span: $0)] } ?? [], help: "write `\(suggestion)`",
      fix: Edit(span: span, replacement: suggestion))
  }

  /// Two operands that do not go together, both places shown.
  static func operandMismatch(
    _ operation: String, _ left: Expression, _ right: Expression, names: [Fact], help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .typeMismatch,
      "\(operation) \(left.type.described(names)) and \(right.type.described(names)): these do not go together",
      at: right.span, label: "this is \(right.type.described(names))",
      notes: [Note(text: "this is \(left.type.described(names))", span: left.span)], help: help)
  }

  static func wordComparison(_ span: Span, negated: Bool) -> Diagnostic {
    Diagnostic(
      .wordComparison, "words are compared with `\(negated ? "is not" : "is")`", at: span,
      help: "write `FACT \(negated ? "is not" : "is") WORD`")
  }

  static func argumentCount(_ function: String, wanted: String, at span: Span) -> Diagnostic {
    Diagnostic(.argumentCount, "`\(function)` takes \(wanted)", at: span)
  }

  // MARK: Values

  static func numberTooLarge(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(.numberTooLarge, "\(text) is too large to be held exactly", at: span)
  }

  static func tooPrecise(_ what: String, decimals: Int, at span: Span) -> Diagnostic {
    let most = decimals == 0 ? "no decimals" : "at most \(decimals) decimal" + (decimals == 1 ? "" : "s")
    return Diagnostic(.tooPrecise, "\(what) has \(most)", at: span)
  }

  static func outOfRange(_ what: String, range: String, at span: Span) -> Diagnostic {
    Diagnostic(.outOfRange, "\(what) must be \(range)", at: span)
  }

  static func badFactor(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .badFactor, "a factor must be above 1, and this is \(text)", at: span,
      help: "to make an action less likely, write `2x less likely`")
  }

  static func unknownCurrency(_ code: String, at span: Span, nearest: String?) -> Diagnostic {
    Diagnostic(.unknownCurrency, "ISO 4217 has no currency `\(code)` in use", at: span).suggesting(nearest)
  }

  static func wrongCurrency(_ code: String, book: String, at span: Span, declared: Span?) -> Diagnostic {
    Diagnostic(
      .wrongCurrency, "this amount is in \(code), and these rules are in \(book)", at: span,
      notes: declared.map { [Note(text: "the currency of the rules is declared here", span: $0)] } ?? [],
      help: "a rules file has one currency")
  }

  static func missingCurrency(at span: Span, isLiteral: Bool) -> Diagnostic {
    isLiteral
      ? Diagnostic(
        .missingCurrency, "this file has an amount of money but declares no currency", at: span,
        help: "begin the file with a line such as `currency USD`")
      : Diagnostic(
        .missingCurrency, "no currency is declared, neither here nor in a file that this one includes", at: span,
        help: "begin the file with a line such as `currency USD`; only a file that others include may leave it out")
  }

  // MARK: Examples

  static func incompleteExample(_ missing: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .incompleteExample, "this example does not say `\(missing)`", at: span,
      help: "there is no advice without it: add a line `\(missing) = …`")
  }

  static func givenNotConstant(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .givenNotConstant, "an example gives plain values, and `\(name)` is none", at: span,
      help: "write the value itself")
  }
}

extension ValueType {
  /// The type in words with their article.
  func described(_ facts: [Fact]) -> String {
    switch self {
    case .truth: "a yes or no"
    case .choice(let fact): "a word of `\(fact < facts.count ? facts[fact].name : "a choice")`"
    case .money: "an amount of money"
    case .days: "a number of days"
    case .number: "a plain number"
    case .percent: "a percentage"
    }
  }
}
