/// An expression as text, and how tightly it binds.
struct Phrase {
  /// The productions of the grammar, from the loosest to the tightest.
  enum Level: Int { case conditional, or, and, not, comparison, sum, product, unary, atom }

  var text: String
  var level: Level

  init(_ text: String, _ level: Level = .atom) {
    self.text = text
    self.level = level
  }

  /// The text where an operand of at least this level is wanted.
  func `in`(_ wanted: Level) -> String { level.rawValue < wanted.rawValue ? "(\(text))" : text }
}

extension RulesWriter {
  /// A random expression of a type, at most `depth` operators deep.
  mutating func phrase(_ kind: Readable.Kind, _ depth: Int) -> Phrase {
    let plain: Phrase
    if depth <= 0 {
      plain = leaf(kind)
    } else if random.happens(8) {
      plain = conditional(kind, depth)
    } else {
      switch kind {
      case .truth: plain = condition(depth)
      case .money: plain = moneyPhrase(depth)
      case .days: plain = daysPhrase(depth)
      case .number: plain = numberPhrase(depth)
      case .percent: plain = percentPhrase(depth)
      case .choice: plain = Phrase(name(of: kind))
      }
    }
    return random.happens(3) ? Phrase("(\(plain.text))") : plain
  }

  // MARK: Leaves

  /// A literal amount of about `whole` dollars, with decimals at times.
  mutating func money(_ whole: Int64) -> String {
    let main = decimals == 0 ? whole * 100 : whole
    let point = decimals > 0 && random.happens(30) ? "." + String(random.number(1...9)) + (decimals > 1 ? "5" : "") : ""
    return grouped(main) + point + " " + currency
  }

  private mutating func grouped(_ number: Int64) -> String {
    let digits = String(number)
    if digits.utf8.count < 4 || random.happens(50) { return digits }
    return digits.dropLast(3) + "_" + digits.suffix(3)
  }

  private mutating func literal(_ kind: Readable.Kind) -> Phrase {
    switch kind {
    case .truth: Phrase(random.pick(["yes", "no"]))
    case .money: Phrase(money(random.pick([0, 1, 20, 40, 75, 100, 250, 1_000, 2_500, 5_000])))
    case .days:
      Phrase(
        random.pick([
          "0 days", "1 day", "5 days", "1 week", "10 days", "2 weeks", "15 days", "30 days", "60 days", "90 days",
        ]))
    case .number: Phrase(random.pick(["0", "1", "2", "3", "5", "0.5", "1.25", "0.000001", "10", "1_000"]))
    case .percent:
      Phrase(random.pick(["0%", "1%", "5%", "12.5%", "20%", "33.3333%", "50%", "66.67%", "80%", "100%", "0.0001%"]))
    case .choice(let words): Phrase(words[0])
    }
  }

  /// The name of something of this type; where there is none, a literal of it.
  mutating func name(of kind: Readable.Kind) -> String {
    // Unknown promises would close most actions of a file that named them as often as the rest.
    var names = readables.filter { $0.kind == kind && $0.name != "promised_in" }.map { $0.name }
    if kind == .days { names += ["days_overdue", "days_overdue", random.pick(actions) + ".days_ago"] }
    if kind == .days, random.happens(12) { return "promised_in" }
    if kind == .money { names += ["amount", "amount"] }
    if kind == .number { names.append(random.pick(actions) + ".times") }
    return names.isEmpty ? literal(kind).text : random.pick(names)
  }

  private mutating func leaf(_ kind: Readable.Kind) -> Phrase {
    let wantsName = random.happens(kind == .truth ? 85 : 35)
    return wantsName ? Phrase(name(of: kind)) : literal(kind)
  }

  // MARK: Arithmetic

  private mutating func conditional(_ kind: Readable.Kind, _ depth: Int) -> Phrase {
    let condition = phrase(.truth, depth - 1).text
    let then = phrase(kind, depth - 1).text
    return Phrase("if \(condition) then \(then) else \(phrase(kind, depth - 1).text)", .conditional)
  }

  private mutating func sum(_ kind: Readable.Kind, _ depth: Int) -> Phrase {
    let left = phrase(kind, depth - 1).in(.sum)
    return Phrase("\(left) \(random.pick(["+", "+", "-"])) \(phrase(kind, depth - 1).in(.product))", .sum)
  }

