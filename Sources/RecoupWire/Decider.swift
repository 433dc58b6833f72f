public import RecoupEngine

/// Decides pieces of a stream, on one core; the answers to a piece do not depend on those before it.
public struct Decider {
  private enum Kind {
    case none
    case lines(LineDecider)
    case table(TableDecider)
  }

  private var kind: Kind

  /// Decides lines of JSON.
  ///
  /// - Parameters:
  ///   - advisor: Decides.
  ///   - run: Settings and facts for the whole run.
  ///   - isBrief: Whether options, closed actions and fired rules are left out.
  public init(_ advisor: Advisor, run: RunValues, isBrief: Bool = false) {
    kind = .lines(LineDecider(advisor, run, isBrief: isBrief))
  }

  /// Decides rows of a table.
  public init(_ advisor: Advisor, run: RunValues, _ format: TableFormat, _ columns: TableColumns) {
    kind = .table(TableDecider(advisor, run, format.shape, format, columns))
  }

  /// Appends the answers to all rows of a piece.
  ///
  /// - Parameter bytes: What the piece was cut from.
  /// - Returns: How many of the rows could not be decided.
  public mutating func decide(_ piece: RowCutter.Piece, of bytes: [UInt8], to output: inout [UInt8]) -> Int {
    switch kind {
    case .none: return 0
    case .lines(var decider):
      kind = .none
      defer { kind = .lines(decider) }
      return decider.decide(bytes[piece.range], firstLine: piece.firstLine, to: &output)
    case .table(var decider):
      kind = .none
      defer { kind = .table(decider) }
      return decider.decide(bytes.span.extracting(piece.range), to: &output)
    }
  }
}

extension TableFormat {
  /// Appends the header line of the decisions.
  public func writeHeader(to output: inout [UInt8]) { TableWriter.writeHeader(self, to: &output) }
}
