public import RecoupRules

/// Applies the mends that diagnostics carry, as far as each of them makes the mistakes fewer.
///
/// It goes in rounds: all mends that do not touch each other are tried together, then what came of it is checked again. Of
/// mends that do not lower the number of mistakes by themselves, none is kept.
public struct RulesMender {
  /// A mend that was kept.
  public struct Change: Hashable, Sendable {
    /// The file as it was before the round in which it was mended.
    public var file: SourceFile
    /// What was replaced in it; empty for an insertion.
    public var span: Span
    /// What came instead; empty where something was taken out.
    public var replacement: String
  }

  /// After so many rounds, what is left is left.
  static let mostRounds = 50
  /// More mends than these wait for the next round.
  static let mostAtOnce = 4096
  /// How often the rules are checked in all: where many mends do not mend, no more of them are tried.
  static let mostTrials = 100

  /// The rules with all mends that were kept.
  public private(set) var loaded: LoadedRules
  /// The mends that were kept, round by round, each round by file and place.
  public private(set) var changes: [Change] = []

  private let load: ([String: SourceFile]) -> LoadedRules
  private let isOwn: (SourceFile) -> Bool
  /// The files that were mended, by identity.
  private var mended: [String: SourceFile] = [:]
  private let originals: [SourceFile]
  private var trials = 0

  /// Mends rules.
  ///
  /// - Parameters:
  ///   - load: Reads and checks the rules, with these files in the place of those of the same identity.
  ///   - isOwn: Whether a file may be changed.
  public init(load: @escaping ([String: SourceFile]) -> LoadedRules, isOwn: @escaping (SourceFile) -> Bool) {
    self.load = load
    self.isOwn = isOwn
    loaded = load([:])
    originals = loaded.files
    for _ in 0..<RulesMender.mostRounds {
      let before = loaded
      var kept: [Diagnostic.Edit] = []
      attempt(offers()[...], on: before, &kept)
      if kept.isEmpty { return }
      changes += kept.map { Change(file: before.files[Int($0.span.file)], span: $0.span, replacement: $0.replacement) }
    }
  }

  /// The files that were changed, as they were read and as they are now, in the order in which they were read.
  public var files: [(before: SourceFile, after: SourceFile)] {
    originals.compactMap { file in mended[file.identity].map { (file, $0) } }
  }

  /// The mends on offer that do not touch each other, by file and place.
  private func offers() -> [Diagnostic.Edit] {
    let all = loaded.everyPlace.compactMap { $0.fix }.filter { edit in
      let file = loaded.files[Int(edit.span.file)]
      // Bytes that are no text would be lost in writing.
      return file.firstBadByte == nil && isOwn(file)
    }
    var apart: [Diagnostic.Edit] = []
    for edit in all.sorted(by: { $0.span.isBefore($1.span) }) where apart.count < RulesMender.mostAtOnce {
      if let last = apart.last?.span, last.file == edit.span.file, edit.span.lower <= last.upper { continue }
      apart.append(edit)
    }
    return apart
  }

  /// Tries mends together, or, where that is not all to the good, in halves.
  private mutating func attempt(
    _ edits: ArraySlice<Diagnostic.Edit>, on before: LoadedRules, _ kept: inout [Diagnostic.Edit]
  ) {
    if edits.isEmpty || trials == RulesMender.mostTrials { return }
    trials += 1
    var files = mended
    for (index, file) in before.files.enumerated() {
      let own = (kept + edits).filter { Int($0.span.file) == index }
      if !own.isEmpty { files[file.identity] = file.with(own) }
    }
    let outcome = load(files)
    let won = loaded.everyPlace.count - outcome.everyPlace.count
    if edits.count == 1 ? won > 0 : won == edits.count {
      kept += edits
      loaded = outcome
      mended = files
    } else if edits.count > 1 {
      let middle = edits.startIndex + edits.count / 2
      attempt(edits[..<middle], on: before, &kept)
      attempt(edits[middle...], on: before, &kept)
    }
  }
}

extension Span {
  fileprivate func isBefore(_ other: Span) -> Bool {
    (file, lower, upper) < (other.file, other.lower, other.upper)
  }
}

extension SourceFile {
  /// The file with mends that do not touch each other, in the order of their places.
  fileprivate func with(_ edits: [Diagnostic.Edit]) -> SourceFile {
    var text: [UInt8] = []
    var place = 0
    for edit in edits {
      text += bytes[place..<Int(edit.span.lower)]
      text += edit.replacement.utf8
      place = Int(edit.span.upper)
    }
    text += bytes[place...]
    return SourceFile(name: name, identity: identity, bytes: text)
  }
}
