import RecoupQuantities
import RecoupRules

/// How one mistake gives one error, in four parts.
///
/// - An error ends the entry that it stands in, and reading goes on where a line begins with an entry's word.
/// - Right after an error, or after what the lexer could not read, nothing is reported until a line begins as it should;
///   nor is a second error in an entry where the first was passed over by a guess.
/// - A word near a keyword that was looked for there, or just before, is reported as misspelled and taken for it, and the
///   entry is read again.
/// - The names in what was skipped may have been declared there, and the checker does not miss them.
extension Parser {
  /// Reports `problem`, unless it is likely the consequence of one that was reported. Returns whether it did.
  @discardableResult
  mutating func report(_ problem: Diagnostic, isGuess: Bool = false) -> Bool {
    if index <= recovery.reported || (recovery.isInDoubt && !isGuess) { return false }
    let from = max(recovery.anchor, index - Recovery.quiet)
    if recovery.failed >= from { return false }
    if tokens[from...index].contains(where: { $0.isSuspect }) { return false }
    problems.append(problem)
    recovery.reported = index
    recovery.isInDoubt = isGuess
    return true
  }

  /// Reports a problem at which reading fails.
  mutating func fail(_ problem: Diagnostic) -> Failure {
    if report(problem) {
      tree.unread.append(current.span)
      recovery.isSkipping = true
    }
    recovery.failed = index
    return Failure()
  }

  /// Reports that `expected` should stand here, or that a keyword is misspelled. What is missing at the end of a line is
  /// missed there, and the next line may have a mistake of its own.
  mutating func unexpected(_ expected: String, help: String? = nil, fix: Diagnostic.Edit? = nil) -> Failure {
    if let failure = mend() { return failure }
    if !current.beginsLine || index <= recovery.start {
      let isNeedless = index == recovery.start + 1 && (at(.colon) || at(.equal))
      let help = help ?? (isNeedless ? "no `\(text(current))` is needed here" : nil)
      return fail(.unexpected(described(current), expected: expected, at: current.span, help: help, fix: fix))
    }
    let failure = fail(.unexpected("the end of the line", expected: expected, at: lastSpan.end, help: nil))
    recovery.reported = min(recovery.reported, index - 1)
    recovery.failed = index - 1
    return failure
  }

  /// Takes a word here or just before for the keyword that it is likely meant to be.
  mutating func mend() -> Failure? {
    for place in [index, index - 1] where place >= 0 {
      let words = recovery.tried(at: place)
      guard place == index || tokens[place].kind == .name || tokens[place].kind == .badName,
        let meant = nearest(tokens[place], words),
        report(.misspelledWord(text(tokens[place]), at: tokens[place].span, meant: meant.rawValue), isGuess: true)
      else { continue }
      tokens[place].kind = .keyword(meant)
      recovery.isMended = true
      return Failure()
    }
    return nil
  }

  /// The keyword among these that a word is likely meant to be.
  func nearest(_ token: Token, _ keywords: [Keyword]) -> Keyword? {
    switch token.kind {
    case .name, .badName, .currency: break
    case .keyword(let keyword): if token.beginsLine || keyword.rawValue != text(token) { return nil }
    case .number, .factor, .text, .date, .symbol, .end: return nil
    }
    let word = text(token).lowercased()
    // Every word of two letters is one slip away from `of`, `or`, `is` or `as`.
    let names = keywords.map { $0.rawValue }.filter { word.utf8.count > 2 || $0.utf8.count > 2 || $0 == word }
    return Keyword.of(names.contains(word) ? word : NearestName.of(word, among: names) ?? "")
  }

  func described(_ token: Token) -> String {
    switch token.kind {
    case .end: "the end of the file"
    case .text: "a text"
    default: "`\(text(token))`"
    }
  }

  // MARK: The ends of entries

  /// Notes that an entry begins at the current token, after the one before could be read or not.
  mutating func beginEntry(properly: Bool, afterFailure: Bool) {
    if properly, current.beginsLine { recovery.anchor = index }
    if properly || !afterFailure { recovery.isInDoubt = false }
  }

  /// Reads an entry, again from its start whenever a word in it was mended.
  mutating func mending<Entry>(_ read: (inout Parser) throws(Failure) -> Entry) throws(Failure) -> Entry {
    let start = index
    while true {
      recovery.start = start
      do throws(Failure) {
        return try read(&self)
      } catch {
        if !recovery.isMended { throw error }
        recovery.isMended = false
        index = start
      }
    }
  }

  /// Refuses what stands on the same line behind an entry that is complete.
  ///
  /// - Parameter words: The words that begin the next entry, also where they are misspelled.
  mutating func endEntry(canFollow: Bool, words: [Keyword] = []) throws(Failure) {
    if canFollow || atDeclaration { return }
    if let failure = mend() { throw failure }
    if nearest(current, words) != nil { return }
    if current.beginsLine { return }
    var problem = Diagnostic.leftOver(described(current), at: current.span, help: leftOverHelp())
    if let (help, fix) = leftOverFix() {
      problem.help = help
      problem.fix = fix
    }
    throw fail(problem)
  }

