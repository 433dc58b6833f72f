import RecoupEngine
import RecoupRules

/// Finds what one case exercises: in today's state, and in the states of the plan that its decision recommends.
struct CoverageProbe: Sendable {
  private let book: RuleBook
  private let probe: Probe
  /// By table: where its key and its bounds stand among the values that are read.
  private let reads: [(key: Int, bounds: [Int?])]

  init(_ book: RuleBook) {
    self.book = book
    var expressions: [Expression] = []
    var reads: [(key: Int, bounds: [Int?])] = []
    for table in book.tables {
      expressions.append(table.key)
      let key = expressions.count - 1
      var bounds: [Int?] = []
      for row in table.rows {
        if case .upTo(let bound) = row.match {
          expressions.append(bound)
          bounds.append(expressions.count - 1)
        } else {
          bounds.append(nil)
        }
      }
      reads.append((key, bounds))
    }
    self.reads = reads
    probe = Probe(book, reading: expressions)
  }

  /// What the case exercises.
  ///
  /// - Parameter decision: The decision on it.
  func items(_ invoice: Case, _ decision: Decision) -> Set<CoverageItem> {
    var items: Set<CoverageItem> = []
    look(invoice, on: 0, after: [], &items)
    let plan = decision.bestOption?.plan ?? []
    for (place, step) in plan.enumerated() where place > 0 || step.day > 0 {
      look(invoice, on: step.day, after: plan[..<place], &items)
    }
    return items
  }

  private func look(_ invoice: Case, on day: Int64, after steps: ArraySlice<Step>, _ items: inout Set<CoverageItem>) {
    let view = probe.view(invoice, on: day, after: steps)
    for (rule, fires) in view.rules.enumerated() {
      items.insert(fires == true ? .fires(rule: rule) : .rests(rule: rule))
      if fires == true { feel(rule, view, &items) }
    }
    for (action, answers) in view.requirements.enumerated() {
      for (place, isMet) in answers.enumerated() {
        guard let isMet else { continue }
        items.insert(isMet ? .met(action: action, requirement: place) : .unmet(action: action, requirement: place))
      }
    }
    let values = probe.values(invoice, on: day, after: steps)
    for table in book.tables.indices {
      if let row = row(of: table, values) { items.insert(.row(table: table, row: row)) }
    }
  }

  // MARK: Effects

  private func feel(_ rule: Int, _ view: Probe.View, _ items: inout Set<CoverageItem>) {
    for (place, consequence) in book.rules[rule].consequences.enumerated() {
      switch consequence.effect {
      case .likelier(let action, _), .lessLikely(let action, _):
        if view.obstacles[action].isEmpty {
          items.insert(.effect(rule: rule, consequence: place, action: action))
        }
      case .never(let actions):
        for action in actions where view.obstacles[action] == [.rule(rule)] {
          items.insert(.effect(rule: rule, consequence: place, action: action))
        }
      case .only(let kept):
        if book.actions.indices.contains(where: { !kept.contains($0) && view.obstacles[$0] == [.rule(rule)] }) {
          items.insert(.effect(rule: rule, consequence: place, action: nil))
        }
      case .wait:
        if !book.rules.indices.contains(where: { $0 != rule && view.rules[$0] == true && book.rules[$0].saysWait }) {
          items.insert(.effect(rule: rule, consequence: place, action: nil))
        }
      }
    }
  }

  // MARK: Tables

  /// The row that the key of a table falls on, as the language's reference picks it.
  private func row(of table: Int, _ values: [Int64?]) -> Int? {
    guard let key = values[reads[table].key] else { return nil }
    var otherwise: Int?
    for (place, row) in book.tables[table].rows.enumerated() {
      switch row.match {
      case .upTo:
        guard let bound = reads[table].bounds[place].flatMap({ values[$0] }) else { return nil }
        if key <= bound { return place }
      case .words(let words): if words.contains(Int(clamping: key)) { return place }
      case .otherwise: otherwise = place
      }
    }
    return otherwise
  }
}

extension Rule {
  /// Whether nothing is done while it fires.
  fileprivate var saysWait: Bool { consequences.contains { $0.effect == .wait } }
}