  private mutating func product(_ left: Readable.Kind, _ sign: String, _ right: Readable.Kind, _ depth: Int) -> Phrase {
    let factor = phrase(left, depth - 1).in(.product)
    return Phrase("\(factor) \(sign) \(phrase(right, depth - 1).in(.unary))", .product)
  }

  /// A quotient by a literal that is not 0, or by anything.
  private mutating func quotient(_ left: Readable.Kind, _ right: Readable.Kind, _ depth: Int) -> Phrase {
    let divisor =
      switch right {
      case .money: money(30)
      case .days: "30 days"
      case .percent: "80%"
      case .number, .truth, .choice: random.pick(["2", "3", "0.7"])
      }
    let text = random.happens(70) ? divisor : phrase(right, depth - 1).in(.unary)
    return Phrase("\(phrase(left, depth - 1).in(.product)) / \(text)", .product)
  }

  private mutating func extreme(_ kind: Readable.Kind, _ depth: Int) -> Phrase {
    let parts = (0..<2 + (random.happens(25) ? 1 : 0)).map { _ in phrase(kind, depth - 1).text }
    return Phrase("\(random.pick(["min", "max"]))(\(parts.joined(separator: ", ")))")
  }

  private mutating func negative(_ kind: Readable.Kind, _ depth: Int) -> Phrase {
    Phrase("-\(phrase(kind, depth - 1).in(.unary))", .unary)
  }

  private mutating func moneyPhrase(_ depth: Int) -> Phrase {
    switch random.below(12) {
    case 0, 1: leaf(.money)
    case 2, 3: sum(.money, depth)
    case 4, 5: product(.percent, random.pick(["of", "of", "*"]), .money, depth)
    case 6: product(.money, "*", random.pick([.number, .percent]), depth)
    case 7: quotient(.money, random.pick([.number, .percent]), depth)
    case 8, 9: extreme(.money, depth)
    case 10: negative(.money, depth)
    default: interest(depth)
    }
  }

  private mutating func interest(_ depth: Int) -> Phrase {
    let parts = [Readable.Kind.money, .percent, .days].map { kind in phrase(kind, depth - 1).text }
    return Phrase("interest(\(parts.joined(separator: ", ")))")
  }

  private mutating func daysPhrase(_ depth: Int) -> Phrase {
    switch random.below(10) {
    case 0...2: leaf(.days)
    case 3, 4: sum(.days, depth)
    case 5: product(random.pick([.number, .percent]), random.pick(["*", "of"]), .days, depth)
    case 6: quotient(.days, random.pick([.number, .percent]), depth)
    case 7, 8: extreme(.days, depth)
    default: negative(.days, depth)
    }
  }

  private mutating func numberPhrase(_ depth: Int) -> Phrase {
    switch random.below(10) {
    case 0, 1: leaf(.number)
    case 2: sum(.number, depth)
    case 3: product(.number, "*", .number, depth)
    case 4, 5: quotient(.days, .days, depth)
    case 6: quotient(.percent, .percent, depth)
    case 7: random.happens(50) ? quotient(.money, .money, depth) : quotient(.number, .number, depth)
    case 8: Phrase("\(random.pick(["floor", "ceil"]))(\(phrase(.number, depth - 1).text))")
    default: extreme(.number, depth)
    }
  }

  private mutating func percentPhrase(_ depth: Int) -> Phrase {
    switch random.below(10) {
    case 0...2: leaf(.percent)
    case 3: sum(.percent, depth)
    case 4, 5: product(.percent, random.pick(["of", "*"]), .percent, depth)
    case 6: product(.number, "*", .percent, depth)
    case 7: quotient(.percent, .number, depth)
    case 8: extreme(.percent, depth)
    default: random.happens(30) ? negative(.percent, depth) : leaf(.percent)
    }
  }

  // MARK: Conditions

