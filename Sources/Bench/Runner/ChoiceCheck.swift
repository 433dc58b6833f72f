import FoundationEssentials
import RecoupTesting

/// Holds the choices of a tool against the plain reading of the table.
struct ChoiceCheck {
  let workload: Workload
  let seed: UInt64
  /// The choice for each row.
  private(set) var choices: [UInt8] = []

  init(_ workload: Workload, seed: UInt64) {
    self.workload = workload
    self.seed = seed
  }

  mutating func add(_ facts: Facts) { choices.append(UInt8(workload.choice(facts))) }

  /// Returns how many rows differ, all of them only because the table rounds; throws if one differs otherwise, or is
  /// missing.
  ///
  /// - Parameter path: A table with a header, and the name of the action in its second column.
  func differing(_ path: String, rows: Int) throws -> Int {
    let bytes = try Data(contentsOf: URL(filePath: path))
    let names = Dictionary(uniqueKeysWithValues: workload.actions.enumerated().map { (Array($1.name.utf8), $0) })
    var lines = bytes.split(separator: UInt8(ascii: "\n")).dropFirst().makeIterator()
    var random = SeededRandom(seed: seed)
    var differing = 0
    for row in 0..<rows {
      let invoice = Invoice(row + 1, &random)
      let cells = lines.next()?.split(separator: UInt8(ascii: ","), maxSplits: 2, omittingEmptySubsequences: false)
      guard let cells, cells.count > 1, let choice = names[Array(cells[1])] else {
        throw Child.Failure(description: "\(path) has no choice in row \(row + 1)")
      }
      if choice == Int(choices[row]) { continue }
      differing += 1
      if !isRight(choice, invoice.facts) {
        throw Child.Failure(
          description: "\(path) chooses \(workload.actions[choice].name) in row \(row + 1), and not "
            + workload.actions[Int(choices[row])].name)
      }
    }
    if lines.next() != nil { throw Child.Failure(description: "\(path) has more than \(rows) rows") }
    return differing
  }

  /// Whether an action is the best but for what the table rounds, its chances and its sums; so that one which brings
  /// more without rounding is right as well. What rules say in six digits may be off by as much.
  func isRight(_ choice: Int, _ facts: Facts) -> Bool {
    let nets = workload.exactNets(facts)
    guard let own = nets[choice], let most = nets.compactMap({ $0 }).max() else { return false }
    return most - own <= Double(facts[Invoice.amount]) * 2e-6 + 1
  }
}
