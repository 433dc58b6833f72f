/// Which actions' histories each node of a program reads, as sets of bits.
struct HistoryReads {
  /// An empty set.
  let none: [UInt64]

  private let actions: Int
  private let words: Int
  private var sets: [UInt64]

  /// - Parameter nodes: Each after those that it reads.
  init(_ nodes: [Program.Node], _ rows: [Program.Row], actions: Int) {
    self.actions = actions
    words = (actions + 63) / 64
    none = Array(repeating: 0, count: words)
    sets = Array(repeating: 0, count: words * nodes.count)
    for (index, node) in nodes.enumerated() where node.reach.readsPast {
      if node.operation == .times || node.operation == .daysAgo {
        sets[index * words + Int(node.a) / 64] |= 1 << UInt64(node.a % 64)
      }
      for child in Program.children(node, rows) {
        for word in 0..<words { sets[index * words + word] |= sets[Int(child) * words + word] }
      }
    }
  }

  /// Adds what a node reads to a set.
  func add(_ node: Int32, to set: inout [UInt64]) {
    for word in 0..<words { set[word] |= sets[Int(node) * words + word] }
  }

  /// The actions of a set, in ladder order.
  func actions(of set: [UInt64]) -> [Int32] {
    (0..<actions).filter { set[$0 / 64] & (1 << UInt64($0 % 64)) != 0 }.map { Int32($0) }
  }
}
