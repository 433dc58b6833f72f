import RecoupRules
import Testing

@testable import RecoupEngine
@testable import RecoupReports

/// What `compare` says below the ways, of findings made up for the tests.
@Suite struct CompareReportTests {
  private static let days = Axis.fact(RuleBook.Builtin.daysOverdue)

  private func told(
    turns: [Turn] = [], trust: Trust = Trust(ranges: [], flips: [], isProved: true, together: .holds),
    routes: [Route] = [], in tongue: Tongue = .english
  ) throws -> String {
    let findings = CompareReport.Findings(turns: turns, trust: trust, routes: routes, questions: [])
    let report = CompareReport(try TurnSamples.book(), in: tongue)
    let text = report.text(try TurnSamples.advice(), findings, note: "")
    let heading = tongue == .english ? "\nWhat would change the answer\n" : "\nCe qui changerait le conseil\n"
    let below = text.split(separator: heading).last?.split(separator: "\n", maxSplits: 1).last
    return below.map { String($0).replacing("\u{A0}", with: " ") } ?? ""
  }

  @Test func nothingTurnsIt() throws {
    let turns = [
      TurnSamples.turn(CompareReportTests.days, 5, -395...405),
      TurnSamples.turn(.setting(0), 5000, 0...100_000_000, proved: 4000...6000),
      TurnSamples.turn(.fact(TurnSamples.count), 0, 0...7_000_000, proved: 0...0),
    ]
    let english = try told(turns: turns)
    #expect(
      english.hasPrefix(
        """
          Within likely values, nothing would by itself: days_overdue, hour, count.
          Tried at many values, but at every one only within these: hour ($40.00 to
          $60.00), count (0).

        """))
    #expect(
      try told(turns: turns, in: .french).contains("rien ne le changerait à lui seul :"))
  }

  @Test func aChanceOutsideItsRangeIsMarked() throws {
    let turns = [
      TurnSamples.turn(.chance(action: 0), 300_000, 100_000...350_000, below: .wait, above: .wait),
      TurnSamples.turn(.chance(action: 2), 0, 0...10, above: .wait),
    ]
    let range = Trust.Range(action: 0, chances: 200_000...400_000)
    let flip = Trust.Flip(assumed: .init(action: 0, chance: 350_001), recommendation: .wait)
    let trust = Trust(ranges: [range], flips: [flip], isProved: true, together: .turns([flip.assumed], .wait))
    let text = try told(turns: turns, trust: trust)
    #expect(text.contains("\n    over 35%: wait\n    under 10% (outside its range, 20% to 40%): wait\n"))
    #expect(text.contains("- “Call them” (20% to 40%): over 35%: wait\n"))
    #expect(!text.contains("Give up” "), "what is sure to fail is no assumption")
  }

  @Test func manyChancesAreCounted() throws {
    let chances = (0..<3).map { TurnSamples.turn(.chance(action: $0), 500_000, 0...1_000_000) }
    #expect(
      try told(turns: chances).hasPrefix("  Within likely values, nothing would by itself: each of the 3 chances.\n"))
    let turning = TurnSamples.turn(.chance(action: 0), 500_000, 0...600_000, above: .wait)
    #expect(try told(turns: chances + [turning]).contains("nothing else would by itself: 3 of the 4 chances.\n"))
  }

  @Test func theWorstCaseIsTold() throws {
    let ranges = [
      Trust.Range(action: 0, chances: 200_000...400_000), Trust.Range(action: 1, chances: 100_000...500_000),
    ]
    let outcomes: [(Trust.Together, String)] = [
      (.holds, "Even the worst combination of all chances leaves the advice as it is."),
      (
        .turns([.init(action: 0, chance: 200_000), .init(action: 1, chance: 500_000)], .action(1)),
        "with “Call them” at 20% and “Go to court” at 50%,"
      ),
      (.undecided, "No combination of the ends of the ranges that was tried changes it;"),
    ]
    for (together, expected) in outcomes {
      let text = try told(trust: Trust(ranges: ranges, flips: [], isProved: true, together: together))
      #expect(text.contains(expected), "\(text)")
      #expect(text.contains("- no change anywhere in: “Call them” (20% to 40%), “Go to court” (10% to 50%)"))
    }
    let tried = try told(trust: Trust(ranges: ranges, flips: [], isProved: false, together: .undecided))
    #expect(tried.contains("- no change at any value that was tried in: “Call them”"))
  }

  @Test func routesAreToldActionByAction() throws {
    let routes = [
      Route(action: 0, moves: [.init(axis: .fact(TurnSamples.paid), from: nil, to: 1)]),
      Route(
        action: 1,
        moves: [
          .init(axis: CompareReportTests.days, from: 1, to: 91), .init(axis: .setting(0), from: 5000, to: -100),
        ]),
      Route(action: 1, moves: [.init(axis: .fact(TurnSamples.reason), from: 0, to: 2)]),
    ]
    #expect(
      try told(routes: routes).contains(
        """
        What would lead to the other ways
          Call them
            - Did they pay before? not known → yes
          Go to court
            - days overdue: 1 day → 91 days and What is an hour worth? $50.00 → -$1.00
            - reason: They forgot → They are silent

        """))
    #expect(try told(routes: routes, in: .french).contains("- Did they pay before? inconnu → oui\n"))
    #expect(try told().contains("No single change and no pair of answers was found that leads to: "))
  }

  struct Pointer: Sendable, CustomTestStringConvertible {
    var id: String?
    var command: String
    var testDescription: String { id ?? "no number" }
  }

  static let pointers = [
    Pointer(id: "INV-42", command: "`recoup compare INV-42` tells"),
    Pointer(id: "2026/0042", command: "`recoup compare 2026/0042` tells"),
    Pointer(id: "No 7", command: "`recoup compare` in the place of"),
    Pointer(id: "-rf", command: "`recoup compare` in the place of"),
    Pointer(id: "$(reboot)", command: "`recoup compare` in the place of"),
    Pointer(id: "", command: "`recoup compare` in the place of"),
    Pointer(id: nil, command: "`recoup compare` in the place of"),
  ]

  /// What `next` tells to type is what a shell takes as it is.
  @Test(arguments: pointers) func nextPointsToIt(_ pointer: Pointer) throws {
    let book = try TurnSamples.book()
    let advice = try TurnSamples.advice(on: pointer.id)
    let text = AdviceReport(book, in: .english).text(advice, .init(Advisor(book), advice), note: "")
    #expect(text.contains(pointer.command), "\(text)")
  }
}
