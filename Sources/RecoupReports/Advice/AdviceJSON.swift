import RecoupEngine
public import RecoupLedger
import RecoupQuantities
public import RecoupRules
import RecoupWire

/// Advice for programs: the answer of `next` in JSON.
public struct AdviceJSON {
  private let book: RuleBook
  private let decisions: DecisionWriter
  private let cases: CaseWriter

  /// Answers by a rule book.
  public init(_ book: RuleBook) {
    self.book = book
    decisions = DecisionWriter(book)
    cases = CaseWriter(book)
  }

  /// What an answer says besides the advices.
  public struct Frame: Sendable {
    /// The day on which the advice is given, in ISO 8601.
    public var asOf: String
    /// The rules' file or shipped name.
    public var rules: String
    /// The language of the texts.
    public var tongue: Tongue
    /// The settings that the user gave a value, as texts.
    public var settings: [(name: String, value: String)]
    /// The version of the program that answers.
    public var version: String

    /// Makes a frame.
    public init(
      asOf: String, rules: String, tongue: Tongue, settings: [(name: String, value: String)] = [], version: String
    ) {
      self.asOf = asOf
      self.rules = rules
      self.tongue = tongue
      self.settings = settings
      self.version = version
    }
  }

  /// `{"schema": "recoup/next/1", …}` on one line.
  ///
  /// - Parameters:
  ///   - findings: What a full answer adds, by the place of the advice; empty where only a table was wanted.
  ///   - schema: The command that answers, as the schema names it.
  public func text(
    _ advices: [Advice], _ findings: [AdviceReport.Findings] = [], in frame: Frame, leftOut: [LedgerProblem] = [],
    schema: String = "next"
  ) -> String {
    var json = JSONWriter()
    open(frame, schema: schema, &json)
    let findingsJSON = FindingsJSON(book)
    json.name("invoices")
    json.open("[")
    for (index, advice) in advices.enumerated() {
      json.open("{")
      write(advice, frame, &json)
      if index < findings.count {
        findingsJSON.write(findings[index].trust, to: &json)
        findingsJSON.write(findings[index].questions, to: &json)
      }
      json.close("}")
    }
    json.close("]")
    totals(advices, &json)
    LedgerProblem.write(leftOut, &json)
    json.close("}")
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  /// The members that all answers about invoices begin with.
  func open(_ frame: Frame, schema: String, _ json: inout JSONWriter) {
    json.open("{")
    json.member("schema", "recoup/\(schema)/1")
    json.member("as_of", frame.asOf)
    json.member("rules", frame.rules)
    json.member("currency", book.currency.code)
    json.member("language", frame.tongue.code)
    json.name("settings")
    json.open("{")
    for setting in frame.settings {
      json.name(setting.name)
      json.string(setting.value)
    }
    json.close("}")
  }

  func write(_ advice: Advice, _ frame: Frame, _ json: inout JSONWriter) {
    let words = AdviceWords(book: book, say: frame.tongue)
    let decision = advice.decision
    json.member("id", advice.subject.id)
    json.member("client", advice.subject.client)
    json.name("owed")
    write(advice.subject.owed, &json)
    json.member("due", advice.subject.due?.iso)
    json.member("advice", words.headline(advice.brief))
    json.member("reason", words.shortReason(advice))
    json.member("by", advice.isPaused ? nil : advice.by?.iso)
    json.member("wait_until", advice.isPaused || decision.recommendation == .wait ? advice.waitsUntil?.iso : nil)
    json.member("day", advice.day.iso)
    json.name("recommend")
    decisions.write(advice.isPaused ? .wait : decision.recommendation, to: &json)
    json.member("until", advice.isPaused ? advice.asOf.days(until: advice.day) : decision.until)
    json.member("basis", advice.isPaused ? "paused" : decision.basis.rawValue)
    json.name("then")
    if advice.isPaused { decisions.write(decision.recommendation, to: &json) } else { json.null() }
    decisions.writeBest(BriefDecision(decision), to: &json)
    decisions.writeWays(decision, to: &json)
    cases.write(advice.invoice, to: &json)
    advice.fingerprint?.write(by: frame.version, to: &json)
  }

  private func write(_ amount: Amount, _ json: inout JSONWriter) {
    json.open("{")
    json.name("amount")
    let decimals = amount.currency.decimals
    json.string(DecimalText.text(amount.units, decimals: decimals, atLeast: decimals))
    json.member("currency", amount.currency.code)
    json.close("}")
  }

  private func totals(_ advices: [Advice], _ json: inout JSONWriter) {
    var totals = Totals()
    for advice in advices { totals.add(advice) }
    json.name("owed")
    json.open("[")
    for row in totals.rows() { write(Amount(row.owed, row.currency), &json) }
    json.close("]")
    json.member("value", totals.value)
  }
}

extension Fingerprint {
  /// The member `provenance`.
  func write(by version: String, to json: inout JSONWriter) {
    json.name("provenance")
    json.open("{")
    for (name, digest) in [("advice", advice), ("rules", rules), ("case", invoice)] {
      json.member(name, "sha256:" + digest.hex)
    }
    json.member("as_of", asOf.iso)
    json.member("semantics", Advisor.semantics)
    json.member("recoup", version)
    json.close("}")
  }
}

extension LedgerProblem {
  static func write(_ all: [LedgerProblem], _ json: inout JSONWriter) {
    json.name("left_out")
    json.open("[")
    for item in all {
      json.open("{")
      json.member("file", item.file)
      json.member("line", Int64(item.line))
      json.member("column", Int64(item.column))
      json.member("message", item.message)
      json.member("help", item.help)
      json.close("}")
    }
    json.close("]")
  }
}
