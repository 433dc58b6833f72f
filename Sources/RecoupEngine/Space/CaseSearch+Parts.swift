import RecoupQuantities
import RecoupRules

extension CaseSearch {
  /// Cuts a set of cases in parts, in some of which a proposition is more certain: at the value at which the first thing
  /// that it leaves open changes. Nil if the set cannot be cut where it would help.
  mutating func parts(_ proposition: Proposition, of box: CaseBox, isDecided: Bool) -> [CaseBox]? {
    ranges.box = box
    ranges.look(at: 0...0)
    if !isDecided, let parts = parts(proposition, on: 0) { return parts }
    return halves(box)
  }

  private mutating func parts(_ proposition: Proposition, on day: Int64) -> [CaseBox]? {
    switch proposition {
    case .condition(let index): return parts(of: space.conditions[index])
    case .isKnown(let index): return partsOfKnowing(space.conditions[index])
    case .rule(let rule): return parts(of: space.program.rules[rule])
    case .waits:
      for rule in space.program.waits {
        let node = space.program.rules[Int(rule)]
        let truth = yes(node)
        if truth.yes && truth.no, let parts = parts(of: node) { return parts }
      }
      return nil
    case .isOpen(let action): return openHurdle(hurdles[action][...]).flatMap { parts($0) }
    case .isAllowed(let action): return openHurdle(hurdles[action].dropFirst()).flatMap { parts($0) }
    case .not(let other): return parts(other, on: day)
    case .all(let others), .any(let others): return partsOfClosest(others, on: day)
    case .later(let days, let other):
      ranges.turn(to: day + days...day + days)
      let parts = parts(other, on: day + days)
      ranges.turn(to: day...day)
      return parts
    case .sometime(let days, let other):
      if let parts = partsOfClosest(atEnds(of: days, other), on: day) { return parts }
      guard let possible = possibleDay(other, in: days, from: day) else { return nil }
      return parts(.later(days: possible, other), on: day)
    case .isIn(let region): return parts(region)
    }
  }

  private func parts(_ region: CaseRegion) -> [CaseBox]? {
    guard let box = ranges.box else { return nil }
    for limit in region.limits {
      let value = box[limit.variable]
      if value.canBeKnown && value.canBeUnknown { return box.cutUnknown(limit.variable) }
      if let parts = cut(limit.variable, at: limit.range.low - 1) ?? cut(limit.variable, at: limit.range.high) {
        return parts
      }
    }
    return nil
  }

  /// Of several things that are open, the one that has least left to find out.
  private mutating func partsOfClosest(_ others: [Proposition], on day: Int64) -> [CaseBox]? {
    var open: [(left: Int, index: Int)] = []
    for (index, other) in others.enumerated() {
      let left = left(other, on: day)
      if left > 0 { open.append((left, index)) }
    }
    open.sort { ($0.left, $0.index) < ($1.left, $1.index) }
    for (_, index) in open {
      if let parts = parts(others[index], on: day) { return parts }
    }
    return nil
  }

  /// How many things have to be found out before a proposition is certain; 0 if it is.
  private mutating func left(_ proposition: Proposition, on day: Int64) -> Int {
    let truth = truth(proposition, on: day)
    if !truth.yes || !truth.no { return 0 }
    switch proposition {
    case .isOpen(let action): return left(hurdles[action][...])
    case .isAllowed(let action): return left(hurdles[action].dropFirst())
    case .not(let other): return left(other, on: day)
    case .all(let others):
      var sum = 0
      for other in others { sum += left(other, on: day) }
      return sum
    case .any(let others):
      return least(of: others, on: day)
    case .later(let days, let other):
      ranges.turn(to: day + days...day + days)
      let count = left(other, on: day + days)
      ranges.turn(to: day...day)
      return count
    case .sometime(let days, let other):
      return least(of: atEnds(of: days, other), on: day)
    case .condition, .isKnown, .rule, .waits, .isIn: return 1
    }
  }

  /// What is left of the closest of several things that are open; much if none is open by itself.
  private mutating func least(of others: [Proposition], on day: Int64) -> Int {
    var least = 1_000
    for other in others {
      let left = left(other, on: day)
      if left > 0 { least = min(least, left) }
    }
    return least
  }

  private func atEnds(of days: ClosedRange<Int64>, _ other: Proposition) -> [Proposition] {
    [.later(days: days.lowerBound, other), .later(days: days.upperBound, other)]
  }

  private mutating func left(_ hurdles: ArraySlice<Program.Hurdle>) -> Int {
    var count = 0
    for hurdle in hurdles {
      let truth = truth(hurdle)
      if truth.yes && truth.no { count += 1 }
    }
    return count
  }

  private mutating func openHurdle(_ hurdles: ArraySlice<Program.Hurdle>) -> Program.Hurdle? {
    for hurdle in hurdles {
      let truth = truth(hurdle)
      if truth.yes && truth.no { return hurdle }
    }
    return nil
  }

  private mutating func parts(_ hurdle: Program.Hurdle) -> [CaseBox]? {
    switch hurdle {
    case .times(let action, let most): ranges.box?.cut(.times(action), at: most - 1)
    case .ban(let node), .requirement(let node): parts(of: node)
    case .needed(let node): partsOfKnowing(node)
    }
  }

