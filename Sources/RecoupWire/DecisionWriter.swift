public import RecoupEngine
public import RecoupRules

/// Writes decisions as `decide`'s output has them.
public struct DecisionWriter {
  let book: RuleBook

  /// A writer of decisions by a rule book.
  public init(_ book: RuleBook) { self.book = book }

  /// One line of the output, without its end.
  func write(_ decision: Decision, id: String, to json: inout JSONWriter) {
    json.open("{")
    json.name("id")
    json.value(id)
    writeAll(decision, to: &json)
    json.close("}")
  }

  /// One line of the brief output, without its end.
  func write(_ decision: BriefDecision, id: String, to json: inout JSONWriter) {
    json.open("{")
    json.name("id")
    json.value(id)
    writeAdvice(decision, to: &json)
    json.close("}")
  }

  /// All members of a decision, from `recommend` to `fired`.
  public func writeAll(_ decision: Decision, to json: inout JSONWriter) {
    writeAdvice(BriefDecision(decision), to: &json)
    writeWays(decision, to: &json)
  }

  /// The members `recommend`, `until` and `basis`, and those of the best way.
  private func writeAdvice(_ decision: BriefDecision, to json: inout JSONWriter) {
    json.name("recommend")
    write(decision.recommendation, to: &json)
    json.member("until", decision.until)
    json.member("basis", decision.basis.rawValue)
    writeBest(decision, to: &json)
  }

  /// An action's name, `wait` or null.
  public func write(_ recommendation: Decision.Recommendation, to json: inout JSONWriter) {
    switch recommendation {
    case .action(let action): json.string(book.actions[action].name)
    case .wait: json.string("wait")
    case .nothing: json.null()
    }
  }

  /// The members `options`, `closed` and `fired`.
  public func writeWays(_ decision: Decision, to json: inout JSONWriter) {
    json.name("options")
    json.open("[")
    for option in decision.options { write(option, to: &json) }
    json.close("]")
    json.name("closed")
    json.open("[")
    for closed in decision.closed { write(closed, to: &json) }
    json.close("]")
    json.name("fired")
    json.open("[")
    for rule in decision.fired { json.string(book.rules[rule].name.original) }
    json.close("]")
  }

  /// The members `best`, `value`, `chance` and `paid_by`.
  public func writeBest(_ decision: BriefDecision, to json: inout JSONWriter) {
    guard let best = decision.best else {
      for name in ["best", "value", "chance", "paid_by"] {
        json.name(name)
        json.null()
      }
      return
    }
    json.member("best", book.actions[best.action].name)
    json.member("value", best.value)
    json.member("chance", best.chance)
    json.member("paid_by", best.paidBy)
  }

  /// An option with its plan, as an object.
  public func write(_ option: Option, to json: inout JSONWriter) {
    json.open("{")
    json.member("action", book.actions[option.action].name)
    json.member("opens", option.opens)
    json.member("value", option.value)
    json.member("chance", option.chance)
    json.name("plan")
    json.open("[")
    for step in option.plan {
      json.open("{")
      json.member("action", book.actions[step.action].name)
      json.member("day", step.day)
      json.member("chance", step.chance)
      json.member("net", step.net)
      json.member("outlay", step.outlay)
      json.member("strained", step.strained)
      json.close("}")
    }
    json.close("]")
    json.close("}")
  }

  private func write(_ closed: Closed, to json: inout JSONWriter) {
    json.open("{")
    json.member("action", book.actions[closed.action].name)
    json.name("because")
    switch closed.reason {
    case .times: json.string("times")
    case .rule: json.string("rule")
    case .requires: json.string("requires")
    case .wait: json.string("wait")
    case .unknown(let missing):
      json.string("unknown")
      json.name("missing")
      json.open("[")
      for name in missing {
        switch name {
        case .fact(let fact): json.string(book.facts[fact].name)
        case .daysAgo(let action): json.string(book.actions[action].name + ".days_ago")
        }
      }
      json.close("]")
    }
    json.close("}")
  }
}
