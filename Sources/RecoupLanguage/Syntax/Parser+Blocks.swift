import RecoupRules

extension Parser {
  // MARK: Blocks

  /// Reads `{ … }`, an entry at a time. An entry that fails ends at the next word that begins one; a declaration that
  /// begins inside means that the closing brace was left out. Returns whether all entries could be read.
  private mutating func block(
    of what: String, begins: (Parser) -> Bool, entry: (inout Parser) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let open = current.span
    try expect(.openBrace, after: what, unless: begins(self))
    var isComplete = true
    while !at(.closeBrace) {
      if current.kind == .end || currentKeyword?.beginsDeclaration == true {
        report(.unclosedBlock(what, at: open, ended: current.span))
        return false
      }
      let start = index
      layout.marks[start] = .clause
      do {
        try entry(&self)
      } catch {
        isComplete = false
        skipEntry(from: start, begins: begins)
      }
    }
    layout.marks[index] = .blockEnd
    advance()
    return isComplete
  }

  /// Goes on to the next entry of a block, its end, or the next declaration.
  private mutating func skipEntry(from start: Int, begins: (Parser) -> Bool) {
    if index == start { advance() }
    var braces = 0
    while current.kind != .end, currentKeyword?.beginsDeclaration != true {
      if at(.openBrace) {
        braces += 1
      } else if at(.closeBrace) {
        if braces == 0 { return }
        braces -= 1
      } else if braces == 0, begins(self) {
        return
      }
      advance()
    }
  }

  /// The word that begins an entry, also where it is misspelled.
  private mutating func entryKeyword(_ words: [Keyword], in what: String) throws(Failure) -> Keyword {
    if let keyword = currentKeyword, words.contains(keyword) {
      advance()
      return keyword
    }
    switch current.kind {
    case .name, .keyword:
      let meant = NearestName.of(text(current), among: words.map { $0.rawValue })
      report(
        .unknownClause(text(current), in: what, known: words.map { $0.rawValue }, at: current.span).suggesting(meant))
      guard let meant, let keyword = Keyword.of(meant) else { throw Failure() }
      advance()
      return keyword
    case .currency, .number, .factor, .text, .date, .symbol, .end:
      throw unexpected("a clause of \(what)")
    }
  }

  private func isAt(_ words: [Keyword]) -> Bool {
    guard let keyword = currentKeyword else { return false }
    return words.contains(keyword)
  }

  // MARK: Tables

  // "table" name "by" name "{" { row } "}" [source]
  mutating func table() throws(Failure) {
    let name = try name("a table")
    do throws(Failure) {
      try expect(.by, after: "the table's name")
      let key = try self.name("the fact, setting or definition that picks the row")
      var rows: [Syntax.Row] = []
      let isComplete = try block(of: "table `\(name.text)`", begins: { $0.beginsRow }) {
        (parser: inout Parser) throws(Failure) in rows.append(try parser.row())
      }
      let source = try optionalSource()
      if !isComplete { throw Failure() }
      tree.declarations.append(.table(name, by: key, rows, source))
    } catch { throw broken(name) }
  }

  private var beginsRow: Bool {
    if case .name = current.kind { return next.kind == .symbol(.colon) || next.kind == .symbol(.comma) }
    return isAt([.up, .beyond, .otherwise])
  }

  // row = "up" "to" expr ":" expr | name { "," name } ":" expr | ("beyond" | "otherwise") ":" expr
  private mutating func row() throws(Failure) -> Syntax.Row {
    let start = current.span
    let match: Syntax.Row.Match
    if take(.up) {
      try expect(.to, after: "`up`")
      match = .upTo(try expression("the bound of the row"))
    } else if take(.beyond) || take(.otherwise) {
      match = .otherwise
    } else if case .name = current.kind {
      match = .words(try names("a word of the choice"))
    } else {
      throw unexpected("a row: `up to …:`, `WORD:`, `beyond:` or `otherwise:`")
    }
    try expect(.colon, after: "what the row holds for")
    let value = try expression("the value of the row")
    return Syntax.Row(match: match, value: value, span: start.joined(with: lastSpan))
  }

  // MARK: Actions

  private static var clauseWords: [Keyword] {
    [.title, .chance, .recovers, .fee, .cost, .effort, .strain, .takes, .at, .final, .requires, .source]
  }