  // MARK: Conditions

  /// Cuts where a condition that is open becomes more certain.
  private mutating func parts(of index: Int32) -> [CaseBox]? {
    let node = space.program.nodes[Int(index)]
    switch node.operation {
    case .and, .or:
      for child in [node.a, node.b] where isOpen(child) {
        if let parts = parts(of: child) { return parts }
      }
      return nil
    case .not, .definition: return parts(of: node.a)
    case .setting: return parts(of: node.a)
    case .isKnown: return partsOfKnowing(node.a)
    case .isOneOf: return partsByUnknown(node.a) ?? partsBelow(node.a) ?? partsByWord(node)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: return partsByOrder(node.a, node.b)
    case .between: return partsByOrder(node.a, node.b) ?? partsByOrder(node.a, node.c)
    case .conditional: return partsBelow(index)
    case .fact:
      if let parts = partsByUnknown(index) { return parts }
      let variable: CaseVariable = Int(node.a) == RuleBook.Builtin.pending ? .pending : .fact(Int(node.a))
      return cut(variable, at: variable == .pending ? ranges.today : 0)
    case .table: return partsBelow(index)
    case .literal, .times, .daysAgo, .negate, .floor, .ceil, .add, .subtract, .multiply, .divide, .minimum, .maximum,
      .interest:
      return nil
    }
  }

  private mutating func isOpen(_ node: Int32) -> Bool {
    let value = value(node)
    return [value.canBeNo, value.canBeYes, value.canBeUnknown].count { $0 } > 1
  }

  /// Cuts where it becomes more certain whether a value is known.
  private mutating func partsOfKnowing(_ index: Int32) -> [CaseBox]? {
    partsByUnknown(index) ?? partsBelow(index) ?? parts(of: index)
  }

  /// Cuts where a value that can be known and unknown is known.
  private mutating func partsByUnknown(_ index: Int32) -> [CaseBox]? {
    let value = value(index)
    guard value.canBeKnown, value.canBeUnknown, let box = ranges.box else { return nil }
    let variables = ranges.variables(index)
    for variable in variables {
      if box[variable].canBeKnown && box[variable].canBeUnknown { return box.cutUnknown(variable) }
    }
    return partsByDoing(variables, box)
  }

  /// Cuts by whether an action was done at all, where the days since are read too: they count only if it was.
  private func partsByDoing(_ variables: [CaseVariable], _ box: CaseBox) -> [CaseBox]? {
    for variable in variables {
      if case .times(let action) = variable, variables.contains(.daysAgo(action)), box.times[action].low == 0,
        box.times[action].high > 0
      {
        return box.cut(variable, at: 0)
      }
    }
    return nil
  }

  /// Cuts by what decides within a value which of its branches or rows counts.
  private mutating func partsBelow(_ index: Int32) -> [CaseBox]? {
    let node = space.program.nodes[Int(index)]
    if node.operation == .conditional && isOpen(node.a), let parts = parts(of: node.a) { return parts }
    if node.operation == .table {
      for row in space.program.rows[node.list] {
        if row.bound >= 0, let parts = partsByOrder(node.a, row.bound) { return parts }
        if row.bound < 0 && !row.isOtherwise, let parts = partsByWord(node.a, row.words) { return parts }
      }
    }
    for child in space.program.children(node) {
      if let parts = partsBelow(child) { return parts }
    }
    return nil
  }

  private mutating func partsByWord(_ node: Program.Node) -> [CaseBox]? { partsByWord(node.a, node.list) }

  private mutating func partsByWord(_ index: Int32, _ words: Range<Int>) -> [CaseBox]? {
    let value = value(index)
    guard value.canBeKnown, value.low < value.high else { return nil }
    let isFirst = space.program.hasWord(value.low, words)
    var last = value.low
    while last < value.high && space.program.hasWord(last + 1, words) == isFirst { last += 1 }
    if last == value.high { return nil }
    for variable in ranges.variables(index) {
      if let parts = cut(variable, at: last) { return parts }
    }
    return nil
  }

  // MARK: Comparisons

  /// Cuts where a comparison of two values becomes certain.
  private mutating func partsByOrder(_ left: Int32, _ right: Int32) -> [CaseBox]? {
    let first = value(left)
    let second = value(right)
    guard first.canBeKnown, second.canBeKnown else { return nil }
    if let parts = partsByUnknown(left) ?? partsByUnknown(right) { return parts }
    // Of a table that lacks rows the key decides whether there is a value at all.
    if first.canBeUnknown, let parts = partsBelow(left) { return parts }
    if second.canBeUnknown, let parts = partsBelow(right) { return parts }
    if first.high < second.low || second.high < first.low { return nil }
    if first.low == first.high && second.low == second.high { return nil }
    if let parts = partsBelow(left) ?? partsBelow(right) { return parts }
    var all = ranges.variables(left)
    for variable in ranges.variables(right) where !all.contains(variable) { all.append(variable) }
    if let parts = ranges.box.flatMap({ partsByDoing(all, $0) }) { return parts }
    let wide = all.filter { moves(left, right, $0) }
    if wide.isEmpty { return nil }
    if wide.count == 1 { return cut(wide[0], left, right) }
    if second.low == second.high { return assume(left, first, at: second.low) }
    if first.low == first.high { return assume(right, second, at: first.low) }
    return assume(left, right)
  }

