import RecoupRules
import RecoupWire

extension PortfolioDifference {
  /// Writes every open invoice as an entry of a list.
  func write(to json: inout JSONWriter) {
    json.open("[")
    for pair in pairs {
      let differs = changesAdvice(pair) || pair.change != 0
      write(pair.new.subject.id, differs, .advice(pair.old), .advice(pair.new), &json)
    }
    for row in lone { write(row.id, true, row.old, row.new, &json) }
    json.close("]")
  }

  private func write(_ id: String?, _ differs: Bool, _ before: Answer, _ after: Answer, _ json: inout JSONWriter) {
    json.open("{")
    json.member("invoice", id)
    json.member("differs", differs)
    let sides = [("old", before, old), ("new", after, new)]
    for (side, answer, book) in sides { json.member(side + "_recommend", answer.advice.map { name($0, book) }) }
    for (side, answer, _) in sides {
      if let advice = answer.advice {
        json.member(side + "_value", advice.brings)
      } else {
        json.name(side + "_value")
        json.null()
      }
    }
    for (side, answer, _) in sides { json.member(side + "_problem", answer.problem) }
    json.close("}")
  }
}

extension PortfolioDifference.Answer {
  fileprivate var advice: BriefAdvice? {
    switch self {
    case .advice(let advice): advice
    case .none: nil
    }
  }

  fileprivate var problem: String? {
    switch self {
    case .advice: nil
    case .none(let reason): reason
    }
  }
}
