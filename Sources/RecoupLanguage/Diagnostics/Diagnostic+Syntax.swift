import RecoupQuantities
import RecoupRules

/// The wording of what can be wrong with the text and its grammar.
extension Diagnostic {
  static func notUTF8(at span: Span) -> Diagnostic {
    Diagnostic(
      .notUTF8, "the file is not in UTF-8: from here on there are bytes that are no characters", at: span,
      help: "save the file again with the encoding UTF-8")
  }

  static func notText(at span: Span) -> Diagnostic {
    Diagnostic(
      .notUTF8, "the file is not in UTF-8: it is full of zero bytes, as files in UTF-16 are", at: span,
      help: "save the file again with the encoding UTF-8")
  }

  static func strayCharacters(_ text: String, at span: Span) -> Diagnostic {
    var problem = Diagnostic(.strayCharacters, "\(named(text)) has no meaning here", at: span)
    if let meant = replacement(for: text) {
      problem.help = meant.help
      problem.fix = meant.text.map { Edit(span: span, replacement: $0) }
    }
    return problem
  }

  /// The characters, or the number of one that cannot be seen.
  private static func named(_ text: String) -> String {
    if text.utf8.contains(0) { return "a zero byte" }
    switch text {
    case "\u{A0}", "\u{202F}": return "a no-break space"
    case "\u{200B}", "\u{FEFF}": return "an invisible character"
    default: return "`\(text)`"
    }
  }

  private static func replacement(for text: String) -> (help: String, text: String?)? {
    switch text {
    case "≥", "=>": ("write `>=`", ">=")
    case "≤", "=<": ("write `<=`", "<=")
    case "≠", "<>": ("write `!=`", "!=")
    case "==": ("write `=`", "=")
    case "×": ("write `*`", "*")
    case "÷": ("write `/`", "/")
    case "−", "–", "—": ("write `-`", "-")
    case "&&", "&": ("write `and`", "and")
    case "||", "|": ("write `or`", "or")
    case "!": ("write `not`", "not")
    case "[": ("group with `(` and `)`", "(")
    case "]": ("group with `(` and `)`", ")")
    case ";": ("nothing is needed at the end of a line", "")
    case "//": ("a comment begins with `#`", "#")
    case "\u{A0}", "\u{202F}": ("write an ordinary space", " ")
    case "\u{200B}", "\u{FEFF}": ("take it out", "")
    case "“", "”", "„", "«", "»", "‘", "’", "'": ("a text stands in straight double quotes, `\"`", nil)
    case "$": ("write the currency after the amount, as three capitals: `100 USD`", nil)
    case "€": ("write the currency after the amount, as three capitals: `100 EUR`", nil)
    case "£": ("write the currency after the amount, as three capitals: `100 GBP`", nil)
    case "¥": ("write the currency after the amount, as three capitals: `100 JPY`", nil)
    default: nil
    }
  }

