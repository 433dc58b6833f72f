/// Finds the nearest value of a number for which something holds, without trying them all.
struct NumberSearch {
  /// Today's value.
  let from: Int64?
  /// What is tried, in ascending order.
  private let values: [Int64]

  /// The most values that are tried on either side, besides the steps.
  private static let mostValues = 200
  /// Steps are powers of two up to this one: about 10¹⁵, far beyond any sum of money and far from an overflow.
  private static let steps: Int64 = 50

  /// - Parameters:
  ///   - marks: Values at which something may turn.
  ///   - around: How many values to either side of today's are tried one by one.
  init(from: Int64?, marks: [Int64], around: Int64 = 0) {
    self.from = from
    let start = from ?? 0
    var near: Set<Int64> = [0]
    for mark in marks {
      near.insert(mark)
      for unit: Int64 in [-1, 1] {
        if let beside = Arithmetic.add(mark, unit) { near.insert(beside) }
      }
    }
    let sorted = near.sorted()
    let above = sorted.filter { $0 > start }.prefix(NumberSearch.mostValues)
    let below = sorted.filter { $0 < start }.suffix(NumberSearch.mostValues)
    var all = Set(above).union(below)
    for step in 0...NumberSearch.steps {
      if let up = Arithmetic.add(start, 1 << step) { all.insert(up) }
      if let down = Arithmetic.subtract(start, 1 << step) { all.insert(down) }
    }
    if around > 0, let first = Arithmetic.subtract(start, around), let last = Arithmetic.add(start, around) {
      for value in first...last where value != start { all.insert(value) }
    }
    values = all.sorted()
  }

  /// The values that are tried, those next to today's first; without one, 0 and those next to it.
  var outward: [Int64] {
    let start = from ?? 0
    return (from == nil ? [0] : [])
      + values.sorted {
        let (a, b) = (NumberSearch.distance($0, start), NumberSearch.distance($1, start))
        return a < b || (a == b && $0 > $1)
      }
  }

  /// What opens, given what a value does; today's does not.
  func reach(_ opens: (Int64) -> Bool) -> Change.Reach? {
    let start = from ?? 0
    if from == nil, opens(start) {
      if let (closed, open) = turn(from: start, up: true, isEnd: { !opens($0) }) {
        return .atMost(NumberSearch.boundary(closed: closed, open: open, opens))
      }
      if let (closed, open) = turn(from: start, up: false, isEnd: { !opens($0) }) {
        return .atLeast(NumberSearch.boundary(closed: closed, open: open, opens))
      }
      return .any
    }
    let above = turn(from: start, up: true, isEnd: opens).map {
      NumberSearch.boundary(closed: $0.before, open: $0.end, opens)
    }
    let limit = above.map { NumberSearch.distance($0, start) } ?? .max
    let below = turn(from: start, up: false, within: limit, isEnd: opens).map {
      NumberSearch.boundary(closed: $0.before, open: $0.end, opens)
    }
    if let below, NumberSearch.distance(below, start) < limit { return .atMost(below) }
    return above.map { .atLeast($0) }
  }

  /// The first value on one side that ends the search, and the one before it.
  private func turn(
    from start: Int64, up: Bool, within limit: UInt64 = .max, isEnd: (Int64) -> Bool
  ) -> (end: Int64, before: Int64)? {
    var before = start
    let side = up ? values.filter { $0 > start } : values.filter { $0 < start }.reversed()
    for value in side {
      if isEnd(value) { return (value, before) }
      if NumberSearch.distance(value, start) >= limit { return nil }
      before = value
    }
    return nil
  }

  /// The value next to a closed one that opens, between a closed one and one that opens.
  private static func boundary(closed: Int64, open: Int64, _ opens: (Int64) -> Bool) -> Int64 {
    var closed = closed
    var open = open
    while distance(closed, open) > 1 {
      let middle = (closed & open) + ((closed ^ open) >> 1)
      if opens(middle) { open = middle } else { closed = middle }
    }
    return open
  }

  private static func distance(_ a: Int64, _ b: Int64) -> UInt64 {
    let difference = UInt64(bitPattern: a) &- UInt64(bitPattern: b)
    return a < b ? 0 &- difference : difference
  }
}
