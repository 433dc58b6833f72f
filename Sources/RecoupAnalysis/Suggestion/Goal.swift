import RecoupRules

/// What a case is wanted to make true, taken apart into conditions that are looked at one by one.
///
/// A goal may be about two books at once: one and the same with a change in it.
struct Goal: Sendable {
  /// A condition and what is wanted of it.
  struct Leaf: Hashable, Sendable {
    /// Which of the two books it is of: 0 or 1.
    var book: Int
    var condition: Expression
    var wanted: Bool
    /// Whether an unknown will do as well.
    var isLax: Bool
  }

  indirect enum Tree: Sendable {
    case leaf(Int)
    case all([Tree])
    case any([Tree])

    /// How many leaves are missing, given which are as wanted.
    func distance(_ isMet: [Bool]) -> Int {
      switch self {
      case .leaf(let index): isMet[index] ? 0 : 1
      case .all(let parts): parts.reduce(0) { $0 + $1.distance(isMet) }
      case .any(let parts): parts.reduce(Int.max / 2) { min($0, $1.distance(isMet)) }
      }
    }
  }

  private(set) var leaves: [Leaf] = []
  private var parts: [Tree] = []

  /// All that is wanted.
  var tree: Tree { .all(parts) }

  /// A condition is taken apart no further than into so many leaves.
  private static let mostLeaves = 300

  /// Wants a condition to be yes, or no.
  mutating func want(_ condition: Expression, _ wanted: Bool = true, in book: RuleBook) {
    parts.append(tree(condition, wanted, isLax: false, [book], 0))
  }

  /// Wants a condition not to be yes: no or unknown.
  mutating func wantNot(_ condition: Expression, in book: RuleBook) {
    parts.append(tree(condition, false, isLax: true, [book], 0))
  }

  /// Wants a condition to be yes in one of two books and not in the other.
  mutating func wantDifference(_ one: Expression, _ other: Expression, in books: [RuleBook]) {
    let (first, second) = (0, 1)
    parts.append(
      .any([
        .all([tree(one, true, isLax: false, books, first), tree(other, false, isLax: true, books, second)]),
        .all([tree(one, false, isLax: true, books, first), tree(other, true, isLax: false, books, second)]),
      ]))
  }

  private mutating func tree(
    _ condition: Expression, _ wanted: Bool, isLax: Bool, _ books: [RuleBook], _ book: Int
  ) -> Tree {
    if leaves.count < Goal.mostLeaves {
      switch condition.kind {
      case .unary(.not, let operand): return tree(operand, !wanted, isLax: isLax, books, book)
      case .binary(.and, let left, let right):
        let parts = [tree(left, wanted, isLax: isLax, books, book), tree(right, wanted, isLax: isLax, books, book)]
        return wanted ? .all(parts) : .any(parts)
      case .binary(.or, let left, let right):
        let parts = [tree(left, wanted, isLax: isLax, books, book), tree(right, wanted, isLax: isLax, books, book)]
        return wanted ? .any(parts) : .all(parts)
      case .definition(let index):
        return tree(books[book].definitions[index].value, wanted, isLax: isLax, books, book)
      default: break
      }
    }
    leaves.append(Leaf(book: book, condition: condition, wanted: wanted, isLax: isLax))
    return .leaf(leaves.count - 1)
  }
}
