/// What may be written at a place of a rules file.
public enum Slot: Hashable, Sendable {
  /// Nothing that could be foretold: a new name, a number, words.
  case nothing
  /// The word that begins a declaration.
  case declaration
  /// One of these reserved words.
  case keywords([String])
  /// The name of rules to include.
  case include
  /// A currency.
  case currency
  /// The type of a fact.
  case type
  /// The word that begins a clause of an action.
  case clause
  /// The word that begins a clause of a rule.
  case ruleClause
  /// What follows if a rule fires.
  case effect
  /// What is expected in an example.
  case expectation
  /// The name of an action.
  case action
  /// A row of a table by the key with this name.
  case row(key: String)
  /// What is given in an example.
  case given
  /// A word of the choice with this name; of a fact that is no choice `yes` or `no`.
  case word(of: String)
  /// A name or a word that an expression goes on with.
  case expression
  /// What may follow a name and a point.
  case history
}
