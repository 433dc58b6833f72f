import RecoupRules
import Testing

@testable import RecoupEngine
@testable import RecoupReports

/// What a chart shows of a line, and what it looks like in a terminal.
@Suite struct LineChartTests {
  private static let titles = ["Remind them", "Hand it over", "Write it off"]

  private func rows(_ line: Line, width: Int = 60, isColored: Bool = false) throws -> [String] {
    let words = AdviceWords(book: try LineSamples.book(LineChartTests.titles), say: .english)
    return TextChart(LineChart(line), words, paint: Paint(isOn: isColored), width: width).lines()
  }

  @Test func marksTheBestAndTheNextBest() {
    // Nine ways: the last is best everywhere, the others come the nearer the further down the ladder they stand.
    let line = LineSamples.line((0...9).map { ($0, (0..<9).map { Double($0) * 100 }) })
    let chart = LineChart(line)
    #expect(chart.ways.map { $0.action } == [3, 4, 5, 6, 7, 8])
    #expect(chart.ways.map { $0.mark } == ["A", "B", "C", "D", "E", "F"])
    #expect(chart.ways.allSatisfy { $0.isDrawn })
  }

  @Test func whatIsBestSomewhereHasAMarkEvenWithoutACurve() {
    let line = LineSamples.line((0..<9).map { value in (value, (0..<9).map { $0 == value ? 100 : 0 }) })
    let chart = LineChart(line)
    #expect(chart.ways.count == 9)
    #expect(chart.ways.count { $0.isDrawn } == LineChart.mostCurves)
  }

  @Test func farLowerCurvesAreCutOff() {
    let line = LineSamples.line((0...9).map { ($0, [100_000, 90_000, -5_000_000]) })
    #expect(LineChart(line).money.values == [-25_000, 0, 25_000, 50_000, 75_000, 100_000])
    #expect(LineChart(LineSamples.line([(0, [100_000]), (9, [80_000])])).money.values.first == 80_000)
    #expect(LineChart(LineSamples.line([(0, [100_000]), (9, [1000])])).money.values.first == 0)
  }

  /// A curve that dips just below zero stands at zero, which is its row; one that dips further gets a step of its own.
  @Test func aLittleBelowZeroTakesNoStep() {
    #expect(LineChart(LineSamples.line([(0, [100_000, -2400]), (9, [100_000, 50_000])])).money.values.first == 0)
    let further = LineChart(LineSamples.line([(0, [100_000, -2600]), (9, [100_000, 50_000])])).money.values
    #expect((further.first ?? 0) < 0)
  }

  @Test func whatHardlyChangesIsNoStaircase() {
    #expect(
      LineChart(LineSamples.line([(0, [100_000]), (9, [100_001])])).money.values == [
        96_000, 98_000, 100_000, 102_000, 104_000,
      ])
    #expect(LineChart(LineSamples.line([(0, [0]), (9, [0])])).money.values == [0, 10, 20, 30, 40, 50])
  }

  @Test func adviceChangesHalfWayBetweenTwoValues() {
    let line = LineSamples.line([(0, [1, 0]), (1, [1, 0]), (2, [0, 1]), (3, [0, 1])])
    #expect(LineChart(line).turns == [0.5])
  }

  @Test(arguments: LineSamples.all.map { $0.name }, [60, 80, 200]) func fitsTheWidth(_ name: String, _ width: Int)
    throws
  {
    let line = try #require(LineSamples.all.first { $0.name == name }).line
    let rows = try rows(line, width: width)
    #expect(rows.allSatisfy { Shown.width($0) <= width }, "\(rows.joined(separator: "\n"))")
    #expect((15...20).contains(rows.count))
    #expect(rows.last?.contains("Advised │") == true)
  }

  @Test func colourOnlyAddsToIt() throws {
    for (name, line) in LineSamples.all {
      let plain = try rows(line)
      let colored = try rows(line, isColored: true).map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
      #expect(colored == plain, "\(name)")
    }
  }

  @Test func crossesAtTheHeavyLine() throws {
    let line = try #require(LineSamples.all.first { $0.name == "crossing" }).line
    let rows = try rows(line)
    #expect(rows[0].hasPrefix(" $1,000 ┤A━┓"))
    #expect(rows[0].hasSuffix("┏━"))
    #expect(rows.contains { $0.contains("┗A") || $0.contains("B━") })
    let axis = try #require(rows.first { $0.contains("└") })
    #expect(axis.filter { $0 == "▲" }.count == 1)
    let strip = try #require(rows.last).split(separator: "│")
    #expect(strip.dropFirst().map { $0.first } == ["A", "B"])
  }

  @Test func curvesThatLieOnEachOtherAreAllNamed() throws {
    let row = try rows(LineSamples.line([(0, [900, 500, 500]), (9, [900, 500, 500])])).first { $0.contains("·") }
    #expect(try #require(row).contains("B·C"))
  }

  @Test func aClosedLineHasNoCurve() throws {
    let line = try #require(LineSamples.all.first { $0.name == "closed" }).line
    let text = try rows(line).joined(separator: "\n")
    #expect(!text.contains("━") && !text.contains("·"))
    #expect(text.contains("Advised │–─"))
  }
}
