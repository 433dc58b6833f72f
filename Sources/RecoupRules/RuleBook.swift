public import RecoupQuantities

/// A checked rules file with all that it includes: what the engine decides by.
///
/// Every index in it is valid, every expression is typed, no definition goes in a circle, and `facts` begins with
/// `Fact.builtins`. The language's checker makes only such books; whoever builds one in code vouches for the same.
public struct RuleBook: Hashable, Sendable {
  /// The facts that every book begins with.
  public enum Builtin {
    /// What is still owed: money.
    public static let amount = 0
    /// Days since the due date, negative before it.
    public static let daysOverdue = 1
    /// Days until the day that the client promised; unknown without a promise.
    public static let promisedIn = 2
    /// Whether the last step still runs.
    public static let pending = 3
  }

  /// The four values that the weighing reads, where the book gives them a meaning.
  public struct Weighing: Hashable, Sendable {
    /// What is asked for: money; `amount` if absent.
    public var claim: Expression?
    /// What the relationship is still worth: money; 0 if absent.
    public var goodwill: Expression?
    /// What an hour of the user's time is worth: money; 0 if absent.
    public var hour: Expression?
    /// What waiting a year for money costs: a percentage; 0 if absent.
    public var costOfMoney: Expression?

    /// Makes the set; each is a reference to a fact, a setting or a definition.
    public init(
      claim: Expression? = nil, goodwill: Expression? = nil, hour: Expression? = nil, costOfMoney: Expression? = nil
    ) {
      self.claim = claim
      self.goodwill = goodwill
      self.hour = hour
      self.costOfMoney = costOfMoney
    }
  }

  /// How far a plan may reach.
  public struct Horizon: Hashable, Sendable {
    /// The most steps of a plan, from 1.
    public var steps: Int
    /// The last day on which a step may be taken; today is 0.
    public var days: Int64

    /// Makes a horizon; without a word it is 6 steps and 365 days.
    public init(steps: Int = 6, days: Int64 = 365) {
      self.steps = steps
      self.days = days
    }
  }

  /// The currency of every amount.
  public var currency: Currency
  /// The language of the outermost file, the default of output.
  public var language: String
  /// How far a plan may reach.
  public var horizon: Horizon
  /// The facts, in the order of their declaration, after the four that are always there.
  public var facts: [Fact]
  /// The settings, in the order of their declaration.
  public var settings: [Setting]
  /// The definitions.
  public var definitions: [Definition]
  /// The tables.
  public var tables: [Table]
  /// The actions from the gentlest to the firmest.
  public var actions: [Action]
  /// The rules in file order, includes first.
  public var rules: [Rule]
  /// The examples of the outermost file; those of its includes are tried where they stand.
  public var examples: [Example]
  /// What the weighing reads.
  public var weighing: Weighing

  /// Makes a rule book from checked parts.
  public init(
    currency: Currency, language: String = "en", horizon: Horizon = Horizon(), facts: [Fact] = Fact.builtins,
    settings: [Setting] = [], definitions: [Definition] = [], tables: [Table] = [], actions: [Action] = [],
    rules: [Rule] = [], examples: [Example] = [], weighing: Weighing = Weighing()
  ) {
    self.currency = currency
    self.language = language
    self.horizon = horizon
    self.facts = facts
    self.settings = settings
    self.definitions = definitions
    self.tables = tables
    self.actions = actions
    self.rules = rules
    self.examples = examples
    self.weighing = weighing
  }

  /// The index of the fact called `name`.
  public func fact(named name: String) -> Int? { facts.firstIndex { $0.name == name } }

  /// The index of the setting called `name`.
  public func setting(named name: String) -> Int? { settings.firstIndex { $0.name == name } }

  /// The index of the action called `name`, in ladder order.
  public func action(named name: String) -> Int? { actions.firstIndex { $0.name == name } }
}
