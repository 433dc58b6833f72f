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

    /// Finds them for an advice.
    public init(_ advisor: Advisor, _ advice: Advice) {
      turns = advisor.turns(of: advice.decision, in: advice.invoice)
      trust = advisor.trust(in: advice.decision, about: advice.invoice)
      routes = advisor.routes(from: advice.decision, in: advice.invoice, turns: turns)
      questions = advisor.questions(about: advice.invoice, given: advice.decision)
    }

    init(turns: [Turn], trust: Trust, routes: [Route], questions: [Question]) {
      self.turns = turns
      self.trust = trust
      self.routes = routes
      self.questions = questions
    }
  }
}
