import RecoupQuantities
import RecoupRules

/// What a value is wanted for; it travels with the expectation, so that an error can say why there is one.
struct Want {
  /// What needs the value, and that it does, such as "`cost` needs".
  var needs: String
  /// Another place that explains the need, if there is one.
  var reason: Diagnostic.Note?

  /// What needs the value, such as "`cost`".
  init(_ who: String, because reason: String = "", at span: Span? = nil) {
    needs = who + " needs"
    self.reason = span.map { Diagnostic.Note(text: reason, span: $0) }
  }

  /// A value of the type in question beside which another one stands.
  init(beside value: String, _ type: String, at span: Span) {
    needs = value + " is"
    reason = Diagnostic.Note(text: "this is \(type)", span: span)
  }
}

/// The wording of what can be wrong with names, types and values.
extension Diagnostic {
  // MARK: Names

  static func unknownName(_ name: String, at span: Span, nearest: String?, help: String?) -> Diagnostic {
    Diagnostic(
      .unknownName, "no fact, setting, definition or table is called `\(name)`", at: span,
      help: help ?? (name.utf8.count > 60 ? nil : "declare it, with `fact \(name): …` or `define \(name) = …`")
    ).suggesting(nearest)
  }

  static func unknownFunction(_ name: String, _ known: [String], at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownName, "no function is called `\(name)`", at: span,
      help: "there are " + list(known))
  }

  static func unknownAction(_ name: String, at span: Span, nearest: String?, known: [String]) -> Diagnostic {
    let help =
      known.isEmpty || known.count > 12
      ? "declare it, with `action \(name) { … }`" : "the actions are " + list(known)
    return Diagnostic(.unknownAction, "no action is called `\(name)`", at: span, help: help).suggesting(nearest)
  }

  /// Words as they are written, with commas.
  static func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }

  static func placedByItself(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownAction, "`\(name)` is placed on the ladder by itself", at: span,
      help: "name another action, one that is declared before")
  }

  static func actionDeclaredLater(_ name: String, at span: Span, declared: Span) -> Diagnostic {
    Diagnostic(
      .unknownAction, "`\(name)` is declared only later", at: span,
      notes: [Note(text: "it is declared here", span: declared)], help: "put the action that is named first")
  }

  static func unknownWord(_ word: String, of fact: Fact, at span: Span, nearest: String?) -> Diagnostic {
    Diagnostic(
      .unknownWord, "`\(fact.name)` has no word `\(word)`", at: span,
      notes: [Note(text: "its words are " + list(fact.words.map { $0.name }), span: fact.span)]
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
      notes: [Note(text: "it is named here", span: use)],
      help: "drop the rule or the action that names it too, and write it anew without it")
  }

  /// A name of an included file that another file gave a value that does not fit what the included one does with it.
  static func replacedByOther(
    _ name: String, _ type: String?, at span: Span, use: Span, _ message: String
  ) -> Diagnostic {
    Diagnostic(
      .typeMismatch, "`\(name)` becomes \(type ?? "something else"), which does not fit where it is read", at: span,
      notes: [Note(text: message, span: use)])
  }

  // MARK: Types

  static func typeMismatch(_ found: String, wanted: String, by want: Want, at span: Span, help: String? = nil)
    -> Diagnostic
  {
    Diagnostic(
      .typeMismatch, "\(want.needs) \(wanted), and this is \(found)", at: span,
      notes: want.reason.map { [$0] } ?? [], help: help)
  }

  static func percentWithoutBase(_ text: String, by want: Want, at span: Span) -> Diagnostic {
    Diagnostic(
      .percentWithoutBase, "\(want.needs) an amount of money, and this is only a percentage", at: span,
      label: "\(text) of what?", notes: want.reason.map { [$0] } ?? [],
      help: "say what it is a percentage of, such as `\(text) of amount`")
  }

  static func missingUnit(_ text: String, _ type: ValueType, currency: String, by want: Want, at span: Span)
    -> Diagnostic
  {
    var problem = Diagnostic(
      .missingUnit, "\(want.needs) \(type.described([])), and this number has no unit", at: span,
      label: "\(text) what?", notes: want.reason.map { [$0] } ?? [])
    let written = type == .percent ? text + "%" : text + " " + (type == .days ? "days" : currency)
    problem.help = "write `\(written)`"
    problem.fix = Edit(span: span, replacement: written)
    // A share such as 0.25 is more likely meant as 25% than as 0.25%.
    if type == .percent, let share = try? DecimalText.parse(text.utf8, decimals: 6), share > 0, share <= 1_000_000 {
      let percentage = DecimalText.text(share, decimals: 4) + "%"
      problem.help = "if this is a share of one, write `\(percentage)`"
      // One may be all of it or a hundredth.
      problem.fix = share < 1_000_000 ? Edit(span: span, replacement: percentage) : nil
    }
    return problem
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

  static func wordComparison(_ fact: String, _ word: String, negated: Bool, at span: Span) -> Diagnostic {
    let operation = negated ? "is not" : "is"
    let written = "\(fact) \(operation) \(word)"
    return Diagnostic(
      .wordComparison, "words are compared with `\(operation)`", at: span, help: "write `\(written)`",
      fix: Edit(span: span, replacement: written))
  }

  static func choiceComparison(at span: Span) -> Diagnostic {
    Diagnostic(
      .wordComparison, "words can neither be compared with each other nor computed with", at: span,
      help: "test for a word with `is`, as in `FACT is WORD`")
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

  /// - Parameters:
  ///   - value: The factor in millionths.
  ///   - effect: Where the factor stands with the words behind it; nil where more than these stands there.
  static func badFactor(_ text: String, _ value: Int64, likelier: Bool, at span: Span, effect: Span?) -> Diagnostic {
    var problem = Diagnostic(
      .badFactor, "a factor must be above 1, and this is \(text)", at: span,
      help: "to make an action less likely, write `2x less likely`")
    // Twice less likely is half as likely, and the other way round.
    let whole = millionthsInOne * millionthsInOne
    if value > 0, value < millionthsInOne, whole % value == 0 {
      let factor = DecimalText.text(whole / value, decimals: 6) + "x"
      let written = factor + (likelier ? " less likely" : " likelier")
      problem.help = "write `\(written)`"
      problem.fix = effect.map { Edit(span: $0, replacement: written) }
    }
    return problem
  }

  static func unknownCurrency(_ code: String, at span: Span, nearest: String?) -> Diagnostic {
    Diagnostic(.unknownCurrency, "ISO 4217 has no currency `\(code)` in use", at: span).suggesting(nearest)
  }

  static func wrongCurrency(_ code: String, book: String, at span: Span, declared: Span?) -> Diagnostic {
    Diagnostic(
      .wrongCurrency, "this amount is in \(code), and these rules are in \(book)", at: span,
      notes: declared.map { [Note(text: "the currency of the rules is declared here", span: $0)] } ?? [],
      help: "a rules file has one currency: give the amount in \(book)")
  }

  /// An amount of an included file, seen from the currency that was declared over its head.
  static func currencyOfIncluded(_ code: String, at span: Span, amount: Span, _ message: String) -> Diagnostic {
    Diagnostic(
      .wrongCurrency, "these rules are in \(code), and what they include has amounts in another currency", at: span,
      notes: [Note(text: message, span: amount)],
      help: "include rules in \(code), or take out this line")
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

  static func duplicateGiven(_ name: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .duplicateName, "`\(name)` is given twice in this example", at: span,
      notes: [Note(text: "it is first given here", span: first)])
  }

  static func daysWithoutTimes(_ action: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .incompleteExample, "this example says when `\(action)` was done, but not how often", at: span,
      help: "add a line such as `\(action).times = 1`")
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
