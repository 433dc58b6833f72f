import RecoupQuantities
import RecoupRules

/// Resolves every name, types every expression and makes the rule book.
struct Checker {
  /// A definition, setting or table on the way to being checked.
  enum Progress { case underWay, done(Expression?, height: Int) }

  let files: [ParsedFile]
  let includes: [Set<Int>]
  /// Whether every include could be read; if not, an unknown name may well be declared in the missing one.
  let isComplete: Bool
  var merged: Merger
  var problems: [Diagnostic] = []

  var currency: Currency?
  var facts: [Fact] = []
  /// What is known of each setting, definition and table, by its name.
  var progress: [String: Progress] = [:]
  var tables: [Table?]
  /// The names that are being checked, to find circles.
  var underWay: [(name: String, span: Span)] = []
  /// How deep the checker is in expressions, through definitions.
  var nesting = 0
  var reportedCurrency = false
  /// The place of each action on the ladder.
  let ladder: [String: Int]
  /// The names of everything but actions, in alphabetical order.
  let valueNames: [String]
  /// The actions that are dropped and named all the same, which has been reported.
  /// The height of the expression checked last, definitions that it names included.
  var height = 0

  init(_ files: [ParsedFile], order: [Int], includes: [Set<Int>], complete: Bool) {
    self.files = files
    self.includes = includes
    isComplete = complete
    merged = Merger(files, order: order, includes: includes, isComplete: complete)
    tables = merged.tables.map { _ in nil }
    var ladder: [String: Int] = [:]
    for (index, action) in merged.actions.enumerated() { ladder[action.name.text] = index }
    self.ladder = ladder
    valueNames = merged.entries.filter { $0.value.entry != .action }.map { $0.key }.sorted()
  }

  mutating func run() -> RuleBook? {
    problems += merged.problems
    findCurrency()
    declareFacts()
    checkDefaults()
    let settings = merged.settings.indices.compactMap { setting($0) }
    let definitions = merged.definitions.indices.compactMap { definition($0) }
    for index in merged.tables.indices { _ = tableType(index) }
    checkCircles()
    let actions = merged.actions.compactMap { action($0) }
    let rules = merged.rules.compactMap { rule($0) }
    let examples = merged.examples.compactMap { example($0) }
    let horizon = horizon()
    let weighing = weighing()
    blameReplacements()
    guard problems.isEmpty, isComplete, let currency else { return nil }
    return RuleBook(
      currency: currency, language: merged.languages[0], horizon: horizon, facts: facts, settings: settings,
      definitions: definitions, tables: tables.compactMap { $0 }, actions: actions, rules: rules, examples: examples,
      weighing: weighing)
  }

  // MARK: Small parts

  func text(_ texts: Syntax.Texts) -> LocalizedText {
    LocalizedText(
      texts.original, language: merged.languages[Int(texts.span.file)], translations: texts.translations)
  }

  func source(_ source: Syntax.Source?) -> Source? {
    source.map { Source($0.text, asOf: $0.asOf.flatMap { CivilDate(iso: Array($0.utf8)) }, span: $0.span) }
  }

  /// The currency of the outermost file, or else of a file that it includes.
  private mutating func findCurrency() {
    for name in merged.currencies {
      guard let name else { continue }
      guard let known = Currency(code: name.text) else {
        problems.append(
          .unknownCurrency(name.text, at: name.span, nearest: NearestName.of(name.text, among: Currency.codes)))
        reportedCurrency = true
        continue
      }
      if currency == nil { currency = known }
    }
    reportedCurrency = reportedCurrency || merged.lacksCurrency
    if currency == nil, !reportedCurrency, isComplete {
      reportedCurrency = true
      problems.append(.missingCurrency(at: Span(file: 0, lower: 0, upper: 0), isLiteral: false))
    }
  }

  private mutating func horizon() -> RuleBook.Horizon {
    var horizon = RuleBook.Horizon()
    guard let written = merged.horizons.lazy.compactMap({ $0 }).first else { return horizon }
    if let steps = wholeNumber(written.steps) {
      if (1...50).contains(steps) {
        horizon.steps = Int(steps)
      } else {
        problems.append(.outOfRange("the number of steps", range: "from 1 to 50", at: written.steps.span))
      }
    }
    if let days = check(written.days, as: .days, Want("`horizon`")) {
      guard case .literal(let count) = days.kind else {
        problems.append(
          .unexpected("an expression", expected: "a plain number of days", at: written.days.span, help: nil))
        return horizon
      }
      if count <= 36_500 {
        horizon.days = count
      } else {
        problems.append(.outOfRange("the horizon", range: "at most 36500 days", at: written.days.span))
      }
    }
    return horizon
  }

