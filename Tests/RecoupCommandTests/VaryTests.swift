import Foundation
import RecoupTesting
import Testing

@testable import RecoupCommand

/// `recoup compare --vary`: what is asked for, what is refused, and where the drawing goes.
@Suite struct VaryTests {
  private static let told = ["compare", "--amount", "1000", "--overdue", "5"]

  struct Row: CustomTestStringConvertible, Sendable {
    var options: [String]
    var complaint: String
    var testDescription: String { options.joined(separator: " ") }

    init(_ options: String..., says complaint: String) {
      self.options = options
      self.complaint = complaint
    }
  }

  static let wrong = [
    Row(
      "--vary", "hours",
      says: "`--vary`: the rules have no fact, setting or ACTION.chance `hours`; did you mean `hour`?"),
    Row(
      "--vary", "remind",
      says: "`--vary`: the rules have no fact, setting or ACTION.chance `remind`; did you mean `remind.chance`?"),
    Row(
      "--vary", "remnid.chance",
      says: "`--vary`: the rules have no fact, setting or ACTION.chance `remnid.chance`; did you mean `remind.chance`?"),
    Row("--vary", "nonsense", says: "`--vary`: the rules have no fact, setting or ACTION.chance `nonsense`"),
    Row("--vary", "=1..2", says: "`--vary`: the rules have no fact, setting or ACTION.chance ``"),
    Row("--vary", "", says: "`--vary` needs a value: NAME[=FROM..TO]"),
    Row("--vary", "hour=60..20", says: "`--vary hour=60..20`: FROM is above TO"),
    Row("--vary", "hour=20..20", says: "`--vary hour=20..20`: FROM is the same as TO"),
    Row("--vary", "hour=20", says: "`--vary hour=20`: `20` is no range: write FROM..TO"),
    Row("--vary", "hour=", says: "`--vary hour=`: `` is no range: write FROM..TO"),
    Row("--vary", "hour=..20", says: "`--vary hour=..20`: `` is not a value such as `1234.50`"),
    Row("--vary", "hour=20..", says: "`--vary hour=20..`: `` is not a value such as `1234.50`"),
    Row("--vary", "hour=1...5", says: "`--vary hour=1...5`: `.5` is not a value such as `1234.50`"),
    Row("--vary", "hour=1..2..3", says: "`--vary hour=1..2..3`: `2..3` is not a value such as `1234.50`"),
    Row(
      "--vary", "hour=20 EUR..30 EUR",
      says: "`--vary hour=20 EUR..30 EUR`: `20 EUR` is not in USD, the currency of the rules"),
    Row(
      "--vary", "remind.chance=10..90",
      says: "`--vary remind.chance=10..90`: `10` is no percentage: write it with its sign, such as `35%`"),
    Row(
      "--vary", "remind.chance=-1%..90%", says: "`--vary remind.chance=-1%..90%`: a chance is between 0% and 100%"),
    Row(
      "--vary", "amount=-92233720368547758.07..92233720368547758.07",
      says: "`--vary amount=-92233720368547758.07..92233720368547758.07`: FROM and TO are too far apart"),
    Row(
      "--vary", "days_overdue=0..1000000000000000001",
      says: "`--vary days_overdue=0..1000000000000000001`: FROM and TO are too far apart"),
    Row("--vary", "pending=-1..5", says: "`--vary pending=-1..5`: `pending` counts from 0"),
    Row(
      "--vary", "contract=no..yes",
      says: "`--vary contract=no..yes`: `contract` has no range, all its values are shown: leave out `=no..yes`"),
    Row(
      "--vary", "hour", "--vary", "amount",
      says: "`--vary` takes one thing at a time, and there are `hour` and `amount`"),
    Row("--svg", "a.svg", says: "`--svg` draws what `--vary` varies: give both"),
  ]

  @Test(arguments: wrong) func wrongUsageIsExplained(_ row: Row) {
    let world = MemoryWorld(["recoup.rules": Samples.rules])
    #expect(CommandLineTool.run(VaryTests.told + row.options, in: world.world) == .usage)
    #expect(world.complaints == "recoup: \(row.complaint)\nTry `recoup compare --help`.\n")
    #expect(world.events == [])
  }

