/// A stream of random numbers that is the same for the same seed, on every machine: SplitMix64.
///
/// The helpers are its own rather than the standard library's, whose way from bits to numbers may change.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the stream of this seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to but not including `bound`, which is above 0.
  public mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of the range, both ends included; the range does not span all of Int64.
  public mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
    let size = UInt64(bitPattern: range.upperBound &- range.lowerBound) + 1
    return range.lowerBound &+ Int64(bitPattern: next().multipliedFullWidth(by: size).high)
  }

  /// Whether something comes about that does so in `percent` of 100 cases.
  public mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the elements, each as likely as the others; there is at least one.
  public mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// The elements in a random order.
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var mixed = elements
    for last in stride(from: mixed.count - 1, to: 0, by: -1) { mixed.swapAt(last, below(last + 1)) }
    return mixed
  }
}
