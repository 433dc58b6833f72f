import RecoupLanguage
public import RecoupRules

/// What the columns of a table of cases give.
public struct TableColumns: Hashable, Sendable {
  /// Why no row can be decided.
  public struct Problem: Error, Hashable, Sendable {
    /// What is wrong, in a sentence without a capital or a full stop.
    public var message: String
  }

  /// What a column gives.
  enum Content: Hashable {
    case ignored
    case id
    case pending
    case times(action: Int)
    case daysAgo(action: Int)
    case fact(Int)

    /// The column's name; none if it is ignored.
    func name(in book: RuleBook) -> String {
      switch self {
      case .ignored: ""
      case .id: "id"
      case .pending: "pending"
      case .times(let action): book.actions[action].name + ".times"
      case .daysAgo(let action): book.actions[action].name + ".days_ago"
      case .fact(let fact): book.facts[fact].name
      }
    }
  }

  let contents: [Content]
  /// What there is to say about columns that give nothing, a sentence each, without a capital or a full stop.
  public let remarks: [String]

  /// The columns with these names, of which case and blanks around them do not matter.
  ///
  /// - Parameter run: What is given for every row, so that there need not be a column of it.
  public init(_ names: [String], _ book: RuleBook, _ run: RunValues) throws(Problem) {
    let known = ColumnNames(book)
    var contents: [Content] = []
    var remarks: [String] = []
    var seen = Set<Content>()
    for name in names {
      let name = ColumnNames.trimmed(name)
      let content = known.content(of: name)
      if content == .ignored {
        remarks.append(known.remark(name))
      } else if !seen.insert(content).inserted {
        throw Problem(message: "there are two columns `\(content.name(in: book))`")
      }
      contents.append(content)
    }
    for fact in [RuleBook.Builtin.amount, RuleBook.Builtin.daysOverdue]
    where run.facts[fact] == nil && !seen.contains(.fact(fact)) {
      let name = book.facts[fact].name
      throw Problem(
        message:
          "there is no column `\(name)`, and there is no advice without it; `--set \(name)=…` gives it to all rows")
    }
    for case .daysAgo(let action) in contents where !seen.contains(.times(action: action)) {
      let name = book.actions[action].name
      throw Problem(message: "there is a column `\(name).days_ago`, but none `\(name).times`")
    }
    self.contents = contents
    self.remarks = remarks
  }

  /// The columns that a header line names.
  ///
  /// - Parameter bytes: The header line, and blank lines before it.
  public init(
    header bytes: ArraySlice<UInt8>, _ format: TableFormat, _ book: RuleBook, _ run: RunValues
  ) throws(Problem) {
    let lines = Array(bytes.drop { $0 == .lineFeed || $0 == .carriageReturn })
    // There are no more cells than bytes, and one.
    var scan = RowScan(format.shape, width: lines.count)
    _ = scan.read(lines.span, from: 0)
    if let problem = scan.problem { throw Problem(message: "the header line cannot be read: " + problem.message) }
    let names = scan.cells[..<scan.count].map { $0.text(in: lines.span) }
    try self.init(names, book, run)
  }
}

/// The names that a column may have.
private struct ColumnNames {
  private let book: RuleBook
  private var contents: [String: TableColumns.Content] = [:]
  private var names: [String] = []

  init(_ book: RuleBook) {
    self.book = book
    add("id", .id)
    add("pending", .pending)
    for (index, fact) in book.facts.enumerated() where index != RuleBook.Builtin.pending {
      add(fact.name, .fact(index))
    }
    for (index, action) in book.actions.enumerated() {
      add(action.name + ".times", .times(action: index))
      add(action.name + ".days_ago", .daysAgo(action: index))
    }
  }

  private mutating func add(_ name: String, _ content: TableColumns.Content) {
    names.append(name)
    if contents[name] == nil { contents[name] = content }
    // A name that is spelled exactly so comes first.
    let lower = ColumnNames.lowercased(name)
    if contents[lower] == nil { contents[lower] = content }
  }

  func content(of name: String) -> TableColumns.Content {
    contents[name] ?? contents[ColumnNames.lowercased(name)] ?? .ignored
  }

  /// Why a column is ignored.
  func remark(_ name: String) -> String {
    if name.isEmpty { return "a column without a name is ignored" }
    if book.setting(named: name) != nil {
      return "the column `\(name)` is ignored: it is a setting, which `--set \(name)=…` gives to all rows"
    }
    let hint = NearestName.of(name, among: names).map { "; did you mean `\($0)`?" } ?? ""
    return "the column `\(name)` is ignored: the rules have no such fact" + hint
  }

  /// Without blanks around it.
  static func trimmed(_ name: String) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let bytes = Array(name.utf8)
    guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  private static func lowercased(_ name: String) -> String {
    String(decoding: name.utf8.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