  // "action" name [("gentler" | "firmer") "than" name] "{" { clause } "}"
  mutating func action() throws(Failure) {
    let name = try name("an action")
    do {
      var placement: Syntax.Placement?
      if at(.gentler) || at(.firmer) {
        let isFirmer = take(.firmer)
        if !isFirmer { advance() }
        try expect(.than, after: isFirmer ? "`firmer`" : "`gentler`")
        placement = Syntax.Placement(isFirmer: isFirmer, than: try self.name("an action"))
      }
      let (clauses, isComplete) = try clauses(of: "action `\(name.text)`")
      tree.declarations.append(.action(name, placement, clauses, isComplete: isComplete))
    } catch { throw broken(name) }
  }

  // "change" "action" name "{" { clause } "}"
  mutating func change() throws(Failure) {
    try expect(.action, after: "`change`")
    let name = try name("an action")
    tree.declarations.append(.change(name, try clauses(of: "action `\(name.text)`").0))
  }

  private mutating func clauses(of what: String) throws(Failure) -> ([Syntax.Clause], isComplete: Bool) {
    var clauses: [Syntax.Clause] = []
    let isComplete = try block(of: what, begins: { $0.isAt(Parser.clauseWords) }) {
      (parser: inout Parser) throws(Failure) in
      let start = parser.current.span
      let kind = try parser.clause(of: what)
      clauses.append(Syntax.Clause(kind: kind, start: start, span: start.joined(with: parser.lastSpan)))
    }
    return (clauses, isComplete)
  }

  private mutating func clause(of what: String) throws(Failure) -> Syntax.Clause.Kind {
    if at(.source), let source = try optionalSource() { return .source(source) }
    switch try entryKeyword(Parser.clauseWords, in: what) {
    case .title: return .title(try texts("the title"))
    case .chance: return try chance()
    case .recovers: return .recovers(try expression("a percentage after `recovers`"))
    case .fee: return try fee()
    case .cost: return .cost(try expression("an amount of money after `cost`"))
    case .effort:
      let hours = try expression("a number of hours after `effort`")
      try expect(.hours, after: "the number of `effort`")
      return .effort(hours)
    case .strain: return .strain(try expression("a percentage after `strain`"))
    case .takes: return .takes(try expression("a number of days after `takes`"))
    case .at:
      try expect(.most, after: "`at`")
      let count = try plainNumber("a whole number after `at most`")
      try expect(.times, after: "the number of `at most`")
      return .atMost(count)
    case .final: return .final
    case .requires:
      let condition = try expression("a condition after `requires`")
      let reason = take(.because) ? try texts("the reason") : nil
      return .requires(condition, reason, try optionalSource())
    default: throw unexpected("a clause of \(what)")
    }
  }

  // "chance" expr ["to" expr] ["scaled" "by" expr]
  private mutating func chance() throws(Failure) -> Syntax.Clause.Kind {
    let low = try expression("a percentage after `chance`")
    let high = take(.to) ? try expression("the upper end of the chance") : nil
    var scale: Syntax.Expression?
    if take(.scaled) {
      try expect(.by, after: "`scaled`")
      scale = try expression("what scales the chance")
    }
    return .chance(low, to: high, scale: scale)
  }

  // "fee" expr "of" "recovered" ["minimum" expr] ["maximum" expr]
  private mutating func fee() throws(Failure) -> Syntax.Clause.Kind {
    let rate = try expression("a percentage after `fee`")
    try expect(.of, after: "the percentage of `fee`")
    try expect(.recovered, after: "`fee … of`")
    let minimum = take(.minimum) ? try expression("an amount after `minimum`") : nil
    let maximum = take(.maximum) ? try expression("an amount after `maximum`") : nil
    if at(.minimum) { throw unexpected("`minimum` before `maximum`") }
    return .fee(rate, minimum: minimum, maximum: maximum)
  }

  // MARK: Rules

  private static var ruleWords: [Keyword] { [.when, .then, .because, .source] }

