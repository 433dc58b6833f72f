import Foundation
import RecoupLanguage
import RecoupRules
import RecoupTesting
import Testing

/// How the properties of this folder draw their rule books.
enum Properties {
  /// Seeds from `RECOUP_SEED` on, as many as `RECOUP_CASES` asks for, or a part of them where each takes many decisions.
  static func seeds(_ usual: UInt64, part: UInt64 = 1) -> Range<UInt64> {
    let environment = ProcessInfo.processInfo.environment
    let first = environment["RECOUP_SEED"].flatMap { UInt64($0) } ?? 1
    return first..<first + (environment["RECOUP_CASES"].flatMap { UInt64($0) }.map { $0 / part } ?? usual)
  }

  /// The random rule book of a seed.
  static func book(_ seed: UInt64) throws -> RuleBook {
    let text = RandomRules.text(seed: seed)
    let loaded = RulesLoader.load(SourceFile(name: "seed \(seed)", text: text)) { _, _ in .missing("none") }
    let problems = loaded.problems.map { $0.message }
    return try #require(loaded.book, "seed \(seed): \(problems)\n\(text)")
  }
}
