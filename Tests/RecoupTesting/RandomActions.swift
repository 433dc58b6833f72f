extension RulesWriter {
  // MARK: Actions

  /// The ladder: every action with all the clauses that it may have.
  mutating func allActions() -> [Declaration] {
    var declared: [Declaration] = []
    for (index, action) in actions.enumerated() {
      var head = "action \(action)"
      if index > 0, random.happens(25) {
        head += " \(random.pick(["gentler", "firmer"])) than \(random.pick(Array(actions.prefix(index))))"
      }
      // A twin ties with its neighbour wherever both are open.
      let isTwin = random.happens(18)
      let clauses = isTwin ? declared.last?.clauses.map { Array($0.dropFirst()) } : nil
      var all = ["title " + texts("Do \(action)")] + (clauses ?? self.clauses())
      if clauses == nil, random.happens(15) { all = [all[0]] + random.shuffled(Array(all.dropFirst())) }
      declared.append(Declaration(head: head, clauses: all))
    }
    return declared
  }

  private mutating func clauses() -> [String] {
    var all = ["chance " + chance()]
    if random.happens(25) { all.append("recovers " + percent(["50%", "0%", "95%", "75.5%", "110%"])) }
    if random.happens(35) { all.append("fee " + fee()) }
    if random.happens(50) { all.append("cost " + cost()) }
    if random.happens(40) {
      let hours = random.pick(["0.2", "0.5", "1", "8", "1.25"])
      all.append("effort \(random.happens(75) ? hours : phrase(.number, 2).text) hours")
    }
    if random.happens(45) { all.append("strain " + percent(["5%", "20%", "60%", "100%", "140%", "33.3333%"])) }
    if random.happens(80) { all.append("takes " + duration()) }
    if random.happens(45) { all.append("at most \(1 + random.below(3)) times") }
    if random.happens(12) { all.append("final") }
    for _ in 0..<random.pick([0, 0, 0, 1, 1, 2]) { all.append("requires " + requirement()) }
    let from = source(10)
    if !from.isEmpty { all.append(String(from.dropFirst())) }
    return all
  }

  private mutating func percent(_ usual: [String]) -> String {
    random.happens(70) ? random.pick(usual) : phrase(.percent, 2).text
  }

  private mutating func chance() -> String {
    if random.happens(7) { return "0%" }
    if random.happens(7) { return "100%" }
    var text = percent(["5%", "10.0001%", "25%", "30%", "45%", "60%", "85%", "99.9999%"])
    if random.happens(45) { text += " to " + percent(["10.0002%", "45%", "70%", "90%"]) }
    if random.happens(40) {
      text += " scaled by " + (random.happens(75) ? name(of: .percent) : phrase(.percent, 2).text)
    }
    return text
  }

  private mutating func fee() -> String {
    var text = percent(["10%", "30%", "120%", "0%", "33.3333%"]) + " of recovered"
    if random.happens(40) { text += " minimum " + amount([5, 60, 75]) }
    if random.happens(30) { text += " maximum " + amount([50, 70, 500]) }
    return text
  }

  private mutating func amount(_ usual: [Int64]) -> String {
    random.happens(75) ? money(random.pick(usual)) : phrase(.money, 2).text
  }

  private mutating func cost() -> String {
    switch random.below(10) {
    case 0: "-(\(money(20)))"
    case 1: "-\(money(5))"
    case 2: "max(\(money(59)), 3% of amount)"
    case 3: "\(money(12)) + 4.84% of amount"
    default: amount([0, 1, 12, 40, 100, 250])
    }
  }

  private mutating func duration() -> String {
    switch random.below(10) {
    case 0: "0 days"
    case 1, 2: phrase(.days, 2).text
    default: random.pick(["1 day", "4 days", "1 week", "10 days", "2 weeks", "30 days", "90 days"])
    }
  }

  private mutating func requirement() -> String {
    var text =
      switch random.below(8) {
      case 0: "not pending"
      case 1: "days_overdue >= \(random.pick(["10 days", "30 days", "50 days", "60 days"]))"
      case 2: "\(random.pick(actions)).times \(random.pick([">= 1", "= 1", "< 2", "< 1"]))"
      case 3: "\(random.pick(actions)).days_ago >= \(random.pick(["7 days", "10 days", "2 weeks"]))"
      case 4: "promised_in is unknown or promised_in < 0 days"
      default: condition(1 + random.below(3)).text
      }
    if random.happens(60) { text += " because " + texts("It says so") }
    return text + source(12)
  }

  // MARK: Rules

  /// A rule with its effects.
  mutating func rule(_ number: Int) -> Declaration {
    let when = "when " + condition(1 + random.below(4)).text
    var effects: [String] = []
    var hasOnly = false
    for _ in 0..<random.pick([1, 1, 1, 2, 2, 3, 4]) {
      switch random.below(20) {
      case 0, 1: effects.append("never " + someActions(2))
      case 2 where !hasOnly:
        hasOnly = true
        effects.append("only " + someActions(actions.count))
      case 3 where random.happens(40): effects.append("wait")
      default: effects.append(influence())
      }
    }
    // Odds beyond what a double holds.
    if random.happens(3) {
      let action = random.pick(actions)
      let huge = random.pick(["likelier", "less likely"])
      for _ in 0..<27 { effects.append("\(action) 9_000_000_000_000x \(huge)") }
    }
    return rule("Rule \(number)", when, effects)
  }

  private mutating func influence() -> String {
    let factor = random.pick(["1.1x", "1.5x", "2x", "3x", "4x", "10x", "1.000001x", "1_000x", "1_000_000_000x"])
    return "\(random.pick(actions)) \(factor) \(random.pick(["likelier", "less likely"]))"
  }

  private mutating func someActions(_ most: Int) -> String {
    random.shuffled(actions).prefix(1 + random.below(most)).joined(separator: ", ")
  }

  /// A rule that says to wait, as most real files have one.
  mutating func waitingRule() -> Declaration {
    let when = random.pick([
      "promised_in >= 0 days", "pending", "days_overdue <= 0 days", "promised_in >= 0 days or pending",
      "days_overdue < 10 days and not pending", "days_overdue between -3 days and 5 days",
    ])
    return rule("Not now", "when " + when, ["wait"])
  }

  private mutating func rule(_ name: String, _ when: String, _ effects: [String]) -> Declaration {
    let consequences = effects.map { "then " + $0 }
    let because = "because " + texts("Somebody knows")
    var all = [when] + consequences + [because]
    if random.happens(10) { all = [because] + consequences + [when] }
    let from = source(15)
    if !from.isEmpty { all.append(String(from.dropFirst())) }
    return Declaration(head: "rule " + texts(name), clauses: all)
  }

  // MARK: Examples

  /// An example; what it expects need not come true.
  mutating func example(_ number: Int) -> Declaration {
    var clauses = ["amount = " + money(1_200), "days_overdue = " + random.pick(["3 days", "-4 days", "60 days"])]
    for readable in readables.dropFirst(4) where readable.role != .definition && readable.role != .table {
      guard random.happens(50) else { continue }
      let value =
        switch readable.kind {
        case .truth: random.pick(["yes", "no"])
        case .money: random.pick([money(100), "-" + money(1)])
        case .days: random.pick(["0 days", "2 weeks", "-1 day"])
        case .number: random.pick(["0", "2.5", "-3"])
        case .percent: random.pick(["0%", "80%", "-5%"])
        case .choice(let words): random.pick(words)
        }
      clauses.append("\(readable.name) = \(value)")
    }
    if random.happens(30) { clauses.append("pending = \(random.pick(["5 days", "0 days", "1 week"]))") }
    if random.happens(30) { clauses.append("promised_in = \(random.pick(["5 days", "-2 days"]))") }
    let done = random.pick(actions)
    if random.happens(50) { clauses.append("\(done).times = \(1 + random.below(3))") }
    if clauses.last?.hasPrefix("\(done).times") == true, random.happens(60) {
      clauses.append("\(done).days_ago = 9 days")
    }
    clauses = random.happens(20) ? random.shuffled(clauses) : clauses
    let outcome = random.pick([random.pick(actions), "wait", "nothing"])
    clauses.append("expect " + (random.happens(40) ? "not " : "") + outcome)
    if random.happens(15) { clauses.append("expect not \(random.pick(actions))") }
    return Declaration(head: "example \"Example \(number)\"", clauses: clauses)
  }
}
