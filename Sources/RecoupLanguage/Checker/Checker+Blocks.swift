import RecoupQuantities
import RecoupRules

extension Checker {
  // MARK: Tables

  /// Checks a table and keeps it. Returns an expression of its type.
  mutating func checkTable(_ index: Int, _ table: Merger.Table) -> Expression? {
    guard let key = reference(table.key.text, at: table.key.span) else {
      height = 0
      return nil
    }
    if case .table = key.kind {
      problems.append(
        .typeMismatch(
          "a table", wanted: "a fact, a setting or a definition", by: Want("`by`"), at: table.key.span))
      return nil
    }
    if key.type == .truth {
      problems.append(
        .typeMismatch(
          key.type.described(facts), wanted: "an amount, days, a number, a percentage or a word", by: Want("`by`"),
          at: table.key.span))
      return nil
    }
    var highest = height
    var matches: [Table.Row.Match?] = []
    var values: [Expression?] = []
    for row in table.rows {
      matches.append(match(row, key, table))
      highest = max(highest, height)
      if let first = values.first ?? nil, case .choice = first.type {
        let want = Want("this row of `\(table.name.text)`", because: "like this one", at: first.span)
        values.append(check(row.value, as: first.type, want))
      } else {
        values.append(check(row.value))
      }
      highest = max(highest, height)
    }
    height = highest + 1
    duplicateRows(table)
    if table.rows.isEmpty {
      problems.append(
        .missingClause(
          "row", of: "table `\(table.name.text)`", why: "add a row, such as `beyond: …`", at: table.name.span))
    }
    guard let type = alike(values, in: table) else { return nil }
    var rows: [Table.Row] = []
    for (index, row) in table.rows.enumerated() {
      guard let match = matches[index], let value = values[index] else { return nil }
      rows.append(Table.Row(match, value, span: row.span))
    }
    tables[index] = Table(
      table.name.text, by: key, rows: rows, type: type, source: source(table.source), span: table.name.span)
    return Expression(.table(index), type, span: table.name.span)
  }

  /// The type that the rows of a table have in common; those that have another than most are reported.
  private mutating func alike(_ values: [Expression?], in table: Merger.Table) -> ValueType? {
    var counts: [ValueType: Int] = [:]
    for value in values { if let value { counts[value.type, default: 0] += 1 } }
    guard let model = values.compactMap({ $0 }).max(by: { counts[$0.type, default: 0] < counts[$1.type, default: 0] })
    else { return nil }
    let want = Want("this row of `\(table.name.text)`", because: "like this one", at: model.span)
    var isAlike = true
    for (row, value) in zip(table.rows, values) {
      guard let value, value.type != model.type else { continue }
      mismatch(row.value, value, model.type, want)
      isAlike = false
    }
    return isAlike ? model.type : nil
  }

  private mutating func match(_ row: Syntax.Row, _ key: Expression, _ table: Merger.Table) -> Table.Row.Match? {
    switch row.match {
    case .otherwise: return .otherwise
    case .upTo(let bound):
      if case .choice = key.type {
        problems.append(
          .unexpected(
            "`up to`", expected: "a word of `\(table.key.text)`, which picks the row", at: row.span, help: nil))
        return nil
      }
      return check(bound, as: key.type, Want("this bound", because: "the rows go by this", at: table.key.span)).map {
        .upTo($0)
      }
    case .words(let names):
      guard case .choice(let fact) = key.type else {
        problems.append(
          .unexpected(
            "the word `\(names[0].text)`",
            expected: "`up to …:`, since `\(table.key.text)` is \(key.type.described(facts))",
            at: names[0].span, help: nil))
        return nil
      }
      var words: [Int] = []
      for name in names {
        if let word = facts[fact].words.firstIndex(where: { $0.name == name.text }) {
          words.append(word)
        } else {
          unknownWord(name, of: fact)
        }
      }
      return words.count == names.count ? .words(words) : nil
    }
  }

  private mutating func duplicateRows(_ table: Merger.Table) {
    var first: Syntax.Row?
    for row in table.rows {
      guard case .otherwise = row.match else { continue }
      if let first {
        problems.append(.duplicateRow("everything else", at: row.span, first: first.span))
      } else {
        first = row
      }
    }
  }

  // MARK: Actions

