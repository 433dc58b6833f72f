import RecoupRules

/// Reads `clients.csv`.
struct ClientFile {
  private(set) var problems: [LedgerProblem] = []
  /// Whether there was a header that served.
  private(set) var isReadable = false

  init(_ file: LedgerFile, _ options: LedgerOptions, _ book: RuleBook, _ register: inout ClientRegister) {
    guard var table = TableFile(file, options, book, wanted: [.client], problems: &problems) else { return }
    isReadable = true
    var lines: [String: Int] = [:]
    while let row = table.reader.next() {
      let record: DelimitedText.Record
      switch row {
      case .failure(let problem):
        problems.append(table.problem(problem))
        continue
      case .success(let read): record = read
      }
      let name = table.text(.client, record)
      let column = table.plan.columns[.client]
      if name.isEmpty {
        problems.append(table.problem(Complaint("the client is missing"), column, record))
        continue
      }
      if let line = lines[name] {
        let twice = Complaint(
          "the client \(shown(name)) stands on line \(line) already", help: "leave one of them out")
        problems.append(table.problem(twice, column, record))
        continue
      }
      lines[name] = record.line
      let before = problems.count
      let facts = table.facts(record, book, book.currency, problems: &problems)
      let index = register.index(of: name)
      if problems.count == before { register.clients[index].facts = facts }
    }
  }
}
