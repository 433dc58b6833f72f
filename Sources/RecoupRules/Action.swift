/// A step that can be taken to get an invoice paid.
public struct Action: Hashable, Sendable {
  /// How likely the client pays because of the step.
  public struct Chance: Hashable, Sendable {
    /// The chance, or the low end of its range: a percentage.
    public var low: Expression
    /// The high end, if a range is given.
    public var high: Expression?
    /// What both ends are multiplied by first: a percentage.
    public var scale: Expression?

    /// Makes a chance.
    public init(_ low: Expression, to high: Expression? = nil, scaledBy scale: Expression? = nil) {
      self.low = low
      self.high = high
      self.scale = scale
    }
  }

  /// What somebody else keeps of what is recovered.
  public struct Fee: Hashable, Sendable {
    /// The share: a percentage.
    public var rate: Expression
    /// The least, in money.
    public var minimum: Expression?
    /// The most, in money; it wins over the least.
    public var maximum: Expression?

    /// Makes a fee.
    public init(_ rate: Expression, minimum: Expression? = nil, maximum: Expression? = nil) {
      self.rate = rate
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// A condition that must be yes for the action to be open.
  public struct Requirement: Hashable, Sendable {
    /// The condition.
    public var condition: Expression
    /// Why, if given.
    public var reason: LocalizedText?
    /// Where the condition comes from.
    public var source: Source?
    /// Where it stands.
    public var span: Span

    /// Makes a requirement.
    public init(
      _ condition: Expression, because reason: LocalizedText? = nil, source: Source? = nil, span: Span = .none
    ) {
      self.condition = condition
      self.reason = reason
      self.source = source
      self.span = span
    }
  }

  /// The name in the rules language.
  public var name: String
  /// What a person reads.
  public var title: LocalizedText
  /// How likely the client pays because of the step, within its `takes`.
  public var chance: Chance
  /// What part of the claim comes in on success: a percentage; all of it if absent.
  public var recovers: Expression?
  /// What somebody else keeps of that.
  public var fee: Fee?
  /// What it costs, in money, whether it works or not.
  public var cost: Expression?
  /// The user's own hours: a number.
  public var effort: Expression?
  /// What part of the goodwill it uses up: a percentage.
  public var strain: Expression?
  /// How long until its effect is known: days.
  public var takes: Expression?
  /// How often it may be done.
  public var atMost: Int64
  /// Whether no step can follow.
  public var isFinal: Bool
  /// The conditions that must all be yes.
  public var requirements: [Requirement]
  /// Where the figures come from.
  public var source: Source?
  /// Where the name is declared.
  public var span: Span

  /// Makes an action.
  public init(
    _ name: String, title: LocalizedText, chance: Chance, recovers: Expression? = nil, fee: Fee? = nil,
    cost: Expression? = nil, effort: Expression? = nil, strain: Expression? = nil, takes: Expression? = nil,
    atMost: Int64 = 1, isFinal: Bool = false, requirements: [Requirement] = [], source: Source? = nil,
    span: Span = .none
  ) {
    self.name = name
    self.title = title
    self.chance = chance
    self.recovers = recovers
    self.fee = fee
    self.cost = cost
    self.effort = effort
    self.strain = strain
    self.takes = takes
    self.atMost = atMost
    self.isFinal = isFinal
    self.requirements = requirements
    self.source = source
    self.span = span
  }
}
