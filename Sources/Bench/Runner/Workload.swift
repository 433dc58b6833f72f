import Glibc

/// The rules of `sixty.table`, decided in the plainest way: what the answers of all tools are held against.
struct Workload: Sendable {
  struct Action: Sendable {
    var name: String
    /// Tenths of log-odds before any rule.
    var points: Int
    /// In hundredths of a percent.
    var fee: Int64
    /// In cents.
    var cost: Int64
  }

  struct Condition: Sendable {
    var fact: Int
    /// Whether `low` is a mask of words and not the low end of a range.
    var isMask: Bool
    var low: Int64
    var high: Int64

    func holds(_ value: Int64) -> Bool { isMask ? low >> value & 1 == 1 : (low...high).contains(value) }
  }

  struct Rule: Sendable {
    var action: Int
    /// Nil if it forbids the action.
    var points: Int?
    var conditions: [Condition]
  }

  struct Malformed: Error { var line: String }

  private(set) var actions: [Action] = []
  private(set) var rules: [Rule] = []
  /// The chance in hundredths of a percent, from -40 points on.
  private(set) var chances: [Int64] = []

  /// Reads the table, whose head explains it.
  init(_ text: String) throws {
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: " ").map(String.init)
      func number(_ place: Int) throws -> Int64 {
        guard place < cells.count, let number = Int64(cells[place]) else { throw Malformed(line: String(line)) }
        return number
      }
      switch cells.first {
      case "A":
        actions.append(Action(name: cells[1], points: Int(try number(2)), fee: try number(3), cost: try number(4)))
      case "R":
        let conditions = try (0..<Int(try number(3))).map { index in
          let place = 4 + 4 * index
          return Condition(
            fact: Int(try number(place)), isMask: cells[place + 1] == "M", low: try number(place + 2),
            high: try number(place + 3))
        }
        let points = cells[2] == "F" ? nil : Int(try number(2))
        rules.append(Rule(action: Int(try number(1)), points: points, conditions: conditions))
      case "P": chances = try cells.indices.dropFirst().map { try number($0) }
      default: continue
      }
    }
  }

  /// The tenths of log-odds of each action; nil where a rule forbids it.
  private func points(_ facts: Facts) -> [Int?] {
    var points: [Int?] = actions.map { $0.points }
    for rule in rules where rule.conditions.allSatisfy({ $0.holds(facts[$0.fact]) }) {
      if let own = points[rule.action] { points[rule.action] = rule.points.map { own + $0 } }
    }
    return points
  }

  /// What each action brings, in cents, as the table has its chances; nil where a rule forbids it.
  func nets(_ facts: Facts) -> [Int64?] {
    let middle = chances.count / 2
    return zip(actions, points(facts)).map { action, points in
      guard let points else { return nil }
      let chance = chances[middle + max(-middle, min(middle, points))]
      return chance * facts[Invoice.amount] * (10_000 - action.fee) / 100_000_000 - action.cost
    }
  }

  /// What each action brings, in cents, without any rounding; nil where a rule forbids it.
  func exactNets(_ facts: Facts) -> [Double?] {
    zip(actions, points(facts)).map { action, points in
      guard let points else { return nil }
      let chance = 1 / (1 + exp(-Double(points) / 10))
      return chance * Double(facts[Invoice.amount]) * (1 - Double(action.fee) / 10_000) - Double(action.cost)
    }
  }

  /// The first of the actions that bring most.
  func choice(_ facts: Facts) -> Int {
    let nets = nets(facts)
    var best = -1
    for (index, net) in nets.enumerated() {
      if let net, best < 0 || net > nets[best]! { best = index }
    }
    return best
  }
}
