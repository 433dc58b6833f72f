import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupWire
import Testing

/// A rule book in which every fact makes a difference, and what `decide` makes of lines by it.
enum WireBook {
  static let text = """
    currency USD
    setting hour = 50 USD
    setting share = 10%
    setting grace = 3 days
    setting weight = 1.5
    setting strict = no
    fact reason: one of forgot, short_of_cash, silent
    fact contract: yes or no
    fact margin: money
    fact limit_in: days
    fact score: number
    fact on_time: percent
    fact bonus: money = 5 USD
    action reminder {
      title "Remind"
      chance on_time
      cost margin + bonus
      effort score * weight hours
      takes limit_in + grace
      at most 3 times
    }
    action plan {
      title "Plan"
      chance share
      at most 2 times
      requires reminder.times >= 1 and reminder.days_ago >= 7 days
    }
    rule "forgot" { when reason is forgot and not strict then reminder 2x likelier because "x" }
    rule "short" { when reason is short_of_cash then reminder 2x less likely because "x" }
    rule "contract" { when contract then reminder 4x likelier because "x" }
    rule "pending" { when pending then wait because "x" }
    """

  private static let loaded = RulesLoader.load(SourceFile(name: "wire", text: text)) { _, _ in .missing("none") }

  static func book() throws -> RuleBook {
    try #require(loaded.book, "\(loaded.problems.map { $0.message })")
  }

  /// The answers to some bytes, fed in blocks of a size.
  static func decide(
    _ bytes: [UInt8], set: [(String, String)] = [], blocks: Int = .max, isBrief: Bool = true
  ) throws -> String {
    let book = try book()
    var run = RunValues(book)
    for (name, value) in set { try run.set(name, to: value, in: book) }
    var stream = DecideStream(Advisor(book), run: run, isBrief: isBrief)
    var output: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      stream.feed(rest.prefix(blocks), to: &output)
      rest = rest.dropFirst(blocks)
    }
    stream.finish(to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The answers to a text, without the last line end.
  static func decide(_ text: String, set: [(String, String)] = []) throws -> String {
    let answers = try decide(Array(text.utf8), set: set)
    return answers.hasSuffix("\n") ? String(answers.dropLast()) : answers
  }

  /// A line with what every line needs and some more facts.
  static func line(facts: String = "", _ more: String = "") -> String {
    #"{"facts": {"amount": "1000", "days_overdue": 40\#(facts.isEmpty ? "" : ", " + facts)}\#(more)}"#
  }
}

/// A row of a table of lines, with a name.
struct LineRow: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var line: String
  var answer: String

  init(_ name: String, _ line: String, _ answer: String) {
    testDescription = name
    self.line = line
    self.answer = answer
  }
}
