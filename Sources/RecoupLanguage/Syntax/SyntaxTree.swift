import RecoupRules

extension Span {
  /// The place right after what it covers.
  var end: Span { Span(file: Int(file), lower: Int(upper), upper: Int(upper)) }
}

/// What a rules file says, before any name is looked up.
enum Syntax {
  /// A name and where it stands.
  struct Name: Hashable, Sendable {
    var text: String
    var span: Span
  }

  /// A text with its translations, and where the first text stands.
  struct Texts: Hashable, Sendable {
    var original: String
    var translations: [LocalizedText.Translation]
    var span: Span
  }

  struct Source: Hashable, Sendable {
    var text: String
    /// The date as written.
    var asOf: String?
    var span: Span
  }

  struct Expression: Hashable, Sendable {
    var kind: Kind
    var span: Span
    /// How deep it is nested, itself included.
    var depth: Int
  }

  indirect enum Kind: Hashable, Sendable {
    case number(digits: String, Unit)
    case truth(Bool)
    case name(String)
    case times(Name)
    case daysAgo(Name)
    case unary(RecoupRules.Expression.Unary, Expression)
    case binary(RecoupRules.Expression.Binary, Expression, Expression)
    case between(Expression, low: Expression, high: Expression)
    case isWords(Expression, [Name], negated: Bool)
    case isTruth(Expression, Bool)
    case isKnown(Expression, Bool)
    case conditional(Expression, then: Expression, otherwise: Expression)
    case call(Name, [Expression])
  }

  enum Unit: Hashable, Sendable {
    case none
    case percent
    /// A three-letter code.
    case currency(Name)
    /// How many days one of the unit is: 1 or 7.
    case days(Int64)
  }

  /// A type as written.
  enum FactType: Hashable, Sendable {
    case truth
    case choice([Word])
    case money, percent, number
    case days(Fact.Motion)
  }

  struct Word: Hashable, Sendable {
    var name: Name
    var label: Texts?
  }

  struct Row: Hashable, Sendable {
    enum Match: Hashable, Sendable {
      case upTo(Expression)
      case words([Name])
      case otherwise
    }
    var match: Match
    var value: Expression
    var span: Span
  }

  struct Clause: Hashable, Sendable {
    indirect enum Kind: Hashable, Sendable {
      case title(Texts)
      case chance(Expression, to: Expression?, scale: Expression?)
      case recovers(Expression)
      case fee(Expression, minimum: Expression?, maximum: Expression?)
      case cost(Expression)
      case effort(Expression)
      case strain(Expression)
      case takes(Expression)
      case atMost(Name)
      case final
      case requires(Expression, Texts?, Source?)
      case source(Source)

      /// The word that begins the clause.
      var word: String {
        switch self {
        case .title: "title"
        case .chance: "chance"
        case .recovers: "recovers"
        case .fee: "fee"
        case .cost: "cost"
        case .effort: "effort"
        case .strain: "strain"
        case .takes: "takes"
        case .atMost: "at most"
        case .final: "final"
        case .requires: "requires"
        case .source: "source"
        }
      }
    }
    var kind: Kind
    /// Where the word that begins the clause stands.
    var start: Span
    var span: Span
  }

  enum Effect: Hashable, Sendable {
    case factor(action: Name, factor: Name, likelier: Bool)
    case never([Name])
    case only([Name])
    case wait
  }

  struct RuleClause: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case when(Expression)
      case then(Effect)
      case because(Texts)
      case source(Source)
    }
    var kind: Kind
    /// Where the word that begins the clause stands.
    var start: Span
    var span: Span
  }

  struct Given: Hashable, Sendable {
    enum Subject: Hashable, Sendable {
      case name(Name)
      case times(Name)
      case daysAgo(Name)
    }
    var subject: Subject
    var value: Expression
    var span: Span
  }

  struct Expectation: Hashable, Sendable {
    enum Outcome: Hashable, Sendable {
      case action(Name)
      case wait
      case nothing
    }
    var outcome: Outcome
    var isNegated: Bool
    var span: Span
  }

  struct Placement: Hashable, Sendable {
    var isFirmer: Bool
    var than: Name
  }

  indirect enum Declaration: Hashable, Sendable {
    case language(Name)
    case currency(Name)
    case include(Name)
    case horizon(steps: Name, days: Expression)
    case setting(Name, Texts?, Expression, Source?)
    case fact(Name, Texts?, FactType, Expression?)
    case define(Name, Expression, Source?)
    case table(Name, by: Name, [Row], Source?)
    case action(Name, Placement?, [Clause], isComplete: Bool)
    case change(Name, [Clause], isComplete: Bool)
    case rule(Texts, [RuleClause], isComplete: Bool)
    case dropRule(Name)
    case dropAction(Name)
    case example(Name, [Given], [Expectation], isComplete: Bool)
  }

  /// A whole file.
  struct File: Sendable {
    var declarations: [Declaration] = []
    /// Names that could not be declared since they are reserved words or stand in what could not be read.
    var brokenNames: Set<String> = []
    /// Whether a declaration has no name that could be read.
    var lacksName = false
    /// Whether the file declares a currency that could not be read.
    var lacksCurrency = false
    /// Whether the file includes one whose name could not be read.
    var lacksInclude = false
    /// Stretches from an error to where reading went on; what the lexer found there may come of the same mistake.
    var unread: [Span] = []
  }
}
