import RecoupEngine
import RecoupRules

/// Writes decisions as rows of a table, each with a line feed at its end.
struct TableWriter {
  /// The columns of the output.
  static let header = ["id", "recommend", "until", "basis", "best", "value", "chance", "paid_by", "error"]

  private let format: TableFormat
  private let separator: UInt8
  private let actions: [[UInt8]]
  /// What nearly all rows have between the id and the value, of one action after the other: it is the best one, and open
  /// today.
  private let bests: [UInt8]
  /// By action, its stretch of `bests`.
  private let bestRanges: [Range<Int>]
  private var digits = Digits()

  init(_ format: TableFormat, _ book: RuleBook) {
    self.format = format
    separator = format.separator.byte
    actions = book.actions.map { Array($0.name.utf8) }
    let separator = format.separator.byte
    var (bests, ranges) = ([UInt8](), [Range<Int>]())
    for name in actions {
      let start = bests.count
      bests += [separator] + name + [separator, separator] + Array("best".utf8) + [separator] + name + [separator]
      ranges.append(start..<bests.count)
    }
    self.bests = bests
    bestRanges = ranges
  }

  static func writeHeader(_ format: TableFormat, to output: inout [UInt8]) {
    for (number, name) in header.enumerated() {
      if number > 0 { output.append(format.separator.byte) }
      output += name.utf8
    }
    output.append(.lineFeed)
  }

  /// Writes a decision behind the row's id.
  mutating func write(_ decision: BriefDecision, to output: inout [UInt8]) {
    if case .action(let action) = decision.recommendation {
      bests.withUnsafeBufferPointer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[bestRanges[action]])) }
    } else {
      writeOther(decision, to: &output)
    }
    if let best = decision.best {
      digits.write(best.value, to: &output)
      output.append(separator)
      digits.writeAgain(best.chance, to: &output)
      output.append(separator)
      digits.write(best.paidBy, to: &output)
    } else {
      for _ in 0..<2 { output.append(separator) }
    }
    output.append(separator)
    output.append(.lineFeed)
  }

  /// Writes what stands before the value where no action is recommended.
  private func writeOther(_ decision: BriefDecision, to output: inout [UInt8]) {
    output.append(separator)
    if decision.recommendation == .wait { TableWriter.append("wait", to: &output) }
    output.append(separator)
    if let until = decision.until { digits.write(until, to: &output) }
    output.append(separator)
    write(decision.basis, to: &output)
    output.append(separator)
    if let best = decision.best { output += actions[best.action] }
    output.append(separator)
  }

  /// Writes what is wrong with a row behind its id.
  func write(error: String, to output: inout [UInt8]) {
    for _ in 1..<TableWriter.header.count { output.append(separator) }
    let bytes = Array(error.utf8)
    write(bytes.span, 0, bytes.count, to: &output)
    output.append(.lineFeed)
  }

  /// Writes a cell, in quotes where it needs them. A table without quotes is read from one: no cell of it can hold a tab or
  /// a line end.
  func write(_ bytes: Bytes, _ start: Int, _ end: Int, to output: inout [UInt8]) {
    var needsQuotes = false
    output.reserveCapacity(output.count + end - start)
    for at in start..<end {
      let byte = bytes[at]
      if byte == separator || byte == .quote || byte == .lineFeed || byte == .carriageReturn {
        needsQuotes = true
        break
      }
    }
    needsQuotes = needsQuotes && format.shape.isQuoted
    if needsQuotes { output.append(.quote) }
    for at in start..<end {
      if needsQuotes, bytes[at] == .quote { output.append(.quote) }
      output.append(bytes[at])
    }
    if needsQuotes { output.append(.quote) }
  }

  private func write(_ basis: Decision.Basis, to output: inout [UInt8]) {
    switch basis {
    case .best: TableWriter.append("best", to: &output)
    case .closed: TableWriter.append("closed", to: &output)
    case .loss: TableWriter.append("loss", to: &output)
    case .opens: TableWriter.append("opens", to: &output)
    case .rule: TableWriter.append("rule", to: &output)
    }
  }

  @inline(__always)
  private static func append(_ text: StaticString, to output: inout [UInt8]) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
