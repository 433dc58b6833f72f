import RecoupTesting

/// A rule book of any size, and invoices for it.
struct MadeUpBook {
  var rules: Int
  var actions: Int
  var steps: Int
  var facts: Int
  var seed: UInt64

  /// Every fourth fact is yes or no, a percentage, a number or days.
  private func kind(_ fact: Int) -> String { ["yes or no", "percent", "number", "days rising"][fact % 4] }

  /// A test of a fact that about half of all invoices pass.
  private func test(_ fact: Int, _ random: inout SeededRandom) -> String {
    switch fact % 4 {
    case 0: random.happens(50) ? "f\(fact)" : "not f\(fact)"
    case 1: "f\(fact) >= \(20 + random.below(60))%"
    case 2: "f\(fact) < \(20 + random.below(60))"
    default: "f\(fact) >= \(20 + random.below(60)) days"
    }
  }

  var text: String {
    var random = SeededRandom(seed: seed)
    var text = "currency EUR\nhorizon \(steps) steps, 365 days\n"
    for fact in 0..<facts { text += "fact f\(fact): \(kind(fact))\n" }
    for action in 0..<actions {
      text += """
        action a\(action) {
          title "a\(action)"
          chance \(10 + random.below(30))%
          cost \(action * action) EUR
          takes \(5 + random.below(20)) days
          at most \(1 + random.below(3)) times
          requires days_overdue >= \(action * 60 / actions) days because "it is too early"
        }

        """
    }
    for rule in 0..<rules {
      let second = test(random.below(facts), &random)
      // Every fourth reads what was done before, as rules of people do.
      let first = rule % 4 == 3 ? "a\(random.below(actions)).times >= 1" : test(random.below(facts), &random)
      let action = "a\(random.below(actions))"
      let then = rule % 8 == 6 ? "never \(action)" : "\(action) 1.\(1 + random.below(9))x likelier"
      text += "rule \"r\(rule)\" { when \(first) and \(second) then \(then) because \"so it is\" }\n"
    }
    return text
  }

  func table(_ count: Int) -> PlanMeter.Table {
    var random = SeededRandom(seed: seed &+ 1000)
    let rows = (1...count).map { number in
      var row = "INV-\(number),\(random.below(120)),\(100 + random.below(9_000))"
      for fact in 0..<facts {
        row += ","
        if random.happens(20) { continue }
        switch fact % 4 {
        case 0: row += random.happens(50) ? "yes" : "no"
        case 1: row += "\(random.below(101))%"
        default: row += "\(random.below(100))"
        }
      }
      return Array((row + "\n").utf8)
    }
    return PlanMeter.Table(columns: ["id", "days_overdue", "amount"] + (0..<facts).map { "f\($0)" }, rows: rows)
  }
}
