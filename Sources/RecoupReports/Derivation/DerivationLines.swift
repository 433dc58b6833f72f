import RecoupEngine
import RecoupLanguage
import RecoupQuantities
import RecoupRules

/// One line of a derivation: a figure, and where it comes from.
struct DerivationLine: Equatable {
  /// How far it is set in: a line explains the one above it that is set in less.
  var depth: Int
  /// What the figure is.
  var label: String
  /// The figure, as a person reads it.
  var value: String
  /// Where it stands in the rules, such as `us:120`.
  var place: String?
}

/// Writes down how the figures of an action come about, from the numbers that decide.
struct DerivationLines {
  let advisor: Advisor
  let files: [SourceFile]
  let advice: Advice
  let words: AdviceWords
  private(set) var lines: [DerivationLine] = []
  /// What was explained already, so that each name is explained once.
  private var explained: Set<Expression.Kind> = []
  /// The day on which the action opens, from the day of the advice.
  private var day: Int64 = 0

  init(_ advisor: Advisor, _ files: [SourceFile], _ advice: Advice, _ words: AdviceWords) {
    self.advisor = advisor
    self.files = files
    self.advice = advice
    self.words = words
  }

  private var book: RuleBook { advisor.book }
  private var say: Tongue { words.say }

  /// All lines for an action that opens.
  mutating func derive(_ option: Option) -> [DerivationLine] {
    day = option.opens
    let action = book.actions[option.action]
    let step = option.plan[0]
    chance(action, option.derivation, step)
    money(action, option.derivation, step)
    costs(action, option.derivation, step)
    days(action, option.derivation)
    sum(option)
    return lines
  }

  // MARK: Parts

  private mutating func chance(_ action: Action, _ derivation: Derivation, _ step: Step) {
    heading(say("The chance that it works", "La probabilité que cela marche"))
    let parts = [action.chance.low, action.chance.high, action.chance.scale].compactMap { $0 }
    add(
      1, quote("chance", parts), say.percents(derivation.chanceLow, derivation.chanceHigh), at: parts[0].span)
    for part in parts { explain(part, depth: 2) }
    if derivation.chanceLow != derivation.chanceHigh {
      add(1, say("the middle of the range", "le milieu de la fourchette"), say.percent(derivation.chanceMiddle))
    }
    for influence in derivation.influences {
      let rule = book.rules[influence.rule]
      let consequence = rule.consequences[influence.consequence]
      let factor: String =
        switch consequence.effect {
        case .likelier(_, let factor): say("odds × \(say.number(factor))", "cote × \(say.number(factor))")
        case .lessLikely(_, let factor): say("odds ÷ \(say.number(factor))", "cote ÷ \(say.number(factor))")
        case .never, .only, .wait: ""
        }
      add(
        1, say("“\(words.name(influence.rule))”: \(factor)", "« \(words.name(influence.rule)) » : \(factor)"),
        chance(influence.chance), at: consequence.span)
    }
  }

  private mutating func money(_ action: Action, _ derivation: Derivation, _ step: Step) {
    heading(say("What it brings if it works", "Ce que cela rapporte si cela marche"))
    meaning(
      of: book.weighing.claim ?? Expression(.fact(RuleBook.Builtin.amount), .money), depth: 1,
      say("what is asked for", "ce qui est réclamé"), amount(derivation.claim))
    if let recovers = action.recovers {
      add(1, quote("recovers", [recovers]), amount(derivation.gross), at: recovers.span)
      explain(recovers, depth: 2)
    }
    if let fee = action.fee {
      let parts = [fee.rate, fee.minimum, fee.maximum].compactMap { $0 }
      add(
        1, quote("fee", parts, parts.count == 1 ? " of recovered" : ""), amount(-derivation.commission),
        at: fee.rate.span)
      for part in parts { explain(part, depth: 2) }
    }
    add(1, say("net", "net"), amount(step.net))
  }

