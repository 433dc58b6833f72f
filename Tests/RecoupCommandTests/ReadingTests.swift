import RecoupCommand
import RecoupTesting
import Testing

/// Answers as a reader meets them, over random situations and the shipped rules in both languages.
@Suite struct ReadingTests {
  /// The arguments that tell of a situation.
  private func situation(_ random: inout SeededRandom) -> [String] {
    let days = random.pick(["-12", "0", "1", "9", "29", "47", "76", "103", "200", "800"])
    var told = ["--amount", random.pick(["0.50", "40", "900", "4200", "12345.67", "250000"]), "--overdue", days]
    func set(_ name: String, _ values: [String]) {
      if random.happens(50) { told += ["--set", "\(name)=\(random.pick(values))"] }
    }
    set(
      "reason",
      [
        "not_received", "forgot", "awaiting_approval", "short_of_cash", "unhappy", "wrong_invoice", "refuses", "silent",
        "insolvent",
      ])
    for fact in ["contract", "proof", "ongoing", "consumer", "solvent", "plan_broken"] { set(fact, ["yes", "no"]) }
    set("yearly_revenue", ["1000", "20000"])
    set("promised_in", ["-3", "5"])
    for action in ["reminder", "call", "notice", "agency"] where random.happens(40) {
      told += ["--done", "\(action)=\(random.pick(["1", "2"]))" + random.pick(["", "@3", "@40"])]
    }
    if random.happens(20) { told += ["--pending", "12"] }
    return told
  }

  private func answer(_ arguments: [String]) -> String {
    let world = MemoryWorld([:])
    #expect(CommandLineTool.run(arguments, in: world.world) == .fine, "\(arguments)")
    return world.printed
  }

  private let actions = ["reminder", "plan", "notice", "agency", "lawsuit", "write_off"]

  @Test func everySentenceIsWhole() {
    for seed in Effort.seeds(12, part: 100) {
      var random = SeededRandom(seed: seed)
      let told = situation(&random) + ["--rules", random.pick(["us", "fr"])]
      for command in [["next"], ["why", random.pick(actions)]] {
        for tongue in ["en", "fr"] {
          let text = answer(command + told + ["--lang", tongue])
          let words = "seed \(seed): \(command) \(told)\n\(text)"
          for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            #expect(line.count <= 80 && line.last != " ", "\(words)")
          }
          let flat = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).joined(separator: " ")
          #expect(!text.contains("\n\n\n"), "\(words)")
          // What stands in quotes may be the rules' own words.
          let said = flat.replacing(/“[^”]*”|«[^»]*»/, with: "")
          #expect(!said.contains(/[.!?]\.|\(\)|_[a-z]|\p{L}'\p{L}/), "\(words)")
          if tongue == "fr" { #expect(!flat.contains(/[ ][:;!?»%]|«[ ]|\p{L}[;!?]/), "\(words)") }
        }
      }
    }
  }

  /// What `why` shows adds up as it is printed.
  @Test func theSumIsThatOfItsParts() throws {
    var sums = 0
    for seed in Effort.seeds(12, part: 100) {
      var random = SeededRandom(seed: seed)
      let arguments = ["why", random.pick(actions)] + situation(&random) + ["--rules", "us", "--lang", "en"]
      let parts = answer(arguments).split(separator: "Together\n")
      if parts.count < 2 { continue }
      let cents = parts[1].split(separator: "\n").compactMap { line in
        line.firstMatch(of: /^ {2,4}\S.* (-?)\$([\d,]+\.\d\d)$/).flatMap { found in
          Int(found.1 + String(found.2.filter(\.isNumber)))
        }
      }
      #expect(try cents.dropLast().reduce(0, +) == #require(cents.last), "seed \(seed): \(arguments)")
      sums += 1
    }
    #expect(sums > 0)
  }
}
