@testable import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

/// What is worth asking, held against simply deciding every answer.
@Suite struct QuestionTests {
  @Test func everyAnswerIsDecided() throws {
    for seed in Properties.seeds(100, part: 10) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      for var invoice in RandomCases.cases(for: book, seed: seed, count: 1) {
        for index in book.facts.indices where book.facts[index].allValues != nil { invoice.facts[index] = nil }
        let decision = try advisor.decide(invoice)
        var expected: [(fact: Int, answers: [Question.Answer])] = []
        for (fact, declared) in book.facts.enumerated() where fact != RuleBook.Builtin.pending {
          if Evaluator(Program(Compiler(book)), invoice).facts[fact] != nil { continue }
          let count: Int
          switch declared.type {
          case .truth: count = 2
          case .choice: count = declared.words.count
          case .money, .days, .number, .percent: continue
          }
          let answers = (0..<count).map { answer in
            var known = invoice
            known.facts[fact] = Int64(answer)
            return PlainGain.answer(book, known, Int64(answer), decision)
          }
          if answers.contains(where: { $0.recommendation != decision.recommendation }) {
            expected.append((fact, answers))
          }
        }
        let gains = expected.map { question in question.answers.map { $0.gain }.max() ?? 0 }
        let order = expected.indices.sorted { gains[$0] == gains[$1] ? $0 < $1 : gains[$0] > gains[$1] }
        let questions = advisor.questions(about: invoice, given: decision).filter {
          book.facts[$0.fact].allValues != nil
        }
        #expect(
          questions == order.map { Question(fact: expected[$0].fact, answers: expected[$0].answers) },
          "seed \(seed), \(invoice)")
        #expect(questions.map { $0.gain } == order.map { gains[$0] }, "seed \(seed)")
      }
    }
  }

  /// Asking takes a week and costs 10 USD; where the answer closes it, both are lost before the suit.
  @Test func whatIsDoneForNothingCostsItsTime() throws {
    let text = """
      currency USD
      setting cost_of_money = 10%
      fact deaf: yes or no
      action ask { title "Ask" chance 60% cost 10 USD takes 73 days }
      action sue { title "Sue" chance 50% }
      rule "deaf" { when deaf then never ask because "so" }
      """
    let loaded = RulesLoader.load(SourceFile(name: "test", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book, "\(loaded.problems)")
    let advisor = Advisor(book)
    let invoice = Case(facts: [100_000, 10])
    let questions = advisor.questions(about: invoice, given: try advisor.decide(invoice))
    // 500 USD now, or 500 / 1.02 less 10 USD in 73 days.
    #expect(questions.map { $0.answers.map { ($0.gain * 1000).rounded() } } == [[0, 1_980_392]])
  }

  /// One action is worth 600 USD, the other 490; each answer moves one of them, or both.
  @Test func asksFirstWhatIsWorthMost() throws {
    let text = """
      currency USD
      horizon 1 steps, 0 days
      fact bankrupt: yes or no
      fact idle: yes or no
      fact ready: yes or no = no
      fact given: yes or no
      fact solvent: yes or no
      fact reason: one of forgot, refuses, silent
      action ask { title "Ask" chance 60% }
      action sue { title "Sue" chance 50% cost 10 USD }
      rule "bankrupt" { when bankrupt then never ask, sue because "so" }
      rule "idle" { when idle then ask 1.1x likelier because "so" }
      rule "ready or given" { when ready or given then never ask because "so" }
      rule "solvent" { when solvent then sue 4x likelier because "so" }
      rule "refuses" { when reason is refuses then ask 4x less likely because "so" }
      rule "silent" { when reason is silent then wait because "so" }
      """
    let loaded = RulesLoader.load(SourceFile(name: "test", text: text)) { _, _ in .missing("none") }
    let book = try #require(loaded.book, "\(loaded.problems)")
    let advisor = Advisor(book)
    let given = try #require(book.fact(named: "given"))
    let invoice = Case(facts: [100_000, 10]).with(0, for: given)
    let decision = try advisor.decide(invoice)
    #expect(decision.recommendation == .action(0))
    let lines = advisor.questions(about: invoice, given: decision).map { question in
      let answers = question.answers.map {
        "\($0.values.lowerBound) \($0.action.map { "\($0)" } ?? "none") \(Int64($0.gain))"
      }
      return book.facts[question.fact].name + ": " + answers.joined(separator: ", ")
    }
    // Under `silent` nothing opens within the horizon of today.
    #expect(
      lines == [
        "reason: 0 0 0, 1 1 21727, 2 none 0", "solvent: 0 0 0, 1 1 19000", "bankrupt: 0 0 0, 1 none 0",
      ])
  }
}
