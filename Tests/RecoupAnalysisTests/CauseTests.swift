import RecoupAnalysis
import RecoupEngine
import RecoupLanguage
import RecoupRules
import Testing

/// What a check says of rules that stand in a file of one's own beside those that it includes.
@Suite struct CauseTests {
  /// What all files of the rows include.
  static let included = """
    currency USD
    fact consumer: yes or no = no
    fact reason: one of silent, forgot, insolvent
    action remind { title "Remind" chance 40% at most 50 times requires days_overdue >= 0 days }
    action sue { title "Sue" chance 30% at most 50 times requires days_overdue >= 0 days }
    action write_off {
      title "Give up" chance 0% cost 0 USD final
      requires reason is insolvent or days_overdue >= 700 days
    }
    rule "Do not begin" { when days_overdue < 0 days then wait because "It is not due" }
    rule "Bankrupt" { when reason is insolvent then remind 2x less likely because "There is little" }
    """

  struct Row: CustomTestStringConvertible {
    var name: String
    var rules: String
    /// Kind, line and message of each finding but advice.
    var said: [String]
    var undecided = 0
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "a hole with an exception is one finding at the rule",
      rules: """
        rule "Leave them" {
          when consumer and days_overdue between 61 days and 89 days
          then only write_off
          because "x"
        }
        """,
      said: [
        "hole 2: nothing but `write_off` is ever open when days_overdue is between 61 days and 89 days and consumer is yes, "
          + "though nothing was tried yet and something was open before, because of your rule “Leave them”"
      ]),
    Row(
      name: "a requirement of one's own makes a hole",
      rules: """
        change action remind { requires days_overdue < 30 days because "x" }
        change action sue { requires days_overdue < 30 days or days_overdue > 40 days because "x" }
        """,
      said: [
        "hole 2: nothing but `write_off` is ever open when days_overdue is between 30 days and 40 days, though nothing was "
          + "tried yet and something was open before, because of your requirement of `remind`"
      ]),
    Row(
      name: "two rules, each with its own hole",
      rules: """
        rule "First" { when days_overdue between 10 days and 12 days then never remind, sue because "x" }
        rule "Second" { when days_overdue between 20 days and 22 days then never remind, sue because "x" }
        """,
      said: [
        "hole 2: nothing but `write_off` is ever open when days_overdue is between 10 days and 12 days, though nothing was "
          + "tried yet and something was open before, because of your rule “First”",
        "hole 3: nothing but `write_off` is ever open when days_overdue is between 20 days and 22 days, though nothing was "
          + "tried yet and something was open before, because of your rule “Second”",
      ]),
    Row(
      name: "a rule that closes all for good",
      rules: "rule \"Never\" { when consumer then never remind, sue, write_off because \"x\" }",
      said: ["gap 2: nothing is open, and nothing will be, when consumer is yes, because of your rule “Never”"]),
    Row(
      name: "an action that one's own requirement keeps closed",
      rules: "change action sue { requires days_overdue < 0 days because \"x\" }",
      said: ["never-open 2: `sue` is never open: in every case one of these closes it"]),
    Row(
      name: "waiting for ever is told once",
      rules: "rule \"Asleep\" { when amount > 5 USD then wait because \"x\" }",
      said: [
        "gap 2: your rule “Asleep” says to wait when amount is at least 5.01 USD, and its waiting never ends within the 365 "
          + "days of a plan"
      ]),
    Row(
      name: "waiting that ends too late is told once",
      rules: """
        rule "Season" { when days_overdue between 20 days and 900 days and consumer then wait because "x" }
        """,
      said: [
        "gap 2: your rule “Season” says to wait when days_overdue is between 20 days and 535 days and consumer is yes, and "
          + "its waiting never ends within the 365 days of a plan"
      ]),
    Row(
      name: "waiting for somebody's answer is none",
      rules: "rule \"Asked\" { when reason is forgot then wait because \"x\" }", said: []),
    Row(
      name: "waiting that ends is none",
      rules: "rule \"Month\" { when days_overdue < 30 days then wait because \"x\" }", said: []),
    Row(
      name: "waiting that an example expects is none",
      rules: """
        rule "Asleep" { when amount > 5 USD then wait because "x" }
        example "It is meant" { amount = 10 USD days_overdue = 5 days expect wait }
        """, said: []),
    Row(
      name: "a table that lacks rows decides what it has",
      rules: """
        table v by reason { forgot: 10% }
        rule "Read" { when v > 5% then remind 2x likelier because "x" }
        """,
      said: ["table-gap 2: the table `v` has no row for some keys: its value is unknown there"]),
    Row(
      name: "a table that lacks rows never has what it lacks",
      rules: """
        table v by days_overdue { up to 10 days: 10% }
        rule "Read" { when v > 15% then remind 2x likelier because "x" }
        """,
      said: [
        "table-gap 2: the table `v` has no row for some keys: its value is unknown there",
        "never-holds 3: the rule “Read” never fires: its `when` never holds",
      ]),
  ]

  private static func load(_ own: String) throws -> (book: RuleBook, file: SourceFile) {
    let file = SourceFile(name: "own.rules", text: "include \"base.rules\"\n" + own + "\n")
    let loaded = RulesLoader.load(file) { name, _ in
      .found(SourceFile(name: name, text: included))
    }
    return (try #require(loaded.book, "\(loaded.problems.map { $0.message })"), file)
  }

  @Test(arguments: rows) func theCauseIsToldOnceAndInItsPlace(_ row: Row) throws {
    let (book, file) = try Self.load(row.rules)
    let review = Reviewer.review(book)
    let own = review.findings.filter { $0.span.file == 0 && $0.weight == .finding }
    #expect(
      own.map { "\($0.kind.rawValue) \(file.position(of: Int($0.span.lower)).line): \($0.message)" } == row.said)
    let others = review.findings.filter { $0.span.file != 0 && $0.weight == .finding }
    #expect(others.map { $0.message } == [])
    #expect(review.undecided == row.undecided)
  }

  /// What is told of a case is so of it, as the engine decides.
  @Test(arguments: rows) func everyWitnessReplays(_ row: Row) throws {
    let book = try Self.load(row.rules).book
    let advisor = Advisor(book)
    for finding in Reviewer.review(book).findings where [.gap, .hole].contains(finding.kind) {
      let decision = try advisor.decide(try #require(finding.witness))
      #expect([.wait, .nothing].contains(decision.recommendation), "\(finding.message)")
    }
  }

  /// The edge of what is looked at is no condition of a fact.
  @Test func theEdgeOfTheSpaceIsNotTold() throws {
    let book = try Self.load(
      "rule \"Off\" { when days_overdue <= 400 days then never remind, sue, write_off because \"x\" }"
    ).book
    let told = Reviewer.review(book).findings.filter { $0.kind == .gap }.map { $0.message }
    #expect(
      told == [
        "nothing is open, and nothing will be, when days_overdue is at most 35 days, because of your rule “Off”"
      ])
  }

  /// A small budget is kept, and what is left undecided says what was used up.
  @Test func theTotalIsABound() throws {
    let book = try Self.load("rule \"Off\" { when consumer then never remind because \"x\" }").book
    let review = Reviewer.review(book, .init(budget: 50, total: 60))
    #expect(review.undecided > 0)
    let told = review.findings.filter { $0.certainty == .undecided }.compactMap { $0.help }
    #expect(told.contains { $0.contains("the 60 sets of cases that a check may take were used up") }, "\(told)")
  }
}
