import Foundation
import RecoupCommand
import RecoupTesting
import Testing

/// What leads to the other ways with the invoices that `init` writes, as `compare` answers it.
@Suite struct RouteAnswerTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var invoice: String
    var action: String
    var word: String
    var number: String
    var testDescription: String { "\(invoice): \(action)" }
  }

  static let rows = [
    Row(invoice: "INV-118", action: "notice", word: "plan_broken", number: "days_overdue"),
    Row(invoice: "INV-109", action: "fix_work", word: "reason", number: "amount"),
  ]

  /// The same invoice with both changes set is advised what was said.
  @Test(arguments: rows) func aWordAndANumber(_ row: Row) throws {
    let world = MemoryWorld()
    world.today = "2026-11-22"
    #expect(world.run("init") == .fine)
    let start = world.output.count
    #expect(world.run("compare", row.invoice, "--json") == .fine)
    let compared = try #require(
      try JSONSerialization.jsonObject(with: Data(world.output[start...])) as? [String: Any])
    let routes = try #require(compared["routes"] as? [[String: Any]])
    let route = try #require(routes.first { $0["action"] as? String == row.action })
    let moves = try #require(route["moves"] as? [[String: Any]])
    #expect(moves.map { $0["vary"] as? String } == [row.word, row.number])
    let values = try moves.map { move in
      let (name, to) = (try #require(move["vary"] as? String), try #require(move["to"]))
      return name == "plan_broken" ? "plan_broken=yes" : "\(name)=\(to)"
    }
    try #require(values.count == 2)
    let before = world.output.count
    #expect(world.run("next", row.invoice, "--json", "--set", values[0], "--set", values[1]) == .fine)
    let advised = String(decoding: world.output[before...], as: UTF8.self)
    #expect(advised.contains("\"recommend\": \"\(row.action)\""), "\(values)")
  }
}
