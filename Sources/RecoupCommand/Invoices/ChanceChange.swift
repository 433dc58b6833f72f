import RecoupLanguage
import RecoupRules
import RecoupWire

/// Another chance of an action, as `--if ACTION.chance=23%` asks for it.
struct ChanceChange {
  /// The same as rules that are laid over those that are used.
  let rules: String

  /// Reads one; nil where the name is that of something else.
  init?(_ assignment: String, _ book: RuleBook) throws(Stop) {
    let parts = assignment.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0].hasSuffix(Variation.chance) else { return nil }
    let name = String(parts[0].dropLast(Variation.chance.count))
    if book.action(named: name) == nil { return nil }
    let chance: Int64
    do {
      chance = try ValueReader.read(parts[1], as: .percent, currency: book.currency)
    } catch {
      throw Stop(.usage, "`--if \(assignment)`: \(error.message)")
    }
    if chance < 0 || chance > 1_000_000 {
      throw Stop(.usage, "`--if \(assignment)`: a chance is between 0% and 100%")
    }
    rules = "action \(name) { chance \(parts[1]) }"
  }
}
