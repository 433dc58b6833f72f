import RecoupAnalysis
import RecoupLanguage
import Testing

/// Names that nothing reads and that are near an included one: which is meant, and whether it can be mended.
@Suite struct MeantNameTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var text: String
    var meant: [String]
    var fixes: [String]
    var testDescription: String { text }

    init(_ text: String, meant: String..., fixes: [String]? = nil) {
      self.text = text
      self.meant = meant
      self.fixes = fixes ?? meant
    }
  }

  private static let library = """
    currency USD
    setting hour = 50 USD
    setting agency_fee = 30%
    setting cost_of_money = 8%
    fact contract: yes or no
    fact reason: one of silent, forgot
    action call { title "Call" chance 50% }
    action agency { title "Agency" chance 40% recovers 100% - agency_fee requires contract }
    rule "Silent" { when reason is silent then call 2x less likely because "They do not pick up" }
    """

  static let rows = [
    Row("setting houre = 80 USD", meant: "hour"),
    Row("setting houre = 80%"),
    Row("setting houre = 80 USD setting twice = 2 * houre"),
    Row("setting houre = 80 USD setting hour = 60 USD"),
    Row("setting wholly_other = 80 USD"),
    Row("define houre = 80 USD", meant: "hour", fixes: []),
    Row("fact contrat: yes or no", meant: "contract"),
    Row("fact contrat: money"),
    Row("fact resaon: one of silent, forgot", meant: "reason"),
    Row("fact resaon: one of silent, lost"),
    Row("setting agency_fees = 20% setting cost_of_mony = 5%", meant: "agency_fee", "cost_of_money"),
  ]

  @Test(arguments: rows) func theNearestOfItsType(_ row: Row) throws {
    let root = SourceFile(name: "my.rules", text: "include \"library\"\n" + row.text + "\n")
    let loaded = RulesLoader.load(root) { name, _ in .found(SourceFile(name: name, text: MeantNameTests.library)) }
    let book = try #require(loaded.book, "\(loaded.problems.map { $0.message })")
    let all = MeantName.all(in: book)
    #expect(all.map { $0.name } == row.meant)
    #expect(all.compactMap { $0.fix?.replacement } == row.fixes)
    for meant in all { #expect(root.text(meant.span) != meant.name) }
    // A review tells the same where it tells of the name.
    let findings = Reviewer.review(book, .init(budget: 10, total: 10)).findings.filter { $0.kind == .unusedName }
    #expect(findings.compactMap { $0.fix?.replacement } == row.fixes)
    let helps = findings.compactMap { $0.help }.filter { $0.hasPrefix("did you mean") }
    #expect(helps == row.meant.map { "did you mean `\($0)`?" })
  }
}
