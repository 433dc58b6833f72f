public import RecoupEngine

/// Turns a stream of facts, one JSON object a line, into a stream of decisions, one a line, in the same order.
///
/// It holds no more than the line that it is reading. A line that cannot be read is answered in its place.
public struct DecideStream {
  private var cutter = RowCutter()
  private var decider: Decider

  /// How many lines could not be read so far.
  public private(set) var failures = 0

  /// Starts a stream.
  ///
  /// - Parameters:
  ///   - advisor: Decides.
  ///   - run: Settings and facts for the whole run.
  ///   - isBrief: Whether options, closed actions and fired rules are left out.
  public init(_ advisor: Advisor, run: RunValues, isBrief: Bool = false) {
    decider = Decider(advisor, run: run, isBrief: isBrief)
  }

  /// Takes in some bytes, and appends the answers to all lines that they complete.
  public mutating func feed(_ block: ArraySlice<UInt8>, to output: inout [UInt8]) {
    cutter.take(block)
    answer(to: &output)
  }

  /// Answers a last line without a line end.
  public mutating func finish(to output: inout [UInt8]) {
    cutter.finish()
    answer(to: &output)
  }

  private mutating func answer(to output: inout [UInt8]) {
    for piece in cutter.pieces { failures += decider.decide(piece, of: cutter.bytes, to: &output) }
  }
}
