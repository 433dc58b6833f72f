/// How the dates and amounts of a file are written, found out from all of them.
struct FileHabits {
  private(set) var order: DateOrder?
  private(set) var decimal: DecimalMark?
  private(set) var problems: [LedgerProblem] = []

  init(_ table: TableFile, lookingForDates: Bool, forAmounts: Bool) {
    let dates = lookingForDates ? FileHabits.columns([.issued, .due, .paidOn], table) : []
    let amounts = forAmounts ? FileHabits.columns([.total, .paid, .balance], table) : []
    var dateFinder = DateOrderFinder()
    var markFinder = DecimalMarkFinder()
    var reader = table.reader
    while let row = reader.next() {
      guard case .success(let record) = row else { continue }
      for column in dates {
        let field = record.fields[column]
        dateFinder.look(at: table.table.content(of: field)) { table.table.place(of: field.lower, in: record) }
      }
      for column in amounts {
        let field = record.fields[column]
        markFinder.look(at: table.table.content(of: field)) { table.table.place(of: field.lower, in: record) }
      }
    }
    if lookingForDates {
      let (found, problem) = dateFinder.outcome(file: table.name)
      order = found
      if let problem { problems.append(problem) }
    }
    if let (mark, note) = markFinder.outcome(file: table.name) {
      decimal = mark
      problems.append(note)
    }
  }

  private static func columns(_ columns: [LedgerColumn], _ table: TableFile) -> [Int] {
    columns.compactMap { table.plan.columns[$0] }
  }
}
