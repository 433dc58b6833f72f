import RecoupEngine
import RecoupRules
import RecoupWire

/// What would change an advice, for programs: members that the answers of several commands share.
struct FindingsJSON {
  private let book: RuleBook
  private let decisions: DecisionWriter
  private let cases: CaseWriter

  init(_ book: RuleBook) {
    self.book = book
    decisions = DecisionWriter(book)
    cases = CaseWriter(book)
  }

  // MARK: Trust

  /// The member `trust`.
  func write(_ trust: Trust, to json: inout JSONWriter) {
    json.name("trust")
    json.open("{")
    json.name("ranges")
    json.open("[")
    for range in trust.ranges {
      json.open("{")
      json.member("action", book.actions[range.action].name)
      json.member("chance_low", share(range.chances.lowerBound))
      json.member("chance_high", share(range.chances.upperBound))
      json.close("}")
    }
    json.close("]")
    json.name("flips")
    json.open("[")
    for flip in trust.flips {
      json.open("{")
      write(flip.assumed, to: &json)
      advised(flip.recommendation, to: &json)
      json.close("}")
    }
    json.close("]")
    json.member("proved", trust.isProved)
    json.name("together")
    json.open("{")
    switch trust.together {
    case .holds: json.member("outcome", "holds")
    case .undecided: json.member("outcome", "undecided")
    case .turns(let assumed, let recommendation):
      json.member("outcome", "turns")
      json.name("chances")
      json.open("[")
      for one in assumed {
        json.open("{")
        write(one, to: &json)
        json.close("}")
      }
      json.close("]")
      advised(recommendation, to: &json)
    }
    json.close("}")
    json.close("}")
  }

  private func write(_ assumed: Trust.Assumed, to json: inout JSONWriter) {
    json.member("action", book.actions[assumed.action].name)
    json.member("chance", share(assumed.chance))
  }

  private func share(_ millionths: Int64) -> Double { Double(millionths) / 1_000_000 }

  // MARK: Questions

  /// The member `questions`.
  func write(_ questions: [Question], to json: inout JSONWriter) {
    json.name("questions")
    json.open("[")
    for question in questions {
      json.open("{")
      json.member("fact", book.facts[question.fact].name)
      json.member("gain", question.gain)
      json.name("answers")
      json.open("[")
      for answer in question.answers {
        json.open("{")
        write(answer.values, of: book.facts[question.fact], &json)
        advised(answer.recommendation, to: &json)
        json.member("gain", answer.gain)
        json.member("proved", answer.isProved)
        json.close("}")
      }
      json.close("]")
      json.close("}")
    }
    json.close("]")
  }

  /// A single answer of words, or the ends of a stretch of numbers.
  private func write(_ values: ClosedRange<Int64>, of fact: Fact, _ json: inout JSONWriter) {
    switch fact.type {
    case .truth, .choice: value("value", values.lowerBound, fact.type, to: &json)
    case .money, .days, .number, .percent:
      value("from", values.lowerBound, fact.type, to: &json)
      value("to", values.upperBound, fact.type, to: &json)
    }
  }

  // MARK: Turns and routes

  /// The member `turns`: also of what changes nothing.
  func write(_ turns: [Turn], to json: inout JSONWriter) {
    json.name("turns")
    json.open("[")
    for turn in turns {
      let type = turn.axis.type(in: book)
      json.open("{")
      json.member("vary", turn.axis.name(in: book))
      value("today", turn.today, type, to: &json)
      value("from", turn.held.lowerBound, type, to: &json)
      value("to", turn.held.upperBound, type, to: &json)
      json.member("proved", turn.isProved)
      value("proved_from", turn.proved.lowerBound, type, to: &json)
      value("proved_to", turn.proved.upperBound, type, to: &json)
      json.name("others")
      json.open("[")
      for other in turn.others {
        json.open("{")
        value("value", other.value, type, to: &json)
        advised(other.recommendation, to: &json)
        json.close("}")
      }
      json.close("]")
      json.close("}")
    }
    json.close("]")
  }

  /// The member `routes`.
  func write(_ routes: [Route], to json: inout JSONWriter) {
    json.name("routes")
    json.open("[")
    for route in routes {
      json.open("{")
      json.member("action", book.actions[route.action].name)
      json.name("moves")
      json.open("[")
      for move in route.moves {
        let type = move.axis.type(in: book)
        json.open("{")
        json.member("vary", move.axis.name(in: book))
        if let from = move.from {
          value("from", from, type, to: &json)
        } else {
          json.name("from")
          json.null()
        }
        value("to", move.to, type, to: &json)
        json.close("}")
      }
      json.close("]")
      json.close("}")
    }
    json.close("]")
  }

  private func value(_ name: String, _ value: Int64, _ type: ValueType, to json: inout JSONWriter) {
    json.name(name)
    cases.write(value, type, to: &json)
  }

  private func advised(_ recommendation: Decision.Recommendation, to json: inout JSONWriter) {
    json.name("recommend")
    decisions.write(recommendation, to: &json)
  }
}
