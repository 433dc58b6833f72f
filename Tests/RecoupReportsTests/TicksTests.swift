import RecoupTesting
import Testing

@testable import RecoupReports

/// Round values along an axis.
@Suite struct TicksTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var range: ClosedRange<Int64>
    var most: Int
    var roundness = Ticks.Roundness.decimal
    var values: [Int64]
    var testDescription: String { "\(range) in at most \(most)" }
  }

  static let rows = [
    Row(range: 0...180, most: 7, roundness: .days, values: [0, 30, 60, 90, 120, 150, 180]),
    Row(range: -13...227, most: 9, roundness: .days, values: [0, 30, 60, 90, 120, 150, 180, 210]),
    Row(range: 0...30, most: 7, roundness: .days, values: [0, 5, 10, 15, 20, 25, 30]),
    Row(range: 0...3000, most: 5, roundness: .days, values: [0, 1000, 2000, 3000]),
    Row(range: 0...1_000_000, most: 6, values: [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]),
    Row(range: 100_000...900_000, most: 6, values: [200_000, 400_000, 600_000, 800_000]),
    Row(range: 1...10, most: 5, values: [5, 10]),
    Row(range: 3...4, most: 5, values: [3, 4]),
    Row(range: -7...7, most: 4, values: [-5, 0, 5]),
    Row(range: 0...0, most: 4, values: [0]),
  ]

  @Test(arguments: rows) func liesWithinARange(_ row: Row) {
    #expect(Ticks(within: row.range, atMost: row.most, row.roundness).values == row.values)
  }

  static let covers: [(ClosedRange<Double>, [Int64])] = [
    (0...320_000, [0, 100_000, 200_000, 300_000, 400_000]),
    (0...125_000, [0, 25_000, 50_000, 75_000, 100_000, 125_000]),
    (-20_000...310_000, [-100_000, 0, 100_000, 200_000, 300_000, 400_000]),
    (0...1, [0, 1]), (0.2...0.4, [0, 1]), (5...5, [5, 6]), (-3 ... -2.5, [-3, -2]),
  ]

  @Test(arguments: covers) func coversARange(_ row: (ClosedRange<Double>, [Int64])) {
    #expect(Ticks(covering: row.0, steps: 5).values == row.1)
  }

  @Test func areRoundAndFewWhateverTheRange() {
    for seed in Effort.seeds(300) {
      var random = SeededRandom(seed: seed)
      let ends = (0..<2).map { _ in Int64(bitPattern: random.next()) >> Int64(random.below(64)) }.sorted()
      let most = 2 + random.below(12)
      for roundness in [Ticks.Roundness.decimal, .days] {
        let ticks = Ticks(within: ends[0]...ends[1], atMost: most, roundness)
        #expect(ticks.values.count <= most, "seed \(seed)")
        #expect(ticks.values.allSatisfy { $0 >= ends[0] && $0 <= ends[1] && $0 % ticks.step == 0 }, "seed \(seed)")
        for (one, next) in zip(ticks.values, ticks.values.dropFirst()) { #expect(next - one == ticks.step) }
      }
      let range = Double(ends[0]) / 2...Double(ends[1]) / 2
      let cover = Ticks(covering: range, steps: 5).values
      #expect((2...6).contains(cover.count), "seed \(seed)")
      if abs(range.lowerBound) < 1e18, abs(range.upperBound) < 1e18 {
        #expect(Double(cover[0]) <= range.lowerBound, "seed \(seed)")
        #expect(Double(cover[cover.count - 1]) >= range.upperBound, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [
    -Double.infinity...Double.infinity, -1e300...1e300, -9e18...9e18, 9e18...9.1e18, Double(Int64.min)...0,
  ]) func doesNotTrapOnHugeRanges(_ range: ClosedRange<Double>) {
    #expect((2...6).contains(Ticks(covering: range, steps: 5).values.count))
  }
}
