import RecoupRules

/// Goes through the tokens of a file and keeps what must be known to tell what the next name is.
struct OutlineScanner {
  /// What a token is.
  struct Found {
    var role: Outline.Role?
    var isDeclared = false
    /// Whether it is the name of the declaration in which it stands.
    var names = false
  }

  private var declaration: Keyword?
  private var declared = ""
  /// The name that picks the row of a table.
  private var key = ""
  private var braces = 0
  private var parentheses = 0
  /// The word that began the clause of the block in which we are.
  private var clause: Keyword?
  /// How many `if` still wait for their `then`.
  private var conditions = 0
  /// The name that `is` would be about.
  private var subject = ""
  /// What the words are about that are listed here.
  private var words: String?
  /// Whether actions are listed here.
  private var isActions = false
  /// How far the head of a declaration was read.
  private var hasColon = false
  private var hasEqual = false
  private var isChoice = false
  private var previous = Token.Kind.end

  /// Whether a token begins a declaration.
  func begins(_ token: Token) -> Bool {
    guard case .keyword(let keyword) = token.kind, keyword.beginsDeclaration else { return false }
    switch (keyword, previous) {
    case (.action, .keyword(.change)), (.action, .keyword(.drop)), (.rule, .keyword(.drop)): return false
    default: return true
    }
  }

  /// Goes past a token that nothing is known to follow.
  mutating func takeLast(_ token: Token, _ text: String) {
    _ = take(token, text, Token(kind: .end, span: token.span))
  }

  /// Goes past a token.
  mutating func take(_ token: Token, _ text: String, _ next: Token) -> Found? {
    defer { previous = token.kind }
    switch token.kind {
    case .keyword(let keyword):
      if begins(token) { start(keyword) } else { take(keyword) }
      return Found(role: .keyword)
    case .symbol(let symbol):
      take(symbol)
      return nil
    case .name, .badName:
      let found = name(text, token, next)
      subject = text
      if next.kind != .symbol(.comma) { endLists() }
      return found
    case .text:
      endLists()
      subject = ""
      return self.text()
    case .currency, .number, .factor, .date, .end:
      endLists()
      subject = ""
      return nil
    }
  }

  private mutating func endLists() {
    words = nil
    isActions = false
  }

  private mutating func start(_ keyword: Keyword) {
    self = OutlineScanner()
    declaration = keyword
  }

  private mutating func take(_ keyword: Keyword) {
    let beginsClause = braces == 1 && parentheses == 0 && isClause(keyword)
    switch keyword {
    case .is:
      words = subject
      isActions = false
    case .not where previous == .keyword(.expect) || previous == .keyword(.is): break
    case .one where previous == .keyword(.is) || previous == .keyword(.not): break
    case .one where declaration == .fact && hasColon && braces == 0: isChoice = true
    case .of where previous == .keyword(.one): break
    case .never, .only, .expect, .than:
      endLists()
      isActions = true
    case .if:
      endLists()
      conditions += 1
    case .then where conditions > 0:
      endLists()
      conditions -= 1
    case .then:
      endLists()
      isActions = declaration == .rule
    default: endLists()
    }
    if beginsClause {
      clause = keyword
      conditions = 0
    }
    subject = ""
  }

  private func isClause(_ keyword: Keyword) -> Bool {
    switch (declaration, keyword) {
    case (.action, .title), (.action, .chance), (.action, .recovers), (.action, .fee), (.action, .cost),
      (.action, .effort), (.action, .strain), (.action, .takes), (.action, .at), (.action, .final),
      (.action, .requires), (.action, .source), (.change, .title), (.change, .chance), (.change, .recovers),
      (.change, .fee), (.change, .cost), (.change, .effort), (.change, .strain), (.change, .takes), (.change, .at),
      (.change, .final), (.change, .requires), (.change, .source), (.rule, .when), (.rule, .because),
      (.rule, .source), (.example, .expect):
      true
    case (.rule, .then): conditions == 0
    default: false
    }
  }

  private mutating func take(_ symbol: Token.Symbol) {
    switch symbol {
    case .comma: return
    case .dot: break
    case .openBrace:
      braces += 1
      clause = nil
      conditions = 0
    case .closeBrace: braces = max(0, braces - 1)
    case .open: parentheses += 1
    case .close: parentheses = max(0, parentheses - 1)
    case .colon: hasColon = true
    case .equal where braces == 0 && (declaration == .fact || declaration == .setting || declaration == .define):
      hasEqual = true
      endLists()
      if isChoice { words = declared }
      return
    case .equal where declaration == .example && braces == 1:
      endLists()
      words = subject
      return
    case .equal, .notEqual, .lessThan, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .star, .divide,
      .percentSign:
      break
    }
    endLists()
    subject = ""
  }

