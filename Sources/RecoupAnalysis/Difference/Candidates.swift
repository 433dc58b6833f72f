import RecoupEngine
import RecoupRules

/// Cases of a book that are likely to feel a difference, the likeliest first.
struct Candidates {
  private let advisor: Advisor
  private let parts: ChangedParts
  private var book: RuleBook { advisor.book }

  init(_ advisor: Advisor, _ parts: ChangedParts) {
    self.advisor = advisor
    self.parts = parts
  }

  /// Cases in which what differs takes part, then plain cases and those of the examples.
  func seeds() -> [Case] {
    let space = CaseSpace(book)
    var (found, usedUp): ([Case], [Case]) = ([], [])
    var budget = 20_000
    func look(_ proposition: Proposition, in space: CaseSpace, for action: Int? = nil) {
      if budget <= 0 { return }
      var part = min(budget, 2_000)
      let given = part
      if case .found(let invoice) = space.find(proposition, within: &part) {
        found.append(invoice)
        // Where gentler ways would come first, what happens to this one shows only after them.
        if let action, action > 0 { usedUp.append(PlainCases.usedUp(invoice, to: action, in: book)) }
      }
      budget -= given - part
    }
    for rule in parts.rules.prefix(20) {
      let (moved, closed) = touched(rule)
      for action in moved { look(.all([.rule(rule), .isOpen(action)]), in: space, for: action) }
      if !closed.isEmpty {
        // That a rule closes something matters where it would be open without it.
        var without = book
        without.rules[rule].consequences = []
        let other = CaseSpace(without)
        for action in closed { look(.all([.rule(rule), .isOpen(action)]), in: other, for: action) }
      }
      look(.rule(rule), in: space)
    }
    for action in parts.actions.prefix(20) { look(.isOpen(action), in: space, for: action) }
    var seeds = found + usedUp
    for plain in PlainCases.some { seeds.append(PlainCases.invoice(plain.amount, plain.days, in: book)) }
    for action in parts.actions.prefix(5) where action > 0 {
      seeds.append(PlainCases.invoice(3_000, 100, usedUpTo: action, in: book))
    }
    for example in book.examples.prefix(200) {
      if let invoice = try? advisor.invoice(of: example), invoice.settings.allSatisfy({ $0 == nil }) {
        seeds.append(invoice)
      }
    }
    return seeds
  }

  /// The actions whose chances a rule moves, and those that it closes.
  private func touched(_ rule: Int) -> (moved: [Int], closed: [Int]) {
    var (moved, closed): ([Int], [Int]) = ([], [])
    for consequence in book.rules[rule].consequences {
      switch consequence.effect {
      case .likelier(let action, _), .lessLikely(let action, _): moved.append(action)
      case .never(let all): closed += all
      case .only(let kept): closed += book.actions.indices.filter { !kept.contains($0) }
      case .wait: closed += Array(book.actions.indices.prefix(1))
      }
    }
    return (moved, closed)
  }

  /// Each thing that is read by what differs, with the values at which something may turn.
  func marks() -> [(variable: CaseVariable, values: [Int64?])] {
    let below = ReadBelow(parts.expressions, in: book)
    let start = PlainCases.invoice(1_000, 10, in: book)
    var turns: [(type: ValueType, value: Int64)] = []
    for (left, right) in below.comparisons.prefix(60) {
      for side in [left, right] {
        if let value = advisor.value(of: side, in: start) { turns.append((side.type, value)) }
      }
    }
    return below.variables.map { variable in
      let type = variable.type(in: book)
      var values: [Int64?] = [nil]
      func offer(_ value: Int64) {
        if variable.isLikely(value, in: book), !values.contains(value) { values.append(value) }
      }
      switch type {
      case .truth: for value in [Int64(0), 1] { offer(value) }
      case .choice(let fact): for word in book.facts[fact].words.indices { offer(Int64(word)) }
      case .money, .days, .number, .percent:
        let step: Int64 = type == .number ? 1_000_000 : 1
        for turn in turns where turn.type == type {
          offer(turn.value)
          if let more = sum(turn.value, step) { offer(more) }
          if let less = sum(turn.value, -step) { offer(less) }
        }
        if case .times = variable { for times in Int64(0)...3 { offer(times * 1_000_000) } }
      }
      switch variable {
      case .fact(RuleBook.Builtin.amount), .fact(RuleBook.Builtin.daysOverdue): values.removeFirst()
      case .fact, .times, .daysAgo: break
      }
      return (variable, values)
    }
  }

  private func sum(_ value: Int64, _ step: Int64) -> Int64? {
    let (sum, overflow) = value.addingReportingOverflow(step)
    return overflow ? nil : sum
  }

  /// A case with each of the values, and with plain amounts and days.
  func beside(_ invoice: Case, _ marks: [(variable: CaseVariable, values: [Int64?])]) -> [Case] {
    var all = [invoice]
    for mark in marks { for value in mark.values { all.append(invoice.with(value, for: mark.variable)) } }
    return all + PlainCases.beside(invoice, in: book)
  }
}
