@testable import RecoupEngine
import RecoupRules
import RecoupTesting
import Testing

/// The advice along an axis, held against deciding value by value.
@Suite struct LineTests {
  /// A case with another value on an axis, made without what the search uses.
  static func decide(_ book: RuleBook, _ invoice: Case, _ axis: Axis, _ value: Int64) throws -> Decision {
    var book = book
    var invoice = invoice
    switch axis {
    case .fact(RuleBook.Builtin.pending): invoice.pendingDays = value
    case .fact(let fact): invoice.facts[fact] = value
    case .setting(let setting): invoice.settings[setting] = value
    case .chance(let action):
      book.actions[action].chance.low = Expression(.literal(value), .percent)
      book.actions[action].chance.high = nil
    }
    return try Advisor(book).decide(invoice)
  }

  /// An axis of a book, and a value on it at or near which something may turn.
  static func axis(of book: RuleBook, _ invoice: Case, _ random: inout SeededRandom) -> (Axis, around: Int64) {
    let axis: Axis
    switch random.below(3) {
    case 0: axis = .fact(Int(random.below(book.facts.count)))
    case 1 where !book.settings.isEmpty: axis = .setting(Int(random.below(book.settings.count)))
    default: axis = .chance(action: Int(random.below(book.actions.count)))
    }
    let other = RandomCases.cases(for: book, seed: random.next(), count: 1)[0]
    let value: Int64? =
      switch axis {
      case .fact(RuleBook.Builtin.pending): other.pendingDays
      case .fact(let fact): other.facts[fact]
      case .setting(let setting): other.settings[setting]
      case .chance: random.number(0...1_000_000)
      }
    let today = Advisor(book).value(on: axis, in: invoice)
    return (axis, min(max(random.happens(50) ? value ?? today ?? 0 : today ?? value ?? 0, -1 << 40), 1 << 40))
  }

  @Test func everyValueHasTheAdviceOfItsStretch() throws {
    for seed in Properties.seeds(60, part: 20) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      var random = SeededRandom(seed: seed)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 2) {
        let (axis, around) = LineTests.axis(of: book, invoice, &random)
        let first = around - random.number(0...40)
        let line = try advisor.line(along: axis, over: first...first + 40, in: invoice)
        let values = axis.allValues(in: book) ?? Array(first...first + 40)
        var stretches: [Line.Stretch] = []
        for value in values {
          let advice = try LineTests.decide(book, invoice, axis, value).recommendation
          if let end = stretches.indices.last, stretches[end].recommendation == advice {
            stretches[end].values = stretches[end].values.lowerBound...value
          } else {
            stretches.append(.init(values: value...value, recommendation: advice, isProved: true))
          }
        }
        #expect(line.stretches == stretches, "seed \(seed), \(axis), \(invoice)")
      }
    }
  }

  @Test func noValueOfALongStretchIsOtherwise() throws {
    for seed in Properties.seeds(60, part: 20) {
      let book = try Properties.book(seed)
      let advisor = Advisor(book)
      var random = SeededRandom(seed: seed &+ 1_000_000)
      for invoice in RandomCases.cases(for: book, seed: seed, count: 1) {
        let (axis, around) = LineTests.axis(of: book, invoice, &random)
        if axis.allValues(in: book) != nil || axis.type(in: book) == .days { continue }
        let range = around - random.number(1...2_000_000)...around + random.number(1...2_000_000)
        let line = try advisor.line(along: axis, over: range, in: invoice)
        #expect(line.stretches.first?.values.lowerBound == range.lowerBound)
        #expect(line.stretches.last?.values.upperBound == range.upperBound)
        for (index, stretch) in line.stretches.enumerated() {
          if index > 0 { #expect(line.stretches[index - 1].values.upperBound + 1 == stretch.values.lowerBound) }
          if index > 0 { #expect(line.stretches[index - 1].recommendation != stretch.recommendation) }
          var tried = [stretch.values.lowerBound, stretch.values.upperBound]
          if stretch.isProved { for _ in 0..<12 { tried.append(random.number(stretch.values)) } }
          for value in tried {
            let advice = try LineTests.decide(book, invoice, axis, value).recommendation
            #expect(advice == stretch.recommendation, "seed \(seed), \(axis) at \(value), \(invoice)")
          }
        }
      }
    }
  }
}
