import RecoupRules

/// Puts the declarations of all files together: what replaces what, what is dropped, and the order of the ladder.
struct Merger {
  struct Setting { var name: Syntax.Name, label: Syntax.Texts?, value: Syntax.Expression, source: Syntax.Source? }
  struct Fact {
    var name: Syntax.Name, question: Syntax.Texts?, type: Syntax.FactType, value: Syntax.Expression?
  }
  struct Definition { var name: Syntax.Name, value: Syntax.Expression, source: Syntax.Source? }
  struct Table { var name: Syntax.Name, key: Syntax.Name, rows: [Syntax.Row], source: Syntax.Source? }
  struct Action {
    var name: Syntax.Name, clauses: [Syntax.Clause], isComplete: Bool
    /// In which file a clause that comes at most once was last given, by the clause's word.
    var given: [String: Syntax.Clause]
  }
  struct Rule { var name: Syntax.Texts, clauses: [Syntax.RuleClause], isComplete: Bool }
  struct Example {
    var name: Syntax.Name, givens: [Syntax.Given], expectations: [Syntax.Expectation], isComplete: Bool
  }

  /// What a name stands for.
  enum Entry: Hashable { case builtin, fact(Int), setting(Int), definition(Int), table(Int), action }

  /// A value in the place of which another one came.
  enum Replaced { case expression(Syntax.Expression), table(Table) }

  private let files: [ParsedFile]
  private let includes: [Set<Int>]
  /// Whether every include could be read.
  let isComplete: Bool
  var problems: [Diagnostic] = []

  var languages: [String]
  var currencies: [Syntax.Name?]
  /// By file, as `languages` and `currencies` are.
  var horizons: [(steps: Syntax.Name, days: Syntax.Expression)?]
  var settings: [Setting] = []
  var facts: [Fact] = []
  var definitions: [Definition] = []
  var tables: [Table] = []
  var actions: [Action] = []
  var rules: [Rule] = []
  var examples: [Example] = []
  private(set) var entries: [String: (entry: Entry, span: Span)] = [:]
  /// What was first declared by the names that another file then replaced, without facts, which keep their types.
  private(set) var replaced: [String: Replaced] = [:]
  /// Names that are declared somewhere, but not so that they could be read.
  private(set) var brokenNames: Set<String> = []
  /// The names of the examples and of the rules, with their places.
  private var exampleNames: [String: Span] = [:]
  private var ruleNames: [String: Span] = [:]
  /// The actions and rules of the file that is being merged, wherever in it they stand.
  private var ownActions: [String: Span] = [:]
  private var ownRules: [String: Span] = [:]
  /// How many more unknown names are worth a hint.
  private(set) var hints = 200
  /// Whether some declaration has no name that could be read.
  private(set) var lacksName = false
  /// Whether some file declares a currency that could not be read.
  private(set) var lacksCurrency = false
  /// The actions that were dropped, with the place of the `drop`.
  private(set) var dropped: [String: Span] = [:]

  init(_ files: [ParsedFile], order: [Int], includes: [Set<Int>], isComplete: Bool) {
    self.files = files
    self.includes = includes
    self.isComplete = isComplete
    languages = files.map { _ in "en" }
    currencies = files.map { _ in nil }
    horizons = files.map { _ in nil }
    for fact in RecoupRules.Fact.builtins { entries[fact.name] = (.builtin, .none) }
    for index in order { merge(index) }
  }

  private mutating func merge(_ file: Int) {
    let tree = files[file].tree
    brokenNames.formUnion(tree.brokenNames)
    lacksName = lacksName || tree.lacksName
    lacksCurrency = lacksCurrency || tree.lacksCurrency
    ownActions = [:]
    ownRules = [:]
    for declaration in tree.declarations {
      if case .action(let name, _, _, _) = declaration { ownActions[name.text] = name.span }
      if case .rule(let name, _, _) = declaration { ownRules[name.original] = name.span }
    }
    // What is dropped makes room for what this file declares under the same name.
    for declaration in tree.declarations { drop(declaration) }
    var seen: [String: Span] = [:]
    for declaration in tree.declarations { add(declaration, file, &seen) }
    for declaration in tree.declarations {
      if case .change(let name, let clauses, let isComplete) = declaration { change(name, clauses, isComplete, file) }
    }
  }

