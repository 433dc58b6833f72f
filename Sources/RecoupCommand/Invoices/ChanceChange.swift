import RecoupLanguage
import RecoupRules
import RecoupWire

/// Another chance of an action, as `--if ACTION.chance=23%` asks for it: the chance that its clause states, before what
/// it is scaled by and before any rule, as everywhere where a chance is varied.
struct ChanceChange {
  /// The same as rules that are laid over those that are used.
  let rules: String

  /// Whether it asks for one.
  static func isOne(_ assignment: String, _ book: RuleBook) -> Bool { action(assignment, book) != nil }

  private static func action(_ assignment: String, _ book: RuleBook) -> Int? {
    let name = assignment.prefix { $0 != "=" }
    guard name.count < assignment.count, name.hasSuffix(Variation.chance) else { return nil }
    return book.action(named: String(name.dropLast(Variation.chance.count)))
  }

  /// Reads one; nil where the name is that of something else.
  ///
  /// - Parameter files: Those of the book, with what the chance is scaled by.
  init?(_ assignment: String, _ book: RuleBook, _ files: [SourceFile]) throws(Stop) {
    guard let action = ChanceChange.action(assignment, book) else { return nil }
    let text = String(assignment.drop { $0 != "=" }.dropFirst())
    let chance: Int64
    do {
      chance = try ValueReader.read(text, as: .percent, currency: book.currency)
    } catch {
      throw Stop(.usage, "`--if \(assignment)`: \(error.message)")
    }
    if chance < 0 || chance > 1_000_000 {
      throw Stop(.usage, "`--if \(assignment)`: a chance is between 0% and 100%")
    }
    var scale = ""
    if let span = book.actions[action].chance.scale?.span, files.indices.contains(Int(span.file)) {
      let expression = files[Int(span.file)].bytes[Int(span.lower)..<Int(span.upper)]
      scale = " scaled by (\(String(decoding: expression, as: UTF8.self)))"
    }
    rules = "action \(book.actions[action].name) { chance \(text)\(scale) }"
  }
}
