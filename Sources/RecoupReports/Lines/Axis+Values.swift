public import RecoupEngine
public import RecoupRules

extension Axis {
  /// How far apart the ends of a line may be at most; more than any invoice needs, and little enough to reckon with.
  public static let widest: Int64 = 1_000_000_000_000_000_000

  /// The name that `--vary` takes.
  func name(in book: RuleBook) -> String {
    switch self {
    case .fact(let fact): book.facts[fact].name
    case .setting(let setting): book.settings[setting].name
    case .chance(let action): book.actions[action].name + ".chance"
    }
  }

  /// The values to look at where nobody says which: those around today's.
  ///
  /// A percentage goes from 0 to 100%; days from 60 before today's value to 180 after it, but not below 0 where they do
  /// not move by themselves; money and numbers from 0 to three times today's value.
  ///
  /// - Parameters:
  ///   - today: The value today; nil if it is unknown.
  ///   - owed: What is owed, which stands in for an amount of money that is 0 or unknown.
  public func usualValues(around today: Int64?, owed: Int64, in book: RuleBook) -> ClosedRange<Int64> {
    let value = today ?? 0
    switch type(in: book) {
    case .truth, .choice: return 0...Int64(max(1, (allValues(in: book) ?? []).count - 1))
    case .percent: return max(-Axis.widest / 2, min(0, value))...min(Axis.widest / 2, max(1_000_000, value))
    case .days:
      let (before, after) = (Axis.add(value, -60), Axis.add(value, 180))
      return (isMoving(in: book) ? before : max(before, min(0, value)))...after
    case .money: return Axis.fromNothing(value != 0 ? value : max(owed, 100))
    case .number: return Axis.fromNothing(value != 0 ? value : 5_000_000)
    }
  }

  /// Whether its value is another one each day.
  private func isMoving(in book: RuleBook) -> Bool {
    guard case .fact(let fact) = self else { return false }
    switch book.facts[fact].motion {
    case .rising, .falling: return true
    case .fixed, .pending: return false
    }
  }

  /// From 0 to three times a value that is not 0, as far as a line may go.
  private static func fromNothing(_ value: Int64) -> ClosedRange<Int64> {
    let (product, overflow) = value.multipliedReportingOverflow(by: 3)
    let end = overflow ? (value < 0 ? -widest : widest) : min(max(product, -widest), widest)
    return min(0, end)...max(0, end)
  }

  private static func add(_ value: Int64, _ days: Int64) -> Int64 {
    let (sum, overflow) = value.addingReportingOverflow(days)
    return overflow ? (days < 0 ? .min : .max) : sum
  }
}
