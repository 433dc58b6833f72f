import RecoupRules

/// Finds what only got another name.
enum Renames {
  /// Names that mean something to the weighing or to the ledger are more than names.
  private static let meaningful: Set<String> = ["claim", "goodwill", "hour", "cost_of_money"]

  /// The new names of definitions, tables, actions and rules by their old ones: where exactly one thing that is gone and
  /// one that has come hold the same. A fact or a setting holds too little to be sure.
  static func find(from old: RuleBook, to new: RuleBook) -> [BookItem.Subject: [String: String]] {
    let (before, after) = (ItemReader(old), ItemReader(new))
    var renamed: [BookItem.Subject: [String: String]] = [:]
    for subject in [BookItem.Subject.definition, .table, .action, .rule] {
      let (all, others) = (before.items(subject), after.items(subject))
      let gone = lone(all, without: others)
      let come = lone(others, without: all)
      for (content, item) in gone {
        guard let other = come[content] else { continue }
        if !meaningful.contains(item.name), !meaningful.contains(other.name) {
          renamed[subject, default: [:]][item.name] = other.name
        }
      }
    }
    return renamed
  }

  static func reversed(_ names: [String: String]) -> [String: String] {
    Dictionary(names.map { ($0.value, $0.key) }) { first, _ in first }
  }

  /// The items that `others` have no name for, by what they hold, where no two hold the same.
  private static func lone(_ items: [BookItem], without others: [BookItem]) -> [[String]: BookItem] {
    let names = Set(others.map { $0.name })
    let groups = Dictionary(grouping: items.filter { !names.contains($0.name) }) { item in
      item.pieces.map { "\($0.clause.rawValue) \($0.key)" }.sorted()
    }
    return groups.compactMapValues { $0.count == 1 ? $0.first : nil }
  }
}