  /// Whether either side can be something else where a variable has its least or its largest value alone.
  private mutating func moves(_ left: Int32, _ right: Int32, _ variable: CaseVariable) -> Bool {
    guard let box = ranges.box, box[variable].low < box[variable].high else { return false }
    let before = [value(left), value(right)]
    var isMoved = false
    for end in [box[variable].low, box[variable].high] where !isMoved {
      var narrow = box
      narrow[variable].low = end
      narrow[variable].high = end
      ranges.box = narrow
      ranges.turn(to: ranges.days)
      let after = [value(left), value(right)]
      isMoved = zip(before, after).contains { $0.low != $1.low || $0.high != $1.high }
    }
    ranges.box = box
    ranges.turn(to: ranges.days)
    return isMoved
  }

  /// Cuts a variable at a value, if both sides have something.
  private func cut(_ variable: CaseVariable, at value: Int64) -> [CaseBox]? {
    guard let box = ranges.box, box[variable].canBeKnown, box[variable].low <= value, value < box[variable].high
    else { return nil }
    return box.cut(variable, at: value)
  }

  /// Cuts the only variable of a comparison where it turns, found by halving, or else in the middle.
  private mutating func cut(_ variable: CaseVariable, _ left: Int32, _ right: Int32) -> [CaseBox]? {
    guard let box = ranges.box else { return nil }
    var low = box[variable].low
    var high = box[variable].high
    guard low < high else { return nil }
    let before = order(left, right, variable, low, box)
    if order(left, right, variable, high, box) == before {
      ranges.box = box
      return box.cut(variable, at: low + (high - low) / 2)
    }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if order(left, right, variable, middle, box) == before { low = middle } else { high = middle }
    }
    ranges.box = box
    ranges.turn(to: ranges.days)
    return box.cut(variable, at: low)
  }

  private mutating func order(
    _ left: Int32, _ right: Int32, _ variable: CaseVariable, _ value: Int64, _ box: CaseBox
  ) -> [Bool] {
    var point = box
    point[variable].low = value
    point[variable].high = value
    ranges.box = point
    ranges.turn(to: ranges.days)
    let first = self.value(left)
    let second = self.value(right)
    return [first.canBeKnown && second.canBeKnown, first.low < second.low, first.low > second.low]
  }

  // MARK: Assumptions

  /// Assumes of an expression of several variables that it is below, at, or above a value.
  private mutating func assume(_ index: Int32, _ value: Interval, at bound: Int64) -> [CaseBox]? {
    guard let box = ranges.box, let shape = ranges.knownShape(index) else { return nil }
    let ends: [(low: Int64, high: Int64)] = [
      (value.low, min(value.high, bound - 1)), (max(value.low, bound), min(value.high, bound)),
      (max(value.low, bound + 1), value.high),
    ]
    let parts = ends.filter { $0.low <= $0.high }
    if parts.count < 2 { return nil }
    return parts.map { part in
      var copy = box
      copy.assumptions.append(
        .init(
          left: shape, right: -1, day: ranges.assumedDay(index), range: Interval(low: part.low, high: part.high),
          order: .any))
      return copy
    }
  }

  /// Assumes how two expressions stand to each other.
  private mutating func assume(_ left: Int32, _ right: Int32) -> [CaseBox]? {
    guard let box = ranges.box, let first = ranges.knownShape(left), let second = ranges.knownShape(right) else {
      return nil
    }
    let day = max(ranges.assumedDay(left), ranges.assumedDay(right))
    for known in box.assumptions where known.right >= 0 && known.day == day {
      if (known.left, known.right) == (first, second) || (known.left, known.right) == (second, first) { return nil }
    }
    return [CaseBox.Order.less, .equal, .greater].map { order in
      var copy = box
      copy.assumptions.append(
        .init(left: first, right: second, day: day, range: .anything, order: order))
      return copy
    }
  }

  /// Cuts a variable in the middle: the widest one that is read by what was assumed of the box and is not so of a likely
  /// case in it, or by any assumption if all are.
  private mutating func halves(_ box: CaseBox) -> [CaseBox]? {
    let candidate = candidate(box)
    let broken = box.assumptions.filter { offset($0, candidate) != 0 }
    var widest: (variable: CaseVariable, width: Int64)?
    for assumption in broken.isEmpty ? box.assumptions : broken {
      for shape in [assumption.left, assumption.right] where shape >= 0 {
        for variable in ranges.variables(ofShape: shape) where box[variable].canBeKnown {
          let width = box[variable].high - box[variable].low
          if width > widest?.width ?? 0 { widest = (variable, width) }
        }
      }
    }
    guard let widest else { return nil }
    return box.cut(widest.variable, at: box[widest.variable].low + widest.width / 2)
  }
}
