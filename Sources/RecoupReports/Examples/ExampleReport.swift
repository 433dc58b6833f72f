public import RecoupEngine
public import RecoupLanguage
import RecoupQuantities
public import RecoupRules
import RecoupWire

/// Shows what came of the examples of a rules file.
public struct ExampleReport {
  private let book: RuleBook
  private let files: [SourceFile]

  /// A report on the examples of a book that was read from files.
  public init(_ book: RuleBook, _ files: [SourceFile]) {
    self.book = book
    self.files = files
  }

  // MARK: For a person

  /// Every example that fails, with what was expected, what came and why; then how many passed.
  public func text(_ checks: [ExampleCheck]) -> String {
    var text = ""
    for (example, check) in zip(book.examples, checks) {
      guard let problem = check.problem else { continue }
      text += "\(place(example.span)): \"\(Shown.text(example.name))\" fails\n"
      text += explain(problem, example)
      if let decision = check.decision { text += came(decision) }
      text += "\n"
    }
    let failed = checks.count { $0.problem != nil }
    if checks.isEmpty { return "There are no examples.\n" }
    let all = checks.count == 1 ? "1 example" : "\(checks.count) examples"
    return text + (failed == 0 ? "\(all): all pass.\n" : "\(all): \(failed) \(failed == 1 ? "fails" : "fail").\n")
  }

  private func place(_ span: Span) -> String { RulesPlace(span, files).text }

  private func explain(_ problem: ExampleCheck.Problem, _ example: Example) -> String {
    switch problem {
    case .badGiven(let index):
      "  \(place(example.givens[index].span)): this value does not fit, or a count is negative or not whole\n"
    case .daysWithoutTimes(let action):
      "  \(book.actions[action].name).days_ago is given without \(book.actions[action].name).times\n"
    case .expectsNothing: "  it has no `expect`, so it could not fail\n"
    case .noAdvice(.missing(let fact)): "  it does not give `\(book.facts[fact].name)`\n"
    case .failed(let expectations):
      expectations.map { "  expected  \(expected(example.expectations[$0]))\n" }.joined()
    }
  }

  private func expected(_ expectation: Example.Expectation) -> String {
    let outcome =
      switch expectation.outcome {
      case .action(let action): book.actions[action].name
      case .wait: "wait"
      case .nothing: "nothing"
      }
    return expectation.isNegated ? "not \(outcome)" : outcome
  }

  private func came(_ decision: Decision) -> String {
    var text = "  came      \(recommended(decision))\n"
    for rule in decision.fired {
      let rule = book.rules[rule]
      text += "  rule      \"\(Shown.text(rule.name.original))\": \(Shown.text(rule.reason.original))\n"
    }
    let width = book.actions.map { $0.name.count }.max() ?? 0
    for option in decision.options {
      let name = book.actions[option.action].name
      text += "  open      \(name)\(String(repeating: " ", count: width - name.count))  brings \(money(option.value))"
      text += option.opens > 0 ? " from day \(option.opens)\n" : "\n"
    }
    for closed in decision.closed {
      let name = book.actions[closed.action].name
      text += "  closed    \(name)\(String(repeating: " ", count: width - name.count))  \(why(closed))\n"
    }
    return text
  }

  private func recommended(_ decision: Decision) -> String {
    switch (decision.recommendation, decision.basis) {
    case (.action(let action), _): return book.actions[action].name
    case (.wait, .opens):
      let best = decision.bestOption.map { book.actions[$0.action].name } ?? ""
      return "wait until day \(decision.until ?? 0), when \(best) opens"
    case (.wait, _): return decision.until.map { "wait until day \($0)" } ?? "wait, with no end in sight"
    case (.nothing, .loss): return "nothing: every way costs more than it brings"
    case (.nothing, _): return "nothing: no action opens within the horizon"
    }
  }

  private func why(_ closed: Closed) -> String {
    let action = book.actions[closed.action]
    switch closed.reason {
    case .times: return "was done as often as it may be"
    case .rule(let rule): return "rule \"\(Shown.text(book.rules[rule].name.original))\""
    case .requires(let place):
      let requirement = action.requirements[place]
      return "requires: "
        + Shown.text(requirement.reason?.original ?? files[Int(requirement.span.file)].text(requirement.span))
    case .unknown(let missing):
      if missing.isEmpty { return "a value overflows or divides by zero" }
      return "unknown: " + missing.map { name($0) }.joined(separator: ", ")
    case .wait: return "a rule says to wait"
    }
  }

  private func name(_ missing: Decision.Missing) -> String {
    switch missing {
    case .fact(let fact): book.facts[fact].name
    case .daysAgo(let action): book.actions[action].name + ".days_ago"
    }
  }

  /// An expected value, rounded to the smallest unit.
  private func money(_ value: Double) -> String {
    guard abs(value) < 9e18 else { return "\(value) \(book.currency.code)" }
    let units = Int64(value.rounded(.toNearestOrEven))
    return DecimalText.text(units, decimals: book.currency.decimals, atLeast: book.currency.decimals)
      + " \(book.currency.code)"
  }

  // MARK: For a program

  /// `{"schema": "recoup/test/1", "examples": […], "failed": 0, …}` on one line, with the decision on each example.
  ///
  /// - Parameters:
  ///   - mutation: What became of changes of the rules, if that was asked.
  ///   - suggestions: What was suggested, if that was asked.
  public func json(
    _ checks: [ExampleCheck], _ coverage: CoverageReport, _ mutation: MutationReport? = nil,
    _ suggestions: SuggestionReport? = nil
  ) -> String {
    var json = JSONWriter()
    json.open("{")
    json.member("schema", "recoup/test/1")
    json.name("examples")
    json.open("[")
    for (example, check) in zip(book.examples, checks) { write(example, check, &json) }
    json.close("]")
    json.member("failed", Int64(checks.count { $0.problem != nil }))
    json.name("coverage")
    coverage.write(to: &json)
    json.name("mutation")
    if let mutation { mutation.write(to: &json) } else { json.null() }
    json.name("suggestions")
    if let suggestions { suggestions.write(to: &json) } else { json.null() }
    json.close("}")
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private func write(_ example: Example, _ check: ExampleCheck, _ json: inout JSONWriter) {
    json.open("{")
    json.member("name", example.name)
    json.member("line", Int64(files[Int(example.span.file)].position(of: Int(example.span.lower)).line))
    json.member("passes", check.problem == nil)
    json.name("expected")
    json.open("[")
    for expectation in example.expectations { json.string(expected(expectation)) }
    json.close("]")
    json.member("came", check.decision.map { outcome($0) })
    json.member("problem", check.problem.map { kind($0) })
    json.name("decision")
    if let decision = check.decision {
      json.open("{")
      DecisionWriter(book).writeAll(decision, to: &json)
      json.close("}")
    } else {
      json.null()
    }
    json.close("}")
  }

  private func outcome(_ decision: Decision) -> String {
    switch decision.recommendation {
    case .action(let action): book.actions[action].name
    case .wait: "wait"
    case .nothing: "nothing"
    }
  }

  private func kind(_ problem: ExampleCheck.Problem) -> String {
    switch problem {
    case .badGiven: "bad_given"
    case .daysWithoutTimes: "days_without_times"
    case .expectsNothing: "expects_nothing"
    case .noAdvice: "no_advice"
    case .failed: "failed"
    }
  }
}
