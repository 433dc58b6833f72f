import RecoupEngine
import RecoupRules

extension Reviewer {
  /// Rows that can never be reached, and keys without a row.
  mutating func checkTables() {
    for (index, table) in book.tables.enumerated() {
      for (place, row) in table.rows.enumerated() {
        switch find(premises.rows[index][place]) {
        case .found: break
        case .none:
          report(
            Finding(
              .unreachableRow, "this row of the table `\(table.name)` is never reached", at: row.span,
              notes: covering(table, place), help: "bounds go upward, and the first row that holds counts"))
        case .undecided:
          reportUndecided(.unreachableRow, "this row of the table `\(table.name)` is ever reached", at: row.span)
        }
      }
      switch find(premises.noRow[index]) {
      case .none: break
      case .undecided:
        reportUndecided(.tableGap, "the table `\(table.name)` has a row for every key", at: table.span)
      case .found(let invoice):
        report(
          Finding(
            .tableGap, .shown, "the table `\(table.name)` has no row for some keys: its value is unknown there",
            at: table.span, help: "end it with `\(table.hasBounds ? "beyond" : "otherwise"): …`", witness: invoice))
      }
    }
  }

  /// The row before it that holds for all that it holds for, if its bound says so.
  private func covering(_ table: Table, _ place: Int) -> [Finding.Note] {
    guard case .upTo(let bound) = table.rows[place].match, case .literal(let own) = bound.kind else { return [] }
    for row in table.rows[..<place] {
      if case .upTo(let other) = row.match, case .literal(let earlier) = other.kind, earlier >= own {
        return [Finding.Note("this row comes first and holds for the same keys", at: row.span)]
      }
    }
    return []
  }
}

extension Table {
  fileprivate var hasBounds: Bool { rows.contains { if case .upTo = $0.match { true } else { false } } }
}