  private mutating func add(_ declaration: Syntax.Declaration, _ file: Int, _ seen: inout [String: Span]) {
    func once(_ word: String, _ span: Span) {
      if let first = seen[word] { problems.append(.duplicateDeclaration(word, at: span, first: first)) }
      seen[word] = seen[word] ?? span
    }
    switch declaration {
    case .language(let code):
      once("language", code.span)
      languages[file] = code.text
    case .currency(let code):
      once("currency", code.span)
      currencies[file] = code
    case .horizon(let steps, let days):
      once("horizon", steps.span)
      horizons[file] = (steps, days)
    case .setting(let name, let label, let value, let source):
      let setting = Setting(name: name, label: label, value: value, source: source)
      switch declare(name, .setting(settings.count)) {
      case .new: settings.append(setting)
      case .replaces(let index):
        settings[index] = Setting(name: name, label: label ?? settings[index].label, value: value, source: source)
      case .refused: break
      }
    case .fact(let name, let question, let type, let value):
      switch declare(name, .fact(facts.count)) {
      case .new: facts.append(Fact(name: name, question: question, type: type, value: value))
      case .replaces(let index): replaceFact(index, name, question, type, value)
      case .refused: break
      }
    case .define(let name, let value, let source):
      let definition = Definition(name: name, value: value, source: source)
      switch declare(name, .definition(definitions.count)) {
      case .new: definitions.append(definition)
      case .replaces(let index): definitions[index] = definition
      case .refused: break
      }
    case .table(let name, let key, let rows, let source):
      let table = Table(name: name, key: key, rows: rows, source: source)
      switch declare(name, .table(tables.count)) {
      case .new: tables.append(table)
      case .replaces(let index): tables[index] = table
      case .refused: break
      }
    case .action(let name, let placement, let clauses, let isComplete):
      addAction(name, placement, clauses, isComplete)
    case .rule(let name, let clauses, let isComplete):
      if let first = ruleNames[name.original] {
        problems.append(.duplicateRule(name.original, at: name.span, first: first))
      } else {
        ruleNames[name.original] = name.span
        rules.append(Rule(name: name, clauses: clauses, isComplete: isComplete))
      }
    case .example(let name, let givens, let expectations, let isComplete):
      // The examples of an included file speak about that file as it stands, not about what another makes of it.
      if file != 0 { return }
      if let first = exampleNames[name.text] {
        problems.append(.duplicateExample(name.text, at: name.span, first: first))
      }
      exampleNames[name.text] = exampleNames[name.text] ?? name.span
      examples.append(Example(name: name, givens: givens, expectations: expectations, isComplete: isComplete))
    case .include, .change, .dropRule, .dropAction: break
    }
  }

  /// What becomes of a declaration.
  private enum Slot { case new, replaces(Int), refused }

  /// Declares a name, which may replace one of the same kind in an included file.
  private mutating func declare(_ name: Syntax.Name, _ entry: Entry) -> Slot {
    guard let known = entries[name.text] else {
      entries[name.text] = (entry, name.span)
      return .new
    }
    let isIncluded =
      known.span.file >= 0 && known.span.file != name.span.file && reaches(known.span, from: name.span)
    if isIncluded {
      switch (known.entry, entry) {
      case (.setting(let index), .setting), (.fact(let index), .fact), (.definition(let index), .definition),
        (.table(let index), .table):
        entries[name.text]?.span = name.span
        if replaced[name.text] == nil { replaced[name.text] = value(of: known.entry) }
        return .replaces(index)
      default: break
      }
    }
    problems.append(.duplicateName(name.text, at: name.span, first: known.span))
    return .refused
  }

  private func value(of entry: Entry) -> Replaced? {
    switch entry {
    case .setting(let index): .expression(settings[index].value)
    case .definition(let index): .expression(definitions[index].value)
    case .table(let index): .table(tables[index])
    case .fact, .builtin, .action: nil
    }
  }

  /// A fact of the including file keeps its type and words and takes the new question and default.
  private mutating func replaceFact(
    _ index: Int, _ name: Syntax.Name, _ question: Syntax.Texts?, _ type: Syntax.FactType, _ value: Syntax.Expression?
  ) {
    let old = facts[index]
    if !type.isSame(as: old.type) {
      problems.append(.duplicateName(name.text, at: name.span, first: old.name.span))
      return
    }
    facts[index] = Fact(name: name, question: question ?? old.question, type: old.type, value: value)
  }

  // MARK: The ladder

  private mutating func addAction(
    _ name: Syntax.Name, _ placement: Syntax.Placement?, _ clauses: [Syntax.Clause], _ isComplete: Bool
  ) {
    guard case .new = declare(name, .action) else { return }
    var action = Action(name: name, clauses: [], isComplete: isComplete, given: [:])
    give(clauses, to: &action)
    guard let placement else { return actions.append(action) }
    guard let anchor = actions.lastIndex(where: { $0.name.text == placement.than.text }) else {
      actions.append(action)
      if placement.than.text == name.text {
        problems.append(.placedByItself(name.text, at: placement.than.span))
      } else if let later = ownActions[placement.than.text] {
        problems.append(.actionDeclaredLater(placement.than.text, at: placement.than.span, declared: later))
      } else {
        reportUnknownAction(placement.than)
      }
      return
    }
    actions.insert(action, at: placement.isFirmer ? anchor + 1 : anchor)
  }