  static let right = [
    ["--vary", "hour"], ["--vary", "hour=20..60"], ["--vary", "hour=20 USD .. 60 USD"], ["--vary", "amount=0.50..2"],
    ["--vary", "days_overdue=-10..30"], ["--vary", "days_overdue=0 days..2 weeks"], ["--vary", "promised_in"],
    ["--vary", "pending=0..30"], ["--vary", "remind.chance=0%..100%"], ["--vary", "contract"],
    ["--vary", "hour", "--if", "hour=90"], ["--vary", "contract", "--if", "hour=90"],
    ["--vary", "amount=0..10000000000000000"], ["--vary", "amount=-5000000000000000..5000000000000000"],
    ["--vary", "days_overdue=9223372036854775000..9223372036854775807"],
    ["--vary", "days_overdue=-500000000000000000..500000000000000000"],
    ["--vary", "hour=92233720368547758.00..92233720368547758.07"],
  ]

  @Test(arguments: right, ["en", "fr"]) func answersInBothLanguages(_ options: [String], _ tongue: String) {
    for more in [[], ["--json"]] + [["--svg", "a.svg"]] {
      let world = MemoryWorld(["recoup.rules": Samples.rules])
      #expect(CommandLineTool.run(VaryTests.told + options + more + ["--lang", tongue], in: world.world) == .fine)
      #expect(world.complaints == "")
      // Sums of quadrillions are wider than any terminal.
      let isHuge = options[1].utf8.count >= 26
      for line in world.printed.split(separator: "\n") where more != ["--json"] && !isHuge { #expect(line.count <= 80) }
    }
  }

  @Test func aDrawingReplacesTheOneBefore() throws {
    let world = MemoryWorld(["recoup.rules": Samples.rules, "old.svg": "old"])
    for file in ["old.svg", "new.svg"] {
      #expect(CommandLineTool.run(VaryTests.told + ["--vary", "hour", "--svg", file], in: world.world) == .fine)
      #expect(world.text(of: file)?.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ") == true)
      #expect(world.printed.contains("The chart is drawn in “\(file)”."))
    }
    #expect(world.text(of: "old.svg") == world.text(of: "new.svg"))
    #expect(world.events.contains(.overwrote("old.svg")) && world.events.contains(.overwrote("new.svg")))
  }

  @Test(arguments: [true, false]) func aDrawingThatCannotBeWrittenEndsIt(_ isThere: Bool) {
    let world = MemoryWorld(["recoup.rules": Samples.rules])
    if isThere { world.files["a.svg"] = [] }
    world.obstacles["a.svg"] = "no space is left"
    #expect(
      CommandLineTool.run(VaryTests.told + ["--vary", "hour", "--svg", "a.svg"], in: world.world) == .writeFailed)
    #expect(world.complaints == "recoup: cannot write a.svg: no space is left\n")
    #expect(world.printed == "")
  }

  @Test func aWiderTerminalChangesNoJSON() {
    let answers = [60, 80, 200].map { width in
      let world = MemoryWorld(["recoup.rules": Samples.rules])
      world.width = width
      #expect(CommandLineTool.run(VaryTests.told + ["--vary", "hour", "--json"], in: world.world) == .fine)
      return world.printed
    }
    #expect(Set(answers).count == 1)
  }

  @Test func whatCanBeVariedIsOffered() {
    let world = MemoryWorld(["recoup.rules": Samples.rules])
    #expect(world.run("completions", "--axes") == .fine)
    let names = world.printed.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    #expect(names == ["amount", "days_overdue", "promised_in", "pending", "contract", "hour", "remind.chance"])
  }

  /// The picture of words has a row for each, with what is advised, and a mark for each way that is open.
  @Test func aPictureOfWords() {
    let rules = """
      currency USD
      fact reason: one of forgot "They forgot", refuses "They refuse", gone "They are gone"
      action remind { title "Remind them" chance 50% requires reason is forgot }
      action sell { title "Sell it" chance 100% recovers 10% requires not reason is gone }
      """
    let world = MemoryWorld(["recoup.rules": rules])
    let status = world.run(
      "compare", "--amount", "1000", "--overdue", "5", "--set", "reason=refuses", "--vary", "reason", "--svg", "a.svg")
    #expect(status == .fine, "\(world.complaints)")
    let svg = world.text(of: "a.svg") ?? ""
    for text in ["They forgot", "They refuse ◂ today", "They are gone", "Remind them", "Sell it", "$1,000.00"] {
      #expect(svg.contains(text), "\(text) in \(svg)")
    }
    // One stroke in the legend for each way, and one where it is open: once, and twice.
    #expect(svg.matches(of: /class="curve w0 solid/).count == 2, "\(svg)")
    #expect(svg.matches(of: /class="curve w1 solid/).count == 3, "\(svg)")
    #expect(svg.matches(of: /solid best"/).count == 2, "\(svg)")
  }
}
