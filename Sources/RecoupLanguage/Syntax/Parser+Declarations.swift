import RecoupQuantities
import RecoupRules

extension Parser {
  // file = { declaration }
  mutating func run() {
    var hasFailed = false
    while current.kind != .end {
      let start = index
      beginEntry(properly: atDeclaration, afterFailure: hasFailed)
      hasFailed = false
      do throws(Failure) {
        tree.declarations.append(
          try mending { (parser: inout Parser) throws(Failure) in
            let read = try parser.declaration()
            try parser.endEntry(canFollow: false)
            return read
          })
      } catch {
        hasFailed = true
        skipToDeclaration(from: start)
      }
    }
  }

  static var declarationWords: [Keyword] { Keyword.allCases.filter { $0.beginsDeclaration } }

  private mutating func declaration() throws(Failure) -> Syntax.Declaration {
    let start = index
    defer { markDeclaration(from: start) }
    switch try declarationKeyword() {
    case .language: return try language()
    case .currency: return try currency()
    case .include: return try include()
    case .horizon: return try horizon()
    case .setting: return try setting()
    case .fact: return try fact()
    case .define: return try define()
    case .table: return try table()
    case .action: return try action()
    case .change: return try change()
    case .rule: return try rule()
    case .drop: return try drop()
    default: return try example()
    }
  }

  private mutating func markDeclaration(from start: Int) {
    let endsInBlock = index > start && tokens[index - 1].kind == .symbol(.closeBrace)
    // A table has a block, whatever stands after it.
    layout.marks[start] = .declaration(hasBlock: endsInBlock || tokens[start].kind == .keyword(.table))
  }

  /// Takes the word that begins a declaration, also where it is misspelled.
  private mutating func declarationKeyword() throws(Failure) -> Keyword {
    if let keyword = currentKeyword, keyword.beginsDeclaration {
      advance()
      return keyword
    }
    let problem = Diagnostic.unknownDeclaration(described(current), at: current.span)
    guard let meant = nearest(current, Parser.declarationWords) else {
      if at(.closeBrace) { throw unexpected("a declaration", help: "this brace closes nothing") }
      throw fail(next.kind == .symbol(.equal) ? problem.suggesting("define " + text(current)) : problem)
    }
    report(problem.suggesting(meant.rawValue), isGuess: true)
    advance()
    return meant
  }

  // MARK: Single lines

  // "include" TEXT
  private mutating func include() throws(Failure) -> Syntax.Declaration {
    let isReadable = !current.isSuspect
    let name = try plainText("the name of the file to include")
    if !isReadable { throw Failure() }
    return .include(name)
  }

  private mutating func language() throws(Failure) -> Syntax.Declaration {
    guard let code = languageCode(current) else {
      throw unexpected("a language code of two small letters, such as `fr`, after `language`")
    }
    if current.kind == .badName { report(.badName(text(current), at: current.span)) }
    let name = Syntax.Name(text: code, span: current.span)
    advance()
    return .language(name)
  }

  private mutating func currency() throws(Failure) -> Syntax.Declaration {
    guard current.kind == .currency else {
      let code = text(current).uppercased()
      let help = Currency(code: code) == nil ? nil : "write `\(code)`"
      throw unexpected("a currency of three capitals, such as `USD`, after `currency`", help: help)
    }
    let name = Syntax.Name(text: text(current), span: current.span)
    advance()
    return .currency(name)
  }

  // "horizon" NUMBER "steps" "," DAYS
  private mutating func horizon() throws(Failure) -> Syntax.Declaration {
    let steps = try plainNumber("a number of steps after `horizon`")
    try expect(.steps, after: "the number of steps")
    try expect(.comma, after: "the steps", unless: current.kind == .number)
    return .horizon(steps: steps, days: try expression("a number of days"))
  }

  mutating func plainNumber(_ purpose: Purpose) throws(Failure) -> Syntax.Name {
    guard current.kind == .number else { throw unexpected(purpose) }
    let number = Syntax.Name(text: text(current), span: current.span)
    advance()
    return number
  }

  // "setting" name [texts] "=" expr [source]
  private mutating func setting() throws(Failure) -> Syntax.Declaration {
    let name = try newName("the name of a setting")
    let label = try optionalTexts("the setting's meaning")
    try expect(.equal, after: "the setting's name", unless: current.kind == .number)
    let value = try expression("the value of the setting")
    return .setting(name, label, value, try optionalSource())
  }

  // "fact" name [texts] ":" type ["=" expr]
  private mutating func fact() throws(Failure) -> Syntax.Declaration {
    let name = try newName("the name of a fact")
    let question = try optionalTexts("the question")
    let isWord = current.kind == .name || current.kind == .badName || at(.minus)
    let help = isWord ? "a name is one word, as in `my_name`, and a question stands in double quotes" : nil
    try expect(.colon, after: "the fact's name", unless: beginsType, help: help)
    let type = try factType()
    return .fact(name, question, type, take(.equal) ? try expression("the default of the fact") : nil)
  }

  private var beginsType: Bool { at(.yes) || at(.one) || at(.money) || at(.days) || at(.percent) || at(.number) }

  // type = "yes" "or" "no" | "one" "of" name [texts] { "," name [texts] } | "money" | …
  private mutating func factType() throws(Failure) -> Syntax.FactType {
    if take(.yes) {
      try expect(.or, after: "`yes`")
      try expect(.no, after: "`yes or`")
      return .truth
    }
    layout.marks[index] = at(.one) ? .item : nil
    if take(.one) {
      try expect(.of, after: "`one`")
      var words = [try word()]
      while try takeComma(after: words[words.count - 1].name.text) {
        layout.marks[index] = .item
        words.append(try word())
      }
      return .choice(words)
    }
    if take(.money) { return .money }
    if take(.days) { return .days(take(.falling) ? .falling : take(.rising) ? .rising : .fixed) }
    if take(.percent) { return .percent }
    if take(.number) { return .number }
    throw unexpected("a type: `yes or no`, `one of …`, `money`, `days`, `percent` or `number`")
  }

  private mutating func word() throws(Failure) -> Syntax.Word {
    Syntax.Word(name: try newName("a word of the choice"), label: try optionalTexts("the word's label"))
  }

  /// Takes the comma between two words of a choice, also where it is left out.
  private mutating func takeComma(after last: String) throws(Failure) -> Bool {
    if take(.comma) { return true }
    let isWord = current.kind == .name && text(current) != last && languageCode(current) == nil
    let isFollowed = next.kind == .text || next.kind == .symbol(.comma)
    guard isWord, isFollowed, !isUnindented, nearest(current, Parser.declarationWords) == nil else { return false }
    try expect(.comma, after: "the word before", unless: true)
    return true
  }

  /// Whether the token stands at the very start of its line, as declarations do.
  private var isUnindented: Bool { source.lineStart(of: Int(current.span.lower)) == Int(current.span.lower) }

  // "define" name "=" expr [source]
  private mutating func define() throws(Failure) -> Syntax.Declaration {
    let name = try newName("the name of a definition")
    try expect(.equal, after: "the definition's name", unless: current.kind == .number)
    let value = try expression("the value of the definition")
    return .define(name, value, try optionalSource())
  }

  // "drop" ("rule" TEXT | "action" name)
  private mutating func drop() throws(Failure) -> Syntax.Declaration {
    if take(.rule) { return .dropRule(try plainText("the name of the rule")) }
    if take(.action) { return .dropAction(try name("the name of an action")) }
    throw unexpected("`rule` or `action` after `drop`")
  }
}