  private mutating func costs(_ action: Action, _ derivation: Derivation, _ step: Step) {
    if action.cost == nil, action.effort == nil, action.strain == nil { return }
    heading(say("What it costs, whether it works or not", "Ce que cela coûte, que cela marche ou non"))
    if let cost = action.cost {
      add(1, quote("cost", [cost]), amount(derivation.cost), at: cost.span)
      explain(cost, depth: 2)
    }
    if let effort = action.effort {
      add(
        1, "\(quote("effort", [effort], " hours")) × \(amount(derivation.hour))", amount(step.outlay - derivation.cost),
        at: effort.span)
      explain(effort, depth: 2)
      if let hour = book.weighing.hour { explain(hour, depth: 2) }
    }
    if let strain = action.strain {
      let left =
        derivation.strainBefore > 0
        ? say(
          " less \(say.percent(derivation.strainBefore)) lost before",
          " moins \(say.percent(derivation.strainBefore)) déjà perdus") : ""
      add(
        1,
        say(
          "\(quote("strain", [strain]))\(left) × goodwill of \(amount(derivation.goodwill))",
          "\(quote("strain", [strain]))\(left) × une relation qui vaut \(amount(derivation.goodwill))"),
        amount(step.strained), at: strain.span)
      explain(strain, depth: 2)
      if let goodwill = book.weighing.goodwill {
        meaning(
          of: goodwill, depth: 2, say("what the relationship is still worth", "ce que vaut encore la relation"),
          amount(derivation.goodwill))
      }
    }
  }

  private mutating func days(_ action: Action, _ derivation: Derivation) {
    heading(say("When", "Quand"))
    let start = advice.date(after: day).map { say.fullDate($0) } ?? say.days(day)
    add(1, say("it is done", "c'est fait"), start)
    if let takes = action.takes {
      add(1, quote("takes", [takes]), say.days(derivation.takes), at: takes.span)
      explain(takes, depth: 2)
      let end = advice.date(after: day + derivation.takes).map { say.fullDate($0) } ?? ""
      add(1, say("its effect is known", "son effet est connu"), end)
    }
    if let rate = book.weighing.costOfMoney {
      add(
        1, say("what money of that day is worth today", "ce que vaut aujourd'hui l'argent de ce jour-là"),
        factor(derivation.discountAtEnd))
      explain(rate, depth: 2)
    }
  }

  /// The formula of the reference with its figures; what is shown adds up to the cent.
  private mutating func sum(_ option: Option) {
    let derivation = option.derivation
    let step = option.plan[0]
    heading(say("Together", "Ensemble"))
    let cost = derivation.discountAtStart * Double(step.outlay + step.strained)
    let rest = book.actions[option.action].isFinal ? 0 : (1 - step.chance) * derivation.continuation
    let shownCost = cost.rounded(.toNearestOrEven)
    let shownRest = rest.rounded(.toNearestOrEven)
    let shownGain = option.value.rounded(.toNearestOrEven) + shownCost - shownRest
    let worth = book.weighing.costOfMoney == nil ? "" : "\(factor(derivation.discountAtEnd)) × "
    add(1, "\(chance(step.chance)) × \(worth)\(amount(step.net))", words.money(shownGain))
    if shownCost != 0 {
      let costs = amount(step.outlay + step.strained)
      let factors = "\(factor(derivation.discountAtStart)) × \(costs)"
      let label =
        derivation.discountAtStart == 1
        ? say("less what it costs", "moins ce que cela coûte")
        : say("less what it costs: \(factors)", "moins ce que cela coûte : \(factors)")
      add(1, label, words.money(-shownCost))
    }
    if rest != 0 {
      let share = "\(chance(1 - step.chance)) × \(words.money(derivation.continuation))"
      add(
        1, say("\(share), what follows if it does not work", "\(share), la suite si cela ne marche pas"),
        words.money(shownRest))
      for step in option.plan.dropFirst() { follow(step) }
    }
    add(1, say("should bring", "devrait rapporter"), words.money(option.value))
  }

  /// A later step: its day, its chance and net, and what it costs.
  private mutating func follow(_ step: Step) {
    let day = advice.date(after: step.day).map { say.shortDate($0, from: advice.asOf) } ?? say.days(step.day)
    let costs = step.outlay + step.strained
    let less = costs == 0 ? "" : "\(noBreak)−\(noBreak)" + amount(costs)
    let figures = "\(chance(step.chance))\(noBreak)×\(noBreak)\(amount(step.net))\(less)"
    let title = words.inSentence(step.action)
    add(2, say("\(day), \(title): \(figures)", "\(day), \(title) : \(figures)"), "")
  }

  // MARK: Names

  /// A name that the weighing reads, with its value, under a label in the place of its name in the rules.
  private mutating func meaning(of expression: Expression, depth: Int, _ label: String, _ value: String) {
    guard case .definition(let index) = expression.kind, explained.insert(expression.kind).inserted else {
      add(depth, label, value)
      return explain(expression, depth: depth + 1)
    }
    add(depth, label, value, at: book.definitions[index].span)
    explain(book.definitions[index].value, depth: depth + 1)
  }

