import RecoupRules
import Testing

@testable import RecoupEngine
@testable import RecoupReports

/// The values to look at where nobody says which.
@Suite struct AxisValuesTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var type: ValueType
    var motion = Fact.Motion.fixed
    var today: Int64?
    var values: ClosedRange<Int64>
    var testDescription: String { "\(type) \(motion) \(today.map { String($0) } ?? "unknown")" }
  }

  static let rows = [
    Row(type: .percent, today: 400_000, values: 0...1_000_000),
    Row(type: .percent, today: 2_000_000, values: 0...2_000_000),
    Row(type: .percent, today: .max, values: 0...500_000_000_000_000_000),
    Row(type: .percent, today: nil, values: 0...1_000_000),
    Row(type: .days, motion: .rising, today: 47, values: -13...227),
    Row(type: .days, motion: .falling, today: nil, values: -60...180),
    Row(type: .days, today: 20, values: 0...200),
    Row(type: .days, today: 100, values: 40...280),
    Row(type: .days, today: -5, values: -5...175),
    Row(type: .days, motion: .rising, today: .max, values: .max - 60 ... .max),
    Row(type: .days, motion: .rising, today: .min, values: .min ... .min + 180),
    Row(type: .money, today: 5000, values: 0...15_000),
    Row(type: .money, today: -5000, values: -15_000...0),
    Row(type: .money, today: 0, values: 0...300_000),
    Row(type: .money, today: nil, values: 0...300_000),
    Row(type: .money, today: .max, values: 0...1_000_000_000_000_000_000),
    Row(type: .number, today: 2_000_000, values: 0...6_000_000),
    Row(type: .number, today: nil, values: 0...15_000_000),
    Row(type: .number, today: .min, values: -1_000_000_000_000_000_000...0),
    Row(type: .truth, today: 1, values: 0...1),
  ]

  @Test(arguments: rows) func liesAroundToday(_ row: Row) throws {
    var book = try LineSamples.book([])
    book.facts.append(Fact("more", row.type, motion: row.motion))
    let axis = Axis.fact(book.facts.count - 1)
    #expect(axis.usualValues(around: row.today, owed: 100_000, in: book) == row.values)
  }

  @Test func aStepThatRunsCountsFromZero() throws {
    let pending = Axis.fact(RuleBook.Builtin.pending)
    #expect(pending.usualValues(around: 3, owed: 0, in: try LineSamples.book([])) == 0...183)
  }
}
