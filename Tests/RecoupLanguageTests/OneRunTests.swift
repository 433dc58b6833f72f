import RecoupLanguage
import RecoupRules
import Testing

/// Independent mistakes are all found in one run, and none hides another.
@Suite struct OneRunTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    /// The places and codes, after a first line with the currency and a second with the action `call`.
    var found: [String]

    init(_ name: String, _ text: String, _ found: String...) {
      testDescription = name
      self.text = text
      self.found = found
    }
  }

  static let rows: [Row] = [
    Row("one word for `min`", "fact why: one of a1, b1\ndefine z = min(why)\n", "4:16 word-comparison"),
    Row("both ends of `between`", "define z = amount between 5 and 10\n", "3:27 missing-unit", "3:33 missing-unit"),
    Row(
      "circles of defaults and of definitions",
      "fact f: days = g\nfact g: days = f\nfact h: days = i\nfact i: days = h\ndefine x = y\ndefine y = x\n",
      "3:6 circular-definition", "5:6 circular-definition", "7:8 circular-definition"),
    Row(
      "a rule without a name and a misspelled declaration",
      "rule { when pending then wait because \"y\" }\nacton c { title \"C\" chance 5% }\n",
      "3:6 unexpected", "4:1 unknown-declaration"),
    Row(
      "a rule that is changed",
      "change rule \"r\" { when pending }\nrule \"r\" { when pending then wait because \"y\" }\n",
      "3:8 unexpected"),
    Row("a clause misspelled on the line of another", "action b { title \"B\" chanse 5% }\n", "3:22 unknown-clause"),
    Row("`then` misspelled on a line", "rule \"r\" { when pending thn wait because \"y\" }\n", "3:25 unknown-clause"),
    Row("a text that swallows a clause", "action b { title \"B chance 5%\n  cost 5 USD }\n", "3:18 unclosed-text"),
    Row("`=` in a row", "table t by days_overdue { up to 5 days = 1% beyond: 4% }\n", "3:40 unexpected"),
    Row("an action placed by itself", "action b firmer than b { title \"B\" chance 5% }\n", "3:22 unknown-action"),
    Row(
      "counts that cannot be",
      """
      example "e" {
        amount = 1 USD
        days_overdue = 1 day
        pending = -3 days
        call.times = 1.5
        call.days_ago = -1 days
        expect call
      }

      """, "6:13 out-of-range", "7:16 out-of-range", "8:19 out-of-range"),
    Row(
      "days without times",
      "example \"e\" { amount = 1 USD days_overdue = 1 day call.days_ago = 1 day expect call }\n",
      "3:51 incomplete-example"),
  ]

  @Test(arguments: rows) func areAllFound(_ row: Row) {
    let file = SourceFile(
      name: "file", text: "currency USD\naction call { title \"Call\" chance 50% }\n" + row.text)
    let loaded = RulesLoader.load(file) { _, _ in .missing("none") }
    let found = loaded.problems.map { problem in
      let place = file.position(of: Int(problem.span.lower))
      return "\(place.line):\(place.column) \(problem.code.rawValue)"
    }
    #expect(found == row.found)
  }
}
