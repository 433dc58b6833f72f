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

  struct Wrong: CustomTestStringConvertible, Sendable {
    var options: [String]
    var complaint: String
    var testDescription: String { options.joined(separator: " ") }
  }

  static let wrong = [
    Wrong(
      options: ["1000", "remind.chance=123%"],
      complaint: "`--if remind.chance=123%`: a chance is between 0% and 100%"),
    Wrong(
      options: ["1000", "nobody.chance=23%"],
      complaint: "`--if nobody.chance=23%`: the rules have no setting or fact `nobody.chance`"),
    Wrong(options: ["0", "hour=5"], complaint: "`--amount` is what is owed, more than 0, and this is `0`"),
    Wrong(options: ["-5", "hour=5"], complaint: "`--amount` is what is owed, more than 0, and this is `-5`"),
  ]

  @Test(arguments: wrong) func whatCannotBeIsRefused(_ row: Wrong) {
    let world = MemoryWorld(["recoup.rules": Samples.rules])
    #expect(world.run("compare", "--amount", row.options[0], "--overdue", "5", "--if", row.options[1]) == .usage)
    #expect(world.complaints.contains(row.complaint), "\(world.complaints)")
  }

  /// Another chance is the same as rules that state it.
  @Test func anotherChance() {
    func answer(_ option: String, _ value: String) -> String {
      let world = MemoryWorld(["recoup.rules": Samples.rules])
      #expect(world.run("compare", "--amount", "1000", "--overdue", "5", option, value) == .fine, "\(world.complaints)")
      return world.printed
    }
    let told = answer("--if", "remind.chance=1%")
    #expect(told == answer("--change", "action remind { chance 1% }"))
    #expect(told != answer("--if", "remind.chance=99%"))
  }

  /// What is given is the chance before what it is scaled by: that of today changes nothing.
  @Test func anotherChanceIsScaledLikeTheOldOne() {
    let rules = """
      currency USD
      define age = if days_overdue > 10 days then 50% else 100%
      action remind { title "Remind" chance 30% to 50% scaled by age * 1 }
      action sell { title "Sell" chance 100% recovers 30% }
      """
    func answer(_ chance: String) -> String {
      let world = MemoryWorld(["recoup.rules": rules])
      let status = world.run(
        "compare", "--amount", "1000", "--overdue", "15", "--if", "remind.chance=\(chance)")
      #expect(status == .fine, "\(world.complaints)")
      return world.printed
    }
    #expect(answer("40%").contains("Nothing that counts here is changed."), "\(answer("40%"))")
    #expect(answer("60%").contains("chance 20% → 30%"), "\(answer("60%"))")
  }

  /// Without a range, the drawing reaches the turn that the answer names.
  @Test func theUsualRangeReachesTheTurn() {
    let world = MemoryWorld()
    world.today = "2026-11-22"
    #expect(world.run("init") == .fine)
    let before = world.output.count
    #expect(world.run("compare", "INV-114", "--vary", "hour") == .fine)
    let text = String(decoding: world.output[before...], as: UTF8.self)
    #expect(text.contains("$416.67"), "\(text)")
  }
}
