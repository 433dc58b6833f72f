import RecoupRules

extension Parser {
  // MARK: Blocks

  /// Reads `{ … }`, an entry at a time. An entry that fails ends where a line begins with a word that `begins` one; a
  /// declaration that begins inside means that the closing brace was left out. Also tells whether all could be read.
  ///
  /// - Parameters:
  ///   - words: The words that begin an entry, where words do.
  ///   - follower: A word that cannot stand in the block but right after it.
  private mutating func block<Entry>(
    of what: String, begins: (Parser) -> Bool, words: [Keyword] = [], follower: Keyword? = nil,
    entry: (inout Parser) throws(Failure) -> Entry
  ) throws(Failure) -> (entries: [Entry], isComplete: Bool) {
    let open = current
    try expect(.openBrace, after: what, unless: begins(self))
    var entries: [Entry] = []
    var isComplete = true
    var hasFailed = false
    while !at(.closeBrace) {
      if atDeclaration || follower.map({ at($0) }) ?? false {
        if open.kind == .symbol(.openBrace) {
          report(.unclosedBlock(what, at: open.span, ended: current.span), isGuess: true)
        }
        return (entries, false)
      }
      let start = index
      layout.marks[start] = .clause
      beginEntry(properly: begins(self), afterFailure: hasFailed)
      hasFailed = false
      do throws(Failure) {
        entries.append(
          try mending { (parser: inout Parser) throws(Failure) in
            let read = try entry(&parser)
            try parser.endEntry(canFollow: parser.at(.closeBrace) || begins(parser), words: words)
            return read
          })
        // What the lexer could not read, such as a text without its end, may have held another entry.
        isComplete = isComplete && !tokens[start..<index].contains { $0.isSuspect }
      } catch {
        hasFailed = true
        isComplete = false
        skipEntry(from: start, begins: begins)
      }
    }
    layout.marks[index] = .blockEnd
    advance()
    return (entries, isComplete)
  }

  /// Goes on to the next line that begins an entry, to the end of the block, or to the next declaration.
  private mutating func skipEntry(from start: Int, begins: (Parser) -> Bool) {
    if index == start { advance() }
    var braces = 0
    while !atDeclaration {
      if at(.openBrace) {
        braces += 1
      } else if at(.closeBrace) {
        if braces == 0 { break }
        braces -= 1
      } else if braces == 0, current.beginsLine, begins(self) {
        break
      }
      advance()
    }
    closeUnread()
  }

  /// The word that begins an entry, also where it is misspelled.
  private mutating func entryKeyword(_ words: [Keyword], in what: String) throws(Failure) -> Keyword {
    if let keyword = currentKeyword, words.contains(keyword) {
      advance()
      return keyword
    }
    let problem = Diagnostic.unknownClause(
      described(current), in: what, known: words.map { $0.rawValue }, at: current.span)
    guard let meant = nearest(current, words) else { throw fail(problem) }
    report(problem.suggesting(meant.rawValue), isGuess: true)
    advance()
    return meant
  }

  private func isAt(_ words: [Keyword]) -> Bool {
    guard let keyword = currentKeyword else { return false }
    return words.contains(keyword)
  }

  // MARK: Tables

