@testable import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

/// What is worth asking, held against simply deciding every answer.
@Suite struct QuestionTests {
  @Test func everyAnswerIsDecided() throws {
    for seed in Properties.seeds(200) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 1) {
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
            return judged(ReferenceAdvisor(book).decide(known), Int64(answer), decision.recommendation)
          }
          if answers.contains(where: { $0.recommendation != decision.recommendation }) {
            expected.append((fact, answers))
          }
        }
        let gains = expected.map { question in question.answers.map { $0.gain }.max() ?? 0 }
        let order = expected.indices.sorted { gains[$0] == gains[$1] ? $0 < $1 : gains[$0] > gains[$1] }
        let questions = advisor.questions(about: invoice, given: decision)
        #expect(
          questions == order.map { Question(fact: expected[$0].fact, answers: expected[$0].answers) },
          "seed \(seed), \(invoice)")
        #expect(questions.map { $0.gain } == order.map { gains[$0] }, "seed \(seed)")
      }
    }
  }

  /// The gain by the words of its definition.
  private func judged(
    _ decision: ReferenceDecision, _ answer: Int64, _ before: Decision.Recommendation
  ) -> Question.Answer {
    let advice = decision.recommendation
    if advice == before { return Question.Answer(value: answer, recommendation: advice, gain: 0) }
    let new = advice == .nothing ? 0 : decision.options.map { $0.value }.max() ?? 0
    let old = decision.options.first { .action($0.action) == before && $0.opens == 0 }?.value ?? 0
    return Question.Answer(value: answer, recommendation: advice, gain: max(0, new - old))
  }
}
