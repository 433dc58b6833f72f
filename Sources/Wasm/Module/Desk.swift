import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupShippedRules
import RecoupWire

/// Rules that were loaded, and the stream of decisions that they make.
struct Desk {
  private var decisions: DecideStream?

  /// Takes in rules, which may include shipped ones, and appends a line for each mistake in them:
  /// `line:column: error[code]: message`.
  ///
  /// - Returns: Whether the rules can decide.
  mutating func load(_ rules: [UInt8], to output: inout [UInt8]) -> Bool {
    let loaded = RulesLoader.load(SourceFile(name: "rules", bytes: rules)) { name, _ in
      guard let bytes = ShippedRules.bytes(of: name) else { return .missing("there are no other files here") }
      return .found(SourceFile(name: name, identity: "shipped:" + name, bytes: bytes))
    }
    for problem in loaded.problems {
      let place = loaded.files[0].position(of: Int(problem.span.lower))
      output += "\(place.line):\(place.column): error[\(problem.code.rawValue)]: \(problem.message)\n".utf8
    }
    decisions = loaded.book.map { DecideStream(Advisor($0), run: RunValues($0)) }
    return decisions != nil
  }

  /// Takes in facts, one object a line, and appends the decisions on the lines that are complete.
  mutating func feed(_ facts: ArraySlice<UInt8>, to output: inout [UInt8]) {
    decisions?.feed(facts, to: &output)
  }

  /// Appends the decision on a last line without a line end.
  mutating func finish(to output: inout [UInt8]) {
    decisions?.finish(to: &output)
  }
}
