import RecoupQuantities
import RecoupRules

/// What an action costs and brings in one state of a plan: all that the weighing needs.
struct Terms {
  /// The chance that the client pays because of it, 0 to 1.
  var chance: Double
  /// What it brings on success.
  var net: Int64
  var outlay: Int64
  var goodwill: Int64
  /// What part of the goodwill it uses up, from 0 to one million.
  var strain: Int64
  /// The day on which its effect is known.
  var ends: Int64
  /// What a unit of money on the day of the step is worth today.
  var discountAtStart: Double
  /// What a unit of money at the end of the step is worth today.
  var discountAtEnd: Double

  /// The goodwill it uses up after so much strain: a relationship is lost once.
  func strained(after before: Int64) -> Int64 {
    // Never larger than for no strain before, for which it was found to fit.
    strain <= before ? 0 : Arithmetic.multiply(goodwill, strain - before) ?? 0
  }

  /// The part of the value that the step itself brings: (p·d(E))·net − d(D)·(outlay + strained).
  func gain(after strainBefore: Int64) -> Double {
    (chance * discountAtEnd) * Double(net) - discountAtStart * Double(outlay + strained(after: strainBefore))
  }
}

/// What an action brings and costs in one state of a plan, and how long it takes.
struct Figures {
  /// What it brings on success.
  var net: Int64
  var outlay: Int64
  var goodwill: Int64
  /// What part of the goodwill it uses up, from 0 to one million.
  var strain: Int64
  /// Days, from 0.
  var takes: Int64
  /// What money costs a year.
  var rate: Double
}

/// Finds what keeps an action closed, and what it costs and brings, in the state that the evaluator is in.
struct Weigher {
  var evaluator: Evaluator
  /// The days on which conditions of the evaluator's case hold, where a plan is looked for.
  var sets: DaySets?

  private let program: Program
  /// By action: what it brings and costs, where that is the same in every state, and for which case it was found.
  private var lasting: [(today: Int64, isLasting: Bool, figures: Figures?)]

  init(_ program: Program, _ invoice: Case) {
    self.program = program
    evaluator = Evaluator(program, invoice)
    lasting = Array(repeating: (-1, false, nil), count: program.clauses.count)
  }

  // MARK: Whether it is open

  /// The first rule that fires and says to wait, in this state.
  mutating func waitingRule() -> Int? {
    for rule in program.waits where fires(rule) { return Int(rule) }
    return nil
  }

  mutating func fires(_ rule: Int32) -> Bool {
    let node = program.rules[Int(rule)]
    if let sets, program.nodes[Int(node)].reach == .day {
      return sets.days(node, isYes: true, &evaluator).contains(evaluator.day)
    }
    return evaluator.value(node) == 1
  }

  func isUsedUp(_ action: Int) -> Bool { evaluator.times[action] >= program.clauses[action].atMost }

  private mutating func ban(of action: Int) -> Int? {
    for index in program.clauses[action].bans {
      let rule = program.lists[index]
      if fires(rule) { return Int(rule) }
    }
    return nil
  }

  /// What blocks an action in this state: the first of `times`, `rule`, `requires`, `unknown`.
  mutating func block(of action: Int) -> Closed.Reason? {
    if isUsedUp(action) { return .times }
    if let rule = ban(of: action) { return .rule(rule) }
    for (place, index) in program.clauses[action].requirements.enumerated()
    where evaluator.value(program.lists[index]) == 0 { return .requires(place) }
    var note: Derivation?
    return terms(of: action, noting: &note) == nil ? .unknown(missing(for: action)) : nil
  }

  /// What an action costs and brings in this state, or nil if it is blocked.
  mutating func openTerms(of action: Int) -> Terms? {
    isUsedUp(action) ? nil : allowedTerms(of: action)
  }

  /// The same however often it was done.
  mutating func allowedTerms(of action: Int) -> Terms? {
    if ban(of: action) != nil { return nil }
    var note: Derivation?
    return terms(of: action, noting: &note)
  }

  // MARK: What it costs and brings

  /// Weighs an action that neither a rule nor its own `at most` blocks, or returns nil if a requirement is not yes or a
  /// value is unknown. Where `note` is given, each term is written into it on the way.
  mutating func terms(of action: Int, noting note: inout Derivation?) -> Terms? {
    for index in program.clauses[action].requirements where evaluator.value(program.lists[index]) != 1 { return nil }
    return weigh(action, noting: &note)
  }

  /// The same whatever its requirements say.
  mutating func weigh(_ action: Int, noting note: inout Derivation?) -> Terms? {
    let clauses = program.clauses[action]
    guard let figures = figures(of: action, noting: &note), let middle = middleOfChance(clauses, &note),
      let ends = Arithmetic.add(evaluator.day, figures.takes)
    else { return nil }
    let terms = Terms(
      chance: chance(of: action, middle: middle, noting: &note), net: figures.net, outlay: figures.outlay,
      goodwill: figures.goodwill, strain: figures.strain, ends: ends,
      discountAtStart: Weigher.discount(figures.rate, evaluator.day),
      discountAtEnd: Weigher.discount(figures.rate, ends))
    note?.discountAtStart = terms.discountAtStart
    note?.discountAtEnd = terms.discountAtEnd
    return terms
  }

  /// The same in every state of a plan, or nil where it is not; the figures are nil if they are unknown.
  mutating func lastingFigures(of action: Int) -> Figures?? {
    var note: Derivation?
    let figures = figures(of: action, noting: &note)
    return lasting[action].isLasting ? .some(figures) : nil
  }

