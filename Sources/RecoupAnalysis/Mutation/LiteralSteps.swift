import RecoupRules

/// How far a number is changed: little where it is compared with something, since an edge is tested next to it; more where
/// it is weighed, since no example is meant to feel a cent.
enum LiteralSteps {
  private static let one: Int64 = 1_000_000

  /// The other values of a number that is compared: one unit less and one more, and of money a tenth less and more.
  static func compared(_ value: Int64, _ type: ValueType) -> [Int64] {
    let unit = unit(of: value, type)
    var others = beside(value, by: unit)
    if type == .money { others += beside(value, by: max(1, abs(value / 10))) }
    return distinct(others.filter { isPossible($0, for: type) }, without: value)
  }

  /// The other values of a number that is weighed: a quarter less and more, at least one unit; a percentage ten points
  /// less and more, from 0% to 100%.
  static func weighed(_ value: Int64, _ type: ValueType) -> [Int64] {
    if type == .percent {
      return distinct(beside(value, by: one / 10).map { value > one ? $0 : min(max(0, $0), one) }, without: value)
    }
    if value == 0 { return type == .days ? [1] : [] }
    let unit = unit(of: value, type)
    let quarter = max(unit, abs(value / 4) / unit * unit)
    return distinct(beside(value, by: quarter).filter { isPossible($0, for: type) }, without: value)
  }

  /// The other values of a factor: from 3 on a quarter less and more, at least 1; below that half of what it is above 1.
  static func factor(_ value: Int64) -> [Int64] {
    let step = value >= 3 * one ? max(one, value / 4 / one * one) : (value - one) / 2
    return distinct(beside(value, by: step).filter { $0 > one }, without: value)
  }

  /// A day, a cent, 1%, 1, or the last place in which the number is written where that is less.
  private static func unit(of value: Int64, _ type: ValueType) -> Int64 {
    switch type {
    case .truth, .choice, .money, .days: return 1
    case .percent: return place(of: value, from: one / 100)
    case .number: return place(of: value, from: one)
    }
  }

  private static func place(of value: Int64, from unit: Int64) -> Int64 {
    var unit = unit
    while unit > 1, value % unit != 0 { unit /= 10 }
    return unit
  }

  private static func beside(_ value: Int64, by step: Int64) -> [Int64] {
    let (less, under) = value.subtractingReportingOverflow(step)
    let (more, over) = value.addingReportingOverflow(step)
    return (under ? [] : [less]) + (over ? [] : [more])
  }

  private static func isPossible(_ value: Int64, for type: ValueType) -> Bool {
    switch type {
    case .number, .percent: value >= 0
    case .truth, .choice, .money, .days: true
    }
  }

  private static func distinct(_ values: [Int64], without value: Int64) -> [Int64] {
    var distinct: [Int64] = []
    for other in values where other != value && !distinct.contains(other) { distinct.append(other) }
    return distinct
  }
}