  // "rule" texts "{" { ruleclause } "}"
  mutating func rule() throws(Failure) {
    let name = try texts("the name of the rule")
    var clauses: [Syntax.RuleClause] = []
    let isComplete = try block(of: "rule \"\(name.original)\"", begins: { $0.isAt(Parser.ruleWords) }) {
      (parser: inout Parser) throws(Failure) in
      let start = parser.current.span
      let kind = try parser.ruleClause(of: "rule \"\(name.original)\"")
      clauses.append(Syntax.RuleClause(kind: kind, start: start, span: start.joined(with: parser.lastSpan)))
    }
    tree.declarations.append(.rule(name, clauses, isComplete: isComplete))
  }

  // ruleclause = "when" expr | "then" effect | "because" texts | source
  private mutating func ruleClause(of what: String) throws(Failure) -> Syntax.RuleClause.Kind {
    if at(.source), let source = try optionalSource() { return .source(source) }
    switch try entryKeyword(Parser.ruleWords, in: what) {
    case .when: return .when(try expression("a condition after `when`"))
    case .then: return .then(try effect())
    case .because: return .because(try texts("the reason"))
    default: throw unexpected("a clause of \(what)")
    }
  }

  // effect = name FACTOR "likelier" | name FACTOR "less" "likely" | "never" names | "only" names | "wait"
  private mutating func effect() throws(Failure) -> Syntax.Effect {
    if take(.never) { return .never(try names("an action")) }
    if take(.only) { return .only(try names("an action")) }
    if take(.wait) { return .wait }
    let action = try name("an action")
    guard current.kind == .factor else {
      let help = current.kind == .number ? "a factor is written with an `x`: `\(text(current))x`" : nil
      throw unexpected("a factor such as `2x` after the action", help: help)
    }
    let factor = Syntax.Name(text: text(current), span: current.span)
    advance()
    if take(.less) {
      try expect(.likely, after: "`less`")
      return .factor(action: action, factor: factor, likelier: false)
    }
    if take(.likelier) { return .factor(action: action, factor: factor, likelier: true) }
    let nearest = NearestName.of(text(current), among: ["likelier", "less likely"])
    throw unexpected(
      "`likelier` or `less likely` after the factor", help: nearest.map { "did you mean `\($0)`?" })
  }

  // MARK: Examples

  // "example" TEXT "{" { given | expectation } "}"
  mutating func example() throws(Failure) {
    let name = try plainText("the name of the example")
    var givens: [Syntax.Given] = []
    var expectations: [Syntax.Expectation] = []
    let isComplete = try block(of: "example \"\(name.text)\"", begins: { $0.beginsGiven }) {
      (parser: inout Parser) throws(Failure) in
      if parser.at(.expect) {
        expectations.append(try parser.expectation())
      } else {
        givens.append(try parser.given())
      }
    }
    tree.declarations.append(.example(name, givens, expectations, isComplete: isComplete))
  }

  private var beginsGiven: Bool {
    if case .name = current.kind { return next.kind == .symbol(.equal) || next.kind == .symbol(.dot) }
    return at(.expect)
  }

  // given = (name | name "." ("times" | "days_ago")) "=" expr
  private mutating func given() throws(Failure) -> Syntax.Given {
    let start = current.span
    if case .name = current.kind, next.kind != .symbol(.equal), next.kind != .symbol(.dot),
      NearestName.of(text(current), among: ["expect"]) != nil
    {
      _ = try entryKeyword([.expect], in: "the example")
      throw Failure()
    }
    let name = try name("a fact, a setting or an action")
    var subject = Syntax.Given.Subject.name(name)
    if take(.dot) {
      if take(.times) {
        subject = .times(name)
      } else if take(.daysAgo) {
        subject = .daysAgo(name)
      } else {
        throw memberFailure(of: name)
      }
    }
    try expect(.equal, after: "what is given", unless: current.kind == .number)
    let value = try expression("the value that is given")
    return Syntax.Given(subject: subject, value: value, span: start.joined(with: lastSpan))
  }

  // expectation = "expect" ["not"] (name | "wait" | "nothing")
  private mutating func expectation() throws(Failure) -> Syntax.Expectation {
    let start = current.span
    advance()
    let negated = take(.not)
    let outcome: Syntax.Expectation.Outcome
    if take(.wait) {
      outcome = .wait
    } else if take(.nothing) {
      outcome = .nothing
    } else {
      outcome = .action(try name("an action, `wait` or `nothing`"))
    }
    return Syntax.Expectation(outcome: outcome, isNegated: negated, span: start.joined(with: lastSpan))
  }
}
