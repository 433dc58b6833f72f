import RecoupEngine
import RecoupLanguage
import RecoupQuantities
import RecoupRules

/// Reads the cells of a row into a case that is used again for every row.
///
/// What nearly all cells hold is read from the bytes alone; anything else is left to `ValueReader`, which knows every way of
/// writing a value, and tells what is wrong with what is none.
struct CellReader {
  /// A column, with what it takes to read a plain cell.
  struct Column {
    var content: TableColumns.Content
    var way: Way
    /// The fact that it gives, or -1.
    var fact = -1
    var decimals = 0
    /// How many of its units are one: ten to the power of `decimals`.
    var unit: Int64 = 1
    /// Its words, as a stretch of `words`.
    var words = 0..<0
  }

  enum Way { case none, truth, choice, number, percent }

  /// A word of a choice, by its length, its first eight bytes and its last eight.
  private struct Word: Equatable {
    var length: Int
    var head: UInt64
    var tail: UInt64
  }

  private let book: RuleBook
  private(set) var columns: [Column] = []
  private var words: [Word] = []
  private var pairs: [Int] = []
  let idColumn: Int?

  init(_ columns: TableColumns, _ book: RuleBook) {
    self.book = book
    idColumn = columns.contents.firstIndex(of: .id)
    for content in columns.contents {
      switch content {
      case .ignored, .id: self.columns.append(Column(content: content, way: .none))
      case .pending, .times: self.columns.append(Column(content: content, way: .number))
      case .daysAgo(let action):
        self.columns.append(Column(content: content, way: .number))
        pairs.append(action)
      case .fact(let index): addFact(index)
      }
    }
  }

  private mutating func addFact(_ index: Int) {
    let fact = book.facts[index]
    var column = Column(content: .fact(index), way: .none, fact: index)
    switch fact.type {
    case .truth: column.way = .truth
    case .choice:
      column.way = .choice
      let first = words.count
      for word in fact.words {
        let bytes = Array(word.name.utf8)
        words.append(CellReader.word(bytes.span, 0, bytes.count))
      }
      column.words = first..<words.count
    case .money:
      column.way = .number
      column.decimals = book.currency.decimals
    case .days: column.way = .number
    case .number:
      column.way = .number
      column.decimals = 6
    case .percent:
      column.way = .percent
      column.decimals = 4
    }
    column.unit = PlainNumber.power(column.decimals)
    columns.append(column)
  }

  /// How many columns there are.
  var width: Int { columns.count }

  /// Reads all cells of a row; every column sets its part of the case anew.
  func read(_ scan: borrowing RowScan, _ bytes: Bytes, into invoice: inout Case) throws(ValueReader.Problem) {
    for number in columns.indices {
      let cell = scan.cells[number]
      let column = columns[number]
      var value: Int64?
      if cell.start < cell.end {
        switch column.way {
        case .none: continue
        case .truth: value = CellReader.truth(bytes, cell.start, cell.end)
        case .choice: value = choice(bytes, cell.start, cell.end, column.words)
        case .number: value = PlainNumber.read(bytes, cell.start, cell.end, decimals: column.decimals)
        case .percent:
          value = PlainNumber.read(bytes, cell.start, cell.end, decimals: column.decimals, sign: UInt8(ascii: "%"))
        }
        if value == nil { value = try slow(cell.text(in: bytes), column.content) }
      }
      if column.fact >= 0 {
        invoice.facts[column.fact] = value
      } else {
        try put(value, column.content, &invoice)
      }
    }
    try check(invoice)
  }

  /// Tells what is wrong with values that are none of them wrong alone.
  func check(_ invoice: borrowing Case) throws(ValueReader.Problem) {
    for action in pairs where invoice.done[action].times == 0 && invoice.done[action].daysAgo != nil {
      let name = book.actions[action].name
      throw ValueReader.Problem("`\(name).days_ago` is given, and `\(name).times` is 0 or not known")
    }
    try check(RuleBook.Builtin.amount, invoice)
    try check(RuleBook.Builtin.daysOverdue, invoice)
  }

  private func check(_ fact: Int, _ invoice: borrowing Case) throws(ValueReader.Problem) {
    if invoice.facts[fact] != nil { return }
    throw ValueReader.Problem("`\(book.facts[fact].name)` is missing: there is no advice without it")
  }

  private func put(
    _ value: Int64?, _ content: TableColumns.Content, _ invoice: inout Case
  ) throws(ValueReader.Problem) {
    switch content {
    case .ignored, .id: break
    case .fact(let index): invoice.facts[index] = value
    case .pending: invoice.pendingDays = try count(value, content) ?? 0
    case .times(let action): invoice.done[action].times = try count(value, content) ?? 0
    case .daysAgo(let action): invoice.done[action].daysAgo = try count(value, content)
    }
  }

  private func count(_ value: Int64?, _ content: TableColumns.Content) throws(ValueReader.Problem) -> Int64? {
    if let value, value < 0 { throw ValueReader.Problem("`\(content.name(in: book))` must not be negative") }
    return value
  }

  // MARK: What is not plain

  private func slow(_ text: String, _ content: TableColumns.Content) throws(ValueReader.Problem) -> Int64? {
    do {
      switch content {
      case .ignored, .id: return nil
      case .fact(let index):
        let fact = book.facts[index]
        return try ValueReader.read(text, as: fact.type, words: fact.words, currency: book.currency)
      case .times: return try times(text)
      case .pending, .daysAgo: return try ValueReader.read(text, as: .days, currency: book.currency)
      }
    } catch {
      throw ValueReader.Problem("`\(content.name(in: book))`: \(error.message)")
    }
  }

  private func times(_ text: String) throws(ValueReader.Problem) -> Int64 {
    do {
      return try DecimalText.parse(text.utf8, decimals: 0, signed: true)
    } catch {
      throw ValueReader.problem(error, text, decimals: 0, like: "3")
    }
  }

  // MARK: Words

  private static func truth(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int64? {
    if end - start == 3, bytes[start] == 0x79, bytes[start + 1] == 0x65, bytes[start + 2] == 0x73 { return 1 }
    if end - start == 2, bytes[start] == 0x6E, bytes[start + 1] == 0x6F { return 0 }
    return nil
  }

  func choice(_ bytes: Bytes, _ start: Int, _ end: Int, _ range: Range<Int>) -> Int64? {
    // Two words of up to 16 bytes with the same ends are the same word.
    if end - start > 16 { return nil }
    let wanted = CellReader.word(bytes, start, end)
    for index in range where words[index] == wanted { return Int64(index - range.lowerBound) }
    return nil
  }

  private static func word(_ bytes: Bytes, _ start: Int, _ end: Int) -> Word {
    let length = end - start
    // Where eight bytes stand together they are read at once; of a shorter word those behind it are taken off.
    if length > 0, length <= 8, start + 8 <= bytes.count {
      let eight = UInt64(bigEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
      return Word(length: length, head: eight >> UInt64(truncatingIfNeeded: 64 - 8 * length), tail: 0)
    }
    var word = Word(length: length, head: 0, tail: 0)
    for at in start..<min(end, start + 8) { word.head = word.head << 8 | UInt64(bytes[at]) }
    if length > 8 {
      for at in end - 8..<end { word.tail = word.tail << 8 | UInt64(bytes[at]) }
    }
    return word
  }
}
