import Glibc
import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupShippedRules
import RecoupWire

/// What it takes to read, decide and write one row after the other, on one core, within this process.
struct PlanMeter {
  /// A made-up table: its first line names its columns.
  struct Table {
    var columns: [String]
    var rows: [[UInt8]]
  }

  /// Microseconds of CPU by row, in ascending order.
  let times: [Double]

  var mean: Double { times.reduce(0, +) / Double(times.count) }

  /// The time that a part of the rows stay within.
  func within(_ part: Double) -> Double { times[min(times.count - 1, Int(part * Double(times.count)))] }

  /// Decides all rows; none of them may fail.
  init(_ book: RuleBook, _ table: Table) throws {
    let run = RunValues(book)
    let format = TableFormat(header: table.columns)
    var decider = Decider(Advisor(book), run: run, format, try TableColumns(table.columns, book, run))
    var cutter = RowCutter(format)
    var output: [UInt8] = []
    var times: [Double] = []
    for row in table.rows {
      cutter.take(row[...])
      output.removeAll(keepingCapacity: true)
      let start = PlanMeter.now()
      var wrong = 0
      for piece in cutter.pieces { wrong += decider.decide(piece, of: cutter.bytes, to: &output) }
      times.append(PlanMeter.now() - start)
      if wrong > 0 {
        throw Child.Failure(description: "a row cannot be decided: \(String(decoding: output, as: UTF8.self))")
      }
    }
    self.times = times.sorted()
  }

  /// Microseconds that this thread has run.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  /// The book of a rules text, which may include what is shipped.
  static func book(_ name: String, _ text: [UInt8]) throws -> RuleBook {
    let loaded = RulesLoader.load(SourceFile(name: name, bytes: text)) { name, _ in
      ShippedRules.bytes(of: name).map { .found(SourceFile(name: name, bytes: $0)) } ?? .missing("there is none")
    }
    guard let book = loaded.book else {
      throw Child.Failure(description: "\(name): " + loaded.problems.map { $0.message }.joined(separator: "; "))
    }
    return book
  }
}
