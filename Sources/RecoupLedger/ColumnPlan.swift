import RecoupLanguage
import RecoupRules

/// Which column of a file gives what.
struct ColumnPlan {
  /// One header with its place.
  struct Header {
    let text: String
    let line: Int
    let column: Int
    let lowercased: String
    let folded: String

    init(text: String, line: Int, column: Int) {
      self.text = text
      self.line = line
      self.column = column
      lowercased = text.lowercased()
      folded = HeaderName.folded(text)
    }
  }

  private(set) var columns: [LedgerColumn: Int] = [:]
  private(set) var facts: [(fact: Int, column: Int)] = []
  private(set) var problems: [LedgerProblem] = []

  private let file: String
  private let headers: [Header]
  private let book: RuleBook
  /// What the file may give at all: of clients only their name.
  private let wanted: [LedgerColumn]
  private var used: [Bool]

  /// Whether the rows can be read.
  var isWhole: Bool { !problems.contains { $0.severity == .file } }

  init(file: String, headers: [Header], mappings: [ColumnMapping], book: RuleBook, wanted: [LedgerColumn]) {
    self.file = file
    self.headers = headers
    self.book = book
    self.wanted = wanted
    used = headers.map { $0.text.isEmpty }
    for mapping in mappings { take(mapping) }
    takeOwnNames()
    let factsOfHeaders = takeFacts()
    takeOtherNames()
    takeFactsThatAreNeeded(factsOfHeaders)
    requireColumns()
    if isWhole { noteTheRest() }
  }

  // MARK: What the user says

  private mutating func take(_ mapping: ColumnMapping) {
    let own = HeaderName.own[HeaderName.folded(mapping.name)]
    if let own, !wanted.contains(own) { return }
    guard let index = header(mapping.header) else {
      // One list of mappings serves both files.
      if wanted.count > 1 { complainOfMissing(mapping.header) }
      return
    }
    if let own {
      if columns[own] != nil { complain("`\(mapping.name)` is given two columns by `--columns`", at: index) }
      columns[own] = index
    } else if let fact = book.fact(named: mapping.name) {
      if fact < Fact.builtins.count {
        complain("`\(mapping.name)` is what the ledger works out itself, so no column can give it", at: index)
      }
      if facts.contains(where: { $0.fact == fact }) {
        complain("`\(mapping.name)` is given two columns by `--columns`", at: index)
      }
      facts.append((fact, index))
    } else if wanted.count > 1 {
      let names = wanted.map { $0.name } + book.facts.dropFirst(Fact.builtins.count).map { $0.name }
      let hint = NearestName.of(mapping.name, among: names).map { "did you mean `\($0)`?" }
      complain(
        "`\(mapping.name)` of `--columns` is no column of the ledger and no fact of the rules", at: index,
        help: hint ?? "the columns are " + list(wanted.map { $0.name }))
    }
    used[index] = true
  }

  private func header(_ text: String) -> Int? {
    let folded = HeaderName.folded(text)
    return headers.firstIndex { $0.text == text }
      ?? headers.firstIndex { $0.lowercased == text.lowercased() }
      ?? headers.firstIndex { !$0.text.isEmpty && $0.folded == folded }
  }

  private mutating func complainOfMissing(_ header: String) {
    let names = headers.map { $0.text }.filter { !$0.isEmpty }
    let hint = NearestName.of(header, among: names).map { "did you mean `\($0)`?" }
    complain(
      "the file has no column \(shown(header)), which `--columns` names", at: 0,
      help: hint ?? "its columns are " + list(names))
  }

  // MARK: What the headers say

  private mutating func takeOwnNames() {
    for column in wanted where columns[column] == nil {
      take(column) { HeaderName.own[$0.folded] == column }
    }
  }

  /// Takes the headers that are facts, and returns them with their columns.
  private mutating func takeFacts() -> [(fact: Int, column: Int)] {
    var taken: [(fact: Int, column: Int)] = []
    for (fact, declared) in book.facts.enumerated().dropFirst(Fact.builtins.count) {
      if facts.contains(where: { $0.fact == fact }) { continue }
      let name = declared.name.lowercased()
      let matching = headers.indices.filter { !used[$0] && headers[$0].lowercased == name }
      guard let index = matching.first else { continue }
      if matching.count > 1 { complainOfTwo(matching[0], matching[1], for: declared.name) }
      used[index] = true
      taken.append((fact, index))
    }
    facts += taken
    return taken
  }

