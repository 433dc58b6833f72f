import RecoupRules

extension Parser {
  // file = { declaration }
  mutating func run() {
    while current.kind != .end {
      let start = index
      do {
        try declaration()
      } catch {
        skipToDeclaration()
      }
      if index == start { advance() }
    }
  }

  private static var declarationWords: [String] {
    Keyword.allCases.filter { $0.beginsDeclaration }.map { $0.rawValue }
  }

  private mutating func declaration() throws(Failure) {
    let start = index
    switch declarationKeyword() {
    case .language: try language()
    case .currency: try currency()
    case .include: tree.declarations.append(.include(try plainText("the name of the file to include")))
    case .horizon: try horizon()
    case .setting: try setting()
    case .fact: try fact()
    case .define: try define()
    case .table: try table()
    case .action: try action()
    case .change: try change()
    case .rule: try rule()
    case .drop: try drop()
    case .example: try example()
    default: throw unknownDeclaration()
    }
    layout.marks[start] = .declaration(hasBlock: tokens[index - 1].kind == .symbol(.closeBrace) || isBlock(start))
  }

  /// Whether the declaration that begins with this token has a block, whatever stands after it.
  private func isBlock(_ start: Int) -> Bool { tokens[start].kind == .keyword(.table) }

  /// Takes the word that begins a declaration, also where it is misspelled.
  private mutating func declarationKeyword() -> Keyword? {
    if let keyword = currentKeyword, keyword.beginsDeclaration {
      advance()
      return keyword
    }
    guard case .name = current.kind, let meant = NearestName.of(text(current), among: Parser.declarationWords) else {
      return nil
    }
    report(.unknownDeclaration(text(current), at: current.span).suggesting(meant))
    advance()
    return Keyword.of(meant)
  }

  private mutating func unknownDeclaration() -> Failure {
    if at(.closeBrace) { return unexpected("a declaration", help: "this brace closes nothing") }
    report(.unknownDeclaration(text(current), at: current.span))
    return Failure()
  }

  private mutating func skipToDeclaration() {
    while current.kind != .end, currentKeyword?.beginsDeclaration != true { advance() }
  }

  // MARK: Single lines

  private mutating func language() throws(Failure) {
    guard let code = languageCode(current) else {
      throw unexpected("a language code of two small letters, such as `fr`, after `language`")
    }
    tree.declarations.append(.language(Syntax.Name(text: code, span: current.span)))
    advance()
  }

  private mutating func currency() throws(Failure) {
    guard current.kind == .currency else {
      throw unexpected("a currency of three capitals, such as `USD`, after `currency`")
    }
    tree.declarations.append(.currency(Syntax.Name(text: text(current), span: current.span)))
    advance()
  }

  // "horizon" NUMBER "steps" "," DAYS
  private mutating func horizon() throws(Failure) {
    let steps = try plainNumber("a number of steps after `horizon`")
    try expect(.steps, after: "the number of steps")
    try expect(.comma, after: "the steps", unless: current.kind == .number)
    let days = try expression("a number of days")
    tree.declarations.append(.horizon(steps: steps, days: days))
  }

  mutating func plainNumber(_ purpose: Purpose) throws(Failure) -> Syntax.Name {
    guard current.kind == .number else { throw unexpected(purpose) }
    let number = Syntax.Name(text: text(current), span: current.span)
    advance()
    return number
  }

  // "setting" name [texts] "=" expr [source]
  private mutating func setting() throws(Failure) {
    let name = try name("a setting")
    do {
      let label = try optionalTexts("the setting's meaning")
      try expect(.equal, after: "the setting's name", unless: current.kind == .number)
      let value = try expression("the value of the setting")
      tree.declarations.append(.setting(name, label, value, try optionalSource()))
    } catch { throw broken(name) }
  }

  // "fact" name [texts] ":" type ["=" expr]
  private mutating func fact() throws(Failure) {
    let name = try name("a fact")
    do {
      let question = try optionalTexts("the question")
      try expect(.colon, after: "the fact's name", unless: beginsType)
      let type = try factType()
      let value = take(.equal) ? try expression("the default of the fact") : nil
      tree.declarations.append(.fact(name, question, type, value))
    } catch { throw broken(name) }
  }

  private var beginsType: Bool { at(.yes) || at(.one) || at(.money) || at(.days) || at(.percent) || at(.number) }

  private mutating func factType() throws(Failure) -> Syntax.FactType {
    if take(.yes) {
      try expect(.or, after: "`yes`")
      try expect(.no, after: "`yes or`")
      return .truth
    }
    if at(.one) {
      layout.marks[index] = .item
      advance()
      try expect(.of, after: "`one`")
      var words: [Syntax.Word] = []
      repeat {
        if !words.isEmpty { layout.marks[index] = .item }
        words.append(Syntax.Word(name: try name("a word of the choice"), label: try optionalTexts("the word's label")))
      } while take(.comma)
      return .choice(words)
    }
    if take(.money) { return .money }
    if take(.days) { return .days(take(.falling) ? .falling : take(.rising) ? .rising : .fixed) }
    if take(.percent) { return .percent }
    if take(.number) { return .number }
    let types = ["yes or no", "one of", "money", "days", "percent", "number"]
    let nearest = NearestName.of(text(current), among: types)
    throw unexpected(
      "a type: `yes or no`, `one of …`, `money`, `days`, `percent` or `number`",
      help: nearest.map { "did you mean `\($0)`?" })
  }

  // "define" name "=" expr [source]
  private mutating func define() throws(Failure) {
    let name = try name("a definition")
    do {
      try expect(.equal, after: "the definition's name")
      let value = try expression("the value of the definition")
      tree.declarations.append(.define(name, value, try optionalSource()))
    } catch { throw broken(name) }
  }

  // "drop" ("rule" TEXT | "action" name)
  private mutating func drop() throws(Failure) {
    if take(.rule) {
      tree.declarations.append(.dropRule(try plainText("the name of the rule")))
    } else if take(.action) {
      tree.declarations.append(.dropAction(try name("an action")))
    } else {
      throw unexpected("`rule` or `action` after `drop`")
    }
  }

  /// Remembers a name whose declaration could not be read, so that its uses are not reported too.
  mutating func broken(_ name: Syntax.Name) -> Failure {
    tree.brokenNames.append(name.text)
    return Failure()
  }
}
