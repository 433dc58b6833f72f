@testable import RecoupLanguage
import RecoupRules

/// What colour a token is to have: the innermost scope of each of its characters, without the language's own name.
///
/// It is told from the tokens of the lexer alone, and knows nothing of the grammar.
struct TokenScope {
  let source: SourceFile
  let tokens: [Token]

  /// Tokens of a kind that editors would see as a mistake are not asked for.
  func of(_ index: Int) -> String {
    let token = tokens[index]
    switch token.kind {
    case .name: return isCode(index) ? code : isDeclared(index) ? "entity.name.function" : "variable.other"
    case .badName: return "invalid.illegal.name"
    case .keyword(let keyword): return of(keyword, index)
    case .currency: return "constant.other.currency"
    case .number: return "constant.numeric"
    case .factor: return "constant.numeric.factor"
    case .text: return "string.quoted.double"
    case .date: return "constant.other.date"
    case .symbol(let symbol): return of(symbol)
    case .end: return ""
    }
  }

  private var code: String { "constant.other.language" }

  private func kind(_ index: Int) -> Token.Kind? { tokens.indices.contains(index) ? tokens[index].kind : nil }

  private func isCode(_ index: Int) -> Bool {
    let text = source.text(tokens[index].span)
    let isShort = text.utf8.count == 2 && text.allSatisfy { $0.isLetter }
    let isTranslation = kind(index - 1) == .text && kind(index + 1) == .text
    return isShort && (isTranslation || kind(index - 1) == .keyword(.language))
  }

  private func isDeclared(_ index: Int) -> Bool {
    switch kind(index - 1) {
    case .keyword(.setting), .keyword(.fact), .keyword(.define), .keyword(.table): true
    case .keyword(.action): kind(index - 2) != .keyword(.change) && kind(index - 2) != .keyword(.drop)
    default: false
    }
  }

  private func of(_ keyword: Keyword, _ index: Int) -> String {
    if isCode(index) { return code }
    switch keyword {
    case .language, .currency, .include, .horizon, .setting, .fact, .define, .table, .action, .change, .rule, .drop,
      .example:
      return "keyword.declaration"
    case .times, .daysAgo: return kind(index - 1) == .symbol(.dot) ? "variable.other.member" : "keyword.other.clause"
    case .steps, .by, .gentler, .firmer, .than, .up, .to, .beyond, .otherwise, .title, .chance, .scaled, .recovers,
      .fee,
      .recovered, .minimum, .maximum, .cost, .effort, .hours, .strain, .takes, .at, .most, .final, .requires, .because,
      .source, .as, .expect:
      return "keyword.other.clause"
    case .likelier, .less, .likely, .never, .only, .wait: return "keyword.other.effect"
    case .if, .when, .then, .else: return "keyword.control"
    case .of:
      return kind(index - 1) == .keyword(.as) && kind(index + 1) == .date
        ? "keyword.other.clause" : "keyword.operator.wordlike"
    case .and, .or, .not, .is, .between, .one: return "keyword.operator.wordlike"
    case .yes, .no, .known, .unknown, .nothing: return "constant.language"
    case .money, .percent, .number, .falling, .rising: return "storage.type"
    case .days: return kind(index - 1) == .number ? "keyword.other.unit" : "storage.type"
    case .day, .week, .weeks: return "keyword.other.unit"
    case .min, .max, .floor, .ceil, .interest: return "support.function"
    }
  }

  private func of(_ symbol: Token.Symbol) -> String {
    switch symbol {
    case .openBrace, .closeBrace: "punctuation.section.block"
    case .open, .close: "punctuation.section.group"
    case .comma, .colon: "punctuation.separator"
    case .dot: "punctuation.accessor"
    case .equal, .notEqual, .lessThan, .lessOrEqual, .greater, .greaterOrEqual: "keyword.operator.comparison"
    case .plus, .minus, .star, .divide: "keyword.operator.arithmetic"
    case .percentSign: "keyword.other.unit"
    }
  }
}