  /// Reads a number without a unit that must be whole.
  mutating func wholeNumber(_ number: Syntax.Name) -> Int64? {
    literal(number.text, decimals: 0, what: "a count", at: number.span)
  }

  private mutating func weighing() -> RuleBook.Weighing {
    RuleBook.Weighing(
      claim: weighed("claim"), goodwill: weighed("goodwill"), hour: weighed("hour"),
      costOfMoney: weighed("cost_of_money"))
  }

  private mutating func weighed(_ name: String) -> Expression? {
    guard let known = merged.entries[name], let type = Checker.weighedType(of: name) else { return nil }
    let expression = reference(name, at: known.span)
    if case .table = known.entry {
      problems.append(
        .typeMismatch(
          "a table", wanted: "a fact, a setting or a definition", by: Checker.weighedWant(name),
          at: known.span))
      return nil
    }
    guard let expression else { return nil }
    if expression.type == type { return expression }
    problems.append(
      .typeMismatch(
        expression.type.described(facts), wanted: type.described(facts), by: Checker.weighedWant(name), at: known.span))
    return nil
  }

  // MARK: Facts

  private mutating func declareFacts() {
    facts = Fact.builtins
    for fact in merged.facts {
      let index = facts.count
      var checked = Fact(
        fact.name.text, .truth, question: fact.question.map { text($0) }, span: fact.name.span)
      switch fact.type {
      case .truth: break
      case .money: checked.type = .money
      case .number: checked.type = .number
      case .percent: checked.type = .percent
      case .days(let motion):
        checked.type = .days
        checked.motion = motion
      case .choice(let words):
        checked.type = .choice(fact: index)
        var first: [String: Span] = [:]
        for word in words {
          if let first = first[word.name.text] {
            problems.append(.duplicateName(word.name.text, at: word.name.span, first: first))
          }
          first[word.name.text] = first[word.name.text] ?? word.name.span
          checked.words.append(Fact.Word(word.name.text, label: word.label.map { text($0) }))
        }
      }
      facts.append(checked)
    }
  }

  private mutating func checkDefaults() {
    for (index, fact) in merged.facts.enumerated() {
      guard let value = fact.value else { continue }
      let position = Fact.builtins.count + index
      let type = facts[position].type
      let want = Want("the default of `\(fact.name.text)`", because: "its type is declared here", at: fact.name.span)
      facts[position].defaultValue = check(value, as: type, want)
    }
  }

  // MARK: What has an expression of its own

  /// The type and height of a setting's value, checked now if it was not yet.
  mutating func settingValue(_ index: Int) -> Expression? {
    let setting = merged.settings[index]
    return named(setting.name) { $0.checkValue(setting.value, of: setting.name.text) }
  }

  mutating func definitionValue(_ index: Int) -> Expression? {
    let definition = merged.definitions[index]
    return named(definition.name) { $0.checkValue(definition.value, of: definition.name.text) }
  }

  /// An expression of the table's type, checked now if the table was not yet.
  mutating func tableType(_ index: Int) -> Expression? {
    let table = merged.tables[index]
    return named(table.name) { $0.checkTable(index, table) }
  }

  private mutating func named(_ name: Syntax.Name, _ check: (inout Checker) -> Expression?) -> Expression? {
    switch progress[name.text] {
    case .done(let expression, let height):
      self.height = height
      return expression
    case .underWay:
      if let start = underWay.firstIndex(where: { $0.name == name.text }) { reportCircle(Array(underWay[start...])) }
      return nil
    case nil:
      progress[name.text] = .underWay
      underWay.append((name.text, name.span))
      let expression = check(&self)
      underWay.removeLast()
      progress[name.text] = .done(expression, height: height)
      return expression
    }
  }

  private mutating func setting(_ index: Int) -> Setting? {
    let setting = merged.settings[index]
    return settingValue(index).map {
      Setting(
        setting.name.text, $0, label: setting.label.map { text($0) }, source: source(setting.source),
        span: setting.name.span)
    }
  }

  private mutating func definition(_ index: Int) -> Definition? {
    let definition = merged.definitions[index]
    return definitionValue(index).map {
      Definition(definition.name.text, $0, source: source(definition.source), span: definition.name.span)
    }
  }
}
