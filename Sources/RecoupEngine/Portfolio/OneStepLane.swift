import RecoupRules

/// Decides by rule books that plan one step on one day, which is what a plain rules engine does: with tables that are made
/// ahead, at a small part of what the plain way costs, and to the same last bit.
struct OneStepLane {
  private let program: Program
  private var tables: LaneTables?
  /// The settings of the last cases that had no tables, and how many of them there were in a row.
  private var waiting: [Int64?] = []
  private var count = 0
  /// How many cases in a row must have the same settings before tables are made for them: more each time, so that making
  /// tables never costs much more than it saves.
  private var patience = OneStepLane.firstPatience

  static let firstPatience = 16

  /// Nil if the book plans further.
  init?(_ program: Program) {
    let horizon = program.book.horizon
    if horizon.steps != 1 || horizon.days != 0 { return nil }
    self.program = program
  }

  /// The advice on a case, or nil if the plain way must be gone for it.
  mutating func decide(_ invoice: Case) -> BriefDecision? {
    if invoice.facts.count <= RuleBook.Builtin.daysOverdue || invoice.facts[RuleBook.Builtin.amount] == nil
      || invoice.facts[RuleBook.Builtin.daysOverdue] == nil
    {
      return nil
    }
    if let tables, isSame(tables.settings, invoice.settings) { return tables.find(invoice).decision }
    wait(invoice.settings)
    return nil
  }

  private func isSame(_ known: [Int64?], _ given: [Int64?]) -> Bool {
    if known.isEmpty, given.isEmpty { return true }
    let all = program.book.settings.count
    for index in 0..<min(all, max(known.count, given.count)) {
      let first = index < known.count ? known[index] : nil
      let second = index < given.count ? given[index] : nil
      if first != second { return false }
    }
    return true
  }

  private mutating func wait(_ settings: [Int64?]) {
    if count > 0, isSame(waiting, settings) {
      count += 1
    } else {
      waiting = settings
      count = 1
    }
    if count < patience { return }
    count = 0
    patience *= 2
    tables = LaneTables(program, settings: settings) ?? tables
  }
}
