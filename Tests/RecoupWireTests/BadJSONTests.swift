import Testing

/// Lines that are not JSON, each with the place and the reason.
@Suite struct BadJSONTests {
  static let rows = [
    LineRow("a word", "facts", "3: expected a value"),
    LineRow("an open object", "{", "2: expected a name in double quotes"),
    LineRow("an open object after a space", "{ ", "3: expected a name in double quotes"),
    LineRow("an open list", "[", "2: the line ends too early"),
    LineRow("a list that goes on", "[1,", "4: the line ends too early"),
    LineRow("a list without a comma", "[1 2]", "4: expected `,` or `]`"),
    LineRow("a list with a comma too many", "[1,]", "4: expected a value"),
    LineRow("a closing brace alone", "}", "1: expected a value"),
    LineRow("the wrong bracket", #"{"id": 1]"#, "9: expected `,` or `}`"),
    LineRow("a name without quotes", "{id: 1}", "2: expected a name in double quotes"),
    LineRow("a name in single quotes", "{'id': 1}", "2: expected a name in double quotes"),
    LineRow("a name that is a number", "{1: 1}", "2: expected a name in double quotes"),
    LineRow("no colon", #"{"id" 1}"#, "7: expected `:` after a name"),
    LineRow("no value", #"{"id":}"#, "7: expected a value"),
    LineRow("no comma", #"{"id": 1 "facts": {}}"#, "10: expected `,` or `}`"),
    LineRow("a comma too many", #"{"id": 1,}"#, "10: expected a name in double quotes"),
    LineRow("two commas", #"{"id": 1,, "facts": {}}"#, "10: expected a name in double quotes"),
    LineRow("an open text", #"{"id": "INV"#, "12: this text has no closing quote"),
    LineRow("an open text that ends in a backslash", #"{"id": "INV\"#, "13: this text has no closing quote"),
    LineRow("an open name", #"{"id"#, "5: this text has no closing quote"),
    LineRow("something after the value", "{} {}", "4: there is something after the value"),
    LineRow("two objects", "{}{}", "3: there is something after the value"),
    LineRow("a comment", "{} // note", "4: there is something after the value"),
    // Words and numbers
    LineRow("half a word", #"{"id": nul"#, "11: expected a value"),
    LineRow("a capital", #"{"id": True}"#, "8: expected a value"),
    LineRow("a longer word", #"{"id": nulls}"#, "12: expected `,` or `}`"),
    LineRow("not a number", #"{"id": NaN}"#, "8: expected a value"),
    LineRow("infinity", #"{"id": -Infinity}"#, "9: expected a digit"),
    LineRow("a plus", #"{"id": +1}"#, "8: expected a value"),
    LineRow("a point first", #"{"id": .5}"#, "8: expected a value"),
    LineRow("a point last", #"{"id": 5.}"#, "10: expected a digit"),
    LineRow("two points", #"{"id": 5.5.5}"#, "11: expected `,` or `}`"),
    LineRow("a zero first", #"{"id": 05}"#, "9: expected `,` or `}`"),
    LineRow("a minus alone", #"{"id": -}"#, "9: expected a digit"),
    LineRow("an exponent without digits", #"{"id": 5e}"#, "10: expected a digit"),
    LineRow("an exponent with a sign alone", #"{"id": 5e+}"#, "11: expected a digit"),
    LineRow("hexadecimal", #"{"id": 0x10}"#, "9: expected `,` or `}`"),
    LineRow("an underscore", #"{"id": 1_000}"#, "9: expected `,` or `}`"),
    LineRow("full-width digits", #"{"id": １}"#, "8: expected a value"),
    // Texts
    LineRow("a tab in a text", "{\"id\": \"a\tb\"}", "10: a control character in a text must be escaped"),
    LineRow("a NUL in a text", "{\"id\": \"a\u{0}b\"}", "10: a control character in a text must be escaped"),
    LineRow("a NUL between values", "{\"id\":\u{0} 1}", "7: expected a value"),
    LineRow("a NUL after the value", "{}\u{0}", "3: there is something after the value"),
    LineRow("nothing but a NUL", "\u{0}", "1: expected a value"),
    LineRow("a no-break space", "{\u{A0}}", "2: expected a name in double quotes"),
    LineRow("a form feed", "{\u{0C}}", "2: expected a name in double quotes"),
    LineRow("an escape that there is not", #"{"id": "a\x41"}"#, "11: there is no such escape"),
    LineRow("an escape with three digits", #"{"id": "\u041"}"#, "14: expected four hexadecimal digits"),
    LineRow("an escape with a sign", #"{"id": "\u+041"}"#, "11: expected four hexadecimal digits"),
    LineRow("the first half of a pair", #"{"id": "\ud83d"}"#, "15: half of a pair of escapes is missing"),
    LineRow("the second half of a pair", #"{"id": "\ude00"}"#, "15: half of a pair of escapes is missing"),
    LineRow("two first halves", #"{"id": "\ud83d\ud83d"}"#, "21: half of a pair of escapes is missing"),
    LineRow("a first half and a letter", #"{"id": "\ud83d\n"}"#, "16: half of a pair of escapes is missing"),
    LineRow(
      "64 deep and one more", String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
      "65: this is nested too deeply"),
    LineRow("a million deep", String(repeating: "[", count: 1_000_000), "65: this is nested too deeply"),
    LineRow(
      "deep in a place that means nothing", #"{"x": "# + String(repeating: #"{"a":"#, count: 100_000),
      "322: this is nested too deeply"),
  ]

  @Test(arguments: rows) func saysWhereAndWhy(_ row: LineRow) throws {
    let column = row.answer.prefix { $0 != ":" }
    let reason = row.answer.dropFirst(column.count + 2)
    let error = "this line is not JSON at column \(column): \(reason)"
    let answer = try WireBook.decide(row.line)
    #expect(answer == #"{"id": null, "line": 1, "error": "\#(error)"}"#)
  }

  /// A name that stands twice: it is JSON, and says which line it is.
  @Test(arguments: [
    (#"{"id": 1, "facts": {"amount": 1, "amount": 1}}"#, #"1"#, "amount"),
    (#"{"facts": {"é": 1, "\u00e9": 1}, "id": "c"}"#, #""c""#, "é"),
    (#"{"id": 2, "pending": 1, "pending": 1}"#, "2", "pending"),
  ]) func saysWhatStandsTwice(_ line: String, _ id: String, _ name: String) throws {
    let answer = try WireBook.decide(line)
    #expect(answer == #"{"id": \#(id), "line": 1, "error": "`\#(name)` stands twice in one object"}"#)
  }

  /// What is wrong, as bytes, and the column of the first bad one.
  static let badBytes: [(String, [UInt8], Int)] = [
    ("a byte that never occurs", [0xFF], 1),
    ("the rest of a character", [0x80], 1),
    ("the start of a character alone", [0xC3], 1),
    ("the start of a long character", [0xE6, 0xBC], 1),
    ("the start of a character of four bytes", [0xF0, 0x9F, 0x98], 1),
    ("an overlong slash", [0xC0, 0xAF], 1),
    ("half of a pair", [0xED, 0xA0, 0x80], 1),
    ("beyond Unicode", [0xF4, 0x90, 0x80, 0x80], 1),
    ("Latin-1 after some letters", [0x61, 0xC3, 0xA9, 0x62, 0xE9], 5),
  ]

  @Test(arguments: badBytes) func bytesThatAreNotUTF8AreAnError(_ name: String, _ bad: [UInt8], _ place: Int) throws {
    let texts = [#"{"id": ""#, #"{"id": "\t"#, #"{"id": 1, "facts": {""#, #"{"facts": {"reason": ""#]
    for before in texts {
      let line = Array(before.utf8) + bad + Array(#""}"#.utf8)
      let error = "this line is not JSON at column \(before.utf8.count + place): these bytes are not UTF-8"
      let answer = try WireBook.decide(line)
      #expect(answer == #"{"id": null, "line": 1, "error": "\#(error)"}"# + "\n")
    }
    let answer = try WireBook.decide(bad + Array("{}".utf8))
    #expect(answer.contains("this line is not JSON at column 1: "))
  }

  /// Values that are JSON and no object.
  @Test(arguments: [
    ("null", "null"), ("true", "true or false"), ("[]", "a list"), ("\"facts\"", "a text"), ("-0.5e1", "a number"),
    ("[[], {}]", "a list"),
  ]) func aLineIsAnObject(_ line: String, _ what: String) throws {
    let error = "a line is an object with `facts`, and this is \(what)"
    let answer = try WireBook.decide(line)
    #expect(answer == #"{"id": null, "line": 1, "error": "\#(error)"}"#)
  }
}