  /// Whether a name that nobody declares may well be one whose declaration could not be read.
  func mayBeDeclared(_ name: String, nearest: String?) -> Bool {
    !isComplete || brokenNames.contains(name) || (lacksName && nearest == nil)
  }

  /// The nearest of the names that were declared, for the first unknown names only: nobody reads hints by the hundred,
  /// and to look for them in a large file takes long.
  mutating func nearest(_ name: String, among known: [String]) -> String? {
    if hints == 0 { return nil }
    hints -= 1
    return NearestName.of(name, among: known)
  }

  /// What is wrong with naming an action that nobody declares.
  ///
  /// - Parameter others: What might also have been meant there.
  mutating func unknownAction(_ name: Syntax.Name, or others: [String] = []) -> Diagnostic? {
    if let drop = dropped[name.text] { return .droppedActionInUse(name.text, at: drop, use: name.span) }
    let nearest = hints == 0 ? nil : nearest(name.text, among: actions.map { $0.name.text } + others)
    if mayBeDeclared(name.text, nearest: nearest) { return nil }
    let known = actions.prefix(20).map { $0.name.text }
    return .unknownAction(name.text, at: name.span, nearest: nearest, known: known)
  }

  /// Reports an action that nobody declares.
  private mutating func reportUnknownAction(_ name: Syntax.Name) {
    if let problem = unknownAction(name) { problems.append(problem) }
  }

  private mutating func change(_ name: Syntax.Name, _ clauses: [Syntax.Clause], _ isComplete: Bool, _ file: Int) {
    guard let index = actions.firstIndex(where: { $0.name.text == name.text && reaches($0.name.span, from: name.span) })
    else { return reportUnknownAction(name) }
    // What another file gave may be replaced; what this file gave twice is a mistake.
    for clause in clauses {
      if let old = actions[index].given[clause.kind.word], old.span.file != clause.span.file {
        actions[index].clauses.removeAll { $0 == old }
        actions[index].given[clause.kind.word] = nil
      }
    }
    var action = actions[index]
    action.isComplete = action.isComplete && isComplete
    give(clauses, to: &action)
    actions[index] = action
  }

  private mutating func give(_ clauses: [Syntax.Clause], to action: inout Action) {
    for clause in clauses {
      if case .requires = clause.kind {
        action.clauses.append(clause)
      } else if let first = action.given[clause.kind.word] {
        // The source of a broken `requires` looks like one of the action.
        if !action.isComplete { continue }
        problems.append(
          .duplicateClause(
            clause.kind.word, of: "action `\(action.name.text)`", at: clause.start, first: first.start))
      } else {
        action.given[clause.kind.word] = clause
        action.clauses.append(clause)
      }
    }
  }

  // MARK: Dropping

  /// Whether a declaration stands in the file of `place` or in one that it includes; what two files bring that do not
  /// include each other is none of the other's business.
  private func reaches(_ declaration: Span, from place: Span) -> Bool {
    includes[Int(place.file)].contains(Int(declaration.file))
  }

  private mutating func drop(_ declaration: Syntax.Declaration) {
    if case .dropRule(let name) = declaration {
      if let index = rules.firstIndex(where: { $0.name.original == name.text && reaches($0.name.span, from: name.span) }
      ) {
        rules.remove(at: index)
        ruleNames[name.text] = nil
      } else if let own = ownRules[name.text] {
        problems.append(.nothingToDrop("the rule \"\(name.text)\"", at: name.span, own: own))
      } else if isComplete {
        let nearest = hints == 0 ? nil : nearest(name.text, among: rules.map { $0.name.original })
        problems.append(.unknownRule(name.text, at: name.span, nearest: nearest))
      }
    }
    if case .dropAction(let name) = declaration {
      if let index = actions.firstIndex(where: { $0.name.text == name.text && reaches($0.name.span, from: name.span) })
      {
        actions.remove(at: index)
        entries[name.text] = nil
        dropped[name.text] = name.span
      } else if let own = ownActions[name.text] {
        problems.append(.nothingToDrop("the action `\(name.text)`", at: name.span, own: own))
      } else {
        reportUnknownAction(name)
      }
    }
  }
}

extension Syntax.FactType {
  /// Whether two declarations of a fact give it the same type and, of a choice, the same words.
  fileprivate func isSame(as other: Syntax.FactType) -> Bool {
    if case .choice(let words) = self, case .choice(let others) = other {
      return words.map { $0.name.text } == others.map { $0.name.text }
    }
    return self == other
  }
}
