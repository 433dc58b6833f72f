public import RecoupRules

/// One named thing that a rule book declares, taken apart so that it can be held against that of another book.
public struct BookItem: Hashable, Sendable {
  /// What kinds of things there are, in the order in which they are told.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    case book, fact, setting, definition, table, action, rule, example
  }

  /// The parts of things.
  public enum Clause: String, CaseIterable, Hashable, Sendable {
    case currency, language, steps, days
    case type, word, label, motion, `default`, question
    case value, key, row, rows
    case title, chance, scale, recovers, fee, cost, effort, strain, takes
    case atMost = "at_most"
    case final, requirement, reason
    case condition, effect, name
    case given, expectation
    case source, translation
    case ladder
    case ruleOrder = "rule_order"

    /// Whether advice or money can change with it; the order of rules can only round odds otherwise.
    public var decides: Bool {
      switch self {
      case .language, .label, .question, .title, .reason, .name, .given, .expectation, .source, .translation: false
      case .currency, .steps, .days, .type, .word, .motion, .default, .value, .key, .row, .rows, .chance, .scale,
        .recovers, .fee, .cost, .effort, .strain, .takes, .atMost, .final, .requirement, .condition, .effect, .ladder,
        .ruleOrder:
        true
      }
    }
  }

  /// How a part is shown.
  public enum Said: Hashable, Sendable {
    /// As it stands in the file of its book.
    case span(Span)
    /// In these words.
    case text(String)
  }

  /// A part: what it means, in a form that does not depend on layout or on the places of other things, and how it looks.
  public struct Piece: Hashable, Sendable {
    /// Which part.
    public var clause: Clause
    /// What it means: equal keys mean the same in both books.
    public var key: String
    /// How it is shown.
    public var said: Said
  }

  /// What it is.
  public var subject: Subject
  /// Its name in the rules language; a rule's first text.
  public var name: String
  /// Its parts; a clause may come more than once.
  public var pieces: [Piece]
  /// Where the name stands.
  public var span: Span
}
