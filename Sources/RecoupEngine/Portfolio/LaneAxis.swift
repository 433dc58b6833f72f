/// The values of one input, cut into cells in which every condition on it has one answer. Each cell has a row of masks.
struct LaneAxis {
  enum Source: UInt8 { case fact, pending, times, daysAgo, node }

  var source: Source
  var index: Int
  /// What a fact is where none is given; nil if it is unknown then.
  var absent: Int64?
  /// Where its breaks stand among those of all axes, and how many there are: each is the first value of a cell.
  var breaks: Int
  var count: Int
  /// The row of the first cell, of values below the first break; that of the unknown stands behind the last.
  var firstRow: Int
  var unknownRow: Int
  /// Where the values from `low` to `high` are listed, in stretches of two to the power of `shift` in which at most one
  /// cell ends: by stretch the cell with which it begins. What is below or above has the same cell as these.
  var isListed = false
  var listed = 0
  var shift: Int64 = 0
  var low: Int64 = 0
  var high: Int64 = 0

  /// How many stretches are listed at most.
  static let mostListed: Int64 = 2_048
}

extension UnsafePointer<LaneAxis> {
  /// Where the row of a value begins, given the breaks and lists of all axes.
  @inline(__always)
  func row(_ value: Int64, words: Int, _ all: UnsafePointer<Int64>, _ lists: UnsafePointer<Int32>) -> Int {
    if pointee.isListed {
      let inside = max(pointee.low, min(value, pointee.high))
      let cell = Int(lists[pointee.listed &+ Int(truncatingIfNeeded: (inside &- pointee.low) &>> pointee.shift)])
      let isBehind = inside >= all[pointee.breaks &+ cell]
      return pointee.firstRow &+ (cell &+ (isBehind ? 1 : 0)) &* words
    }
    var cell = 0
    var rest = pointee.count
    while rest > 0 {
      let half = rest / 2
      if value >= all[pointee.breaks + cell + half] {
        cell += half + 1
        rest -= half + 1
      } else {
        rest = half
      }
    }
    return pointee.firstRow &+ cell &* words
  }
}
