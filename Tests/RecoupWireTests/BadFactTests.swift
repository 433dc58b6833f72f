import Testing

/// Lines that are JSON and cannot be decided, each with the exact error.
@Suite struct BadFactTests {
  private static func facts(_ name: String, _ facts: String, _ error: String) -> LineRow {
    LineRow(name, WireBook.line(facts: facts), error)
  }

  private static func more(_ name: String, _ more: String, _ error: String) -> LineRow {
    LineRow(name, WireBook.line(", " + more), error)
  }

  private static func done(_ name: String, _ done: String, _ error: String) -> LineRow {
    more(name, #""done": \#(done)"#, error)
  }

  // MARK: Rows

  static let types = [
    facts("a text for yes or no", #""contract": "yes""#, "`contract`: must be true or false, and this is a text"),
    facts("a number for yes or no", #""contract": 1"#, "`contract`: must be true or false, and this is a number"),
    facts("a list for yes or no", #""contract": [true]"#, "`contract`: must be true or false, and this is a list"),
    facts(
      "yes or no for a word", #""reason": true"#,
      "`reason`: must be a text with one of its words, and this is true or false"),
    facts(
      "a number for a word", #""reason": 0"#, "`reason`: must be a text with one of its words, and this is a number"),
    facts(
      "a word that is misspelled", #""reason": "forgott""#,
      "`reason`: `forgott` is none of its words; did you mean `forgot`?"),
    facts(
      "a word that is none", #""reason": "insolvency""#,
      "`reason`: `insolvency` is none of its words; they are `forgot`, `short_of_cash`, `silent`"),
    facts(
      "a word in capitals", #""reason": "FORGOT""#,
      "`reason`: `FORGOT` is none of its words; they are `forgot`, `short_of_cash`, `silent`"),
    facts(
      "an empty word", #""reason": """#,
      "`reason`: `` is none of its words; they are `forgot`, `short_of_cash`, `silent`"),
    facts(
      "yes or no for money", #""margin": false"#,
      "`margin`: must be a decimal text or a number, and this is true or false"),
    facts(
      "an object for money", #""margin": {}"#, "`margin`: must be a decimal text or a number, and this is an object"),
    facts("an empty text for money", #""margin": """#, "`margin`: `` is not a value such as `1234.50`"),
    facts("words for money", #""margin": "a lot""#, "`margin`: `a lot` is not a value such as `1234.50`"),
    facts(
      "money with a comma", #""margin": "1,234.50""#, "`margin`: `1,234.50` is not a value such as `1234.50`"),
    facts(
      "money in another currency", #""margin": "5 EUR""#, "`margin`: `5 EUR` is not in USD, the currency of the rules"),
    facts(
      "money with a sign of its own", #""margin": "$5""#, "`margin`: `$5` is not a value such as `1234.50`"),
    facts("money in small letters", #""margin": "5 usd""#, "`margin`: `5 usd` is not a value such as `1234.50`"),
    facts("money after a space", #""margin": " 5""#, "`margin`: ` 5` is not a value such as `1234.50`"),
    facts("money with two points", #""margin": "1.2.3""#, "`margin`: `1.2.3` is not a value such as `1234.50`"),
    facts("a text for days", #""limit_in": "30""#, "`limit_in`: must be a number, and this is a text"),
    facts(
      "yes or no for days", #""days_overdue_": 1, "limit_in": true"#,
      "the rules have no fact `days_overdue_`: did you mean `days_overdue`?"),
    facts("a text for a number", #""score": "3""#, "`score`: must be a number, and this is a text"),
    facts(
      "a number for a percentage", #""on_time": 0.95"#,
      "`on_time`: must be a text such as \\\"35%\\\", and this is a number"),
    facts(
      "a percentage without its sign", #""on_time": "95""#,
      "`on_time`: `95` is no percentage: write it with its sign, such as `35%`"),
    facts(
      "a percentage in money", #""on_time": "95 USD""#,
      "`on_time`: `95 USD` is no percentage: write it with its sign, such as `35%`"),
    facts("a percent sign alone", #""on_time": "%""#, "`on_time`: `%` is not a value such as `35%`"),
  ]

  static let precision = [
    facts("money with three decimals", #""margin": "1.234""#, "`margin`: `1.234` has more than 2 decimals"),
    facts("money with three decimals as a number", #""margin": 1.234"#, "`margin`: `1.234` has more than 2 decimals"),
    facts("money of a thousandth by exponent", #""margin": 1e-3"#, "`margin`: `1e-3` has more than 2 decimals"),
    facts("half a day", #""limit_in": 0.5"#, "`limit_in`: `0.5` must be whole"),
    facts("half a day by exponent", #""limit_in": 5e-1"#, "`limit_in`: `5e-1` must be whole"),
    facts("a number with seven decimals", #""score": 0.0000001"#, "`score`: `0.0000001` has more than 6 decimals"),
    facts(
      "a percentage with five decimals", #""on_time": "95.12345%""#, "`on_time`: `95.12345%` has more than 4 decimals"),
    facts(
      "money beyond 64 bits", #""margin": "92233720368547758.08""#, "`margin`: `92233720368547758.08` is too large"),
    facts(
      "money beyond 64 bits as a number", #""margin": 92233720368547758.08"#,
      "`margin`: `92233720368547758.08` is too large"),
    facts("money below 64 bits", #""margin": -92233720368547758.08"#, "`margin`: `-92233720368547758.08` is too large"),
    facts("days beyond 64 bits", #""limit_in": 9223372036854775808"#, "`limit_in`: `9223372036854775808` is too large"),
    facts("days by a large exponent", #""limit_in": 1e19"#, "`limit_in`: `1e19` is too large"),
    facts(
      "days by a huge exponent", #""limit_in": 1e999999999999999999999"#,
      "`limit_in`: `1e999999999999999999999` is too large"),
    facts(
      "days by a tiny exponent", #""limit_in": 1e-999999999999999999999"#,
      "`limit_in`: `1e-999999999999999999999` must be whole"),
    facts("a number beyond 64 bits", #""score": 9223372036855"#, "`score`: `9223372036855` is too large"),
    facts(
      "a percentage beyond 64 bits", #""on_time": "922337203685478%""#, "`on_time`: `922337203685478%` is too large"),
  ]

  static let names = [
    facts("a misspelled fact", #""contrakt": true"#, "the rules have no fact `contrakt`: did you mean `contract`?"),
    facts("a fact that is none", #""weather": "rain""#, "the rules have no fact `weather`"),
    facts("a fact that is none, though null", #""weather": null"#, "the rules have no fact `weather`"),
    facts("an action among the facts", #""reminder": 1"#, "the rules have no fact `reminder`"),
    facts("an empty name", #""": 1"#, "the rules have no fact ``"),
    facts("a name in capitals", #""Contract": true"#, "the rules have no fact `Contract`: did you mean `contract`?"),
    facts("a name with what JSON must escape", #""a\"\\\n\u0000é": 1"#, #"the rules have no fact `a\"\\\n\u0000é`"#),
    facts("pending among the facts", #""pending": true"#, "`pending` stands beside `facts`, not among them"),
    facts("a setting among the facts", #""hour": "60""#, "`hour` is a setting, not a fact: set it with `--set hour=…`"),
    more("a misspelled name", #""fact": {}"#, "`fact` is not known here; did you mean `facts`?"),
    more("a fact beside the facts", #""reason": "forgot""#, "`reason` is not known here; facts stand in `facts`"),
    LineRow("no facts at all", "{}", "`amount` is missing: there is no advice without it"),
    LineRow("empty facts", #"{"facts": {}}"#, "`amount` is missing: there is no advice without it"),
    LineRow("no days", #"{"facts": {"amount": 5}}"#, "`days_overdue` is missing: there is no advice without it"),
    LineRow(
      "null for the amount", #"{"facts": {"amount": null, "days_overdue": 5}}"#,
      "`amount` is missing: there is no advice without it"),
    LineRow("null for the facts", #"{"facts": null}"#, "`facts` must be an object, and this is null"),
    LineRow("a list of facts", #"{"facts": []}"#, "`facts` must be an object, and this is a list"),
  ]

  static let history = [
    done(
      "a misspelled action", #"{"remainder": {"times": 1}}"#,
      "`done`: the rules have no action `remainder`: did you mean `reminder`?"),
    done("an action that is none", #"{"agency": {"times": 1}}"#, "`done`: the rules have no action `agency`"),
    done(
      "a count instead of a record", #"{"plan": 2}"#,
      "`done`: `plan` must be an object with `times`, and this is a number"),
    done(
      "null instead of a record", #"{"plan": null}"#, "`done`: `plan` must be an object with `times`, and this is null"),
    done("a list of actions", #"["plan"]"#, "`done` must be an object, and this is a list"),
    done("an empty record", #"{"plan": {}}"#, "`done`: `plan` does not say how many `times`"),
    done("a day without a count", #"{"plan": {"days_ago": 3}}"#, "`done`: `plan` does not say how many `times`"),
    done("null for the count", #"{"plan": {"times": null}}"#, "`plan`: `times` must be a number, and this is null"),
    done(
      "never done, and yet a day", #"{"plan": {"times": 0, "days_ago": 3}}"#,
      "`done`: `plan` was done 0 times, and yet some `days_ago`"),
    done("a text for the count", #"{"plan": {"times": "1"}}"#, "`plan`: `times` must be a number, and this is a text"),
    done("a negative count", #"{"plan": {"times": -1}}"#, "`plan`: `times` must not be negative"),
    done("a day in the future", #"{"plan": {"times": 1, "days_ago": -3}}"#, "`plan`: `days_ago` must not be negative"),
    done("half a time", #"{"plan": {"times": 1.5}}"#, "`plan`: `times`: `1.5` must be whole"),
    done("a count beyond 64 bits", #"{"plan": {"times": 1e30}}"#, "`plan`: `times`: `1e30` is too large"),
    done(
      "another name in a record", #"{"plan": {"times": 1, "ago": 3}}"#,
      "`done`: `plan` has no `ago`, only `times` and `days_ago`"),
    more("yes for pending", #""pending": true"#, "`pending` must be a number, and this is true or false"),
    more("negative pending", #""pending": -1"#, "`pending` must not be negative"),
    more("half a day of pending", #""pending": 0.5"#, "`pending`: `0.5` must be whole"),
    more("a text for pending", #""pending": "3 days""#, "`pending` must be a number, and this is a text"),
  ]

  @Test(arguments: types + precision + names + history) func saysWhatIsWrong(_ row: LineRow) throws {
    let line = #"{"id": "INV-42", "# + row.line.dropFirst()
    let answer = try WireBook.decide(row.line == "{}" ? #"{"id": "INV-42"}"# : line)
    #expect(answer == #"{"id": "INV-42", "line": 1, "error": "\#(row.answer)"}"#)
  }

  // MARK: Ids

  static let ids = [
    LineRow("a text", #""INV-42""#, #""INV-42""#),
    LineRow("an empty text", #""""#, #""""#),
    LineRow(
      "what must be escaped", #""\" \\ \/ \b \f \n \r \t \u007f \u0000 \u00e9""#,
      #""\" \\ / \u0008 \u000c \n \r \t \u007f \u0000 é""#),
    LineRow("beyond the basic plane", #""\ud83d\ude00 😀""#, #""😀 😀""#),
    LineRow("a number", "42", "42"),
    LineRow("a number with its digits", "-0.10e+05", "-0.10e+05"),
    LineRow("a number beyond 64 bits", "123456789012345678901234567890", "123456789012345678901234567890"),
    LineRow("null", "null", "null"),
  ]

  @Test(arguments: ids) func comesBackAsItWas(_ row: LineRow) throws {
    let answer = try WireBook.decide(#"{"id": \#(row.line), "facts": {"amount": "1000", "days_overdue": 40}}"#)
    #expect(answer.hasPrefix(#"{"id": \#(row.answer), "recommend": "#), "\(answer)")
    let error = try WireBook.decide(#"{"facts": {}, "id": \#(row.line)}"#)
    #expect(error.hasPrefix(#"{"id": \#(row.answer), "line": 1, "error": "#), "\(error)")
  }

  @Test(arguments: [("true", "true or false"), ("[1]", "a list"), ("{}", "an object")])
  func anIdIsATextOrANumber(_ id: String, _ what: String) throws {
    let answer = try WireBook.decide(#"{"id": \#(id), "facts": {"amount": "1000", "days_overdue": 40}}"#)
    #expect(answer == #"{"id": null, "line": 1, "error": "`id` must be a text or a number, and this is \#(what)"}"#)
  }

  @Test func withoutAnIdItIsNull() throws {
    #expect(try WireBook.decide(WireBook.line()).hasPrefix(#"{"id": null, "recommend": "#))
  }
}
