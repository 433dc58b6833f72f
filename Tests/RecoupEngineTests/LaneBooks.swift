import RecoupEngine
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

/// Rule books of one step on one day with many rules about thresholds, as a plain rules engine would have them.
struct LaneBooks {
  private var random: SeededRandom

  /// The book of a seed, with so many rules.
  static func book(seed: UInt64, rules: Int, isPlain: Bool = false) throws -> RuleBook {
    var maker = LaneBooks(random: SeededRandom(seed: seed))
    let text = maker.text(rules, isPlain: isPlain)
    let loaded = RulesLoader.load(SourceFile(name: "seed \(seed)", text: text)) { _, _ in .missing("none") }
    let problems = loaded.problems.map { $0.message }
    return try #require(loaded.book, "seed \(seed): \(problems)\n\(text)")
  }

  private static let names = ["mail", "call", "visit", "notice", "agency", "court"]

  private mutating func text(_ rules: Int, isPlain: Bool) -> String {
    var text = """
      currency USD
      horizon 1 steps, 0 days
      setting limit = 30 days
      setting care = 20%
      fact orders: number
      fact notes: number = 2
      fact margin: money
      fact worth: money = 40 USD
      fact on_time: percent
      fact contact: days
      fact until: days falling
      fact reason: one of forgot, short, unhappy, gone
      fact contract: yes or no
      fact proof: yes or no = yes
      fact held: yes or no = contract
      define late = days_overdue
      define far = late > limit and not proof
      define goodwill = worth
      table age by late { up to 10 days: 100% up to limit: 80% beyond: 35% }
      table mood by reason { forgot: 90% short, gone: 30% }

      """
    if random.happens(20) { text += "define cost_of_money = care\n" }
    for name in Self.names { text += action(name, isPlain: isPlain) }
    for index in 0..<rules {
      text += "rule \"r\(index)\" { when \(condition(3, isPlain: isPlain)) \(effects()) because \"so\" }\n"
    }
    return text
  }

  private mutating func action(_ name: String, isPlain: Bool) -> String {
    var text = "action \(name) { title \"\(name)\" chance \(random.pick([0, 100, 12, 35, 50, 61, 88]))%"
    if random.happens(30) { text += " to \(random.pick([40, 70, 99]))%" }
    if !isPlain, random.happens(20) { text += " scaled by \(random.pick(["age", "mood", "care"]))" }
    if random.happens(30) { text += " recovers \(random.pick([33, 90, 120]))%" }
    if random.happens(40) { text += " fee \(random.number(1...60))% of recovered" }
    if text.hasSuffix("recovered"), random.happens(50) { text += " minimum 75 USD" }
    if text.hasSuffix("USD"), random.happens(50) { text += " maximum 100 USD" }
    if random.happens(50) { text += " cost \(random.number(0...900)) USD" }
    if random.happens(40) { text += " strain \(random.pick([5, 60, 130]))%" }
    if random.happens(40) { text += " takes \(random.number(0...90)) days" }
    if random.happens(30) { text += " at most 2 times" }
    if random.happens(20) { text += " final" }
    if random.happens(40) { text += " requires \(condition(2, isPlain: isPlain))" }
    return text + " }\n"
  }

  private mutating func effects() -> String {
    let name = random.pick(Self.names)
    switch random.below(20) {
    case 0: return "then wait"
    case 1, 2: return "then never \(name)"
    case 3: return "then only \(Self.names.filter { $0 != name }.joined(separator: ", "))"
    case 4...11: return "then \(name) \(random.number(2...9))x likelier"
    case 12...17: return "then \(name) 1.\(random.number(1...9))x less likely"
    default:
      return "then \(name) 3x likelier then \(random.pick(Self.names)) 2x less likely then \(name) 7x less likely"
    }
  }

  private mutating func condition(_ depth: Int, isPlain: Bool) -> String {
    if depth > 0, random.happens(55) {
      let (first, second) = (condition(depth - 1, isPlain: isPlain), condition(depth - 1, isPlain: isPlain))
      switch random.below(10) {
      case 0...6: return "(\(first) and \(second))"
      case 7, 8: return "(\(first) or \(second))"
      default: return "not (\(first))"
      }
    }
    let order = random.pick(["<", "<=", ">", ">=", "=", "!="])
    switch random.below(isPlain ? 11 : 16) {
    case 0: return "days_overdue \(order) \(random.number(0...120)) days"
    case 1: return "amount \(order) \(random.number(0...20_000)) USD"
    case 2: return "orders \(order) \(random.number(0...9))"
    case 3: return "\(random.number(0...4)) \(order) notes"
    case 4: return "on_time between \(random.number(0...50))% and \(random.number(40...100))%"
    case 5: return "contact \(order) limit"
    case 6: return "reason is one of \(random.pick(["forgot, gone", "short", "unhappy, short"]))"
    case 7: return random.pick(["contract", "proof", "not contract", "pending", "far"])
    case 8:
      return "\(random.pick(["margin", "reason", "until", "promised_in"])) is \(random.pick(["known", "unknown"]))"
    case 9: return "\(random.pick(Self.names)).times \(order) \(random.number(0...2))"
    case 10: return "\(random.pick(Self.names)).days_ago \(order) \(random.number(0...30)) days"
    case 11: return "margin * 2 > amount"
    case 12: return "age \(order) \(random.pick([35, 80, 90]))%"
    case 13: return "mood > 50%"
    case 14: return "held"
    default: return "contact + \(random.number(0...5)) days \(order) limit"
    }
  }
}
