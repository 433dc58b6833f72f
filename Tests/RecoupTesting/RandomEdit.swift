/// A small random rules file, and the same after one small edit, such as somebody makes who keeps rules.
public struct RandomEdit: Sendable {
  /// The file before.
  public let old: String
  /// The file after.
  public let new: String
  /// What was edited, for a test that fails.
  public let what: String
  /// Whether the edit changes only how things are named or told, never what is decided.
  public let isOnlyWords: Bool

  /// The edit of a seed.
  public init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let before = SmallFile(&random)
    var after = before
    let edit = random.pick(Edit.allCases)
    after.change(edit, &random)
    (old, new, what) = (before.text, after.text, "\(edit)")
    switch edit {
    case .title, .reason, .ruleName: isOnlyWords = true
    case .threshold, .smallest, .factor, .fee, .cost, .chance, .row, .droppedRule, .word: isOnlyWords = false
    }
  }

  fileprivate enum Edit: CaseIterable {
    case threshold, smallest, factor, fee, cost, chance, row, droppedRule, word, title, reason, ruleName
  }
}

/// The numbers and words of a small rules file.
private struct SmallFile {
  var days: Int64
  var smallest: Int64
  var factor: Int64
  var fee: Int64
  var cost: Int64
  var chance: Int64
  var row: Int64
  var word: String
  var rules = [0, 1, 2]
  var title = "Agency"
  var reason = "They mean to pay"
  var ruleName = "Forgot"

  private static let words = ["forgot", "broke", "angry"]

  init(_ random: inout SeededRandom) {
    days = random.number(5...60)
    smallest = random.number(1...20) * 50
    factor = random.number(2...5)
    fee = random.number(5...50)
    cost = random.number(0...150)
    chance = random.number(15...75)
    row = random.number(20...90)
    word = random.pick(SmallFile.words)
  }

  mutating func change(_ edit: RandomEdit.Edit, _ random: inout SeededRandom) {
    func another(than value: Int64, _ range: ClosedRange<Int64>) -> Int64 {
      let moved = random.number(range.lowerBound...range.upperBound - 1)
      return moved >= value ? moved + 1 : moved
    }
    switch edit {
    case .threshold: days = another(than: days, 5...60)
    case .smallest: smallest = another(than: smallest, 50...1_000)
    case .factor: factor = another(than: factor, 2...5)
    case .fee: fee = another(than: fee, 5...50)
    case .cost: cost = another(than: cost, 0...150)
    case .chance: chance = another(than: chance, 15...75)
    case .row: row = another(than: row, 20...90)
    case .droppedRule: rules.remove(at: random.below(rules.count))
    case .word: word = random.pick(SmallFile.words.filter { $0 != word })
    case .title: title = "Collectors"
    case .reason: reason = "It slipped their mind"
    case .ruleName: ruleName = "They forgot"
    }
  }

  var text: String {
    let all = [
      """
      rule "\(ruleName)" {
        when reason is \(word)
        then remind \(factor)x likelier
        because "\(reason)"
      }
      """,
      """
      rule "Old" {
        when days_overdue > 90 days
        then remind \(factor)x less likely
        because "They stopped reading"
      }
      """,
      """
      rule "Small" {
        when amount < \(smallest) USD
        then never agency
        because "They turn it down"
      }
      """,
    ]
    return """
      currency USD
      setting hour = 50 USD
      fact contract: yes or no
      fact reason: one of forgot, broke, angry
      define late = days_overdue >= \(days) days
      table age by days_overdue {
        up to 30 days: 90%
        otherwise: \(row)%
      }
      action remind {
        title "Remind"
        chance \(chance)% scaled by age
        takes 14 days
        effort 1 hours
        at most 2 times
      }
      action agency {
        title "\(title)"
        chance 35%
        fee \(fee)% of recovered
        cost \(cost) USD
        requires late
        requires contract
      }

      """ + rules.map { all[$0] + "\n" }.joined()
  }
}
