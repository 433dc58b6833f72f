public import RecoupEngine
import RecoupRules

/// Turns a stream of facts, one JSON object a line, into a stream of decisions, one a line, in the same order.
///
/// It holds no more than the line that it is reading. A line that cannot be read is answered in its place.
public struct DecideStream {
  private let advisor: Advisor
  private var portfolio: PortfolioAdvisor
  private let reader: CaseReader
  private let writer: DecisionWriter
  private let isBrief: Bool
  private var rest: [UInt8] = []
  private var line = 0
  private var json = JSONWriter()

  /// How many lines could not be read so far.
  public private(set) var failures = 0

  /// Starts a stream.
  ///
  /// - Parameters:
  ///   - advisor: Decides.
  ///   - run: Settings and facts for the whole run.
  ///   - isBrief: Whether options, closed actions and fired rules are left out.
  public init(_ advisor: Advisor, run: RunValues, isBrief: Bool = false) {
    self.advisor = advisor
    portfolio = PortfolioAdvisor(advisor)
    reader = CaseReader(advisor.book, run)
    writer = DecisionWriter(advisor.book)
    self.isBrief = isBrief
  }

  /// Takes in some bytes, and appends the answers to all lines that they complete.
  public mutating func feed(_ block: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var start = block.startIndex
    while let end = block[start...].firstIndex(of: UInt8(ascii: "\n")) {
      if rest.isEmpty {
        answer(block[start..<end], to: &output)
      } else {
        rest += block[start..<end]
        let whole = rest
        rest = []
        answer(whole[...], to: &output)
      }
      start = end + 1
    }
    rest += block[start...]
  }

  /// Answers a last line without a line end.
  public mutating func finish(to output: inout [UInt8]) {
    if !rest.isEmpty { answer(rest[...], to: &output) }
    rest = []
  }

  private mutating func answer(_ whole: ArraySlice<UInt8>, to output: inout [UInt8]) {
    line += 1
    var bytes = whole
    if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
    json.removeAll()
    do {
      let (id, invoice) = try reader.read(bytes)
      try decide(invoice, id: id)
    } catch {
      json.removeAll()
      json.open("{")
      json.name("id")
      json.value(error.id)
      json.member("line", Int64(line))
      json.member("error", error.message)
      json.close("}")
      failures += 1
    }
    output += json.bytes
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func decide(_ invoice: Case, id: String) throws(CaseReader.Problem) {
    do {
      if isBrief {
        writer.write(try portfolio.decide(invoice), id: id, to: &json)
      } else {
        writer.write(try advisor.decide(invoice), id: id, to: &json)
      }
    } catch {
      switch error {
      case .missing(let fact):
        throw CaseReader.Problem(message: "`\(advisor.book.facts[fact].name)` is missing", id: id)
      }
    }
  }
}