  mutating func action(_ action: Merger.Action) -> Action? {
    let what = "action `\(action.name.text)`"
    var title: LocalizedText?
    var chance: Action.Chance?
    var checked = Action(
      action.name.text, title: LocalizedText(""), chance: .init(Expression(.literal(0), .percent)),
      span: action.name.span)
    for clause in action.clauses {
      let want = Want("`\(clause.kind.word)`")
      switch clause.kind {
      case .title(let texts): title = text(texts)
      case .chance(let low, let high, let scale):
        let first = check(low, as: .percent, want)
        let second = high.map { check($0, as: .percent, want) }
        let third = scale.map { check($0, as: .percent, Want("`scaled by`")) }
        chance = first.map { .init($0, to: second ?? nil, scaledBy: third ?? nil) }
      case .recovers(let value): checked.recovers = check(value, as: .percent, want)
      case .fee(let rate, let minimum, let maximum):
        let first = check(rate, as: .percent, want)
        let least = minimum.map { check($0, as: .money, Want("`minimum`")) }
        let most = maximum.map { check($0, as: .money, Want("`maximum`")) }
        checked.fee = first.map { .init($0, minimum: least ?? nil, maximum: most ?? nil) }
      case .cost(let value): checked.cost = check(value, as: .money, want)
      case .effort(let value): checked.effort = check(value, as: .number, want)
      case .strain(let value): checked.strain = check(value, as: .percent, want)
      case .takes(let value): checked.takes = check(value, as: .days, want)
      case .atMost(let number):
        if let count = wholeNumber(number) {
          if count < 1 { problems.append(.outOfRange("`at most`", range: "1 or more", at: number.span)) }
          checked.atMost = count
        }
      case .final: checked.isFinal = true
      case .requires(let condition, let reason, let source):
        if let condition = check(condition, as: .truth, want) {
          checked.requirements.append(
            .init(
              condition, because: reason.map { text($0) }, source: self.source(source), span: clause.span))
        }
      case .source(let source): checked.source = self.source(source)
      }
    }
    if action.isComplete {
      if action.given["title"] == nil {
        problems.append(
          .missingClause("title", of: what, why: "say what a person reads: `title \"…\"`", at: action.name.span))
      }
      if action.given["chance"] == nil {
        problems.append(
          .missingClause(
            "chance", of: what, why: "say how likely it is to work: `chance 20% to 40%`", at: action.name.span))
      }
    }
    guard let title, let chance else { return nil }
    checked.title = title
    checked.chance = chance
    return checked
  }

  // MARK: Rules

  mutating func rule(_ rule: Merger.Rule) -> Rule? {
    let what = "rule \"\(rule.name.original)\""
    var condition: Expression?
    var reason: LocalizedText?
    var consequences: [Rule.Consequence] = []
    var origin: Source?
    var first: [String: Span] = [:]
    var only: Span?
    func once(_ word: String, _ clause: Syntax.RuleClause) {
      if let first = first[word] {
        problems.append(.duplicateClause(word, of: what, at: clause.start, first: first))
      } else {
        first[word] = clause.start
      }
    }
    for clause in rule.clauses {
      switch clause.kind {
      case .when(let expression):
        once("when", clause)
        condition = check(expression, as: .truth, Want("`when`"))
      case .then(let effect):
        first["then"] = clause.start
        if case .only = effect {
          if let only { problems.append(.duplicateOnly(of: what, at: clause.span, first: only)) }
          only = only ?? clause.span
        }
        if let effect = self.effect(effect, clause.span) { consequences.append(.init(effect, span: clause.span)) }
      case .because(let texts):
        once("because", clause)
        reason = text(texts)
      case .source(let source):
        once("source", clause)
        origin = self.source(source)
      }
    }
    if rule.isComplete {
      let whys = [
        ("when", "say when it fires: `when …`"), ("then", "say what follows: `then …`"),
        ("because", "say why, since people are shown the reason: `because \"…\"`"),
      ]
      for (word, why) in whys where first[word] == nil {
        problems.append(.missingClause(word, of: what, why: why, at: rule.name.span))
      }
    }
    guard let condition, let reason else { return nil }
    return Rule(
      text(rule.name), when: condition, then: consequences, because: reason, source: origin, span: rule.name.span)
  }

  private mutating func effect(_ effect: Syntax.Effect, _ clause: Span) -> Rule.Effect? {
    switch effect {
    case .wait: return .wait
    case .never(let names): return actions(names).map { .never($0) }
    case .only(let names): return actions(names).map { .only($0) }
    case .factor(let name, let factor, let likelier):
      let index = action(named: name)
      let digits = String(factor.text.dropLast())
      let value = literal(digits, decimals: 6, what: "a factor", at: factor.span)
      if let value, value <= millionthsInOne {
        let rest = Span(file: Int(clause.file), lower: Int(factor.span.lower), upper: Int(clause.upper))
        let isPlain = !files[Int(clause.file)].source.text(rest).contains("#")
        problems.append(
          .badFactor(factor.text, value, likelier: likelier, at: factor.span, effect: isPlain ? rest : nil))
      }
      guard let index, let value else { return nil }
      return likelier ? .likelier(action: index, factor: value) : .lessLikely(action: index, factor: value)
    }
  }

