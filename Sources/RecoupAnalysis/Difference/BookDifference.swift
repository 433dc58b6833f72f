public import RecoupRules

/// What differs between two checked rule books, whatever their layout: what was added, dropped, renamed and changed.
public struct BookDifference: Hashable, Sendable {
  /// A part that differs; an absent side has no such part.
  public struct Part: Hashable, Sendable {
    /// Which part.
    public var clause: BookItem.Clause
    /// How it was, in the old book.
    public var old: BookItem.Said?
    /// How it is, in the new one.
    public var new: BookItem.Said?
  }

  /// What became of a thing.
  public enum Change: Hashable, Sendable {
    /// It is in the new book only; after which the item stands on the ladder, if it is an action that is not first.
    case added(after: String?)
    /// It is in the old book only.
    case dropped
    /// It has all of what one in the old book had that is no longer there.
    case renamed(from: String)
    /// It is in both, and these parts differ.
    case changed([Part])
  }

  /// A thing that differs.
  public struct Entry: Hashable, Sendable {
    /// What it is.
    public var subject: BookItem.Subject
    /// Its name: in the new book, where it is there.
    public var name: String
    /// What became of it.
    public var change: Change
    /// Where it stands in the book that has it; in the new one if both do.
    public var span: Span

    /// Whether advice or money may differ by it, or the names in which they are told.
    public var decides: Bool {
      if subject == .example { return false }
      switch change {
      case .added, .dropped: return true
      case .renamed: return subject == .action
      case .changed(let parts): return parts.contains { $0.clause.decides }
      }
    }
  }

  /// Which of two rules files includes the other; a book has the examples of its outermost file only.
  public enum Nesting: Hashable, Sendable {
    /// Neither does.
    case none
    /// The new one includes the old one, whose examples stay in their file.
    case newIncludesOld
    /// The old one includes the new one, whose examples were in that file before.
    case oldIncludesNew
  }

  /// All that differs: by kind, then in the new book's order, then what was dropped in the old one's.
  public private(set) var entries: [Entry] = []

  /// Whether the two certainly give the same advice and money in every case: nothing that decides differs.
  public var isProvedSame: Bool { !entries.contains { $0.decides } }

  /// Compares two checked books.
  ///
  /// - Parameter nesting: Whether one includes the other, so that examples of both files are not taken for dropped or
  ///   added.
  public init(from old: RuleBook, to new: RuleBook, nesting: Nesting = .none) {
    let renamed = Renames.find(from: old, to: new)
    let (before, after) = (ItemReader(old, renamed: renamed), ItemReader(new))
    for subject in BookItem.Subject.allCases {
      var (was, now) = (before.items(subject), after.items(subject))
      if subject == .example {
        switch nesting {
        case .none: break
        case .newIncludesOld: was = []
        case .oldIncludesNew: now = []
        }
      }
      compare(was, now, subject, Renames.reversed(renamed[subject] ?? [:]))
    }
    compareRuleOrder(before, after)
  }

  private mutating func compare(
    _ old: [BookItem], _ new: [BookItem], _ subject: BookItem.Subject, _ oldNames: [String: String]
  ) {
    let oldByName = Dictionary(old.map { ($0.name, $0) }) { first, _ in first }
    let kept = Set(new.map { $0.name })
    var previous: String?
    for item in new {
      if let from = oldNames[item.name] { add(item, .renamed(from: from)) }
      if let before = oldByName[item.name] {
        let parts = BookDifference.parts(before.pieces, item.pieces)
        if !parts.isEmpty { add(item, .changed(parts)) }
      } else {
        add(item, .added(after: subject == .action ? previous : nil))
      }
      previous = item.name
    }
    for item in old where !kept.contains(item.name) { add(item, .dropped) }
    if subject == .action {
      let was = old.map { $0.name }.filter { kept.contains($0) }
      let now = new.map { $0.name }.filter { oldByName[$0] != nil }
      order(.ladder, was, now)
    }
  }

  /// Odds are rounded after each rule, so that only rules on the odds of one action have an order.
  private mutating func compareRuleOrder(_ old: ItemReader, _ new: ItemReader) {
    let (before, after) = (old.rulesOnOdds(), new.rulesOnOdds())
    for action in new.book.actions {
      let (was, now) = (before[action.name] ?? [], after[action.name] ?? [])
      let (had, has) = (Set(was), Set(now))
      order(.ruleOrder, was.filter { has.contains($0) }, now.filter { had.contains($0) })
    }
  }

  private mutating func order(_ clause: BookItem.Clause, _ old: [String], _ new: [String]) {
    if old == new { return }
    let part = Part(
      clause: clause, old: .text(old.joined(separator: ", ")), new: .text(new.joined(separator: ", ")))
    let entry = Entry(subject: .book, name: "", change: .changed([part]), span: .none)
    if !entries.contains(entry) { entries.append(entry) }
  }

  private mutating func add(_ item: BookItem, _ change: Change) {
    entries.append(Entry(subject: item.subject, name: item.name, change: change, span: item.span))
  }

  /// The pieces that only one side has, those of a clause one against the other in their order.
  static func parts(_ old: [BookItem.Piece], _ new: [BookItem.Piece]) -> [Part] {
    let (gone, come) = (missing(old, in: new), missing(new, in: old))
    var parts: [Part] = []
    for clause in BookItem.Clause.allCases {
      let (before, after) = (gone.filter { $0.clause == clause }, come.filter { $0.clause == clause })
      for index in 0..<max(before.count, after.count) {
        parts.append(
          Part(
            clause: clause, old: index < before.count ? before[index].said : nil,
            new: index < after.count ? after[index].said : nil))
      }
    }
    // Where rows or effects come and go, their order does so too: it is told only where it alone differs.
    let (rows, effects) = (parts.contains { $0.clause == .row }, parts.contains { $0.clause == .effect })
    return parts.filter { !(rows && $0.clause == .rows) && !(effects && $0.clause == .ruleOrder) }
  }

  /// The pieces that `other` does not have, as often as it does not.
  private static func missing(_ pieces: [BookItem.Piece], in other: [BookItem.Piece]) -> [BookItem.Piece] {
    struct Meaning: Hashable {
      var clause: BookItem.Clause
      var key: String
    }
    var left: [Meaning: Int] = [:]
    for piece in other { left[Meaning(clause: piece.clause, key: piece.key), default: 0] += 1 }
    return pieces.filter { piece in
      let meaning = Meaning(clause: piece.clause, key: piece.key)
      guard let count = left[meaning], count > 0 else { return true }
      left[meaning] = count - 1
      return false
    }
  }
}
