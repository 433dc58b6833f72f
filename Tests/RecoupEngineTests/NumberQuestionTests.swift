@testable import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

/// Questions about numbers, held against deciding every value of a small domain.
@Suite struct NumberQuestionTests {
  /// A case in which some numbers are unknown, with the values to look at.
  private struct Asked {
    var advisor: Advisor
    var invoice: Case
    /// By fact; nil for those that are not asked.
    var domains: [ClosedRange<Int64>?]
  }

  /// Of random books of every kind a few values around a threshold, of small books all that matter.
  private func forAsked(books: Int, small: Int, _ body: (UInt64, Asked) throws -> Void) throws {
    for seed in Effort.seeds(books, part: 10) {
      let book = try Properties.book(seed)
      let cases = RandomCases.cases(for: book, seed: seed, count: 2)
      let domains = book.facts.indices.map { fact -> ClosedRange<Int64>? in
        let middle = min(max(cases[1].facts[fact] ?? 0, -1 << 40), 1 << 40)
        return isAsked(fact, in: book) ? middle - 20...middle + 20 : nil
      }
      try body(seed, asked(book, cases[0], domains))
    }
    for seed in Effort.seeds(small, part: 10) {
      let (book, cases) = SmallBooks.make(seed: seed, cases: 2)
      let domains = book.facts.indices.map { isAsked($0, in: book) ? SmallBooks.days : nil }
      for invoice in cases { try body(seed, asked(book, invoice, domains)) }
    }
  }

  private func isAsked(_ fact: Int, in book: RuleBook) -> Bool {
    fact >= Fact.builtins.count && book.facts[fact].allValues == nil && book.facts[fact].defaultValue == nil
  }

  private func asked(_ book: RuleBook, _ invoice: Case, _ domains: [ClosedRange<Int64>?]) -> Asked {
    var invoice = invoice
    for fact in domains.indices where domains[fact] != nil { invoice.facts[fact] = nil }
    return Asked(advisor: Advisor(book), invoice: invoice, domains: domains)
  }

  private func number(_ questions: [Question], in book: RuleBook) -> [Question] {
    questions.filter { book.facts[$0.fact].allValues == nil }
  }

  @Test func theAdviceTurnsWhereEveryValueSaysSo() throws {
    var turns = 0
    try forAsked(books: 150, small: 150) { seed, asked in
      let book = asked.advisor.book
      let before = try asked.advisor.decide(asked.invoice)
      let questions = asked.advisor.questions(
        about: asked.invoice, given: before, budget: Advisor.mostDecisions
      ) { asked.domains[$0] ?? 0...0 }
      for (fact, domain) in asked.domains.enumerated() {
        guard let domain else { continue }
        var expected: [Question.Answer] = []
        for value in domain {
          let advice = try asked.advisor.decide(asked.invoice.with(value, for: fact)).recommendation
          if let last = expected.last, last.recommendation == advice {
            expected[expected.count - 1].values = last.values.lowerBound...value
          } else {
            expected.append(.init(values: value...value, recommendation: advice, gain: 0, isProved: true))
          }
        }
        if !expected.contains(where: { $0.recommendation != before.recommendation }) { expected = [] }
        for (index, answer) in expected.enumerated() {
          expected[index].gain = max(
            gain(book, asked.invoice, fact, answer.values.lowerBound, before),
            gain(book, asked.invoice, fact, answer.values.upperBound, before))
        }
        turns += expected.count
        var answers = questions.first { $0.fact == fact }?.answers ?? []
        // Whether the search could show what it says is not what is looked at here.
        for index in answers.indices { answers[index].isProved = true }
        #expect(answers == expected, "seed \(seed), \(book.facts[fact].name), \(asked.invoice)")
      }
    }
    #expect(turns > 100, "too few turns to mean anything")
  }

  private func gain(_ book: RuleBook, _ invoice: Case, _ fact: Int, _ value: Int64, _ before: Decision) -> Double {
    PlainGain.answer(book, invoice.with(value, for: fact), value, before).gain
  }

