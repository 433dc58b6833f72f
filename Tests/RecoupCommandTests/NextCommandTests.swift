import RecoupCommand
import RecoupTesting
import Testing

/// What `next` does besides its words: its language, its progress, its colours, and answers that can be decided again.
@Suite struct NextCommandTests {
  private static let rules = """
    currency EUR
    action ask { title "Ask them" fr "Leur demander" chance 20% to 60% takes 5 days at most 9 times }
    """

  private func world(_ rules: String = rules, rows: Int = 1) -> MemoryWorld {
    let rows = (1...rows).map { "A-\($0),Acme,2026-11-01,900.00\n" }.joined()
    return MemoryWorld(["recoup.rules": rules, "invoices.csv": "invoice,client,due,total\n" + rows])
  }

  // MARK: The language

  struct TongueRow: Sendable, CustomTestStringConvertible {
    var environment: [String: String]
    var rules = NextCommandTests.rules
    var arguments: [String] = []
    var title: String
    var testDescription: String { "\(environment) \(rules.prefix(11)) \(arguments)" }
  }

  static let tongues: [TongueRow] = [
    .init(environment: [:], title: "Ask them, by"),
    .init(environment: ["LANG": "fr_FR.UTF-8"], title: "Leur demander, d’ici"),
    .init(environment: ["LANG": "fr_FR.UTF-8", "LC_ALL": "C"], title: "Ask them, by"),
    .init(environment: ["LANG": "en_US", "LC_MESSAGES": "fr_CA"], title: "Leur demander, d’ici"),
    .init(environment: ["LANG": "fr_FR", "LC_ALL": ""], title: "Leur demander, d’ici"),
    .init(environment: ["LANG": "de_DE"], title: "Ask them, by"),
    .init(environment: ["LANG": "fr_FR"], arguments: ["--lang", "en"], title: "Ask them, by"),
    .init(environment: [:], arguments: ["--lang", "fr"], title: "Leur demander, d’ici"),
    .init(
      environment: ["LANG": "en_US"], rules: #"language fr currency EUR action a { title "Écrire" chance 50% }"#,
      title: "Écrire, d’ici"),
  ]

  @Test(arguments: tongues) func speaksTheLanguageThatIsWanted(_ row: TongueRow) {
    let world = world(row.rules)
    world.environment = row.environment
    #expect(CommandLineTool.run(["next", "A-1"] + row.arguments, in: world.world) == .fine)
    #expect(world.printed.contains(row.title), "\(world.printed)")
  }

  // MARK: Progress and colours

  @Test func aPersonSeesThatLongWorkGoesOn() {
    let world = world(rows: 600)
    world.isWatched = true
    world.tick = 0.6
    #expect(world.run("next") == .fine)
    #expect(world.complaints == "\r512 invoices\r600 invoices\r\u{1B}[K")
    #expect(!world.printed.contains("\u{1B}"))
  }

  @Test func nobodySeesThatShortWorkGoesOn() {
    for isWatched in [false, true] {
      let world = world(rows: 200)
      world.isWatched = isWatched
      world.tick = isWatched ? 0.001 : 10
      #expect(world.run("next") == .fine)
      #expect(world.complaints == "")
    }
  }

  @Test(arguments: [["next"], ["next", "A-1"], ["why", "A-1"]]) func coloursAreForTerminals(_ line: [String]) {
    let plain = world()
    #expect(CommandLineTool.run(line, in: plain.world) == .fine)
    #expect(!plain.printed.contains("\u{1B}"))
    let colored = world()
    colored.isColored = true
    #expect(CommandLineTool.run(line, in: colored.world) == .fine)
    #expect(colored.printed.contains("\u{1B}[1m"))
    #expect(colored.printed.replacing(/\u{1B}\[\d+m/, with: "") == plain.printed)
  }

  /// No line is wider than the terminal, whatever stands in it.
  @Test(arguments: [60, 80, 132], [["next"], ["next", "A-1"], ["why", "A-1"], ["next", "--lang", "fr"]])
  func fitsTheTerminal(_ width: Int, _ line: [String]) {
    let world = world()
    let name = "Très long " + String(repeating: "nom ", count: 2000)
    world.files["invoices.csv"] = Array("invoice,client,due,total\nA-1,\(name),2026-11-01,123456789.00\n".utf8)
    world.width = width
    #expect(CommandLineTool.run(line, in: world.world) == .fine)
    for line in world.printed.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  // MARK: Order

  @Test func theMostUrgentComesFirst() {
    let world = world(
      """
      currency EUR
      action sell { title "Sell" chance 50% requires days_overdue between 1 days and 20 days }
      action ask { title "Ask" chance 40% requires days_overdue > 0 days }
      rule "Promised" { when promised_in >= 0 days then wait because "They said so" }
      """)
    world.files["invoices.csv"] = Array(
      """
      invoice,client,due,total
      LARGE,Acme,2026-10-01,900.00
      SMALL,Acme,2026-10-01,100.00
      SOON,Acme,2026-11-03,50.00
      LATER,Acme,2026-12-24,5000.00
      PROMISED,Acme,2026-10-01,5000.00

      """.utf8)
    world.files["journal.txt"] = Array("2026-11-20 PROMISED promised 2026-11-30\n".utf8)
    #expect(world.run("next") == .fine)
    let order = world.printed.split(separator: "\n").compactMap { $0.wholeMatch(of: /([A-Z]+) +Acme.*/)?.1 }
    #expect(order == ["SOON", "LARGE", "SMALL", "PROMISED", "LATER"], "\(world.printed)")
  }

  // MARK: Again

  /// What `next --json` says of a case is what `decide` reads, and comes to the same.
  @Test func anAnswerCanBeDecidedAgain() throws {
    let world = world()
    #expect(world.run("next", "A-1", "--json") == .fine)
    let answer = try #require(
      world.printed.firstMatch(of: /"value": ([0-9.]+), .*("facts": .*"pending": \d+), "provenance"/))
    let again = self.world()
    again.input = [Array("{\"id\": 1, \(answer.2)}\n".utf8)]
    #expect(again.run("decide") == .fine)
    #expect(again.printed.contains("\"value\": \(answer.1), "), "\(again.printed)")
  }
}