  /// A random condition, at most `depth` operators deep.
  mutating func condition(_ depth: Int) -> Phrase {
    if depth <= 0 { return leaf(.truth) }
    switch random.below(12) {
    case 0...3: return comparison(depth)
    case 4: return choiceTest()
    case 5: return known(depth)
    case 6:
      let ends = random.pick([("0 days", "30 days"), ("15 days", "90 days"), ("30 days", "10 days")])
      if random.happens(60) { return Phrase("days_overdue between \(ends.0) and \(ends.1)", .comparison) }
      let kind = random.pick([Readable.Kind.days, .money, .number, .percent])
      let middle = phrase(kind, 1).in(.sum)
      return Phrase("\(middle) between \(phrase(kind, 1).in(.sum)) and \(phrase(kind, 1).in(.sum))", .comparison)
    case 7: return Phrase("\(condition(depth - 1).in(.or)) or \(condition(depth - 1).in(.and))", .or)
    case 8: return Phrase("\(condition(depth - 1).in(.and)) and \(condition(depth - 1).in(.not))", .and)
    case 9: return Phrase("not \(condition(depth - 1).in(.not))", .not)
    case 10: return history()
    default: return truthTest(depth)
    }
  }

  private mutating func comparison(_ depth: Int) -> Phrase {
    let sign = random.pick(["<", "<=", ">", ">=", "=", "!="])
    if random.happens(40) {
      let bound = random.pick(["0 days", "10 days", "15 days", "30 days", "60 days", "90 days"])
      return Phrase("days_overdue \(sign) \(bound)", .comparison)
    }
    let kind = random.pick([Readable.Kind.days, .money, .money, .number, .percent])
    let right = random.happens(50) ? literal(kind) : phrase(kind, depth - 1)
    return Phrase("\(phrase(kind, depth - 1).in(.sum)) \(sign) \(right.in(.sum))", .comparison)
  }

  private mutating func truthTest(_ depth: Int) -> Phrase {
    let side = condition(depth - 1).in(.sum)
    switch random.below(4) {
    case 0: return Phrase("\(side) = \(condition(depth - 1).in(.sum))", .comparison)
    case 1: return Phrase("\(side) != \(random.pick(["yes", "no", "pending"]))", .comparison)
    default: return Phrase("\(side) is \(random.pick(["", "not "]))\(random.pick(["yes", "no"]))", .comparison)
    }
  }

  private mutating func choiceTest() -> Phrase {
    let choices = readables.filter { if case .choice = $0.kind { $0.role != .table } else { false } }
    if choices.isEmpty { return history() }
    let choice = random.pick(choices)
    guard case .choice(let words) = choice.kind else { return history() }
    let negated = random.happens(25) ? "not " : ""
    if random.happens(50) { return Phrase("\(choice.name) is \(negated)\(random.pick(words))", .comparison) }
    let some = random.shuffled(words).prefix(1 + random.below(words.count))
    return Phrase("\(choice.name) is \(negated)one of \(some.joined(separator: ", "))", .comparison)
  }

  private mutating func known(_ depth: Int) -> Phrase {
    let test = random.pick(["is known", "is unknown", "is not known", "is not unknown"])
    if random.happens(50) { return Phrase("\(random.pick(readables).name) \(test)", .comparison) }
    let kind = random.pick([Readable.Kind.days, .money, .percent, .truth])
    return Phrase("\(phrase(kind, depth - 1).in(.sum)) \(test)", .comparison)
  }

  /// A test of what was done, or of what the client said or still has time for.
  private mutating func history() -> Phrase {
    let action = random.pick(actions)
    let text =
      switch random.below(7) {
      case 0: "\(action).times \(random.pick(["<", ">=", "=", "!="])) \(random.pick(["1", "2", "0"]))"
      case 1: "\(action).days_ago >= \(random.pick(["5 days", "10 days", "15 days", "30 days"]))"
      case 2: "\(action).days_ago is \(random.pick(["known", "unknown"]))"
      case 3: "promised_in \(random.pick(["is known", "is unknown", "< 0 days", ">= 0 days"]))"
      case 4: "pending is \(random.pick(["yes", "no", "not yes"]))"
      case 5: "days_overdue >= \(random.pick(["10 days", "30 days", "40 days", "60 days"]))"
      default: "\(action).times + \(random.pick(actions)).times < \(random.pick(["1", "2", "4"]))"
      }
    return Phrase(text, .comparison)
  }
}
