import RecoupEngine
import RecoupLanguage
import RecoupReports
import RecoupRules
import RecoupWire
import Synchronization

/// One run of `decide`: what comes in is cut into pieces, which the workers decide and which are written in their order.
struct DecideRun {
  private let world: World
  private let book: RuleBook
  private let run: RunValues
  private let advisor: Advisor
  private let jobs: Int
  private var workers: [DecideWorker] = []

  /// How many lines or rows could not be read so far.
  private(set) var failures = 0

  init(_ world: World, _ book: RuleBook, _ run: RunValues, jobs: Int) {
    self.world = world
    self.book = book
    self.run = run
    self.jobs = jobs
    advisor = Advisor(book)
  }

  /// Answers lines of JSON.
  mutating func answerLines(isBrief: Bool) throws(Stop) {
    workers = (0..<jobs).map { [advisor, run] _ in DecideWorker(Decider(advisor, run: run, isBrief: isBrief)) }
    var cutter = RowCutter()
    while try fill(&cutter) { try decide(cutter.pieces[...], cutter.bytes) }
    try decide(cutter.pieces[...], cutter.bytes)
  }

  /// Answers the rows of a table.
  mutating func answer(_ format: TableFormat, writesHeader: Bool) throws(Stop) {
    if format.header != nil { try begin(format, writesHeader, header: []) }
    var cutter = RowCutter(format)
    var isMore = true
    while isMore {
      isMore = try fill(&cutter)
      var pieces = cutter.pieces[...]
      if workers.isEmpty, let header = pieces.popFirst() {
        try begin(format, writesHeader, header: cutter.bytes[header.range])
      }
      try decide(pieces, cutter.bytes)
    }
    if workers.isEmpty {
      throw Stop(.missingInput, "standard input is empty: not even a header line is there")
    }
  }

  /// Takes in what there is of the input; false at its end.
  private func fill(_ cutter: inout RowCutter) throws(Stop) -> Bool {
    do {
      let block = try world.readInput()
      if block.isEmpty { cutter.finish() } else { cutter.take(block[...]) }
      return !block.isEmpty
    } catch {
      throw Stop(.missingInput, "cannot read standard input: \(error.reason)")
    }
  }

  /// Makes the workers, once the columns are known.
  private mutating func begin(
    _ format: TableFormat, _ writesHeader: Bool, header: ArraySlice<UInt8>
  ) throws(Stop) {
    let columns: TableColumns
    do {
      if let names = format.header {
        columns = try TableColumns(names, book, run)
      } else {
        columns = try TableColumns(header: header, format, book, run)
      }
    } catch {
      throw Stop(format.header == nil ? .missingInput : .usage, error.message)
    }
    for remark in columns.remarks { world.complain("recoup: \(Shown.lines(remark))\n") }
    workers = (0..<jobs).map { [advisor, run] _ in DecideWorker(Decider(advisor, run: run, format, columns)) }
    if writesHeader {
      var output: [UInt8] = []
      format.writeHeader(to: &output)
      try world.put(output)
    }
  }

  // MARK: Deciding

  private mutating func decide(_ pieces: ArraySlice<RowCutter.Piece>, _ bytes: [UInt8]) throws(Stop) {
    var rest = pieces
    while !rest.isEmpty {
      // What was decided is written before much more is, since answers can be far longer than what they answer.
      let round = Array(rest.prefix(jobs == 1 ? 1 : 8 * jobs))
      rest = rest.dropFirst(round.count)
      for output in outputs(round, bytes) { try world.put(output) }
    }
  }

  /// The answers to some pieces, in their order.
  private mutating func outputs(_ pieces: [RowCutter.Piece], _ bytes: [UInt8]) -> [[UInt8]] {
    if pieces.count == 1 || jobs == 1 {
      return pieces.map { piece in
        let answer = self.workers[0].decide(piece, bytes)
        self.failures += answer.failures
        return answer.output
      }
    }
    let workers = workers
    let next = Atomic(0)
    let answers = Mutex<[([UInt8], Int)]>(Array(repeating: ([], 0), count: pieces.count))
    world.spread(min(jobs, pieces.count)) { number in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        if index >= pieces.count { return }
        let answer = workers[number].decide(pieces[index], bytes)
        answers.withLock { $0[index] = answer }
      }
    }
    return answers.withLock { answers in
      failures += answers.reduce(0) { $0 + $1.1 }
      return answers.map { $0.0 }
    }
  }
}

/// What one core decides with. Only one piece is decided at a time.
private final class DecideWorker: Sendable {
  private let decider: Mutex<Decider>

  init(_ decider: sending Decider) { self.decider = Mutex(decider) }

  func decide(_ piece: RowCutter.Piece, _ bytes: [UInt8]) -> (output: [UInt8], failures: Int) {
    decider.withLock { decider in
      var output: [UInt8] = []
      output.reserveCapacity(piece.range.count * 5 / 4)
      let failures = decider.decide(piece, of: bytes, to: &output)
      return (output, failures)
    }
  }
}
