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
              notes: covering(table, place), help: table.advice(onRow: place)))
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

  /// The rows before it that hold for all that it holds for, if their bounds or words say so.
  private func covering(_ table: Table, _ place: Int) -> [Finding.Note] {
    let first = "this row comes first and holds for the same keys"
    switch table.rows[place].match {
    case .upTo(let bound):
      guard case .literal(let own) = bound.kind else { return [] }
      for row in table.rows[..<place] {
        if case .upTo(let other) = row.match, case .literal(let earlier) = other.kind, earlier >= own {
          return [Finding.Note(first, at: row.span)]
        }
      }
      return []
    case .words(let own):
      let takers = own.map { word in
        table.rows[..<place].firstIndex { row in
          if case .words(let others) = row.match { others.contains(word) } else { false }
        }
      }
      if takers.contains(nil) { return [] }
      let rows = Set(takers.compactMap { $0 }).sorted()
      let several = "this row comes first and holds for some of the same words"
      return rows.map { Finding.Note(rows.count > 1 ? several : first, at: table.rows[$0].span) }
    case .otherwise: return []
    }
  }
}

extension Table {
  /// How rows are meant to stand, of one that is never reached.
  fileprivate func advice(onRow place: Int) -> String {
    switch rows[place].match {
    case .upTo: "bounds go upward, and the first row that holds counts"
    case .words: "the first row that names a word holds for it"
    case .otherwise: hasBounds ? "the bounds before it hold for every key" : "the rows before it name every word"
    }
  }

  fileprivate var hasBounds: Bool { rows.contains { if case .upTo = $0.match { true } else { false } } }
}
