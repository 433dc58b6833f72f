import RecoupRules

/// That a condition has an answer, or has not. It reads one input.
struct LaneLiteral: Hashable {
  var input: LaneInput
  var condition: Int32
  var answer: Int64
  /// Whether the condition must have the answer, or must not.
  var holds: Bool
}

/// Takes conditions apart into literals: each is true if all literals of one of its terms are.
struct LaneTerms {
  /// All of them must be true; one without literals always is.
  typealias Term = [LaneLiteral]

  private struct Question: Hashable {
    var condition: Int32
    var answer: Int64
    var holds: Bool
  }

  var breaks: LaneBreaks
  private var known: [Question: [Term]] = [:]
  /// What would take more terms, or longer ones, is left to the plain evaluator.
  private static let most = 16

  init(_ reads: LaneReads) { breaks = LaneBreaks(reads) }

  /// The terms of "the condition has the answer", or of the opposite. An unknown condition has neither answer.
  mutating func terms(_ condition: Int32, is answer: Int64, _ holds: Bool) -> [Term] {
    let index = breaks.reads.meaning(of: condition)
    let question = Question(condition: index, answer: answer, holds: holds)
    if let terms = known[question] { return terms }
    let terms =
      takenApart(index, answer, holds)
      ?? [[LaneLiteral(input: .node(index), condition: index, answer: answer, holds: holds)]]
    known[question] = terms
    return terms
  }

  private mutating func takenApart(_ index: Int32, _ answer: Int64, _ holds: Bool) -> [Term]? {
    let node = breaks.reads.program.nodes[Int(index)]
    switch breaks.reads.reads[Int(index)] {
    case .nothing: return (breaks.reads.constant(index) == answer) == holds ? [[]] : []
    case .one(let input):
      if !breaks.cut(index) { return nil }
      return [[LaneLiteral(input: input, condition: index, answer: answer, holds: holds)]]
    case .several:
      if node.operation == .not { return terms(node.a, is: 1 - answer, holds) }
      if node.operation != .and && node.operation != .or { return nil }
      // Of an "and" both sides must be yes, and one no is enough; of an "or" it is the other way round.
      let needsBoth = ((node.operation == .and) == (answer == 1)) == holds
      let (left, right) = (terms(node.a, is: answer, holds), terms(node.b, is: answer, holds))
      if !needsBoth { return left.count + right.count <= LaneTerms.most ? left + right : nil }
      if left.count * right.count > LaneTerms.most { return nil }
      let joined = left.flatMap { first in right.map { LaneTerms.join(first, $0) } }
      return joined.allSatisfy { $0.count <= LaneTerms.most } ? joined : nil
    }
  }

  private static func join(_ first: Term, _ second: Term) -> Term { first + second.filter { !first.contains($0) } }
}
