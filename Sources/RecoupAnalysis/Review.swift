import RecoupEngine
public import RecoupQuantities
public import RecoupRules

/// All that was found out about the meaning of a rule book.
public struct Review: Sendable {
  /// What the author should know, in the order of its places; what is the cause of something else stands for it.
  public internal(set) var findings: [Finding] = []
  /// How many statements about the book were proved for all cases.
  public internal(set) var proved = 0
  /// How many were shown by a case.
  public internal(set) var shown = 0
  /// How many could be neither within the budget; each is among the findings.
  public internal(set) var undecided = 0
}

/// Finds out what a rule book means: what can never be, what always is, where nothing is left to do.
///
/// Every statement is proved for all cases, or shown by a case that the engine decided, or said to be undecided.
public struct Reviewer {
  /// What is asked of a review besides the book.
  public struct Options: Sendable {
    /// The day on which it is made, from which the age of sources is counted; nil leaves that out.
    public var today: CivilDate?
    /// From how many days on a source is stale.
    public var staleAfter: Int64
    /// How many sets of cases a question may take before it is left undecided.
    public var budget: Int
    /// How many all questions may take together; a case that is decided counts as twenty.
    public var total: Int

    /// Makes options; a source is stale after a year.
    ///
    /// The shipped rules take up to 15,000 for a question and 20,000 in all.
    public init(today: CivilDate? = nil, staleAfter: Int64 = 365, budget: Int = 20_000, total: Int = 60_000) {
      self.today = today
      self.staleAfter = staleAfter
      self.budget = budget
      self.total = total
    }
  }

  let book: RuleBook
  let options: Options
  let premises: Premises
  let words: CaseWords
  var review = Review()
  /// How many sets of cases may still be looked at.
  var left: Int
  /// Why the last question that was left undecided was.
  private(set) var obstacle = Obstacle.indivisible
  /// The rules whose waiting nothing ends.
  var endlessWaits: [Int] = []
  /// The book in which those do not say to wait, and what is asked about it: what they close is told with them.
  var freed: (book: RuleBook, premises: Premises)
  /// The requirements that never hold, by action and place, and the rules that never fire.
  var deadRequirements: Set<[Int]> = []
  var deadRules: Set<Int> = []

  /// What keeps a question from being answered.
  enum Obstacle {
    /// It took as many sets of cases as one may.
    case question(budget: Int)
    /// All questions together took as many as they may.
    case total(Int)
    /// A set of cases of which it is open could not be cut.
    case indivisible
  }

  private init(_ book: RuleBook, _ options: Options) {
    self.book = book
    self.options = options
    premises = Premises(book)
    words = CaseWords(book)
    left = options.total
    freed = (book, premises)
  }

  /// Makes a review of a rule book.
  public static func review(_ book: RuleBook, _ options: Options = Options()) -> Review {
    var reviewer = Reviewer(book, options)
    reviewer.checkConditions()
    reviewer.checkWaits()
    reviewer.checkGaps()
    reviewer.checkActions()
    reviewer.checkRules()
    reviewer.checkTables()
    reviewer.checkValues()
    reviewer.checkExamples()
    reviewer.checkUse()
    reviewer.checkSources()
    reviewer.checkTranslations()
    reviewer.review.tellMeantNames(in: book)
    reviewer.review.findings.sort {
      ($0.span.file, $0.span.lower, $0.kind.rawValue) < ($1.span.file, $1.span.lower, $1.kind.rawValue)
    }
    return reviewer.review
  }

  /// Looks for a case, and counts what came of it.
  mutating func find(_ proposition: Proposition, in space: CaseSpace? = nil) -> CaseSpace.Outcome {
    let outcome = search(proposition, in: space ?? premises.space, budget: options.budget)
    switch outcome {
    case .found: review.shown += 1
    case .none: review.proved += 1
    case .undecided: review.undecided += 1
    }
    return outcome
  }

  /// Looks for a case, within what is left of the budget, for something that is not told by itself.
  mutating func search(_ proposition: Proposition, in space: CaseSpace, budget: Int) -> CaseSpace.Outcome {
    let granted = max(0, min(budget, left))
    var rest = granted
    let outcome = space.find(proposition, within: &rest)
    left -= granted - rest
    if outcome == .undecided {
      obstacle = left <= 0 ? .total(options.total) : rest <= 0 ? .question(budget: budget) : .indivisible
    }
    return outcome
  }

  mutating func report(_ finding: Finding) { review.findings.append(finding) }
}