  static func otherQuotes(_ contents: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .strayCharacters, "a text stands in straight double quotes, `\"`", at: span, help: "write `\"\(contents)\"`",
      fix: Edit(span: span, replacement: "\"\(contents)\""))
  }

  static func unclosedText(at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedText, "this text has no closing `\"` on its line", at: span,
      help: "a text stands on one line; a line break in it is written `\\n`")
  }

  static func unopenedText(at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedText, "this `\"` closes a text that was never opened", at: span,
      help: "put a `\"` where the text begins")
  }

  static func badEscape(at span: Span) -> Diagnostic {
    Diagnostic(
      .badEscape, "a backslash in a text stands before `\"`, `\\` or `n` only", at: span,
      help: "write `\\\\` for a backslash")
  }

  static func malformedNumber(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .malformedNumber, "`\(text)` is not a number", at: span,
      help: "a number is digits, with `_` between digits and one point with digits on both sides: `1_200`, `0.25`")
  }

  static func numberRunsIntoWord(_ number: String, _ word: String, at span: Span) -> Diagnostic {
    var problem = Diagnostic(
      .malformedNumber, "a number and a word run together in `\(number)\(word)`", at: span)
    if Keyword.of(word) != nil || Currency(code: word) != nil {
      problem.help = "write `\(number) \(word)`"
      problem.fix = Edit(span: span, replacement: number + " " + word)
    }
    return problem
  }

  static func capitalFactor(_ number: String, at span: Span) -> Diagnostic {
    Diagnostic(.malformedNumber, "a factor is written with a small `x`", at: span).suggesting(number + "x")
  }

  static func badName(_ word: String, at span: Span) -> Diagnostic {
    let lower = word.lowercased()
    var problem = Diagnostic(
      .badName, "`\(word)` is no name: names are small letters, digits and `_`, and begin with a letter", at: span)
    let isName = lower.utf8.allSatisfy { Lexer.isNamePart($0) } && lower.utf8.first != UInt8(ascii: "_")
    if isName {
      problem.help = "write `\(lower)`"
      problem.fix = Edit(span: span, replacement: lower)
    }
    return problem
  }

  static func badDate(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .badDate, "`\(text)` is no day of the calendar", at: span,
      help: "a date is written year-month-day, as in `2026-11-22`")
  }

  static func unexpected(
    _ found: String, expected: String, at span: Span, help: String?, fix: Edit? = nil
  ) -> Diagnostic {
    Diagnostic(.unexpected, "expected \(expected), found \(found)", at: span, help: help, fix: fix)
  }

  static func missingSymbol(_ symbol: String, after what: String, at place: Span) -> Diagnostic {
    Diagnostic(
      .unexpected, "a `\(symbol)` is missing after \(what)", at: place,
      fix: Edit(span: place, replacement: symbol == ":" || symbol == "," ? symbol : " " + symbol))
  }

  static func leftOver(_ found: String, at span: Span, help: String?) -> Diagnostic {
    Diagnostic(.unexpected, "\(found) does not fit here: what stands before it is complete", at: span, help: help)
  }

  static func misspelledWord(_ word: String, at span: Span, meant: String) -> Diagnostic {
    Diagnostic(.unexpected, "expected `\(meant)`, found `\(word)`", at: span).suggesting(meant)
  }

  static func unknownDeclaration(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownDeclaration, "no declaration begins with \(word)", at: span,
      help: "a declaration begins with `fact`, `setting`, `define`, `table`, `action`, `rule`, `example` or the like")
  }

  static func unknownClause(_ word: String, in what: String, known: [String], at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownClause, "\(what) has no clause that begins with \(word)", at: span,
      help: "it may have " + known.map { $0 == "at" ? "`at most`" : "`\($0)`" }.joined(separator: ", "))
  }

  static func unclosedBlock(_ what: String, at open: Span, ended: Span) -> Diagnostic {
    Diagnostic(
      .unclosedBlock, "the `{` of \(what) is never closed", at: open,
      notes: [Note(text: "a `}` is missing before this", span: ended)])
  }

  static func reservedWord(_ word: String, _ purpose: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .reservedWord, "`\(word)` cannot be \(purpose): it is a word of the rules language", at: span,
      help: "choose another, such as `my_\(word)`")
  }

  static func changedRule(at span: Span) -> Diagnostic {
    Diagnostic(
      .unexpected, "expected `action` after `change`, found `rule`", at: span,
      help: "a rule is not changed but replaced: `drop rule \"…\"`, then write it anew")
  }

  static func tooDeep(at span: Span) -> Diagnostic {
    Diagnostic(
      .tooDeep, "this has too many parts, one within another", at: span, help: "give parts of it names with `define`")
  }

  static func tooFar(at span: Span) -> Diagnostic {
    Diagnostic(
      .tooDeep, "this is reached through too many definitions, one in terms of another", at: span,
      help: "say more in one definition")
  }

  static func missingClause(_ clause: String, of what: String, why: String, at span: Span) -> Diagnostic {
    Diagnostic(.missingClause, "\(what) has no `\(clause)`", at: span, help: why)
  }

  static func duplicateClause(_ clause: String, of what: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .duplicateClause, "\(what) has `\(clause)` twice", at: span, notes: [Note(text: "the first is here", span: first)]
    )
  }

  static func duplicateDeclaration(_ word: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .duplicateClause, "`\(word)` is declared twice in this file", at: span,
      notes: [Note(text: "the first is here", span: first)])
  }

  static func duplicateTranslation(_ language: String, at span: Span) -> Diagnostic {
    Diagnostic(.duplicateTranslation, "this text has two translations with the code `\(language)`", at: span)
  }

  static func duplicateOnly(of what: String, at span: Span, first: Span) -> Diagnostic {
    Diagnostic(
      .duplicateOnly, "\(what) says `only` twice", at: span, notes: [Note(text: "the first is here", span: first)],
      help: "name all the actions in one `only`")
  }

  static func missingInclude(_ name: String, reason: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .missingInclude, "cannot include \"\(name)\": \(reason)", at: span,
      help: "a name with `/` or ending in `.rules` is a path, from this file's folder; any other is a shipped file")
  }

  static func circularInclude(_ chain: [String], at span: Span) -> Diagnostic {
    Diagnostic(
      .circularInclude, "this file includes itself: " + chain.joined(separator: " → "), at: span,
      help: "take out one of these includes")
  }
}
