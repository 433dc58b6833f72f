import RecoupEngine
import RecoupLanguage
import RecoupReports
import RecoupRules
import RecoupWire

/// What `--vary` asks for: one thing that a decision depends on, and from where to where.
struct Variation {
  let axis: Axis
  /// The values that were given; nil for those around today's.
  let values: ClosedRange<Int64>?

  /// The options of a command that varies.
  static var options: [Arguments.Option] {
    [
      .init("--vary", "NAME[=FROM..TO]", help: "Draw every way along a fact, a setting or ACTION.chance"),
      .init("--svg", "FILE", help: "With --vary: write the chart to a file as a picture"),
    ]
  }

  /// Reads `--vary`; nil without it.
  init?(_ arguments: Arguments, _ book: RuleBook) throws(Stop) {
    let all = arguments.all("--vary")
    guard let text = all.last else {
      if arguments.value("--svg") != nil { throw Stop(.usage, "`--svg` draws what `--vary` varies: give both") }
      return nil
    }
    if all.count > 1 {
      throw Stop(.usage, "`--vary` takes one thing at a time, and there are `\(all[0])` and `\(text)`")
    }
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    axis = try Variation.axis(parts[0], book)
    let isOfWords = axis.allValues(in: book) != nil
    if isOfWords, parts.count > 1 {
      throw Stop(
        .usage, "`--vary \(text)`: `\(parts[0])` has no range, all its values are shown: leave out `=\(parts[1])`")
    }
    values = parts.count > 1 ? try Variation.range(parts[0], parts[1], axis, book) : nil
  }

  /// What follows the name of an action whose chance is varied.
  static let chance = ".chance"

  /// What can be varied, by its name.
  static func names(_ book: RuleBook) -> [String] {
    book.facts.map { $0.name } + book.settings.map { $0.name } + book.actions.map { $0.name + chance }
  }

  private static func axis(_ name: String, _ book: RuleBook) throws(Stop) -> Axis {
    if let fact = book.fact(named: name) { return .fact(fact) }
    if let setting = book.setting(named: name) { return .setting(setting) }
    if name.hasSuffix(chance), let action = book.action(named: String(name.dropLast(chance.count))) {
      return .chance(action: action)
    }
    let hint =
      book.action(named: name) != nil
      ? name + chance : NearestName.of(name, among: names(book))
    throw Stop(
      .usage,
      "`--vary`: the rules have no fact, setting or ACTION.chance `\(name)`"
        + (hint.map { "; did you mean `\($0)`?" } ?? ""))
  }

  private static func range(
    _ name: String, _ text: String, _ axis: Axis, _ book: RuleBook
  ) throws(Stop) -> ClosedRange<Int64> {
    let option = "`--vary \(name)=\(text)`"
    guard let dots = text.firstRange(of: "..") else {
      throw Stop(.usage, "\(option): `\(text)` is no range: write FROM..TO")
    }
    let texts = [text[..<dots.lowerBound], text[dots.upperBound...]].map { trimmed($0) }
    var ends: [Int64] = []
    for text in texts {
      do {
        ends.append(try ValueReader.read(text, as: axis.type(in: book), currency: book.currency))
      } catch {
        throw Stop(.usage, "\(option): \(error.message)")
      }
    }
    if ends[0] >= ends[1] {
      let relation = ends[0] == ends[1] ? "the same as" : "above"
      throw Stop(.usage, "\(option): FROM is \(relation) TO")
    }
    let (width, isOverflow) = ends[1].subtractingReportingOverflow(ends[0])
    if isOverflow || width > Axis.widest { throw Stop(.usage, "\(option): FROM and TO are too far apart") }
    switch axis {
    case .fact(RuleBook.Builtin.pending) where ends[0] < 0: throw Stop(.usage, "\(option): `pending` counts from 0")
    case .chance where ends[0] < 0 || ends[1] > 1_000_000:
      throw Stop(.usage, "\(option): a chance is between 0% and 100%")
    case .fact, .setting, .chance: return ends[0]...ends[1]
    }
  }

  /// The advice along the axis, with at least so many values.
  func line(of advice: Advice, at desk: Desk, points: Int) throws(Stop) -> Line {
    let (advisor, invoice) = (desk.advisor, advice.invoice)
    let today = advisor.value(on: axis, in: invoice)
    let owed = invoice.facts[RuleBook.Builtin.amount] ?? 0
    var values = values ?? axis.usualValues(around: today, owed: owed, in: desk.book)
    if self.values == nil, let turn = Sensitivity(of: advice.decision, by: advisor, on: invoice).turn(along: axis) {
      // The turn that is named without a range is on the drawing too, and a little of what comes after it.
      let likely = axis.domain(around: today, in: desk.book)
      let usual = values
      for other in [turn.below, turn.above].compactMap({ $0?.value }) where !usual.contains(other) {
        let (whole, isTooWide) = usual.upperBound.subtractingReportingOverflow(usual.lowerBound)
        if isTooWide { continue }
        let room = whole / 10
        let end = other < usual.lowerBound ? other - min(room, other - likely.lowerBound) : other
        let last = other > usual.upperBound ? other + min(room, likely.upperBound - other) : other
        let reached = min(values.lowerBound, end)...max(values.upperBound, last)
        let (width, isOverflow) = reached.upperBound.subtractingReportingOverflow(reached.lowerBound)
        if !isOverflow, width <= Axis.widest { values = reached }
      }
    }
    do {
      return try advisor.line(
        along: axis, over: values, points: points, in: invoice)
    } catch {
      throw Stop(.fault, "there is no advice without an amount and a delay")
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
