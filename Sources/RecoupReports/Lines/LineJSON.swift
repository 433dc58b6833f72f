import RecoupEngine
import RecoupRules
import RecoupWire

/// The advice along a line, for programs: a member of the answer of `compare` in JSON.
struct LineJSON {
  private let book: RuleBook
  private let decisions: DecisionWriter
  private let cases: CaseWriter

  init(_ book: RuleBook) {
    self.book = book
    decisions = DecisionWriter(book)
    cases = CaseWriter(book)
  }

  /// `{"vary": …}`.
  func write(_ line: Line, isChanged: Bool, to json: inout JSONWriter) {
    let type = line.axis.type(in: book)
    json.open("{")
    json.member("vary", line.axis.name(in: book))
    json.member("of", isChanged ? "after" : "before")
    json.name("today")
    if let today = line.today { cases.write(today, type, to: &json) } else { json.null() }
    json.name("stretches")
    json.open("[")
    for stretch in line.stretches {
      json.open("{")
      json.name("from")
      cases.write(stretch.values.lowerBound, type, to: &json)
      json.name("to")
      cases.write(stretch.values.upperBound, type, to: &json)
      json.name("recommend")
      decisions.write(stretch.recommendation, to: &json)
      json.member("proved", stretch.isProved)
      json.close("}")
    }
    json.close("]")
    json.name("points")
    json.open("[")
    for point in line.points { write(point, type, to: &json) }
    json.close("]")
    json.close("}")
  }

  private func write(_ point: Line.Point, _ type: ValueType, to json: inout JSONWriter) {
    json.open("{")
    json.name("value")
    cases.write(point.value, type, to: &json)
    json.name("recommend")
    decisions.write(point.recommendation, to: &json)
    json.member("best", point.best.map { book.actions[$0].name })
    json.name("options")
    json.open("[")
    for (action, value) in point.values.enumerated() {
      guard let value, let opens = point.opens[action] else { continue }
      json.open("{")
      json.member("action", book.actions[action].name)
      json.member("opens", opens)
      json.member("value", value)
      json.close("}")
    }
    json.close("]")
    json.close("}")
  }
}
