@testable import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

/// What is ruled out over a stretch of days must not happen on any of them.
@Suite struct RangeTests {
  @Test func rangesHoldEveryValue() throws {
    for seed in Properties.seeds(150) {
      let book = try Properties.book(seed)
      let program = Program(Compiler(book))
      var random = SeededRandom(seed: seed)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 3) {
        var evaluator = Evaluator(program, invoice)
        var ranges = RangeEvaluator(program, past: .exact)
        let first = Int64.random(in: 0...60, using: &random)
        let days = first...first + Int64.random(in: 0...40, using: &random)
        ranges.look(at: days)
        for node in program.nodes.indices {
          let range = ranges.value(Int32(node), evaluator)
          for day in days {
            evaluator.move(to: day)
            let value = evaluator.value(Int32(node))
            #expect(
              range.holds(value),
              "seed \(seed), node \(node), day \(day): \(range) without \(String(describing: value))")
          }
        }
      }
    }
  }

  /// The same where a plan may have done more in the meantime.
  @Test func openRangesHoldEveryHistory() throws {
    for seed in Properties.seeds(150) {
      let book = try Properties.book(seed)
      let program = Program(Compiler(book))
      var random = SeededRandom(seed: seed)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 3) {
        var evaluator = Evaluator(program, invoice)
        var ranges = RangeEvaluator(program, past: .open(steps: 3))
        ranges.look(at: 0...90)
        let all = program.nodes.indices.map { ranges.value(Int32($0), evaluator) }
        var day: Int64 = 0
        for _ in 0..<3 {
          let action = Int.random(in: book.actions.indices, using: &random)
          if evaluator.times[action] >= book.actions[action].atMost { continue }
          _ = evaluator.take(action, on: day)
          day += Int64.random(in: 0...30, using: &random)
          evaluator.move(to: day)
          for node in program.nodes.indices {
            #expect(all[node].holds(evaluator.value(Int32(node))), "seed \(seed), node \(node), day \(day)")
          }
        }
      }
    }
  }
}

extension Interval {
  fileprivate func holds(_ value: Int64?) -> Bool {
    guard let value else { return canBeUnknown }
    return canBeKnown && low <= value && value <= high
  }
}