  /// What an action brings and costs in this state, and how long it takes; nil if that is unknown.
  mutating func figures(of action: Int, noting note: inout Derivation?) -> Figures? {
    if note != nil { return computeFigures(of: action, noting: &note) }
    if lasting[action].today != evaluator.today {
      let isLasting = isLasting(action)
      lasting[action] = (evaluator.today, isLasting, isLasting ? computeFigures(of: action, noting: &note) : nil)
    }
    return lasting[action].isLasting ? lasting[action].figures : computeFigures(of: action, noting: &note)
  }

  /// Whether what an action brings and costs is the same in every state of a plan.
  private func isLasting(_ action: Int) -> Bool {
    for index in program.clauses[action].moving {
      let node = program.lists[index]
      guard let sets, !evaluator.readsPast(program.nodes[Int(node)]), sets.steady(node, evaluator) != nil else {
        return false
      }
    }
    return true
  }

  private mutating func computeFigures(of action: Int, noting note: inout Derivation?) -> Figures? {
    let clauses = program.clauses[action]
    guard let claim = evaluator.value(program.claim), let recovers = value(clauses.recovers, or: millionthsInOne),
      let gross = Arithmetic.multiply(claim, recovers), let commission = commission(clauses, on: gross),
      let net = Arithmetic.subtract(gross, commission), let cost = value(clauses.cost, or: 0),
      let effort = value(clauses.effort, or: 0), let hour = clauses.effort < 0 ? 0 : value(program.hour, or: 0),
      let labour = Arithmetic.multiply(hour, effort), let outlay = Arithmetic.add(cost, labour),
      let strain = value(clauses.strain, or: 0), let goodwill = clauses.strain < 0 ? 0 : value(program.goodwill, or: 0),
      let takes = value(clauses.takes, or: 0)
    else { return nil }
    let bounded = min(max(0, strain), millionthsInOne)
    guard let strained = Arithmetic.multiply(goodwill, bounded), Arithmetic.add(outlay, strained) != nil else {
      return nil
    }
    let rate = Double(program.costOfMoney < 0 ? 0 : evaluator.value(program.costOfMoney) ?? 0) / Double(millionthsInOne)
    if note != nil {
      note?.claim = claim
      note?.recovers = recovers
      note?.gross = gross
      note?.commission = commission
      note?.cost = cost
      note?.effort = effort
      note?.hour = hour
      note?.goodwill = goodwill
      note?.strain = bounded
      note?.takes = max(0, takes)
    }
    return Figures(net: net, outlay: outlay, goodwill: goodwill, strain: bounded, takes: max(0, takes), rate: rate)
  }

  private mutating func value(_ node: Int32, or absent: Int64) -> Int64? { node < 0 ? absent : evaluator.value(node) }

  /// d(T) = 1 / (1 + (r·T)/365)
  static func discount(_ rate: Double, _ day: Int64) -> Double { 1 / (1 + (rate * Double(day)) / 365) }

  private mutating func commission(_ clauses: Program.Clauses, on gross: Int64) -> Int64? {
    if clauses.fee < 0 { return 0 }
    guard let rate = evaluator.value(clauses.fee), var commission = Arithmetic.multiply(gross, rate) else { return nil }
    if clauses.feeMinimum >= 0 {
      guard let least = evaluator.value(clauses.feeMinimum) else { return nil }
      commission = max(commission, least)
    }
    if clauses.feeMaximum >= 0 {
      guard let most = evaluator.value(clauses.feeMaximum) else { return nil }
      commission = min(commission, most)
    }
    return commission
  }

  /// The middle of the range, between 0 and one million, before any rule.
  private mutating func middleOfChance(_ clauses: Program.Clauses, _ note: inout Derivation?) -> Int64? {
    guard var low = evaluator.value(clauses.low), var high = clauses.high < 0 ? low : evaluator.value(clauses.high)
    else { return nil }
    if clauses.scale >= 0 {
      guard let scale = evaluator.value(clauses.scale), let scaledLow = Arithmetic.multiply(low, scale),
        let scaledHigh = Arithmetic.multiply(high, scale)
      else { return nil }
      low = scaledLow
      high = scaledHigh
      note?.chanceScale = scale
    }
    guard let middle = HalfEven.divide(Int128(low) + Int128(high), by: 2) else { return nil }
    note?.chanceLow = low
    note?.chanceHigh = high
    note?.chanceMiddle = min(max(0, middle), millionthsInOne)
    return min(max(0, middle), millionthsInOne)
  }

  /// The chance after what the fired rules do to its odds.
  private mutating func chance(of action: Int, middle: Int64, noting note: inout Derivation?) -> Double {
    let chance = Double(middle) / Double(millionthsInOne)
    if middle <= 0 || middle >= millionthsInOne { return chance }
    var odds = chance / (1 - chance)
    for index in program.clauses[action].influences {
      let influence = program.influences[index]
      if !fires(influence.rule) { continue }
      odds = influence.isLikelier ? odds * influence.factor : odds / influence.factor
      note?.influences.append(
        .init(
          rule: Int(influence.rule), consequence: Int(influence.consequence), chance: Weigher.chance(ofOdds: odds)))
    }
    return Weigher.chance(ofOdds: odds)
  }

  /// p = odds / (1 + odds); odds beyond all bounds are certainty.
  static func chance(ofOdds odds: Double) -> Double { odds.isInfinite ? 1 : odds / (1 + odds) }
}
