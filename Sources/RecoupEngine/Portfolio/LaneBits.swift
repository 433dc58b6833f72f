/// Gives each term that a lane must tell true from false a bit; bits stand in words of 64.
struct LaneBits {
  /// A stretch of bits within one word.
  struct Stretch {
    var word: Int
    var shift: Int
    var count: Int

    var mask: UInt64 { count == 0 ? 0 : (.max >> UInt64(64 - count)) << UInt64(shift) }
  }

  /// By bit; nil where a bit is left out.
  private(set) var terms: [LaneTerms.Term?] = []
  private var shared: [LaneTerms.Term: Int] = [:]

  var words: Int { (terms.count + 63) / 64 }

  /// A stretch for terms that are looked at together, at most 64.
  mutating func stretch(_ group: [LaneTerms.Term]) -> Stretch {
    let free = 64 - terms.count % 64
    if group.count > free { terms += Array(repeating: nil, count: free) }
    let first = terms.count
    // An empty one names no word that is not there.
    if group.isEmpty { return Stretch(word: 0, shift: 0, count: 0) }
    for term in group { terms.append(term) }
    return Stretch(word: first / 64, shift: first % 64, count: group.count)
  }

  /// A bit for a term, wherever it is.
  mutating func bit(_ term: LaneTerms.Term) -> Int {
    if let bit = shared[term] { return bit }
    terms.append(term)
    shared[term] = terms.count - 1
    return terms.count - 1
  }
}
