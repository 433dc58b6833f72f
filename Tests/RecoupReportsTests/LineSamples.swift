import RecoupQuantities
import RecoupRules
import Testing

@testable import RecoupEngine
@testable import RecoupReports

/// Lines made up for the tests, and the rule book that they speak about.
enum LineSamples {
  /// A book with actions of these titles, which are called `a0`, `a1` and so on.
  static func book(_ titles: [String]) throws -> RuleBook {
    let dollars = try #require(Currency(code: "USD"))
    let hour = Setting("hour", Expression(.literal(5000), .money), label: LocalizedText("What is an hour worth?"))
    let actions = titles.enumerated().map { place, title in
      Action("a\(place)", title: LocalizedText(title), chance: .init(Expression(.literal(0), .percent)))
    }
    return RuleBook(currency: dollars, settings: [hour], actions: actions)
  }

  /// The advice on an invoice whose texts would do harm where they are not escaped.
  static func advice(_ book: RuleBook, paused: Bool = false) throws -> Advice {
    let day = try #require(CivilDate(iso: "2026-11-22".utf8))
    var subject = Subject(id: "<A&B>", client: "\"Smith\" </title>", owed: Amount(100_000, book.currency))
    if paused { subject.pause = .init(until: try #require(day.adding(days: 10))) }
    return try Advice(Advisor(book), Case(facts: [100_000, 5, nil, nil]), about: subject, asOf: day)
  }

  /// A line over days overdue: at each value what the ways bring, in cents, nil where one is closed. The best is advised.
  static func line(
    _ points: [(value: Int64, brings: [Double?])], along axis: Axis = .fact(RuleBook.Builtin.daysOverdue),
    today: Int64? = nil
  ) -> Line {
    var line = Line(axis: axis, today: today, points: [], stretches: [])
    for (value, brings) in points {
      let best = brings.indices.filter { brings[$0] != nil }.max {
        (brings[$0] ?? 0, -$0) < (brings[$1] ?? 0, -$1)
      }
      let advice: Decision.Recommendation = best.map { .action($0) } ?? .nothing
      line.points.append(
        .init(
          value: value, recommendation: advice, best: best, values: brings,
          opens: brings.map { $0.map { _ in 0 } }))
      if line.stretches.last?.recommendation == advice, let last = line.stretches.last?.values.lowerBound {
        line.stretches[line.stretches.count - 1].values = last...value
      } else {
        let start = line.stretches.last.map { $0.values.upperBound + 1 } ?? value
        line.stretches.append(.init(values: min(start, value)...value, recommendation: advice, isProved: true))
      }
    }
    return line
  }

  /// Lines that are hard to draw, by name.
  static let all: [(name: String, line: Line)] = [
    ("crossing", line((0...100).map { ($0, [Double(1000 * (100 - $0)), Double(1000 * $0), 2000]) }, today: 30)),
    ("jumping", line((0...90).map { ($0, [50_000, $0 < 30 ? nil : 90_000, $0 % 20 < 10 ? 10_000 : nil]) }, today: 60)),
    ("negative", line((0...40).map { ($0, [-1000 * Double($0) - 5, -90_000_000, -20_000]) }, today: 400)),
    ("one way", line((0...1).map { ($0, [nil, 12_345, nil]) })),
    ("one value", line([(5, [1, 2, 3])], today: 5)),
    ("all nothing", line((-5...5).map { ($0, [0, 0, 0]) }, today: 0)),
    ("closed", line((0...9).map { ($0, [nil, nil, nil]) }, today: 3)),
    (
      "extreme",
      line(
        [(.min, [1e300, -1e300, .infinity]), (-1, [-1e18, 9e18, 0]), (.max, [nil, 1e19, -.infinity])],
        along: .setting(0), today: .max)
    ),
  ]
}
