import RecoupLanguage
import RecoupQuantities
import RecoupRules

/// A file of rows under a header, on the way to invoices or clients.
struct TableFile {
  let name: String
  let table: DelimitedText
  let plan: ColumnPlan
  /// The index of the field of each column of the ledger.
  private let fields: [Int?]
  /// Stands at the first row after the header.
  var reader: DelimitedReader

  /// Reads the header; without one that serves, there is nothing but problems.
  init?(
    _ file: LedgerFile, _ options: LedgerOptions, _ book: RuleBook, wanted: [LedgerColumn],
    problems: inout [LedgerProblem]
  ) {
    name = file.name
    func fail(_ message: String, help: String? = nil, line: Int = 1, column: Int = 1) -> LedgerProblem {
      .init(file: file.name, line: line, column: column, message: message, help: help, severity: .file)
    }
    if UTF8Check.looksLikeUTF16(file.bytes) {
      problems.append(fail("this file is UTF-16", help: "save it as UTF-8"))
      return nil
    }
    let first = HeaderLine(DelimitedText(file.bytes))
    let header: HeaderLine
    switch first.record {
    case nil:
      problems.append(
        fail("the file has no header", help: "its first line names the columns, such as `invoice,client,due,total`"))
      return nil
    case .failure(let problem)?:
      problems.append(fail(problem.message, help: problem.help, line: problem.line, column: problem.column))
      return nil
    case .success?:
      header = first.best { $0.plan(file.name, options, book, wanted) }
    }
    table = header.table
    reader = header.reader
    plan = header.plan(file.name, options, book, wanted)
    let columns = plan.columns
    fields = LedgerColumn.allCases.map { columns[$0] }
    if header.table.start != first.table.start {
      let line = header.table.firstLine
      let message = "the columns are named on this line; what stands before it is not read"
      problems.append(
        LedgerProblem(file: file.name, line: line, column: 1, message: message, severity: .note))
    }
    problems += plan.problems
    if !plan.isWhole { return nil }
  }

  func content(_ column: LedgerColumn, _ record: DelimitedText.Record) -> ArraySlice<UInt8> {
    guard let index = fields[column.rawValue], index < record.fields.count else { return [] }
    return table.content(of: record.fields[index])
  }

  func text(_ column: LedgerColumn, _ record: DelimitedText.Record) -> String {
    String(decoding: content(column, record), as: UTF8.self)
  }

  func problem(_ complaint: Complaint, _ field: Int?, _ record: DelimitedText.Record) -> LedgerProblem {
    let offset = field.flatMap { $0 < record.fields.count ? record.fields[$0].lower : nil } ?? record.start
    let place = table.place(of: offset, in: record)
    return .init(
      file: name, line: place.line, column: place.column, message: complaint.message, help: complaint.help,
      severity: .row)
  }

  func problem(_ problem: DelimitedText.Problem) -> LedgerProblem {
    .init(
      file: name, line: problem.line, column: problem.column, message: problem.message, help: problem.help,
      severity: .row)
  }

  /// The facts of a row; an empty field gives none.
  func facts(
    _ record: DelimitedText.Record, _ book: RuleBook, _ currency: Currency, problems: inout [LedgerProblem]
  ) -> [GivenFact] {
    var facts: [GivenFact] = []
    for (fact, column) in plan.facts {
      let content = table.content(of: record.fields[column])
      if content.isEmpty { continue }
      do throws(Complaint) {
        facts.append(try FactReader.read(String(decoding: content, as: UTF8.self), fact, book, currency))
      } catch {
        problems.append(problem(error, column, record))
      }
    }
    return facts
  }
}

/// Reads the value of a fact, wherever in the ledger it stands.
enum FactReader {
  /// - Parameter currency: What amounts are in, where they do not say: that of the invoice.
  static func read(
    _ text: String, _ fact: Int, _ book: RuleBook, _ currency: Currency
  ) throws(Complaint) -> GivenFact {
    let declared = book.facts[fact]
    if text.utf8.count > 200 { throw Complaint("`\(declared.name)`: \(shown(text)) is no value") }
    do throws(ValueReader.Problem) {
      if declared.type == .money, currency != book.currency, !names(text, book.currency) {
        if !names(text, currency), Currency(code: String(text.suffix(3))) != nil {
          throw ValueReader.Problem(
            "`\(text)` is neither in \(currency.code), the currency of the invoice, nor in \(book.currency.code), "
              + "that of the rules")
        }
        let raw = try ValueReader.read(text, as: .money, currency: currency)
        return GivenFact(fact: fact, raw: raw, currency: currency)
      }
      let raw = try ValueReader.read(text, as: declared.type, words: declared.words, currency: book.currency)
      return GivenFact(fact: fact, raw: raw)
    } catch {
      throw Complaint("`\(declared.name)`: " + error.message)
    }
  }

  private static func names(_ text: String, _ currency: Currency) -> Bool {
    text.utf8.suffix(currency.code.utf8.count).elementsEqual(currency.code.utf8)
  }
}
