public import RecoupEngine

extension CompareReport {
  /// What would change an advice, and how far it can be trusted.
  public struct Findings: Sendable {
    /// How far each fact, setting and chance can move before the advice becomes another.
    public var turns: [Turn]
    /// How far the advice can be trusted.
    public var trust: Trust
    /// What would lead to each of the other actions.
    public var routes: [Route]
    /// The unknown facts that could change it.
    public var questions: [Question]

    /// How a piece of work is done for every number below a count, in any order; on several cores, where there are some.
    public typealias Spread = (Int, @Sendable (Int) -> Piece) -> [Piece]

    /// What one piece of work finds.
    public enum Piece: Sendable {
      /// How far something can move; nil if it cannot.
      case turn(Turn?)
      /// The unknown facts that could change the advice.
      case questions([Question])
    }

    /// Finds them for an advice.
    public init(
      _ advisor: Advisor, _ advice: Advice, spread: Spread = { count, make in (0..<count).map { make($0) } }
    ) {
      let sensitivity = Sensitivity(of: advice.decision, by: advisor, on: advice.invoice)
      let (axes, invoice, decision) = (sensitivity.axes, advice.invoice, advice.decision)
      let pieces = spread(axes.count + 1) { number in
        number == 0
          ? .questions(advisor.questions(about: invoice, given: decision))
          : .turn(sensitivity.turn(along: axes[number - 1]))
      }
      turns = []
      questions = []
      for piece in pieces {
        switch piece {
        case .turn(let turn): turns += [turn].compactMap { $0 }
        case .questions(let all): questions = all
        }
      }
      trust = sensitivity.trust(turns: turns)
      routes = sensitivity.routes(turns: turns)
    }

    init(turns: [Turn], trust: Trust, routes: [Route], questions: [Question]) {
      self.turns = turns
      self.trust = trust
      self.routes = routes
      self.questions = questions
    }
  }
}
