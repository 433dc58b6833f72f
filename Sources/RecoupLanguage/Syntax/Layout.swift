/// What the parser knows about the places of tokens that the formatter wants to know.
struct Layout: Sendable {
  enum Mark: Hashable, Sendable {
    /// The first token of a declaration.
    case declaration(hasBlock: Bool)
    /// The first token of a clause, a row, a given or an expectation inside a block.
    case clause
    /// The brace that closes a block.
    case blockEnd
    /// What may begin a line of its own, if the declaration is too long for one: a word of a choice.
    case item
    /// A minus that belongs to what follows it.
    case sign
    /// The `and` between the two ends of a `between`.
    case betweenEnds
  }

  /// The marks by index of the token.
  var marks: [Int: Mark] = [:]
}
