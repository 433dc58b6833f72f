public import RecoupEngine
import RecoupRules

/// What the examples of a rule book exercise, and what they do not.
///
/// Looked at is today's state of each example that can be decided, and each state of the plan that it recommends. In a
/// state, a rule is exercised if it fires; a requirement if it is seen met and, in some state, not met; a row of a table
/// if its key falls on it; an effect if its rule fires and the effect can be felt: nothing else keeps the action closed,
/// and no other rule says to wait.
public struct Coverage: Sendable {
  /// How much of a kind is exercised.
  public struct Tally: Hashable, Sendable {
    /// How many there are.
    public var all = 0
    /// How many of them are exercised.
    public var exercised = 0
  }

  /// Everything that can be exercised, in the order of the book.
  public let items: [CoverageItem]
  private let book: RuleBook
  private let seen: Set<CoverageItem>
  private let hasCases: Bool

  /// Looks at the examples of the book.
  ///
  /// - Parameter checks: What came of each example.
  public init(_ advisor: Advisor, _ checks: [ExampleCheck]) {
    let probe = CoverageProbe(advisor.book)
    var seen: Set<CoverageItem> = []
    var hasCases = false
    for (example, check) in zip(advisor.book.examples, checks) {
      guard let decision = check.decision, let invoice = try? advisor.invoice(of: example) else { continue }
      hasCases = true
      seen.formUnion(probe.items(invoice, decision))
    }
    book = advisor.book
    items = CoverageItem.all(of: book)
    self.seen = seen
    self.hasCases = hasCases
  }

  /// Whether an item is exercised.
  public func isExercised(_ item: CoverageItem) -> Bool { seen.contains(item) }

  /// Whether a thing stands in the outermost file and not in what it includes.
  public func isOwn(_ item: CoverageItem) -> Bool { item.span(in: book).file <= 0 }

  /// What is not exercised, in the order of the book.
  public func missing(own: Bool) -> [CoverageItem] {
    items.filter { !seen.contains($0) && isOwn($0) == own && (hasCases || !$0.isRest) }
  }

  /// How much is exercised of a kind, in the outermost file or in all that it includes.
  public func tally(_ kind: CoverageItem.Kind, own: Bool) -> Tally {
    var tally = Tally()
    for item in items where isOwn(item) == own {
      switch (kind, item) {
      case (.rules, .fires), (.rows, .row), (.effects, .effect):
        tally.all += 1
        tally.exercised += seen.contains(item) ? 1 : 0
      case (.requirements, .met(let action, let place)):
        tally.all += 1
        let isBoth = seen.contains(item) && seen.contains(.unmet(action: action, requirement: place))
        tally.exercised += isBoth ? 1 : 0
      case (.rules, _), (.rows, _), (.effects, _), (.requirements, _): break
      }
    }
    return tally
  }
}

extension CoverageItem {
  /// Without any case there is nothing to say about what always fires.
  fileprivate var isRest: Bool {
    switch self {
    case .rests: true
    case .fires, .met, .unmet, .row, .effect: false
    }
  }
}