  /// What is to be written of a number and what stands behind it, where that can be told.
  private func leftOverFix() -> (help: String, fix: Diagnostic.Edit)? {
    guard index > 0, tokens[index - 1].kind == .number else { return nil }
    switch current.kind {
    case .symbol(.comma):
      return thousands().map { written, span in
        ("thousands are set off by `_`: write `\(written)`", Diagnostic.Edit(span: span, replacement: written))
      }
    case .keyword(.percent):
      let span = tokens[index - 1].span.end.joined(with: current.span)
      return ("write `%` for percent", Diagnostic.Edit(span: span, replacement: "%"))
    case .name, .badName:
      let code = text(current).uppercased()
      let fix = { Diagnostic.Edit(span: current.span, replacement: $0) }
      if Currency(code: code) != nil { return ("a currency is written in capitals: `\(code)`", fix(code)) }
      guard text(current) == code, let nearest = NearestName.of(code, among: Currency.codes) else { return nil }
      return ("a currency has three capitals: did you mean `\(nearest)`?", fix(nearest))
    case .keyword, .currency, .number, .factor, .text, .date, .symbol, .end: return nil
    }
  }

  /// A number whose thousands are set off by commas, as in `1,234,500.50`: at most three digits, and then groups of three.
  private func thousands() -> (written: String, span: Span)? {
    var span = tokens[index - 1].span
    var groups = [text(tokens[index - 1])]
    guard (1...3).contains(groups[0].utf8.count) else { return nil }
    var place = index
    while place + 1 < tokens.count, tokens[place].kind == .symbol(.comma), tokens[place].span.lower == span.upper,
      tokens[place + 1].kind == .number, tokens[place + 1].span.lower == tokens[place].span.upper
    {
      groups.append(text(tokens[place + 1]))
      span = span.joined(with: tokens[place + 1].span)
      place += 2
    }
    guard groups.count > 1, groups.dropLast().allSatisfy({ $0.utf8.allSatisfy(Lexer.isDigit) }),
      groups.dropFirst().dropLast().allSatisfy({ $0.utf8.count == 3 }),
      groups[groups.count - 1].utf8.prefix(while: Lexer.isDigit).count == 3,
      !groups[groups.count - 1].utf8.contains(UInt8(ascii: "_"))
    else { return nil }
    return (groups.joined(separator: "_"), span)
  }

  private func leftOverHelp() -> String? {
    let last = tokens[max(0, index - 1)].kind
    switch (last, current.kind) {
    case (.text, .text): return "a translation follows its language code: `fr \"…\"`"
    case (.text, .name) where next.kind != .text && languageCode(current) != nil:
      return "after a language code comes the translation in double quotes"
    case (_, .text): return recovery.tried(at: index).contains(.because) ? "a reason follows `because`" : nil
    case (.number, .name), (.number, .badName):
      return "after a number may stand `%`, `days`, `weeks` or a currency such as `USD`"
    case (.number, .symbol(.comma)) where next.kind == .number:
      return "thousands are set off by `_` and decimals by a point: `1_200.50`"
    case (_, .symbol(.comma)): return "a comma stands only between the names or values of a list"
    case (.name, .keyword(.and)), (.name, .keyword(.or)): return "the names of a list have commas between them"
    case (.name, .name), (.name, .number), (.symbol(.percentSign), .name), (.currency, .name), (.number, .number):
      return "is an operator, a comma or a word missing before it?"
    default: return nil
    }
  }

  /// Goes on to the next declaration. The names in what could not be read may have been declared there.
  mutating func skipToDeclaration(from start: Int) {
    if index == start { advance() }
    var braces = 0
    while !atDeclaration {
      if at(.openBrace) { braces += 1 }
      if at(.closeBrace) { braces -= 1 }
      if braces <= 0, current.beginsLine, next.kind == .name || next.kind == .text,
        nearest(current, Parser.declarationWords) != nil
      {
        break
      }
      advance()
    }
    for token in tokens[start..<index] {
      if token.kind == .name { tree.brokenNames.insert(text(token)) }
      if token.kind == .currency || token.kind == .keyword(.currency) { tree.lacksCurrency = true }
    }
    closeUnread()
    switch tokens[start].kind {
    case .keyword(.include): tree.lacksInclude = true
    case .keyword(.setting), .keyword(.fact), .keyword(.define), .keyword(.table), .keyword(.action):
      if start + 1 >= index || tokens[start + 1].kind != .name { tree.lacksName = true }
    default: break
    }
  }

  /// Ends the stretch that is skipped.
  mutating func closeUnread() {
    guard recovery.isSkipping, let last = tree.unread.popLast() else { return }
    tree.unread.append(Span(file: Int(last.file), lower: Int(last.lower), upper: Int(current.span.lower)))
    recovery.isSkipping = false
  }
}
