@testable import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

/// How values are said to go on from day to day, held against the evaluator on each of the days.
@Suite struct DayWatchTests {
  @Test func valuesGoOnAsTheyAreSaidTo() throws {
    var leaps = 0
    for seed in Properties.seeds(60, part: 10) {
      let book = try Properties.book(seed)
      let program = Advisor(book).program
      var random = SeededRandom(seed: seed)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 2) {
        var now = Evaluator(program, invoice)
        let start = random.number(0...40)
        if random.happens(50) { _ = now.take(random.below(book.actions.count), on: random.number(0...start)) }
        var later = now
        now.move(to: start)
        var watch = DayWatch(program, horizon: program.book.horizon.days)
        for index in program.nodes.indices {
          let watched = watch.value(Int32(index), &now)
          #expect(watched.value == now.value(Int32(index)), "seed \(seed), node \(index)")
          #expect(watched.until > start, "seed \(seed), node \(index)")
          if watched.until > start + 1 { leaps += 1 }
          let last = min(watched.until - 1, start + 70)
          for day in [start + 1, start + 2, last, random.number(start...max(start, last))] where day <= last {
            later.move(to: day)
            let expected = watched.value.map { $0 + watched.slope * (day - start) }
            #expect(later.value(Int32(index)) == expected, "seed \(seed), node \(index) on \(day) from \(start)")
          }
        }
      }
    }
    #expect(leaps > 1000)
  }
}
