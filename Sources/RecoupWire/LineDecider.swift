import RecoupEngine
import RecoupRules

/// Decides lines of facts, one core's share of them.
struct LineDecider {
  private let advisor: Advisor
  private var portfolio: PortfolioAdvisor
  private let reader: CaseReader
  private let writer: DecisionWriter
  private let isBrief: Bool
  private let limit = RowShape(separator: nil, isQuoted: false).limit
  private var json = JSONWriter()

  init(_ advisor: Advisor, _ run: RunValues, isBrief: Bool) {
    self.advisor = advisor
    portfolio = PortfolioAdvisor(advisor)
    reader = CaseReader(advisor.book, run)
    writer = DecisionWriter(advisor.book)
    self.isBrief = isBrief
  }

  /// Answers the lines of a piece, of which the first has a number.
  ///
  /// - Returns: How many of them could not be decided.
  mutating func decide(_ bytes: ArraySlice<UInt8>, firstLine: Int, to output: inout [UInt8]) -> Int {
    var failures = 0
    var line = firstLine
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: .lineFeed) ?? bytes.endIndex
      if !answer(bytes[start..<end], line, to: &output) { failures += 1 }
      line += 1
      start = end + 1
    }
    return failures
  }

  private mutating func answer(_ bytes: ArraySlice<UInt8>, _ line: Int, to output: inout [UInt8]) -> Bool {
    if bytes.count <= limit, bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return true }
    json.removeAll()
    var isGood = true
    do throws(CaseReader.Problem) {
      if bytes.count > limit { throw CaseReader.Problem(message: "this line is longer than 8 MB") }
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
      isGood = false
    }
    output += json.bytes
    output.append(.lineFeed)
    return isGood
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
