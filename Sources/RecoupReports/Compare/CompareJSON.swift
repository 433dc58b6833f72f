public import RecoupEngine
public import RecoupLedger
import RecoupQuantities
public import RecoupRules
import RecoupWire

/// All ways with an invoice side by side, for programs: the answer of `compare` in JSON.
public struct CompareJSON {
  private let book: RuleBook

  /// Answers by a rule book.
  public init(_ book: RuleBook) { self.book = book }

  /// `{"schema": "recoup/compare/1", …}` on one line.
  ///
  /// - Parameters:
  ///   - after: The advice after a change, by its own book, where one was asked for.
  ///   - findings: What would change the advice, where nothing else was asked for.
  ///   - line: The line of the last of these advices, where one was asked for.
  public func text(
    _ advice: Advice, _ findings: CompareReport.Findings? = nil, in frame: AdviceJSON.Frame,
    after: (book: RuleBook, advice: Advice)? = nil, line: Line? = nil, left problems: [LedgerProblem] = []
  ) -> String {
    var json = JSONWriter()
    AdviceJSON(book).open(frame, schema: "compare", &json)
    json.name("before")
    write(advice, by: book, frame, &json)
    json.name("after")
    if let after { write(after.advice, by: after.book, frame, &json) } else { json.null() }
    json.name("line")
    if let line {
      LineJSON(after?.book ?? book).write(line, isChanged: after != nil, to: &json)
    } else {
      json.null()
    }
    if let findings { write(findings, &json) }
    LedgerProblem.write(problems, &json)
    json.close("}")
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private func write(_ findings: CompareReport.Findings, _ json: inout JSONWriter) {
    let writer = FindingsJSON(book)
    writer.write(findings.turns, to: &json)
    writer.write(findings.trust, to: &json)
    writer.write(findings.routes, to: &json)
    writer.write(findings.questions, to: &json)
  }

  private func write(_ advice: Advice, by book: RuleBook, _ frame: AdviceJSON.Frame, _ json: inout JSONWriter) {
    json.open("{")
    AdviceJSON(book).write(advice, frame, &json)
    json.name("ways")
    json.open("[")
    for row in ComparisonRow.all(advice, book) {
      json.open("{")
      json.member("action", book.actions[row.option.action].name)
      json.member("chance", row.option.chance)
      json.member("chance_low", row.chances.lowerBound)
      json.member("chance_high", row.chances.upperBound)
      json.member("gross", row.gross)
      json.member("commission", row.commission)
      json.member("net", row.net)
      json.member("outlay", row.outlay)
      json.member("strained", row.strained)
      json.member("step", row.step)
      json.member("follows", row.follows)
      json.member("brings", row.brings)
      json.member("opens_on", advice.date(after: row.option.opens)?.iso)
      json.member("paid_by", advice.date(after: row.option.paidBy)?.iso)
      json.close("}")
    }
    json.close("]")
    json.close("}")
  }
}
