import Testing

/// Different ways to write one value give one decision, and another value gives another.
@Suite struct GoodFactTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// What stands among the facts.
    var facts: [String]
    /// A value beside it.
    var other: String

    init(_ name: String, _ facts: [String], other: String) {
      testDescription = name
      self.facts = facts
      self.other = other
    }
  }

  /// Facts that let every other fact make a difference; a row's own value of one of them is put in its place.
  private static let base = [
    ("contract", "false"), ("limit_in", "30"), ("margin", "20"), ("on_time", #""50%""#), ("reason", #""silent""#),
    ("score", "2"),
  ]

  private static func line(_ name: String, _ value: String?) -> String {
    let others = base.filter { $0.0 != name }.map { #""\#($0.0)": \#($0.1)"# }
    return WireBook.line(facts: (others + (value.map { [#""\#(name)": \#($0)"#] } ?? [])).joined(separator: ", "))
  }

  static let rows = [
    Row(
      "limit_in", ["47", "47.0", "4.7e1", "4.7E+1", "47e0", "0.47e2", "470e-1", "47.000000000000000000000"], other: "48"
    ),
    Row("limit_in", ["0", "-0", "0.0", "0e5", "0e-5", "-0.000e+9"], other: "1"),
    Row("limit_in", ["-3", "-3.0", "-30e-1"], other: "3"),
    Row(
      "margin",
      [
        "1200.5", "1200.50", "1.2005e3", #""1200.5""#, #""1200.50""#, #""1_200.50""#, #""1200.50 USD""#,
        #""1200.5USD""#,
      ],
      other: "1200.51"),
    Row("margin", ["-0.01", "-1e-2", #""-0.01""#, #""-0.01 USD""#], other: "0.01"),
    Row("score", ["0.000001", "1e-6", "0.0000010", "0.00001e-1"], other: "0.001"),
    Row("on_time", [#""95%""#, #""95 %""#, #""95.0000%""#, #""095%""#], other: #""95.0001%""#),
    Row("reason", [#""short_of_cash""#, #""short\u005fof_cash""#], other: #""forgot""#),
    Row("contract", ["true"], other: "false"),
    Row("bonus", [#""5""#, "5", "5.00", "null"], other: "6"),
  ]

  @Test(arguments: rows) func oneValueWrittenInManyWays(_ row: Row) throws {
    let name = row.testDescription
    let first = try WireBook.decide(GoodFactTests.line(name, row.facts[0]))
    #expect(!first.contains("error"))
    for fact in row.facts.dropFirst() {
      let answer = try WireBook.decide(GoodFactTests.line(name, fact))
      #expect(answer == first, "\(fact)")
    }
    let other = try WireBook.decide(GoodFactTests.line(name, row.other))
    #expect(other != first)
    #expect(!other.contains("error"))
  }

  /// A fact that is null is one that is left out.
  @Test(arguments: base.map { $0.0 } + ["bonus"]) func nullIsUnknown(_ name: String) throws {
    let answer = try WireBook.decide(GoodFactTests.line(name, "null"))
    let without = try WireBook.decide(GoodFactTests.line(name, nil))
    #expect(answer == without)
    #expect(!answer.contains("error"))
  }

  /// The order of names and the space between them do not matter.
  @Test func orderAndSpaceDoNotMatter() throws {
    let one =
      #"{"id":7,"facts":{"amount":"1000","days_overdue":40,"contract":true},"done":{"plan":{"times":1,"days_ago":2}},"pending":1}"#
    let other =
      "\t {\"pending\" : 1 ,\r\"done\": {\"plan\":{ \"days_ago\": 2, \"times\": 1}}, \"facts\" : "
      + "{\"contract\":true, \"days_overdue\":40,\t\"amount\":\"1000\" } , \"id\" : 7}  \r"
    let answer = try WireBook.decide(one)
    #expect(answer.hasPrefix(#"{"id": 7, "recommend": "wait", "until": 1, "basis": "rule""#), "\(answer)")
    let second = try WireBook.decide(other)
    #expect(second == answer)
  }

  @Test(arguments: [
    (#"{"reminder": {"times": 1}}"#, #"{"reminder": {"times": 1, "days_ago": null}}"#),
    (#"{"reminder": {"times": 0}}"#, #"{}"#), (#"{"reminder": {"times": 0, "days_ago": null}}"#, #"null"#),
    (#"{"reminder": {"times": 2, "days_ago": 9}}"#, #"{"reminder": {"times": 2.0, "days_ago": 0.9e1}}"#),
  ]) func historiesThatAreTheSame(_ one: String, _ other: String) throws {
    let first = try WireBook.decide(Array(WireBook.line(#", "done": \#(one)"#).utf8), isBrief: false)
    let second = try WireBook.decide(Array(WireBook.line(#", "done": \#(other)"#).utf8), isBrief: false)
    #expect(first == second)
    #expect(!first.contains("error"))
  }

  /// A day that is not known is another thing than a day.
  @Test func aDayThatIsNotKnownMatters() throws {
    let unknown = try WireBook.decide(
      Array(WireBook.line(#", "done": {"reminder": {"times": 1}}"#).utf8), isBrief: false)
    #expect(unknown.contains(#"{"action": "plan", "because": "unknown", "missing": ["reminder.days_ago"]}"#))
  }

  @Test func nullForPendingIsNone() throws {
    let answer = try WireBook.decide(WireBook.line(#", "pending": null"#))
    let without = try WireBook.decide(WireBook.line())
    #expect(answer == without)
  }
}
