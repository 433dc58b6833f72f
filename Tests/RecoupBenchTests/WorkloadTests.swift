import Foundation
import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

@testable import RecoupBench

/// The workload means the same to all that are measured by it.
@Suite struct WorkloadTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Bench/Workload")

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// The rules and the table of numbers choose alike, but where the table's rounding decides.
  @Test func theRulesAndTheTableAgree() throws {
    let workload = try Workload(try WorkloadTests.text("sixty.table"))
    let book = try PlanMeter.book("sixty.rules", Array(try WorkloadTests.text("sixty.rules").utf8))
    #expect(book.actions.map { $0.name }.sorted() == workload.actions.map { $0.name }.sorted())
    let check = ChoiceCheck(workload, seed: 1)
    var advisor = PortfolioAdvisor(Advisor(book))
    var random = SeededRandom(seed: 1)
    for number in 1...3_000 {
      let invoice = Invoice(number, &random)
      var facts = book.facts.map { _ in Int64?.none }
      for (place, name) in Self.facts.enumerated() {
        let index = try #require(book.fact(named: name))
        let value = invoice.facts[place]
        facts[index] = book.facts[index].type == .number ? value * 1_000_000 : place == 2 ? value * 10_000 : value
      }
      let best = try #require(try advisor.decide(Case(facts: facts)).best)
      let choice = try #require(workload.actions.firstIndex { $0.name == book.actions[best.action].name })
      let expected = workload.choice(invoice.facts)
      if choice == expected { continue }
      #expect(check.isRight(choice, invoice.facts), "row \(number): \(invoice.facts)")
    }
  }

  private static let facts = [
    "days_overdue", "amount", "on_time", "invoices", "broken", "dispute", "contract", "proof", "ongoing", "contact",
    "reminders", "revenue",
  ]

  /// The same rows on every machine, in both forms.
  @Test func theRowsAreAlwaysTheSame() {
    var random = SeededRandom(seed: 7)
    var (counted, written) = (RowText(), RowText())
    for number in 1...2 {
      let invoice = Invoice(number, &random)
      invoice.writeCounted(to: &counted)
      invoice.writeWritten(to: &written)
    }
    #expect(
      String(decoding: counted.bytes, as: UTF8.self) == """
        INV-00000001,Client 15593 Logistics GmbH,EUR,-5,159927,0.47,27,0,fraud,false,false,false,79,2,85737816
        INV-00000002,Client 04267 Logistics GmbH,EUR,64,17640345,0.41,3,0,none,true,true,false,6,0,657549

        """)
    #expect(
      String(decoding: written.bytes, as: UTF8.self) == """
        INV-00000001,-5,1599.27,47%,27,0,fraud,no,no,no,79,2,857378.16
        INV-00000002,64,176403.45,41%,3,0,none,yes,yes,no,6,0,6575.49

        """)
  }

  /// Books of every size that is tried are without mistakes, and so are their rows.
  @Test func booksOfAllSizesDecide() throws {
    for size in Scaling.Size.allCases {
      for value in [size.values.first!, size.values.last!] {
        func sized(_ other: Scaling.Size) -> Int { other == size ? value : 3 }
        let made = MadeUpBook(
          rules: sized(.rules), actions: sized(.actions), steps: sized(.steps), facts: sized(.facts), seed: 1)
        let meter = try PlanMeter(PlanMeter.book("made-up", Array(made.text.utf8)), made.table(3))
        #expect(meter.times.count == 3)
      }
    }
  }

  /// A choice that brings less is found, and so is a row too few or too many.
  @Test(arguments: [
    ("wrong", "chooses"), ("short", "has no choice in row 5"), ("long", "has more than 5 rows"), ("right", ""),
  ]) func wrongChoicesAreFound(_ kind: String, _ message: String) throws {
    let workload = try Workload(try WorkloadTests.text("sixty.table"))
    var check = ChoiceCheck(workload, seed: 3)
    var random = SeededRandom(seed: 3)
    var lines = ["id,action"]
    for number in 1...5 {
      let invoice = Invoice(number, &random)
      check.add(invoice.facts)
      let nets = workload.nets(invoice.facts)
      let best = workload.choice(invoice.facts)
      let other = nets.indices.first {
        nets[$0] != nil && nets[best]! - nets[$0]! > invoice.facts[Invoice.amount] / 1_000 + 2
      }
      let choice = kind == "wrong" ? try #require(other) : best
      lines.append("\(number),\(workload.actions[choice].name),1")
    }
    if kind == "short" { lines.removeLast() }
    if kind == "long" { lines.append(lines.last!) }
    let file = FileManager.default.temporaryDirectory.appending(path: "choices-\(UUID().uuidString).csv")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    if message.isEmpty {
      #expect(try check.differing(file.path, rows: 5) == 0)
    } else {
      let failure = #expect(throws: Child.Failure.self) { _ = try check.differing(file.path, rows: 5) }
      #expect(failure?.description.contains(message) == true, "\(failure?.description ?? "")")
    }
  }

  /// Options that are wrong are told.
  @Test(arguments: [["--rows"], ["--rows", "many"], ["--rows", "10"], ["--fast"], ["--rounds", "0"]])
  func wrongOptions(_ arguments: [String]) {
    #expect(throws: Options.Wrong.self) { _ = try Options(arguments) }
  }
}
