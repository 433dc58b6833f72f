public import RecoupAnalysis
import RecoupEngine
public import RecoupLanguage
public import RecoupRules
import RecoupWire

/// Shows what was found out about the meaning of rules.
public struct FindingReport {
  private let book: RuleBook
  private let files: [SourceFile]
  private let report: DiagnosticReport
  private let cases: CaseText
  private let examples: ExampleText
  private let advisor: Advisor

  /// - Parameter isColored: Whether the terminal shows colours.
  public init(_ book: RuleBook, _ files: [SourceFile], isColored: Bool = false) {
    self.book = book
    self.files = files
    report = DiagnosticReport(files, isColored: isColored)
    cases = CaseText(book)
    examples = ExampleText(book)
    advisor = Advisor(book)
  }

  /// All findings in a style, and a last line that counts them and what was proved.
  public func text(_ review: Review, _ style: DiagnosticReport.Style) -> String {
    var text = ""
    for finding in review.findings {
      switch style {
      case .line: text += report.line(notice(finding)) + "\n"
      case .human: text += report.human(notice(finding)) + witness(finding) + "\n"
      }
    }
    return text + summary(review)
  }

  /// How many mistakes, findings and pieces of advice, and how much is certain.
  private func summary(_ review: Review) -> String {
    let findings = review.findings.count { $0.weight == .finding }
    let advice = review.findings.count { $0.weight == .advice && $0.certainty != .undecided }
    var counts = ["no mistakes", FindingReport.count(findings, "finding", "findings")]
    if advice > 0 { counts.append(FindingReport.count(advice, "piece of advice", "pieces of advice")) }
    let undecided = review.undecided > 0 ? ", \(review.undecided) undecided" : ""
    return "\(Shown.text(files[0].name)): \(counts.joined(separator: ", ")) "
      + "(\(review.proved) proved for all cases, \(review.shown) shown by a case\(undecided))\n"
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 0 ? "no \(many)" : number == 1 ? "1 \(one)" : "\(number) \(many)"
  }

  private func notice(_ finding: Finding) -> Notice {
    let weight = finding.certainty == .undecided ? "undecided" : finding.weight.rawValue
    return Notice(
      weight: weight, code: finding.kind.rawValue, message: finding.message, span: place(finding.span),
      notes: finding.notes.map { ($0.text, $0.span.map(place)) }, help: finding.help)
  }

  /// What stands nowhere is told at the beginning of the outermost file.
  private func place(_ span: Span) -> Span { span.file < 0 ? Span(file: 0, lower: 0, upper: 0) : span }

  // MARK: Witnesses

  private func witness(_ finding: Finding) -> String {
    guard let invoice = finding.witness, let example = example(finding, invoice) else { return "" }
    var text = "  A case that shows it:\n\n    \(cases.command(invoice, rules: files[0].name))\n\n"
    for line in examples.block(example).split(separator: "\n") { text += "    \(line)\n" }
    return text
  }

  /// The example that pins down today's advice on a witness.
  private func example(_ finding: Finding, _ invoice: Case) -> Example? {
    guard let decision = try? advisor.decide(invoice) else { return nil }
    return cases.example(invoice, called: name(finding), expecting: decision)
  }

  private func name(_ finding: Finding) -> String {
    let names = Set(book.examples.map { $0.name })
    let name = finding.kind.exampleName
    if !names.contains(name) { return name }
    var number = 2
    while names.contains("\(name) (\(number))") { number += 1 }
    return "\(name) (\(number))"
  }

  // MARK: For a program

  /// `{"schema": "recoup/check/1", "problems": [], "findings": […], …}` on one line.
  public func json(_ review: Review) -> String {
    var json = JSONWriter()
    json.open("{")
    json.name("findings")
    json.open("[")
    for finding in review.findings { write(finding, to: &json) }
    json.close("]")
    json.name("problems")
    json.open("[")
    json.close("]")
    json.member("proved", Int64(review.proved))
    json.member("schema", "recoup/check/1")
    json.member("shown", Int64(review.shown))
    json.member("undecided", Int64(review.undecided))
    json.close("}")
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private func write(_ finding: Finding, to json: inout JSONWriter) {
    json.open("{")
    json.member("severity", finding.weight.rawValue)
    json.member("code", finding.kind.rawValue)
    json.member("certainty", finding.certainty.rawValue)
    json.member("message", finding.message)
    json.name("place")
    write(place(finding.span), to: &json)
    json.name("notes")
    json.open("[")
    for note in finding.notes {
      json.open("{")
      json.member("text", note.text)
      if let span = note.span {
        json.name("place")
        write(place(span), to: &json)
      }
      json.close("}")
    }
    json.close("]")
    json.member("help", finding.help)
    if let fix = finding.fix {
      json.name("fix")
      json.open("{")
      json.name("place")
      write(fix.span, to: &json)
      json.member("replacement", fix.replacement)
      json.close("}")
    }
    if let invoice = finding.witness, let example = example(finding, invoice) {
      json.name("witness")
      json.open("{")
      json.member("command", cases.command(invoice, rules: files[0].name))
      json.member("example", examples.block(example))
      json.close("}")
    }
    json.close("}")
  }

  private func write(_ span: Span, to json: inout JSONWriter) {
    let file = files[Int(span.file)]
    let start = file.position(of: Int(span.lower))
    let end = file.position(of: Int(span.upper))
    json.open("{")
    json.member("file", file.name)
    json.member("line", Int64(start.line))
    json.member("column", Int64(start.column))
    json.member("end_line", Int64(end.line))
    json.member("end_column", Int64(end.column))
    json.member("offset", Int64(span.lower))
    json.member("end_offset", Int64(span.upper))
    json.close("}")
  }
}

extension FindingKind {
  /// What an example that shows it is called.
  fileprivate var exampleName: String {
    switch self {
    case .gap: "Nothing is left to do"
    case .hole: "Nothing can be done for a time"
    case .clashingOnly: "Two rules exclude each other"
    case .tableGap: "A table has no row"
    case .outOfBounds: "A value is out of bounds"
    case .neverHolds, .alwaysHolds, .neverOpen, .neverBest, .sameRule, .unreachableRow, .failingExample, .staleSource,
      .unusedName, .missingSource, .missingTranslation:
      "A case that shows it"
    }
  }
}
