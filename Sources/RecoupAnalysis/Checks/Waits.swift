import RecoupEngine
import RecoupRules

extension Reviewer {
  /// Rules that say to wait for as long as a plan can reach, though it is time that should end it. What they keep closed
  /// is told with them and not once more for every action.
  mutating func checkWaits() {
    let last = min(book.horizon.days, 36_500)
    for (index, rule) in book.rules.enumerated() where rule.waits && !deadRules.contains(index) {
      if !isEndedByTime(index, within: last) { continue }
      let isEndless = Proposition.not(.sometime(0...last, .not(.rule(index))))
      switch find(.all([premises.isNearlyDue, isEndless]), in: premises.untouched) {
      case .none: continue
      case .undecided: reportUndecided(.gap, "the waiting of “\(rule.name.original)” ends", at: rule.span)
      case .found(let invoice):
        endlessWaits.append(index)
        if isExpectedToWait(index) { continue }
        let region = premises.untouched.region(around: invoice, where: isEndless, within: &left)
        let cases = words.text(region)
        let when = cases.isEmpty ? "" : " when \(cases)"
        report(
          Finding(
            .gap, .shown,
            "\(named([.rule(index)])) says to wait\(when), and its waiting never ends within the \(last) days of a plan",
            at: rule.span, notes: [Finding.Note("it keeps every action closed meanwhile", at: rule.condition.span)],
            help: "say until when to wait, such as up to a number of days overdue", witness: invoice))
      }
    }
    if endlessWaits.isEmpty { return }
    let book = book.without(endlessWaits.map { .rule($0) })
    freed = (book, Premises(book))
  }

  /// Whether nothing but time can end the waiting of a rule: it reads only the sum and the days overdue; or it reads the
  /// days beside other facts, and they do end it in some case. What else a rule waits for is somebody's answer.
  private mutating func isEndedByTime(_ rule: Int, within last: Int64) -> Bool {
    let read = premises.space.facts(readByRule: rule)
    let days = RuleBook.Builtin.daysOverdue
    if read.contains(where: { $0 != days && book.facts[$0].motion != .fixed }) { return false }
    if read.allSatisfy({ $0 == RuleBook.Builtin.amount || $0 == days }) { return true }
    if !read.contains(days) { return false }
    let ends = Proposition.all([.rule(rule), .sometime(0...last, .not(.rule(rule)))])
    if case .found = search(ends, in: premises.untouched, budget: 1_000) { return true }
    return false
  }

  /// Whether an example of the author says that waiting is meant where a rule says so.
  private func isExpectedToWait(_ rule: Int) -> Bool {
    let advisor = Advisor(book)
    return book.examples.contains { example in
      example.expectations.contains { $0.outcome == .wait && !$0.isNegated }
        && advisor.check(example).decision?.fired.contains(rule) == true
    }
  }
}

extension Rule {
  /// Whether it says to wait when it fires.
  var waits: Bool { consequences.contains { $0.effect == .wait } }
}
