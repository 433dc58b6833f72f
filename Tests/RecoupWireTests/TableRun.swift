import RecoupEngine
import RecoupRules
import Testing

@testable import RecoupWire

/// What is made of a table by the rule book of the lines.
struct TableRun {
  var format = TableFormat()
  var set: [(String, String)] = []
  var blocks = Int.max
  var pieceSize: Int?
  var limit: Int?

  /// The rows of decisions without a header, and how many of them are errors.
  func decide(_ bytes: [UInt8]) throws -> (output: [UInt8], failures: Int) {
    let book = try WireBook.book()
    var run = RunValues(book)
    for (name, value) in set { try run.set(name, to: value, in: book) }
    return try decide(bytes, Advisor(book), run)
  }

  func decide(_ bytes: [UInt8], _ advisor: Advisor, _ run: RunValues) throws -> (output: [UInt8], failures: Int) {
    var shape = format.shape
    if let pieceSize { shape.pieceSize = pieceSize }
    if let limit { shape.limit = limit }
    var cutter = RowCutter(shape, hasHeader: format.header == nil)
    var decider = try format.header.map {
      try TableDecider(advisor, run, shape, format, TableColumns($0, advisor.book, run))
    }
    var output: [UInt8] = []
    var failures = 0
    func answer() throws {
      for piece in cutter.pieces {
        if decider == nil {
          let columns = try TableColumns(header: cutter.bytes[piece.range], format, advisor.book, run)
          decider = TableDecider(advisor, run, shape, format, columns)
        } else {
          failures += decider?.decide(cutter.bytes.span.extracting(piece.range), to: &output) ?? 0
        }
      }
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      cutter.take(rest.prefix(blocks))
      try answer()
      rest = rest.dropFirst(blocks)
    }
    cutter.finish()
    try answer()
    return (output, failures)
  }

  /// The rows of decisions on a text.
  func lines(_ text: String) throws -> String { String(decoding: try decide(Array(text.utf8)).output, as: UTF8.self) }
}
