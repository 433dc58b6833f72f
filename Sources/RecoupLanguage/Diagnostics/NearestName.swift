/// Finds the name that a misspelled one was meant to be.
public enum NearestName {
  /// The candidate with the fewest slips from `name`, the first of several, if they are few for its length.
  ///
  /// A slip is one letter left out, put in, exchanged, or swapped with its neighbour: none for names of one or two
  /// letters, which all look alike, and a third of the longer name's letters otherwise.
  public static func of(_ name: String, among candidates: [String]) -> String? {
    let length = name.utf8.count
    if length > 60 { return nil }
    let letters = Array(name.utf8)
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
      let longer = max(length, candidate.utf8.count)
      let limit = min(longer / 3, (best?.distance ?? Int.max) - 1)
      if longer > 60 || 2 * longer - length - candidate.utf8.count > limit { continue }
      let slips = distance(letters, Array(candidate.utf8))
      if slips <= limit { best = (candidate, slips) }
    }
    return best?.name
  }

  /// The optimal string alignment distance.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.count < 2 || b.count < 2 { return a == b ? 0 : max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        var slips = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { slips = min(slips, beforeLast[j - 2] + 1) }
        row.append(slips)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
