public import RecoupRules

extension Advisor {
  /// What is recommended on a case: the same as in `decide`, sooner, since what explains it is not found out.
  public func recommendation(on invoice: Case) throws(Problem) -> Decision.Recommendation {
    try verdict(invoice).decision.recommendation
  }

  /// The value of an expression of the rule book, as a plan sees it on a day on which nothing was done yet.
  ///
  /// - Parameter day: Days from today.
  /// - Returns: The raw count in the units of its type, or nil if it is unknown.
  public func value(of expression: Expression, on day: Int64 = 0, in invoice: Case) -> Int64? {
    var compiler = Compiler(book)
    let node = compiler.add(expression)
    var evaluator = Evaluator(Program(compiler), invoice)
    evaluator.move(to: day)
    return evaluator.value(node)
  }
}
