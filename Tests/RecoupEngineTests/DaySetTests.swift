@testable import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

/// The days on which conditions hold, held against the evaluator on each of the days.
@Suite struct DaySetTests {
  /// As they are, and with what the case makes of them.
  @Test(arguments: [false, true]) func holdsTheDaysOfEveryCondition(isFolded: Bool) throws {
    var mixed = 0
    for seed in Properties.seeds(120, part: 10) {
      let book = try Properties.book(seed)
      let program = Program(Compiler(book))
      var random = SeededRandom(seed: seed)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 2) {
        var evaluator = Evaluator(program, invoice)
        let sets = DaySets(program, .exact, exact: nil)
        // All that a plan can do.
        let action = random.below(book.actions.count)
        if isFolded { evaluator.fold(sets, canBeDone: book.actions.indices.map { $0 == action }) }
        var plain = Evaluator(program, invoice)
        if random.happens(70) {
          _ = evaluator.take(action, on: 0)
          _ = plain.take(action, on: 0)
        }
        for node in DaySetTests.conditions(program) {
          let yes = sets.days(node, isYes: true, &evaluator)
          let no = sets.days(node, isYes: false, &evaluator)
          var isMixed = false
          for day in 0...book.horizon.days {
            plain.move(to: day)
            let expected = plain.value(node)
            #expect(yes.contains(day) == (expected == 1), "seed \(seed), node \(node), day \(day)")
            #expect(no.contains(day) == (expected == 0), "seed \(seed), node \(node), day \(day)")
            isMixed = isMixed || yes.contains(day) != yes.contains(0)
          }
          if isMixed { mixed += 1 }
        }
      }
    }
    #expect(mixed > 100)
  }

  /// What a plan does until then: no answer comes that was not possible, and none fails that was certain.
  @Test func possibleAndCertainDaysHoldForEveryPlan() throws {
    for seed in Properties.seeds(100, part: 10) {
      let book = try Properties.book(seed)
      let program = Program(Compiler(book))
      var random = SeededRandom(seed: seed)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 2) {
        var evaluator = Evaluator(program, invoice)
        let exact = DaySets(program, .exact, exact: nil)
        let possible = DaySets(program, .possible, exact: exact)
        let certain = DaySets(program, .certain, exact: exact)
        let answers = DaySetTests.conditions(program).flatMap { [($0, true), ($0, false)] }
        let found = answers.map {
          (possible.days($0, isYes: $1, &evaluator), certain.days($0, isYes: $1, &evaluator))
        }
        var plain = evaluator
        var day: Int64 = 0
        for _ in 0..<min(4, book.horizon.steps) {
          let action = random.below(book.actions.count)
          if plain.times[action] >= book.actions[action].atMost { continue }
          _ = plain.take(action, on: day)
          day = min(book.horizon.days, day + random.number(0...30))
          plain.move(to: day)
          for (place, (node, isYes)) in answers.enumerated() {
            let isSo = plain.value(node) == (isYes ? 1 : 0)
            #expect(!isSo || found[place].0.contains(day), "seed \(seed), node \(node) \(isYes), day \(day)")
            #expect(isSo || !found[place].1.contains(day), "seed \(seed), node \(node) \(isYes), day \(day)")
          }
        }
      }
    }
  }

  /// Also where the two are so far apart that their distance does not fit.
  @Test func valuesAnywhereAreComparedDayByDay() throws {
    let ends: [Int64] = [.min, .min + 1, -(1 << 61), -5, 0, 3, 1 << 61, .max - 1, .max]
    let operations: [(Program.Operation, (Int64, Int64) -> Bool)] = [
      (.less, { $0 < $1 }), (.lessOrEqual, { $0 <= $1 }), (.greater, { $0 > $1 }), (.greaterOrEqual, { $0 >= $1 }),
      (.equal, { $0 == $1 }), (.notEqual, { $0 != $1 }),
    ]
    for low in ends {
      for high in ends where low <= high {
        for other in ends {
          for slope: Int64 in [-1, 0, 1] {
            let moving = try #require(Drift.moving(max(-100, min(100, other)), slope: slope))
            for (value, at) in [(moving, max(-100, min(100, other))), (Drift(.exactly(other)), other)] {
              for (operation, holds) in operations {
                let fixed = Drift(Interval(low: low, high: high))
                let possible = fixed.compare(operation, value, isCertain: false, in: 0..<20)
                let certain = fixed.compare(operation, value, isCertain: true, in: 0..<20)
                for day: Int64 in 0..<20 {
                  let now = at + value.slope * day
                  let (atLow, atHigh) = (holds(low, now), holds(high, now))
                  let isWithin = low <= now && now <= high
                  let can = atLow || atHigh || (operation == .equal && isWithin)
                  let must = atLow && atHigh && !(operation == .notEqual && isWithin)
                  let place: Comment = "\(low)...\(high) \(operation) \(at) + \(value.slope) · \(day)"
                  #expect((possible.0.contains(day) || possible.1.contains(day)) == can, place)
                  #expect((certain.0.contains(day) || certain.1.contains(day)) == must, place)
                }
              }
            }
          }
        }
      }
    }
  }

  @Test func stretchesAreInsertedAndFound() {
    let memory = WordMemory()
    for (from, to) in [
      (0, 1), (0, 64), (0, 65), (1, 63), (5, 200), (63, 64), (64, 128), (127, 129), (0, 256), (255, 256),
    ] {
      let days = memory.append(4)
      days.set(4, 0)
      days.insert(Int64(from)..<Int64(to))
      for day in 0..<Int64(256) { #expect(days.contains(day) == (from..<to).contains(Int(day)), "\(from) to \(to)") }
      #expect(days.first(from: 0, to: 255) == Int64(from))
      #expect(days.first(from: Int64(to) - 1, to: 255) == Int64(to) - 1)
      if to < 256 { #expect(days.first(from: Int64(to), to: 255) == nil) }
    }
  }

  /// All conditions of rules and requirements.
  private static func conditions(_ program: Program) -> [Int32] {
    program.rules + program.clauses.flatMap { program.lists[$0.requirements] }
  }
}