  private func text() -> Found? {
    switch (declaration, previous) {
    case (.include, .keyword(.include)): return Found(role: .include, names: true)
    case (.rule, .keyword(.rule)): return Found(role: .rule, isDeclared: true, names: true)
    case (.drop, .keyword(.rule)): return Found(role: .rule, names: true)
    case (.example, .keyword(.example)): return Found(role: nil, names: true)
    default: return nil
    }
  }

  private mutating func name(_ text: String, _ token: Token, _ next: Token) -> Found? {
    if previous == .text, next.kind == .text, text.utf8.count == 2 { return nil }
    switch previous {
    case .keyword(.setting), .keyword(.fact), .keyword(.define), .keyword(.table):
      declared = text
      return Found(role: .value, isDeclared: true, names: true)
    case .keyword(.action): return Found(role: .action, isDeclared: declaration == .action, names: true)
    case .keyword(.language), .keyword(.currency), .keyword(.include): return nil
    case .keyword(.by) where declaration == .table && braces == 0:
      key = text
      return Found(role: .value)
    default: break
    }
    if next.kind == .symbol(.dot) { return Found(role: .action) }
    if isActions { return Found(role: .action) }
    if let words { return Found(role: .word(of: words)) }
    if declaration == .fact, isChoice, !hasEqual, braces == 0 {
      return Found(role: .word(of: declared), isDeclared: true)
    }
    let isList = next.kind == .symbol(.comma) && parentheses == 0
    if declaration == .table, braces == 1, isList || next.kind == .symbol(.colon) {
      return Found(role: .word(of: key))
    }
    return Found(role: .value)
  }

  // MARK: What may come next

  /// What the text is in which we are.
  var textSlot: Slot { declaration == .include && previous == .keyword(.include) ? .include : .nothing }

  /// What may be written next.
  ///
  /// - Parameters:
  ///   - beginsLine: Whether only white space stands before it in its line.
  ///   - isIndented: Whether white space does.
  func slot(beginsLine: Bool, isIndented: Bool) -> Slot {
    guard let declaration else { return .declaration }
    switch previous {
    case .symbol(.dot): return .history
    case .keyword(.change): return .keywords(["action"])
    case .keyword(.drop): return .keywords(["rule", "action"])
    case .keyword(.action): return declaration == .action ? .nothing : .action
    case .keyword(.setting), .keyword(.fact), .keyword(.define), .keyword(.table), .keyword(.rule),
      .keyword(.example), .keyword(.language), .keyword(.include):
      return .nothing
    case .keyword(.currency): return .currency
    case .keyword(.than), .keyword(.never), .keyword(.only): return .action
    case .keyword(.expect): return .expectation
    case .keyword(.then) where isActions: return .effect
    default: break
    }
    if isActions { return .action }
    if let words { return .word(of: words) }
    if braces == 0 {
      if beginsLine && !isIndented || previous == .symbol(.closeBrace) && declaration != .table { return .declaration }
      return head(declaration)
    }
    return block(declaration, isEntry: previous == .symbol(.openBrace) || beginsLine && !wantsOperand)
  }

  private func head(_ declaration: Keyword) -> Slot {
    switch declaration {
    case .setting, .define: return hasEqual ? .expression : .nothing
    case .fact: return hasEqual ? .expression : hasColon && !isChoice ? .type : .nothing
    case .table: return previous == .keyword(.by) ? .expression : .keywords(key.isEmpty ? ["by"] : ["source"])
    case .action: return .keywords(["firmer", "gentler"])
    default: return .nothing
    }
  }

  private func block(_ declaration: Keyword, isEntry: Bool) -> Slot {
    switch declaration {
    case .action, .change:
      if isEntry { return .clause }
      switch clause {
      case .chance, .recovers, .fee, .cost, .effort, .strain, .takes, .requires: return .expression
      case .at: return .keywords(["most", "times"])
      default: return .nothing
      }
    case .rule:
      if isEntry { return .ruleClause }
      switch clause {
      case .when: return .expression
      case .then: return .keywords(["likelier", "less likely"])
      default: return .nothing
      }
    case .table: return isEntry ? .row(key: key) : .expression
    case .example: return isEntry ? .given : .nothing
    default: return .nothing
    }
  }

  /// Whether the token before wants something after it, so that a new line only goes on.
  private var wantsOperand: Bool {
    switch previous {
    case .keyword(let keyword):
      switch keyword {
      case .and, .or, .not, .if, .then, .else, .of, .between, .is, .to, .by, .minimum, .maximum, .chance, .recovers,
        .fee, .cost, .effort, .strain, .takes, .requires, .when:
        return true
      default: return false
      }
    case .symbol(let symbol):
      switch symbol {
      case .openBrace, .closeBrace, .close, .dot, .percentSign: return false
      default: return true
      }
    default: return false
    }
  }
}
