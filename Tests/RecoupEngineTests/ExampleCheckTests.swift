import RecoupEngine
import RecoupLanguage
import RecoupRules
import Testing

@Suite struct ExampleCheckTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var lines: String
    var problem: ExampleCheck.Problem?

    init(_ name: String, _ lines: String, _ problem: ExampleCheck.Problem? = nil) {
      testDescription = name
      self.lines = lines
      self.problem = problem
    }
  }

  static let rows: [Row] = [
    Row("the action that comes", "expect ask"),
    Row("another", "expect sue", .failed([0])),
    Row("not another", "expect not sue expect not wait expect not nothing"),
    Row("two, of which one fails", "expect ask expect not ask", .failed([1])),
    Row("used up", "ask.times = 1 sue.times = 1 expect nothing"),
    Row("costs more than it brings", "hour = 500 USD sue.times = 1 expect nothing"),
    Row("pending days", "pending = 3 days expect wait"),
    Row("a setting and a sum", "hour = 100 USD + 50% of 20 USD expect sue"),
    Row("nothing to expect", "ask.times = 0", .expectsNothing),
    Row("half a time", "ask.times = 1 / 2 expect ask", .badGiven(2)),
    Row("a negative count", "ask.times = 0 - 1 expect ask", .badGiven(2)),
    Row("negative days", "ask.times = 1 ask.days_ago = 1 day - 2 days expect ask", .badGiven(3)),
    Row("divided by zero", "hour = 1 USD / 0 expect ask", .badGiven(2)),
    Row("days without times", "ask.times = 0 ask.days_ago = 1 day expect ask", .daysWithoutTimes(action: 0)),
  ]

  @Test(arguments: rows) func holdsAdviceAgainstExpectations(_ row: Row) throws {
    let text = """
      currency USD
      setting hour = 10 USD
      action ask { title "Ask" chance 50% effort 1 hours takes 5 days }
      action sue { title "Sue" chance 20% takes 90 days }
      rule "running" { when pending then wait because "it runs" }
      example "e" { amount = 100 USD days_overdue = 10 days \(row.lines) }
      """
    let loaded = RulesLoader.load(SourceFile(name: "test", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book, "\(loaded.problems)")
    #expect(Advisor(book).check(book.examples[0]).problem == row.problem)
  }
}
