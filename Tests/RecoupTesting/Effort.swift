import Foundation

/// How hard the property tests try.
public enum Effort {
  /// Whether much is asked for, as in a build that is optimized: what takes long in another is tried only then.
  public static var isThorough: Bool { ProcessInfo.processInfo.environment["RECOUP_CASES"] != nil }

  /// The seeds that a property looks at: as many as `usual`, or as `RECOUP_CASES` asks for if that is more.
  ///
  /// `RECOUP_SEED` moves on to others, by the first of them. Where each case takes long, only a `part` of what is asked
  /// for is looked at: one in so many.
  public static func seeds(_ usual: Int, part: Int = 1) -> Range<UInt64> {
    let environment = ProcessInfo.processInfo.environment
    let first = environment["RECOUP_SEED"].flatMap { UInt64($0) } ?? 1
    let count = environment["RECOUP_CASES"].flatMap { Int($0) }.map { $0 / part } ?? usual
    return first..<first + UInt64(max(usual, count))
  }
}
