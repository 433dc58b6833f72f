public import RecoupEngine
public import RecoupLanguage
import RecoupQuantities
import RecoupRules
import RecoupWire

/// How one action fares, for programs: the answer of `why` in JSON.
public struct WhyJSON {
  private let advisor: Advisor
  private let files: [SourceFile]

  /// Answers by an advisor whose rules were read from files.
  public init(_ advisor: Advisor, _ files: [SourceFile]) {
    self.advisor = advisor
    self.files = files
  }

  private var book: RuleBook { advisor.book }

  /// `{"schema": "recoup/why/1", …}` on one line.
  public func text(_ action: Int, _ advice: Advice, in frame: AdviceJSON.Frame) -> String {
    let words = AdviceWords(book: book, say: frame.tongue)
    let option = advice.decision.options.first { $0.action == action }
    var json = JSONWriter()
    AdviceJSON(book).open(frame, schema: "why", &json)
    json.member("id", advice.subject.id)
    json.member("day", advice.day.iso)
    json.member("action", book.actions[action].name)
    json.member("title", words.title(action))
    json.member("opens", option?.opens)
    json.member("opens_on", option.flatMap { advice.date(after: $0.opens)?.iso })
    json.name("option")
    if let option { DecisionWriter(book).write(option, to: &json) } else { json.null() }
    lines(option, advice, words, &json)
    obstacles(action, advice, words, &json)
    changes(option?.opens == 0 ? [] : advisor.openers(of: action, in: advice.invoice), &json)
    CaseWriter(book).write(advice.invoice, to: &json)
    advice.fingerprint?.write(by: frame.version, to: &json)
    json.close("}")
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private func lines(_ option: Option?, _ advice: Advice, _ words: AdviceWords, _ json: inout JSONWriter) {
    json.name("lines")
    json.open("[")
    if let option {
      var derivation = DerivationLines(advisor, files, advice, words)
      for line in derivation.derive(option) {
        json.open("{")
        json.member("depth", Int64(line.depth))
        json.member("label", line.label)
        json.member("value", line.value)
        json.member("place", line.place)
        json.close("}")
      }
    }
    json.close("]")
  }

  private func obstacles(_ action: Int, _ advice: Advice, _ words: AdviceWords, _ json: inout JSONWriter) {
    json.name("obstacles")
    json.open("[")
    for obstacle in advisor.obstacles(to: action, in: advice.invoice) {
      let (text, span) = words.describe(obstacle, action)
      json.open("{")
      json.member("because", kind(obstacle))
      json.member("text", text)
      json.member("place", span.flatMap { files.place($0) })
      json.close("}")
    }
    json.close("]")
  }

  private func kind(_ obstacle: Obstacle) -> String {
    switch obstacle {
    case .times: "times"
    case .rule: "rule"
    case .requires: "requires"
    case .unknown: "unknown"
    case .wait: "wait"
    }
  }

  private func changes(_ all: [[Change]], _ json: inout JSONWriter) {
    json.name("changes")
    json.open("[")
    for set in all {
      json.open("[")
      for change in set { write(change, &json) }
      json.close("]")
    }
    json.close("]")
  }

  private func write(_ change: Change, _ json: inout JSONWriter) {
    let fact = book.facts[change.fact]
    func value(_ raw: Int64) { CaseWriter(book).write(raw, of: fact, to: &json) }
    json.open("{")
    json.member("fact", fact.name)
    json.name("from")
    if let from = change.from { value(from) } else { json.null() }
    switch change.reach {
    case .exactly(let values):
      json.name("to")
      json.open("[")
      for raw in values { value(raw) }
      json.close("]")
    case .atLeast(let raw):
      json.name("at_least")
      value(raw)
    case .atMost(let raw):
      json.name("at_most")
      value(raw)
    case .any:
      json.member("any", true)
    }
    json.close("}")
  }
}
