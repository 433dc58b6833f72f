import Foundation
import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

/// How many random rule books a property looks at; `RECOUP_CASES` asks for more.
private let books = ProcessInfo.processInfo.environment["RECOUP_CASES"].flatMap { Int($0) } ?? 300

/// From which seed on; `RECOUP_SEED` moves on to others.
private let firstSeed = ProcessInfo.processInfo.environment["RECOUP_SEED"].flatMap { UInt64($0) } ?? 1

@Suite struct DifferentialTests {
  /// The search, with its bounds and shortcuts, against a reading that tries every plan on every day.
  @Test func agreesWithTheSlowReadingBitForBit() throws {
    for seed in firstSeed..<firstSeed + UInt64(books) {
      let text = RandomRules.text(seed: seed)
      let loaded = RulesLoader.load(SourceFile(name: "seed \(seed)", text: text)) { _, _ in .missing("none") }
      let problems = loaded.problems.map { $0.message }
      let book = try #require(loaded.book, "seed \(seed): \(problems)\n\(text)")
      let advisor = Advisor(book)
      let reference = ReferenceAdvisor(book)
      for (index, invoice) in RandomCases.cases(for: book, seed: seed, count: 12).enumerated() {
        let fast = ReferenceDecision(try advisor.decide(invoice))
        let slow = reference.decide(invoice)
        if fast != slow {
          Issue.record(
            """
            seed \(seed), case \(index): \(invoice)
            fast: \(fast.described(in: book))
            slow: \(slow.described(in: book))
            \(text)
            """)
          return
        }
      }
    }
  }
}
