import RecoupRules
import Testing

@testable import RecoupEngine
@testable import RecoupReports

/// What is said about a line.
@Suite struct LineReportTests {
  private func text(
    _ line: Line, _ subject: LineReport.Subject = .asIs, _ tongue: Tongue = .english, paused: Bool = false
  ) throws -> String {
    let book = try LineSamples.book(["Remind them", "Hand it over", "Write it off"])
    let advice = try LineSamples.advice(book, paused: paused)
    return LineReport(book, in: tongue).text(line, of: advice, subject, note: "Advice, not law.")
  }

  private var crossing: Line { LineSamples.all[0].line }

  @Test func whatIsNotProvedIsMarked() throws {
    var line = crossing
    #expect(!(try text(line).contains("≈")))
    line.stretches[0].isProved = false
    let report = try text(line)
    #expect(report.contains("0 days   50 days\u{A0}≈  A Remind them ◂\u{A0}today  $1,000.00 → $500.00\n"))
    #expect(report.contains("51 days  100 days\u{A0}   B Hand it over         $510.00 → $1,000.00\n"))
    #expect(report.contains("\n≈ Not every value"))
    #expect(try text(line, .asIs, .french).contains("\n≈ Jusque-là"))
  }

  @Test func saysOfWhichInvoiceItIs() throws {
    #expect(try text(crossing, .changed).contains("the invoice after the change"))
    #expect(!(try text(crossing).contains("after the change")))
    #expect(try text(crossing, paused: true).contains("Wednesday 2 December"))
  }

  @Test func saysWhereTodayIs() throws {
    var line = crossing
    #expect(try text(line).contains("▲\u{A0} today: 30 days"))
    line.today = 101
    #expect(try text(line).contains("Today’s value, 101 days, is not on the chart."))
    line.today = nil
    #expect(try text(line).contains("Today’s value is unknown."))
  }

  @Test(arguments: LineSamples.all.map { $0.name }, Tongue.allCases)
  func everyWayIsInTheLegend(_ name: String, _ tongue: Tongue) throws {
    let line = try #require(LineSamples.all.first { $0.name == name }).line
    let report = try text(line, .asIs, tongue)
    for way in LineChart(line).ways {
      #expect(report.contains("\n  \(way.mark)\u{A0} \(["Remind them", "Hand it over", "Write it off"][way.action])\n"))
    }
  }

  @Test func wordsAndYesOrNoAreATable() throws {
    let book = try LineSamples.book(["Remind them", "Hand it over"])
    let pending = Line(
      axis: .fact(4), today: 1,
      points: [
        .init(value: 0, recommendation: .action(1), best: 1, values: [500, 1000], opens: [0, 0]),
        .init(value: 1, recommendation: .nothing, best: 0, values: [-500, nil], opens: [0, nil]),
      ], stretches: [])
    var asked = book
    asked.facts.append(Fact("told", .truth))
    let report = LineReport(asked, in: .english).text(pending, of: try LineSamples.advice(book), note: "")
    #expect(
      report.contains(
        "told         brings  next best\nno           $10.00      $5.00\n  Hand it over. Next best: remind them.\n"))
    #expect(report.contains("yes ◂\u{A0}today   $0.00\n  Do nothing more.\n"))
  }
}
