import RecoupEngine
import RecoupRules

/// Regions of cases and single values in words.
struct CaseWords {
  private let book: RuleBook

  init(_ book: RuleBook) { self.book = book }

  /// What the cases of a region have in common, such as "days_overdue is between 61 and 89 days and consumer is yes".
  ///
  /// - Parameter leavingOut: What need not be said.
  func text(_ region: CaseRegion, leavingOut: (CaseRegion.Subject) -> Bool = { _ in false }) -> String {
    let parts = limits(region, leavingOut: leavingOut).map { text($0) }
    switch parts.count {
    case 0: return ""
    case 1: return parts[0]
    default: return parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1]
    }
  }

  /// What limits a region, without what is no more than the edge of the cases that are looked at: how
  /// long before it is due, and that it is not ended.
  func limits(_ region: CaseRegion, leavingOut: (CaseRegion.Subject) -> Bool) -> [CaseRegion.Limit] {
    region.limits.compactMap { limit in
      if leavingOut(limit.subject) { return nil }
      // Nobody goes on with what was ended, so that it was not is no condition.
      if case .times(let action) = limit.subject, book.actions[action].isFinal, limit.values?.upperBound == 0 {
        return nil
      }
      guard limit.subject == .fact(RuleBook.Builtin.daysOverdue), limit.values?.lowerBound == Premises.firstDay else {
        return limit
      }
      var told = limit
      told.reachesDown = true
      return told.reachesUp ? nil : told
    }
  }

  private func text(_ limit: CaseRegion.Limit) -> String {
    switch limit.subject {
    case .fact(let index):
      let fact = book.facts[index]
      return fact.name + " " + values(limit, fact.type)
    case .times(let action):
      let name = book.actions[action].name
      guard let values = limit.values else { return name + " was done" }
      if values.upperBound <= 0 { return name + " was not done" }
      if values == 1...values.upperBound && limit.reachesUp { return name + " was done" }
      return name + " was done " + count(values, limit.reachesUp)
    case .daysAgo(let action):
      return "\(book.actions[action].name).days_ago " + values(limit, .days)
    case .pendingDays:
      return limit.values?.upperBound == 0 ? "no step is pending" : "the last step is pending"
    }
  }

  private func count(_ values: ClosedRange<Int64>, _ reachesUp: Bool) -> String {
    if values.lowerBound == values.upperBound { return values.lowerBound == 1 ? "once" : "\(values.lowerBound) times" }
    if reachesUp { return "\(values.lowerBound) times or more" }
    if values.lowerBound <= 0 { return "at most " + (values.upperBound == 1 ? "once" : "\(values.upperBound) times") }
    return "\(values.lowerBound) to \(values.upperBound) times"
  }

  private func values(_ limit: CaseRegion.Limit, _ type: ValueType) -> String {
    guard let range = limit.values else { return "is unknown" }
    let notation = RulesNotation(book)
    func literal(_ raw: Int64) -> String { notation.text(raw, type) }
    let orUnknown = limit.canBeUnknown ? " or unknown" : ""
    if case .choice(let fact) = type {
      let others = book.facts[fact].words.indices.filter { !range.contains(Int64($0)) }
      if !others.isEmpty && others.count <= 2 && range.count > others.count {
        return (limit.canBeUnknown ? "is unknown, or known and not " : "is known and not ")
          + others.map { literal(Int64($0)) }.joined(separator: " or ")
      }
      return "is " + range.map { literal($0) }.joined(separator: " or ") + orUnknown
    }
    if limit.reachesDown && limit.reachesUp { return limit.canBeUnknown ? "is anything" : "is known" }
    if range.lowerBound == range.upperBound { return "is " + literal(range.lowerBound) + orUnknown }
    if limit.reachesDown { return "is at most " + literal(range.upperBound) + orUnknown }
    if limit.reachesUp { return "is at least " + literal(range.lowerBound) + orUnknown }
    return "is between \(literal(range.lowerBound)) and \(literal(range.upperBound))" + orUnknown
  }
}
