/// The reserved words: those of the grammar and of its units.
enum Keyword: String, CaseIterable, Hashable, Sendable {
  case language, currency, include, horizon, setting, fact, define, table, action, change, rule, drop, example
  case steps, by, gentler, firmer, than
  case yes, or, no, one, of, money, days, falling, rising, percent, number
  case up, to, beyond, otherwise
  case title, chance, scaled, recovers, fee, recovered, minimum, maximum, cost, effort, hours, strain, takes
  case at, most, times, final, requires, because
  case when, then, source, `as`
  case likelier, less, likely, never, only, wait
  case daysAgo = "days_ago"
  case expect, not, nothing
  case `if`, `else`, and, between, `is`, known, unknown
  case min, max, floor, ceil, interest
  case day, week, weeks

  /// The keyword that a word is, if it is one.
  static func of(_ word: String) -> Keyword? { all[word] }

  private static let all: [String: Keyword] = {
    var table: [String: Keyword] = [:]
    for keyword in Keyword.allCases { table[keyword.rawValue] = keyword }
    return table
  }()

  /// The words that begin a declaration; none of them begins anything else.
  var beginsDeclaration: Bool {
    switch self {
    case .language, .currency, .include, .horizon, .setting, .fact, .define, .table, .action, .change, .rule, .drop,
      .example:
      true
    default: false
    }
  }
}