  private mutating func actions(_ names: [Syntax.Name]) -> [Int]? {
    let indices = names.compactMap { action(named: $0) }
    return indices.count == names.count ? indices : nil
  }

  // MARK: Examples

  mutating func example(_ example: Merger.Example) -> Example? {
    var givens: [Example.Given] = []
    var seen: [Example.Subject: Span] = [:]
    var isComplete = example.isComplete
    let problemsBefore = problems.count
    for given in example.givens {
      guard let (subject, type, name) = subject(given.subject) else {
        isComplete = false
        continue
      }
      if let first = seen[subject] { problems.append(.duplicateGiven(name, at: given.span, first: first)) }
      seen[subject] = given.span
      guard let value = check(given.value, as: type, Want("`\(name)`")) else { continue }
      if let culprit = variable(in: value) {
        problems.append(.givenNotConstant(culprit, at: given.value.span))
      } else {
        checkCount(value, of: subject, name)
        givens.append(.init(subject, value, span: given.span))
      }
    }
    // A given that could not be read may be the one that is missing.
    if isComplete, problems.count == problemsBefore {
      for (action, name) in ladder.sorted(by: { $0.value < $1.value }).map({ ($0.value, $0.key) }) {
        if let days = seen[.daysAgo(action: action)], seen[.times(action: action)] == nil {
          problems.append(.daysWithoutTimes(name, at: days))
        }
      }
    }
    if isComplete {
      for fact in [RuleBook.Builtin.amount, RuleBook.Builtin.daysOverdue] where seen[.fact(fact)] == nil {
        problems.append(.incompleteExample(facts[fact].name, at: example.name.span))
      }
    }
    var expectations: [Example.Expectation] = []
    for expectation in example.expectations {
      switch expectation.outcome {
      case .wait: expectations.append(.init(.wait, isNegated: expectation.isNegated, span: expectation.span))
      case .nothing: expectations.append(.init(.nothing, isNegated: expectation.isNegated, span: expectation.span))
      case .action(let name):
        if let index = action(named: name, or: ["wait", "nothing"]) {
          expectations.append(.init(.action(index), isNegated: expectation.isNegated, span: expectation.span))
        }
      }
    }
    return Example(example.name.text, givens: givens, expectations: expectations, span: example.name.span)
  }

  /// Sees to it that a count that is written down is none that cannot be.
  private mutating func checkCount(_ value: Expression, of subject: Example.Subject, _ name: String) {
    let count: Int64
    switch value.kind {
    case .literal(let literal): count = literal
    case .unary(.negate, let operand):
      guard case .literal(let literal) = operand.kind else { return }
      count = -literal
    default: return
    }
    switch subject {
    case .times:
      if count >= 0, count % millionthsInOne == 0 { return }
      problems.append(.outOfRange("`\(name)`", range: "a whole number from 0", at: value.span))
    case .daysAgo, .fact(RuleBook.Builtin.pending):
      if count < 0 { problems.append(.outOfRange("`\(name)`", range: "0 days or more", at: value.span)) }
    case .fact, .setting: break
    }
  }

  /// What a given is about, the type of its value, and its name in words.
  private mutating func subject(_ subject: Syntax.Given.Subject) -> (Example.Subject, ValueType, String)? {
    switch subject {
    case .times(let name): return action(named: name).map { (.times(action: $0), .number, "\(name.text).times") }
    case .daysAgo(let name): return action(named: name).map { (.daysAgo(action: $0), .days, "\(name.text).days_ago") }
    case .name(let name):
      guard let value = reference(name.text, at: name.span) else { return nil }
      switch value.kind {
      case .fact(RuleBook.Builtin.pending): return (.fact(RuleBook.Builtin.pending), .days, name.text)
      case .fact(let index): return (.fact(index), value.type, name.text)
      case .setting(let index): return (.setting(index), value.type, name.text)
      default:
        problems.append(
          .unexpected(
            "`\(name.text)`", expected: "a fact or a setting", at: name.span,
            help: "a definition or a table follows from these"))
        return nil
      }
    }
  }
}
