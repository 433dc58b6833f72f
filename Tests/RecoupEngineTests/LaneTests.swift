import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

@testable import RecoupEngine

/// The tables for one step on one day, held against the whole decision: bit for bit.
@Suite struct LaneTests {
  @Test func decidesAsTheAdvisorOnThresholds() throws {
    for seed in Effort.seeds(60, part: 10) {
      let book = try LaneBooks.book(seed: seed, rules: [4, 20, 70, 150][Int(seed % 4)])
      try compare(book, RandomCases.cases(for: book, seed: seed, count: 12), seed)
    }
  }

  @Test func decidesAsTheAdvisorOnRandomBooks() throws {
    for seed in Effort.seeds(120) {
      var book = try Properties.book(seed)
      book.horizon = RuleBook.Horizon(steps: 1, days: 0)
      try compare(book, RandomCases.cases(for: book, seed: seed, count: 6), seed)
    }
  }

  private func compare(_ book: RuleBook, _ cases: [Case], _ seed: UInt64) throws {
    let advisor = Advisor(book)
    let usual = try #require(LaneTables(advisor.program, settings: []))
    for invoice in cases {
      var plain = invoice
      plain.settings = []
      try compare(advisor, usual, plain, seed)
      let own = try #require(LaneTables(advisor.program, settings: invoice.settings))
      try compare(advisor, own, invoice, seed)
      for done in [[], [Case.Done(times: .max), Case.Done(times: -1, daysAgo: -5)]] {
        var other = invoice
        other.done = done
        other.facts = Array(invoice.facts.prefix(6))
        try compare(advisor, own, other, seed)
      }
    }
  }

  private func compare(_ advisor: Advisor, _ tables: LaneTables, _ invoice: Case, _ seed: UInt64) throws {
    let brief = tables.find(invoice).decision
    let decision = try advisor.decide(invoice)
    #expect(brief == BriefDecision(decision), "seed \(seed), \(invoice)")
    #expect(brief.best?.value.bitPattern == decision.bestOption?.value.bitPattern, "seed \(seed), \(invoice)")
  }

  /// Each threshold of each fact, and what is just below and above.
  @Test func turnsWhereTheAdvisorTurns() throws {
    for seed in Effort.seeds(8, part: 50) {
      let book = try LaneBooks.book(seed: seed, rules: 40, isPlain: true)
      let advisor = Advisor(book)
      let tables = try #require(LaneTables(advisor.program, settings: []))
      let cells = try cells(advisor.program)
      let base = RandomCases.cases(for: book, seed: seed, count: 1)[0]
      for axis in cells.axes where axis.source == .fact {
        for place in axis.breaks..<axis.breaks + axis.count {
          for value in [cells.breaks[place] - 1, cells.breaks[place], cells.breaks[place] + 1] {
            var invoice = Case(facts: base.facts, done: base.done, pendingDays: base.pendingDays)
            if case .choice = book.facts[axis.index].type { continue }
            if book.facts[axis.index].type == .truth, !(0...1).contains(value) { continue }
            invoice.facts[axis.index] = value
            try compare(advisor, tables, invoice, seed)
          }
        }
      }
    }
  }

  private func cells(_ program: Program) throws -> LaneCells {
    let parts = LaneActions(LaneReads(program, settings: []))
    return try #require(LaneCells(parts.bits, parts.terms.breaks))
  }

  @Test func asksNothingElseAboutThresholds() throws {
    for seed in Effort.seeds(8, part: 50) {
      let program = Advisor(try LaneBooks.book(seed: seed, rules: 40, isPlain: true)).program
      let plain = LaneActions(LaneReads(program, settings: [])).actions.filter { $0.isPlain }
      #expect(plain.isEmpty, "seed \(seed)")
      let axes = try cells(program).axes
      #expect(!axes.isEmpty, "seed \(seed)")
    }
  }

  /// What is kept from case to case, and tables made on the way for one settings and then for others, must not tell.
  @Test func decidesTheSameBeforeAndAfterTablesAreMade() throws {
    for seed in Effort.seeds(4, part: 50) {
      let book = try LaneBooks.book(seed: seed, rules: 30)
      let advisor = Advisor(book)
      var portfolio = PortfolioAdvisor(advisor)
      let cases = RandomCases.cases(for: book, seed: seed, count: 20)
      for settings: [Int64?] in [[], [nil, nil], [12], [], [12, 90_000]] {
        for round in 0..<4 {
          for (index, invoice) in cases.enumerated() {
            var invoice = invoice
            if round > 0 || index % 5 > 0 { invoice.settings = settings }
            let decision = try advisor.decide(invoice)
            #expect(try portfolio.decide(invoice) == BriefDecision(decision), "seed \(seed), \(invoice)")
          }
        }
      }
    }
  }

  /// A fact whose default is that of a fact declared after it.
  @Test func readsDefaultsInAnyOrder() throws {
    let text = """
      currency USD
      horizon 1 steps, 0 days
      fact signed: yes or no = agreed
      fact agreed: yes or no = known_terms and not disputed
      fact known_terms: yes or no = yes
      fact disputed: yes or no
      action mail {
        title "mail"
        requires signed
        chance 30%
      }
      action call {
        title "call"
        requires agreed
        chance 20%
        recovers if signed then 90% else 50%
      }

      """
    let loaded = RulesLoader.load(SourceFile(name: "defaults", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book, "\(loaded.problems.map { $0.message })")
    for seed in Effort.seeds(5, part: 100) {
      try compare(book, RandomCases.cases(for: book, seed: seed, count: 20), seed)
    }
  }

  /// What a cost or a fee says can be the very claim or goodwill of the book, which an invoice's facts decide.
  @Test(arguments: ["cost goodwill", "cost amount", "fee 30% of recovered maximum goodwill", "cost claim"])
  func readsTheGoodwillInOtherClauses(_ clause: String) throws {
    let text = """
      currency USD
      horizon 1 steps, 0 days
      define claim = amount
      define goodwill = 20% of amount
      action call {
        title "call"
        chance 60%
        \(clause)
      }

      """
    let loaded = RulesLoader.load(SourceFile(name: "goodwill", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book, "\(loaded.problems.map { $0.message })")
    for seed in Effort.seeds(5, part: 100) {
      try compare(book, RandomCases.cases(for: book, seed: seed, count: 20), seed)
    }
  }

  /// Amounts so large that products and sums do not fit, with fees and strains of every kind.
  @Test func agreesWhereMoneyDoesNotFit() throws {
    for seed in Effort.seeds(20, part: 10) {
      let book = try LaneBooks.book(seed: seed, rules: 5, isPlain: true)
      let advisor = Advisor(book)
      let tables = try #require(LaneTables(advisor.program, settings: []))
      let worth = try #require(book.fact(named: "worth"))
      for amount: Int64 in [.max, .max - 1, .max / 2, .max / 100, 9_223_372_036_854, 9_223_372_036_855, .min, -1, 0, 1]
      {
        for money: Int64? in [nil, .max, .min, -70_000, 0] {
          var invoice = Case(facts: Array(repeating: nil, count: book.facts.count))
          invoice.facts[RuleBook.Builtin.amount] = amount
          invoice.facts[RuleBook.Builtin.daysOverdue] = 40
          invoice.facts[worth] = money
          invoice.done = [.init(times: 1, daysAgo: 3), .never, .init(times: 1)]
          try compare(advisor, tables, invoice, seed)
        }
      }
    }
  }
}