  // "table" name "by" name "{" { row } "}" [source]
  mutating func table() throws(Failure) -> Syntax.Declaration {
    let name = try newName("the name of a table")
    try expect(.by, after: "the table's name")
    let key = try self.name("the fact, setting or definition that picks the row")
    let rows = try block(of: "table `\(name.text)`", begins: { $0.beginsRow }, follower: .source) {
      (parser: inout Parser) throws(Failure) in try parser.row()
    }
    let source = try optionalSource()
    if !rows.isComplete { throw Failure() }
    return .table(name, by: key, rows.entries, source)
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
    if case .upTo(let bound) = match, case .binary(.equal, _, let right) = bound.kind,
      let equal = tokens[..<index].last(where: { $0.span.upper <= right.span.lower && $0.kind == .symbol(.equal) })
    {
      throw fail(.unexpected("`=`", expected: "`:` after what the row holds for", at: equal.span, help: "write `:`"))
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
  mutating func action() throws(Failure) -> Syntax.Declaration {
    let name = try newName("the name of an action")
    var placement: Syntax.Placement?
    let isFirmer = take(.firmer)
    if isFirmer || take(.gentler) {
      try expect(.than, after: isFirmer ? "`firmer`" : "`gentler`")
      placement = Syntax.Placement(isFirmer: isFirmer, than: try self.name("the name of an action after `than`"))
    }
    let clauses = try clauses(of: "action `\(name.text)`")
    return .action(name, placement, clauses.entries, isComplete: clauses.isComplete)
  }

  // "change" "action" name "{" { clause } "}"
  mutating func change() throws(Failure) -> Syntax.Declaration {
    if at(.rule) {
      let problem = Diagnostic.changedRule(at: current.span)
      advance()
      throw fail(problem)
    }
    try expect(.action, after: "`change`")
    let name = try name("the name of an action")
    let clauses = try clauses(of: "action `\(name.text)`")
    return .change(name, clauses.entries, isComplete: clauses.isComplete)
  }

  private mutating func clauses(of what: String) throws(Failure) -> (entries: [Syntax.Clause], isComplete: Bool) {
    try block(of: what, begins: { $0.isAt(Parser.clauseWords) }, words: Parser.clauseWords) {
      (parser: inout Parser) throws(Failure) in
      let start = parser.current.span
      let kind = try parser.clause(of: what)
      return Syntax.Clause(kind: kind, start: start, span: start.joined(with: parser.lastSpan))
    }
  }

  private mutating func clause(of what: String) throws(Failure) -> Syntax.Clause.Kind {
    let start = current.span
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
    default: return .source(try source(from: start))
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
  mutating func rule() throws(Failure) -> Syntax.Declaration {
    let name = try texts("the name of the rule")
    let what = "rule \"\(name.original)\""
    let clauses = try block(of: what, begins: { $0.isAt(Parser.ruleWords) }, words: Parser.ruleWords) {
      (parser: inout Parser) throws(Failure) in
      let start = parser.current.span
      let kind = try parser.ruleClause(of: what)
      return Syntax.RuleClause(kind: kind, start: start, span: start.joined(with: parser.lastSpan))
    }
    return .rule(name, clauses.entries, isComplete: clauses.isComplete)
  }

  // ruleclause = "when" expr | "then" effect | "because" texts | source
  private mutating func ruleClause(of what: String) throws(Failure) -> Syntax.RuleClause.Kind {
    let start = current.span
    switch try entryKeyword(Parser.ruleWords, in: what) {
    case .when: return .when(try expression("a condition after `when`"))
    case .then: return .then(try effect())
    case .because: return .because(try texts("the reason"))
    default: return .source(try source(from: start))
    }
  }

  // effect = name FACTOR "likelier" | name FACTOR "less" "likely" | "never" names | "only" names | "wait"
  private mutating func effect() throws(Failure) -> Syntax.Effect {
    if take(.never) { return .never(try names("the name of an action")) }
    if take(.only) { return .only(try names("the name of an action")) }
    if take(.wait) { return .wait }
    let action = try name("the name of an action, `never`, `only` or `wait` after `then`")
    guard current.kind == .factor else {
      let isBare = current.kind == .number && next.kind != .symbol(.percentSign)
      let written = text(current) + "x"
      throw unexpected(
        "a factor such as `2x` after the action", help: isBare ? "a factor is written with an `x`: `\(written)`" : nil,
        fix: isBare ? Diagnostic.Edit(span: current.span, replacement: written) : nil)
    }
    let factor = Syntax.Name(text: text(current), span: current.span)
    advance()
    if take(.less) {
      try expect(.likely, after: "`less`")
      return .factor(action: action, factor: factor, likelier: false)
    }
    if take(.likelier) { return .factor(action: action, factor: factor, likelier: true) }
    let isMore = text(current) == "more"
    guard at(.likely) || isMore else { throw unexpected("`likelier` or `less likely` after the factor") }
    let isLong = isMore && next.kind == .keyword(.likely) && !next.beginsLine
    let span = isLong ? current.span.joined(with: next.span) : current.span
    throw unexpected(
      "`likelier` or `less likely` after the factor", help: "write `\(factor.text) likelier`",
      fix: Diagnostic.Edit(span: span, replacement: "likelier"))
  }

  // MARK: Examples

  /// An entry of an example.
  private enum ExampleEntry {
    case given(Syntax.Given)
    case expectation(Syntax.Expectation)
  }

  // "example" TEXT "{" { given | expectation } "}"
  mutating func example() throws(Failure) -> Syntax.Declaration {
    let name = try plainText("the name of the example")
    let block = try block(of: "example \"\(name.text)\"", begins: { $0.beginsGiven }, words: [.expect]) {
      (parser: inout Parser) throws(Failure) -> ExampleEntry in
      let start = parser.current.span
      return parser.take(.expect)
        ? .expectation(try parser.expectation(from: start)) : .given(try parser.given(from: start))
    }
    var givens: [Syntax.Given] = []
    var expectations: [Syntax.Expectation] = []
    for entry in block.entries {
      switch entry {
      case .given(let given): givens.append(given)
      case .expectation(let expectation): expectations.append(expectation)
      }
    }
    return .example(name, givens, expectations, isComplete: block.isComplete)
  }

  private var beginsGiven: Bool {
    if case .name = current.kind { return next.kind == .symbol(.equal) || next.kind == .symbol(.dot) }
    return at(.expect)
  }

  // given = (name | name "." ("times" | "days_ago")) "=" expr
  private mutating func given(from start: Span) throws(Failure) -> Syntax.Given {
    let name = try name("the name of a fact, a setting or an action, or `expect`")
    var subject = Syntax.Given.Subject.name(name)
    if take(.dot) {
      if take(.times) {
        subject = .times(name)
      } else if take(.daysAgo) {
        subject = .daysAgo(name)
      } else {
        throw unexpected("`times` or `days_ago` after `\(name.text).`")
      }
    }
    try expect(.equal, after: "what is given", unless: current.kind == .number)
    if current.beginsLine, beginsGiven { throw unexpected("the value that is given") }
    isGiven = true
    defer { isGiven = false }
    let value = try expression("the value that is given")
    return Syntax.Given(subject: subject, value: value, span: start.joined(with: lastSpan))
  }

  // expectation = "expect" ["not"] (name | "wait" | "nothing")
  private mutating func expectation(from start: Span) throws(Failure) -> Syntax.Expectation {
    let negated = take(.not)
    let outcome: Syntax.Expectation.Outcome
    if take(.wait) {
      outcome = .wait
    } else if take(.nothing) {
      outcome = .nothing
    } else {
      outcome = .action(try name("the name of an action, `wait` or `nothing`"))
    }
    return Syntax.Expectation(outcome: outcome, isNegated: negated, span: start.joined(with: lastSpan))
  }
}
