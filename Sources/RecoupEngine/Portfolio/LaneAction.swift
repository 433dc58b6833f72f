import RecoupQuantities

/// An action on one day and with one step left: all of its terms that are the same for every invoice.
struct LaneAction {
  /// Money that is the same for every invoice, or what a fact says.
  struct Money {
    /// The fact, or -1.
    var fact = -1
    /// Without a fact the sum; with one what stands in where it is not given; nil if it is unknown.
    var constant: Int64? = 0
  }

  /// Whether it can be open at all.
  var isPossible = true
  /// Whether the plain weigher is to be asked what it costs and brings.
  var isPlain = false
  var atMost: Int64
  var claim = Money()
  var goodwill = Money()
  var hasStrain = false
  /// In millionths, clamped.
  var strain: Int64 = 0
  var recovers = millionthsInOne
  var hasFee = false
  var fee: Int64 = 0
  var feeMinimum = Int64.min
  var feeMaximum = Int64.max
  var outlay: Int64 = 0
  var ends: Int64 = 0
  var discountAtStart = 1.0
  var discountAtEnd = 1.0
  /// The bits of the rules whose first effects on its odds are reckoned ahead, and where those chances stand: one for
  /// each set of them that may fire. If more rules follow, they are odds.
  var aheadWord = 0
  var aheadShift: UInt64 = 0
  var aheadMask: UInt64 = 0
  var chances = 0
  /// The effects that follow, among those of all actions.
  var effects = 0..<0

  init(atMost: Int64) { self.atMost = atMost }

  /// A product of which one side is in millionths, as `Arithmetic.multiply` has it. Whether to round up is as good as
  /// chance, so it is reckoned without a branch; and where the divisor is written down, no division is made.
  @inline(__always)
  static func share(_ a: Int64, _ b: Int64) -> Int64? {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    if overflow { return Arithmetic.multiply(a, b) }
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: 1_000_000)
    // Half goes to the even one: only an odd quotient makes half of the divisor more than half.
    let twice = 2 &* Int64(truncatingIfNeeded: rest.magnitude) &+ (quotient & 1)
    let step: Int64 = twice > 1_000_000 ? 1 : 0
    let sign = product >> 63
    return quotient &+ ((step ^ sign) &- sign)
  }

  /// Money from an invoice's facts.
  @inline(__always)
  static func value(_ money: Money, _ facts: UnsafeBufferPointer<Int64?>) -> Int64? {
    if money.fact >= 0, money.fact < facts.count, let given = facts[money.fact] { return given }
    return money.constant
  }
}

/// An effect on odds that is not reckoned ahead.
struct LaneEffect {
  var word: Int
  var mask: UInt64
  var factor: Double
  var isLikelier: Bool

  /// What an effect makes of odds.
  static func apply(_ influence: Program.Influence, to odds: Double) -> Double {
    influence.isLikelier ? odds * influence.factor : odds / influence.factor
  }
}

extension UnsafePointer<LaneAction> {
  /// The value of taking it today, with nothing after it, by its chance; nil if a term does not fit or is unknown.
  @inline(__always)
  func value(chance: Double, after strainBefore: Int64, _ facts: UnsafeBufferPointer<Int64?>) -> Double? {
    guard let claim = LaneAction.value(pointee.claim, facts) else { return nil }
    var net = claim
    if pointee.recovers != millionthsInOne {
      guard let gross = LaneAction.share(claim, pointee.recovers) else { return nil }
      net = gross
    }
    if pointee.hasFee {
      guard let share = LaneAction.share(net, pointee.fee),
        let kept = Arithmetic.subtract(net, min(max(share, pointee.feeMinimum), pointee.feeMaximum))
      else { return nil }
      net = kept
    }
    var strained: Int64 = 0
    if pointee.hasStrain {
      guard let goodwill = LaneAction.value(pointee.goodwill, facts),
        let most = LaneAction.share(goodwill, pointee.strain),
        Arithmetic.add(pointee.outlay, most) != nil
      else { return nil }
      if pointee.strain > strainBefore {
        strained = strainBefore == 0 ? most : LaneAction.share(goodwill, pointee.strain - strainBefore) ?? 0
      }
    }
    // The last term is what would follow: nothing. It makes a zero of a negative zero.
    return (chance * pointee.discountAtEnd) * Double(net) - pointee.discountAtStart * Double(pointee.outlay + strained)
      + 0.0
  }
}
