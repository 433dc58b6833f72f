import RecoupQuantities
import RecoupTesting
import Testing

@Suite struct HalfEvenTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var numerator: Int128
    var denominator: Int128
    var expected: Int64?

    init(_ name: String, _ numerator: Int128, _ denominator: Int128, _ expected: Int64?) {
      self.name = name
      self.numerator = numerator
      self.denominator = denominator
      self.expected = expected
    }

    var testDescription: String { name }
  }

  static let rows = [
    Row("exact", 6, 3, 2),
    Row("below half goes down", 5, 4, 1),
    Row("above half goes up", 7, 4, 2),
    Row("half above an even one stays", 5, 2, 2),
    Row("half above an odd one goes up", 7, 2, 4),
    Row("half above zero is zero", 1, 2, 0),
    Row("negative half above an even one stays", -5, 2, -2),
    Row("negative half above an odd one goes away from zero", -7, 2, -4),
    Row("negative half below zero is zero", -1, 2, 0),
    Row("negative denominator", 7, -2, -4),
    Row("both negative", -7, -2, 4),
    Row("negative below half", -5, 4, -1),
    Row("negative above half", -7, 4, -2),
    Row("nothing of something", 0, -7, 0),
    Row("by zero", 1, 0, nil),
    Row("nothing by zero", 0, 0, nil),
    Row("the largest that fits", Int128(Int64.max), 1, .max),
    Row("the smallest that fits", Int128(Int64.min), 1, .min),
    Row("one too large", Int128(Int64.max) + 1, 1, nil),
    Row("one too small", Int128(Int64.min) - 1, 1, nil),
    Row("rounds down into the range", Int128(Int64.max) * 4 + 1, 4, .max),
    Row("rounds up out of the range", Int128(Int64.max) * 2 + 1, 2, nil),
    Row("rounds to even into the range", Int128(Int64.min) * 2 - 1, 2, .min),
    Row("the far end of the numerator", .min, -1, nil),
    Row("the far end by itself", .min, .min, 1),
    Row("half of the far end's size", .max, .min, -1),
    Row("the far end of the denominator", 1, .min, 0),
    Row("a tie at the far end", Int128.min / 2, .min, 0),
  ]

  @Test(arguments: rows) func divides(_ row: Row) {
    #expect(HalfEven.divide(row.numerator, by: row.denominator) == row.expected)
  }

  /// Whether `rounded` is the whole number nearest to `numerator / denominator`, the even one of two: the definition.
  private static func isNearest(_ rounded: Int128, _ numerator: Int128, _ denominator: Int128) -> Bool {
    let twice = (numerator - rounded * denominator).magnitude * 2
    return twice < denominator.magnitude || (twice == denominator.magnitude && rounded % 2 == 0)
  }

  /// Numbers of all sizes, many of them at the ends of what 64 bits hold or a power of two.
  private static func number(_ random: inout SeededRandom) -> Int64 {
    let small = random.number(-12...12)
    switch random.below(8) {
    case 0: return small
    case 1: return Int64.max - small.magnitudeAsNumber
    case 2: return Int64.min + small.magnitudeAsNumber
    case 3: return (Int64(1) << random.number(0...62)) + small
    case 4: return random.number(-3_000...3_000) * 500_000
    default: return Int64(bitPattern: random.next()) >> random.number(0...63)
    }
  }

  @Test func multipliesAsTheDefinitionSays() {
    for seed in Effort.seeds(20_000) {
      var random = SeededRandom(seed: seed)
      let a = HalfEvenTests.number(&random)
      let b = HalfEvenTests.number(&random)
      let denominator = random.pick([2, 10, 1_000_000, 365_000_000, HalfEvenTests.number(&random)])
      let product = Int128(a) * Int128(b)
      let divided = HalfEven.divide(product, by: Int128(denominator))
      let multiplied = HalfEven.multiply(a, b, dividedBy: denominator)
      #expect(multiplied == divided, "seed \(seed): \(a) × \(b) / \(denominator)")
      if let multiplied {
        let isNearest = HalfEvenTests.isNearest(Int128(multiplied), product, Int128(denominator))
        #expect(isNearest, "seed \(seed): \(a) × \(b) / \(denominator) = \(multiplied)")
      } else if denominator != 0 {
        // It does not fit: then neither end of the range is the nearest, nor anything within it.
        let quotient = product / Int128(denominator)
        let isOutside = quotient >= Int128(Int64.max) || quotient <= Int128(Int64.min)
        #expect(isOutside, "seed \(seed): \(a) × \(b) / \(denominator)")
        for end in [Int64.max, .min] {
          let isNearest = HalfEvenTests.isNearest(Int128(end), product, Int128(denominator))
          #expect(!isNearest, "seed \(seed): \(a) × \(b) / \(denominator)")
        }
      }
    }
  }

  @Test func everySmallQuotient() {
    for denominator in Int128(-12)...12 where denominator != 0 {
      for numerator in Int128(-60)...60 {
        let rounded = HalfEven.divide(numerator, by: denominator)
        let isNearest = rounded.map { HalfEvenTests.isNearest(Int128($0), numerator, denominator) }
        #expect(isNearest == true, "\(numerator) / \(denominator)")
      }
    }
  }
}

extension Int64 {
  /// The distance from zero of a number that is far from the ends of the range.
  fileprivate var magnitudeAsNumber: Int64 { Int64(magnitude) }
}
