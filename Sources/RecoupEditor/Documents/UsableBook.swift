import RecoupAnalysis
import RecoupEngine
import RecoupLanguage
import RecoupQuantities
import RecoupRules

/// A rule book without mistakes, and what was computed with it so far.
final class UsableBook {
  let book: RuleBook
  let files: [SourceFile]
  let notation: RulesNotation
  private(set) lazy var advisor = Advisor(book)
  private var checks: [Int: ExampleCheck] = [:]
  private(set) lazy var plainDecision: Decision? = try? advisor.decide(plainCase)
  /// What a review found, once it was made.
  var findings: [Finding]?

  init(_ book: RuleBook, _ files: [SourceFile]) {
    self.book = book
    self.files = files
    notation = RulesNotation(book)
  }

  /// 1,000 of the currency, 30 days late, and nothing else known.
  private var plainCase: Case {
    var units: Int64 = 1000
    for _ in 0..<book.currency.decimals { units *= 10 }
    return Case(facts: [units, 30])
  }

  func check(_ example: Int) -> ExampleCheck {
    if let known = checks[example] { return known }
    let check = advisor.check(book.examples[example])
    checks[example] = check
    return check
  }

  /// The advice on the case by which an action is shown: the first example that expects it, else the first that can be
  /// decided, else the plain case; and the name of the example.
  func sample(of action: Int) -> (name: String?, decision: Decision)? {
    let expecting = book.examples.firstIndex { example in
      example.expectations.contains { $0.outcome == .action(action) && !$0.isNegated }
    }
    for example in [expecting, book.examples.isEmpty ? nil : 0] {
      if let example, let decision = check(example).decision { return (book.examples[example].name, decision) }
    }
    return plainDecision.map { (nil, $0) }
  }

  /// The value of an expression in a case of which nothing is known, as the rules write it.
  func value(of expression: Expression) -> String? {
    advisor.value(of: expression, in: Case(facts: [])).map { notation.text($0, expression.type) }
  }

  /// What stands in the rules.
  func written(_ span: Span) -> String {
    guard files.indices.contains(Int(span.file)) else { return "" }
    return files[Int(span.file)].text(span)
  }
}