  private mutating func takeOtherNames() {
    for rank in 0...3 {
      for column in wanted where columns[column] == nil {
        take(column) { header in
          guard let other = HeaderName.others[header.folded] else { return false }
          return other.column == column && other.rank == rank
        }
      }
    }
  }

  /// A column that must be there may have the name of a fact.
  private mutating func takeFactsThatAreNeeded(_ taken: [(fact: Int, column: Int)]) {
    for column in missing {
      let match = taken.first { HeaderName.others[headers[$0.column].folded]?.column == column }
      guard let match else { continue }
      columns[column] = match.column
      facts.removeAll { $0.column == match.column }
    }
  }

  private mutating func take(_ column: LedgerColumn, where isMeant: (Header) -> Bool) {
    let matching = headers.indices.filter { !used[$0] && isMeant(headers[$0]) }
    guard let index = matching.first else { return }
    if matching.count > 1 { complainOfTwo(matching[0], matching[1], for: column.name) }
    columns[column] = index
    used[index] = true
  }

  private var missing: [LedgerColumn] {
    var missing: [LedgerColumn] = []
    for column in [LedgerColumn.invoice, .client, .due, .total] where wanted.contains(column) {
      let isThere = columns[column] != nil || (column == .total && columns[.balance] != nil)
      if !isThere { missing.append(column) }
    }
    return missing
  }

  private mutating func requireColumns() {
    let missing = missing.map { $0.name }
    if missing.isEmpty || !isWhole { return }
    let names = headers.map { $0.text }.filter { !$0.isEmpty }
    complain(
      "there is no column for " + list(missing), at: 0,
      help: "say which is meant with `--columns \"" + missing.map { $0 + "=…" }.joined(separator: ",")
        + "\"`; the columns are " + list(names))
  }

  private mutating func noteTheRest() {
    var ignored: [String] = []
    var computed: [String] = []
    var first: Int?
    for (index, header) in headers.enumerated() where !used[index] {
      first = first ?? index
      let fact = book.facts.firstIndex { $0.name == header.lowercased }
      // A column `Amount` beside the total is an amount that the ledger has no use for.
      let isComputed = fact.map { $0 < Fact.builtins.count && $0 != RuleBook.Builtin.amount } ?? false
      if isComputed { computed.append(header.text) } else { ignored.append(header.text) }
    }
    guard let first else { return }
    note(computed, ": the ledger works this out itself", at: headers[first])
    note(ignored, "", at: headers[first])
    noteThatNothingTellsOfPayments()
  }

  /// Programs tell by a status what is paid; to ask a client for money that they have paid is worth a word.
  private mutating func noteThatNothingTellsOfPayments() {
    let isTold = [LedgerColumn.paid, .paidOn, .balance].contains { columns[$0] != nil }
    let status = headers.indices.first { !used[$0] && HeaderName.statuses.contains(headers[$0].folded) }
    guard wanted.contains(.paid), !isTold, let status else { return }
    let header = headers[status]
    let message = "what is paid cannot be told from \(shown(header.text)): every invoice counts as unpaid"
    problems.append(
      .init(
        file: file, line: header.line, column: header.column, message: message,
        help: "a column `paid`, `paid_on` or `balance` tells", severity: .note))
  }

  private mutating func note(_ names: [String], _ why: String, at header: Header) {
    if names.isEmpty { return }
    let message = (names.count == 1 ? "the column " : "the columns ") + list(names)
    problems.append(
      .init(
        file: file, line: header.line, column: header.column,
        message: message + (names.count == 1 ? " is" : " are") + " not used" + why, severity: .note))
  }

  // MARK: Saying so

  private mutating func complainOfTwo(_ a: Int, _ b: Int, for name: String) {
    let first = headers[a].text
    let second = headers[b].text
    complain(
      "the columns \(shown(first)) and \(shown(second)) may both be `\(name)`", at: b,
      help: first == second
        ? "give one of them another name"
        : "say which one counts, such as with `--columns \"\(name)=\(first)\"`")
  }

  private mutating func complain(_ message: String, at header: Int, help: String? = nil) {
    let place = headers.indices.contains(header) ? (headers[header].line, headers[header].column) : (1, 1)
    problems.append(
      .init(file: file, line: place.0, column: place.1, message: message, help: help, severity: .file))
  }

  private func list(_ names: [String]) -> String { names.map { shown($0) }.joined(separator: ", ") }
}
