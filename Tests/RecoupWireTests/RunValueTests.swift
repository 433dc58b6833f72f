import RecoupLanguage
import RecoupWire
import Testing

/// Values for a whole run: `--set`.
@Suite struct RunValueTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var value: String
    /// What is wrong with it; nil if it is a value.
    var problem: String?

    init(_ name: String, _ value: String, _ problem: String? = nil) {
      self.name = name
      self.value = value
      self.problem = problem
    }

    var testDescription: String { "\(name)=\(value)" }
  }

  static let rows = [
    Row("hour", "60"), Row("hour", "60 USD"), Row("hour", "-0.01"), Row("hour", "1_000.50 USD"),
    Row("hour", "60 EUR", "`60 EUR` is not in USD, the currency of the rules"),
    Row("hour", "60.001", "`60.001` has more than 2 decimals"),
    Row("hour", "60%", "`60%` is not a value such as `1234.50`"),
    Row("hour", "", "`` is not a value such as `1234.50`"),
    Row("hour", "1e3", "`1e3` is not a value such as `1234.50`"),
    Row("hour", "99999999999999999999", "`99999999999999999999` is too large"),
    Row("share", "12.5%"), Row("share", "0.0001%"), Row("share", "-5%"),
    Row("share", "0.5", "`0.5` is no percentage: write it with its sign, such as `35%`"),
    Row("share", "1/2", "`1/2` is no percentage: write it with its sign, such as `35%`"),
    Row("grace", "3"), Row("grace", "1 day"), Row("grace", "30 days"), Row("grace", "2 weeks"), Row("grace", "-1 week"),
    Row("grace", "1.5", "`1.5` must be whole"),
    Row("grace", "2 months", "`2 months` is no number of days, such as `30 days`"),
    Row("grace", "3 USD", "`3 USD` is no number of days, such as `30 days`"),
    Row("grace", "9223372036854775807 weeks", "`9223372036854775807 weeks` is too large"),
    Row("weight", "2"), Row("weight", "0.000001"), Row("weight", "-1_000"),
    Row("weight", "2x", "`2x` is no plain number"),
    Row("weight", "2%", "`2%` is no plain number"),
    Row("weight", "two", "`two` is no plain number"),
    Row("strict", "yes"), Row("strict", "no"),
    Row("strict", "true", "`true` is neither `yes` nor `no`"),
    Row("strict", "Yes", "`Yes` is neither `yes` nor `no`"),
    Row("strict", "1", "`1` is neither `yes` nor `no`"),
    Row("reason", "silent"),
    Row("reason", "silnt", "`silnt` is none of its words; did you mean `silent`?"),
    Row("contract", "yes"), Row("margin", "5"), Row("limit_in", "2 weeks"), Row("score", "3"), Row("on_time", "95%"),
    Row("amount", "5"), Row("days_overdue", "-3 days"), Row("promised_in", "4"),
    Row("pending", "yes", "the rules have no setting or fact `pending`"),
    Row("reminder", "1", "the rules have no setting or fact `reminder`"),
    Row("reminder.times", "1", "the rules have no setting or fact `reminder.times`"),
    Row("hours", "1", "the rules have no setting or fact `hours`: did you mean `hour`?"),
    Row("", "1", "the rules have no setting or fact ``"),
  ]

  @Test(arguments: rows) func readsAValueByItsType(_ row: Row) throws {
    let book = try WireBook.book()
    var run = RunValues(book)
    do {
      try run.set(row.name, to: row.value, in: book)
      #expect(row.problem == nil)
    } catch {
      #expect(error.message == row.problem)
    }
  }

  // MARK: What they do

  /// Facts that let every setting make a difference.
  private static let line = WireBook.line(
    facts: #""contract": false, "limit_in": 30, "margin": 20, "on_time": "50%", "reason": "forgot", "score": 2"#,
    #", "done": {"reminder": {"times": 3, "days_ago": 8}}"#)

  private static func fresh(_ set: [(String, String)]) throws -> String {
    try WireBook.decide(line.replacing(#""times": 3, "days_ago": 8"#, with: #""times": 0"#), set: set)
  }

  @Test(arguments: [("hour", "60"), ("grace", "9"), ("weight", "2"), ("strict", "yes"), ("share", "35%")])
  func aSettingReplacesThatOfTheRules(_ name: String, _ value: String) throws {
    let base = try RunValueTests.fresh([]) + WireBook.decide(RunValueTests.line)
    let set = [(name, value)]
    let changed = try RunValueTests.fresh(set) + WireBook.decide(RunValueTests.line, set: set)
    #expect(changed != base)
    #expect(!changed.contains("error"))
  }

  @Test func theLastValueCounts() throws {
    let twice = try RunValueTests.fresh([("hour", "60"), ("hour", "70")])
    let once = try RunValueTests.fresh([("hour", "70")])
    #expect(twice == once)
  }

  @Test(arguments: [
    ("contract", "yes", "true"), ("reason", "short_of_cash", #""short_of_cash""#), ("margin", "30 USD", #""30""#),
    ("score", "3", "3"), ("on_time", "95%", #""95%""#), ("limit_in", "2 weeks", "14"), ("bonus", "7", "7"),
  ]) func aFactStandsInWhereALineLeavesItOut(_ name: String, _ value: String, _ json: String) throws {
    let others = #""margin": 20, "on_time": "50%", "reason": "forgot", "score": 2, "limit_in": 30, "contract": false"#
      .split(separator: ", ").filter { !$0.hasPrefix("\"\(name)\"") }.joined(separator: ", ")
    let set = [(name, value)]
    let without = WireBook.line(facts: others)
    let given = WireBook.line(facts: others + #", "\#(name)": \#(json)"#)
    let null = WireBook.line(facts: others + #", "\#(name)": null"#)

    let standsIn = try WireBook.decide(without, set: set)
    let asGiven = try WireBook.decide(given)
    #expect(standsIn == asGiven)
    #expect(!standsIn.contains("error"))

    // The line's own value wins, and so does its word that there is none.
    let other = try WireBook.decide(
      given, set: [(name, name == "contract" ? "no" : name == "reason" ? "forgot" : value)])
    #expect(other == asGiven)
    let isNull = try WireBook.decide(null, set: set)
    let isUnknown = try WireBook.decide(without)
    #expect(isNull == isUnknown)
    #expect(isNull != standsIn)
  }

  @Test func evenTheAmountMayStandIn() throws {
    let set = [("amount", "1000"), ("days_overdue", "40 days")]
    let standsIn = try WireBook.decide(#"{"id": 1}"#, set: set)
    let given = try WireBook.decide(#"{"id": 1, "facts": {"amount": "1000", "days_overdue": 40}}"#)
    #expect(standsIn == given)
    let isNull = try WireBook.decide(#"{"id": 1, "facts": {"amount": null}}"#, set: set)
    #expect(isNull == #"{"id": 1, "line": 1, "error": "`amount` is missing: there is no advice without it"}"#)
  }

  /// One line does not leave anything to the next.
  @Test func everyLineStartsAfresh() throws {
    let bare = WireBook.line()
    let answers = try WireBook.decide([bare, RunValueTests.line, bare].joined(separator: "\n"), set: [("margin", "3")])
    let lines = answers.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first == lines.last)
  }
}