  /// What holds of any search, whether or not it finds every turn.
  @Test func answersFollowEachOther() throws {
    try forAsked(books: 40, small: 40) { seed, asked in
      let book = asked.advisor.book
      let before = try asked.advisor.decide(asked.invoice)
      let questions = number(asked.advisor.questions(about: asked.invoice, given: before), in: book)
      let gains = questions.map { $0.gain }
      #expect(gains == gains.sorted(by: >), "seed \(seed)")
      for question in questions {
        let domain = Axis.fact(question.fact).domain(around: nil, in: book)
        #expect(question.answers.first?.values.lowerBound == domain.lowerBound, "seed \(seed)")
        #expect(question.answers.last?.values.upperBound == domain.upperBound, "seed \(seed)")
        for (answer, next) in zip(question.answers, question.answers.dropFirst()) {
          #expect(answer.values.upperBound < next.values.lowerBound, "seed \(seed)")
          #expect(answer.recommendation != next.recommendation, "seed \(seed)")
        }
        for answer in question.answers {
          for value in [answer.values.lowerBound, answer.values.upperBound] {
            let advice = try asked.advisor.decide(asked.invoice.with(value, for: question.fact)).recommendation
            #expect(advice == answer.recommendation, "seed \(seed), \(question.fact), \(value)")
          }
        }
      }
    }
  }

  /// What is missed for want of a proof is rare: stretches that begin and end between two values that were tried.
  @Test func fewDecisionsMostlySayTheSame() throws {
    var (same, all) = (0, 0)
    try forAsked(books: 150, small: 150) { _, asked in
      let before = try asked.advisor.decide(asked.invoice)
      func questions(_ budget: Int) -> [[Question.Answer]?] {
        let questions = asked.advisor.questions(about: asked.invoice, given: before, budget: budget) {
          asked.domains[$0] ?? 0...0
        }
        return asked.domains.indices.map { fact in
          let answers = questions.first { $0.fact == fact }?.answers
          return answers?.map { .init(values: $0.values, recommendation: $0.recommendation, gain: 0, isProved: true) }
        }
      }
      let (few, many) = (questions(1), questions(Advisor.mostDecisions))
      for fact in many.indices where asked.domains[fact] != nil && many[fact] != nil {
        all += 1
        if few[fact] == many[fact] { same += 1 }
      }
    }
    #expect(all > 50)
    #expect(same * 10 >= all * 9, "\(same) of \(all)")
  }

  /// One action is worth 600 USD, the other 490 and from 80 % on four fifths more.
  @Test func aShareIsWorthWhatItsBestEndIs() throws {
    let text = """
      currency USD
      horizon 1 steps, 0 days
      fact on_time: percent
      fact orders: number
      fact wait_for: days
      fact spare: money = 0 USD
      fact told: yes or no
      fact settled: number
      action ask { title "Ask" chance 60% }
      action sue { title "Sue" chance 50% + on_time * 10% cost 10 USD }
      rule "told" { when told then never ask because "so" }
      rule "orders" { when orders > 3 then ask 1.1x likelier because "so" }
      rule "promise" { when promised_in >= 0 days then wait because "so" }
      rule "on time" { when on_time >= 80% then sue 4x likelier because "so" }
      rule "waits" { when wait_for > 6 days then wait because "so" }
      """
    let loaded = RulesLoader.load(SourceFile(name: "test", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book, "\(loaded.problems)")
    let advisor = Advisor(book)
    let invoice = Case(facts: [100_000, 10])
    let lines = advisor.questions(about: invoice, given: try advisor.decide(invoice)).map { question in
      let answers = question.answers.map { answer in
        "\(answer.values) \(answer.action.map { "\($0)" } ?? "none") \(Int64(answer.gain))"
      }
      return book.facts[question.fact].name + ": " + answers.joined(separator: ", ")
    }
    // Sued at 100 %: 6/7 of 1000 USD less 10 and the 600 of asking.
    #expect(
      lines == [
        "on_time: 0...799999 0 0, 800000...1000000 1 24714", "wait_for: 0...6 0 0, 7...180 none 0",
        "told: 0...0 0 0, 1...1 none 0",
      ])
  }
}