  /// The names in an expression, each with its value and its place, and what they rest on.
  private mutating func explain(_ expression: Expression, depth: Int) {
    for kind in expression.mentioned() where explained.insert(kind).inserted {
      switch kind {
      case .fact(let index): fact(index, depth)
      case .setting(let index):
        let setting = book.settings[index]
        let isGiven = index < advice.invoice.settings.count && advice.invoice.settings[index] != nil
        let label = setting.label.map { words.text($0) } ?? words.plain(setting.name)
        add(depth, label, value(kind, setting.value.type), at: isGiven ? nil : setting.span)
        if !isGiven { explain(setting.value, depth: depth + 1) }
      case .definition(let index):
        let definition = book.definitions[index]
        add(depth, words.plain(definition.name), value(kind, definition.value.type), at: definition.span)
        explain(definition.value, depth: depth + 1)
      case .table(let index):
        let table = book.tables[index]
        add(depth, words.plain(table.name), value(kind, table.type), at: row(of: table)?.span ?? table.span)
        explain(table.key, depth: depth + 1)
        if let row = row(of: table) { explain(row.value, depth: depth + 1) }
      case .times(let action):
        add(
          depth, say("times done: \(words.inSentence(action))", "nombre de fois : \(words.inSentence(action))"),
          value(kind, .number))
      case .daysAgo(let action):
        add(
          depth, say("days since: \(words.inSentence(action))", "jours depuis : \(words.inSentence(action))"),
          value(kind, .days))
      case .literal, .unary, .binary, .between, .isOneOf, .isKnown, .conditional, .interest: break
      }
    }
  }

  private mutating func fact(_ index: Int, _ depth: Int) {
    let fact = book.facts[index]
    let isGiven = advice.invoice.facts.indices.contains(index) && advice.invoice.facts[index] != nil
    let assumed = isGiven || fact.defaultValue == nil ? "" : say(" (assumed)", " (supposé)")
    add(
      depth, words.question(index), value(.fact(index), fact.type) + assumed,
      at: isGiven || fact.defaultValue == nil ? nil : fact.span)
  }

  /// The row of a table that holds on the day, as the reference picks it.
  private func row(of table: Table) -> Table.Row? {
    guard let key = advisor.value(of: table.key, on: day, in: advice.invoice) else { return nil }
    for row in table.rows {
      switch row.match {
      case .upTo(let bound):
        guard let bound = advisor.value(of: bound, on: day, in: advice.invoice) else { return nil }
        if key <= bound { return row }
      case .words(let all): if all.contains(Int(key)) { return row }
      case .otherwise: continue
      }
    }
    return table.rows.first { $0.match == .otherwise }
  }

  private func value(_ kind: Expression.Kind, _ type: ValueType) -> String {
    guard let value = advisor.value(of: Expression(kind, type), on: day, in: advice.invoice) else {
      return say("unknown", "inconnu")
    }
    if case .daysAgo(let action) = kind, advice.invoice.done[action] == .never { return say("never", "jamais") }
    return words.value(value, type)
  }

  // MARK: Writing

  private mutating func heading(_ text: String) { add(0, text, "") }

  private mutating func add(_ depth: Int, _ label: String, _ value: String, at span: Span? = nil) {
    lines.append(DerivationLine(depth: depth, label: label, value: value, place: span.flatMap { files.place($0) }))
  }

  /// A clause as it stands in the rules, with what ends it, or its keyword where the rules were built in code.
  private func quote(_ keyword: String, _ parts: [Expression], _ end: String = "") -> String {
    let span = parts.dropFirst().reduce(parts[0].span) { $0.joined(with: $1.span) }
    guard files.indices.contains(Int(span.file)) else { return keyword }
    let text = files[Int(span.file)].text(span).split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    return words.quoted("\(keyword) \(Shown.text(text))\(end)")
  }

  /// A chance with four decimals: enough to reckon with.
  private func chance(_ chance: Double) -> String {
    say.percent(Int64((chance * 1_000_000).rounded(.toNearestOrEven)))
  }

  private func amount(_ units: Int64) -> String { say.money(units, book.currency) }

  /// A discount with six decimals.
  private func factor(_ value: Double) -> String { say.number(Int64((value * 1_000_000).rounded(.toNearestOrEven))) }
}
