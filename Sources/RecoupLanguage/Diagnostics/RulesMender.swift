public import RecoupRules

/// Applies the mends that diagnostics carry, as far as each of them makes the mistakes fewer.
///
/// It goes in rounds: all mends that do not touch each other are tried together, then what came of it is checked again. Of
/// mends that do not lower the number of mistakes by themselves, all of one declaration are tried together, and with what
/// they bring to light there: `reson is forgt` has one mistake, and another one once `reason` is right.
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
  /// How often what mends of a declaration bring to light there is mended in turn.
  static let mostLayers = 5
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
  ///   - hints: What is likely meant otherwise in rules that have no mistake.
  public init(
    load: @escaping ([String: SourceFile]) -> LoadedRules, isOwn: @escaping (SourceFile) -> Bool,
    hints: (RuleBook) -> [Diagnostic.Edit] = { _ in [] }
  ) {
    self.load = load
    self.isOwn = isOwn
    loaded = load([:])
    originals = loaded.files
    for _ in 0..<RulesMender.mostRounds {
      let before = loaded
      var kept: [Diagnostic.Edit] = []
      attempt(offers(of: loaded)[...], on: before, &kept)
      changes += RulesMender.changes(kept, in: before)
      if kept.isEmpty, !mendDeclaration() { break }
    }
    guard let book = loaded.book else { return }
    follow(hints(book))
  }

  private static func changes(_ edits: [Diagnostic.Edit], in loaded: LoadedRules) -> [Change] {
    edits.map { Change(file: loaded.files[Int($0.span.file)], span: $0.span, replacement: $0.replacement) }
  }

  /// The files that were changed, as they were read and as they are now, in the order in which they were read.
  public var files: [(before: SourceFile, after: SourceFile)] {
    originals.compactMap { file in mended[file.identity].map { (file, $0) } }
  }

  /// The mends on offer that do not touch each other, by file and place.
  private func offers(of loaded: LoadedRules) -> [Diagnostic.Edit] {
    apart(loaded.everyPlace.compactMap { $0.fix }, in: loaded)
  }

  /// Those of these edits that may be made together, by file and place.
  private func apart(_ edits: [Diagnostic.Edit], in loaded: LoadedRules) -> [Diagnostic.Edit] {
    let all = edits.filter { edit in
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
    let (files, outcome) = outcome(of: kept + edits, on: before, over: mended)
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

  /// What becomes of rules by edits: the files that are mended then, over those that were before, and all rules.
  private mutating func outcome(
    of edits: [Diagnostic.Edit], on before: LoadedRules, over mended: [String: SourceFile]
  ) -> (files: [String: SourceFile], loaded: LoadedRules) {
    trials += 1
    var files = mended
    for (index, file) in before.files.enumerated() {
      let own = edits.filter { Int($0.span.file) == index }
      if !own.isEmpty { files[file.identity] = file.with(own) }
    }
    return (files, load(files))
  }

  // MARK: Mends that only together make the mistakes fewer

  /// Mends the first declaration whose mends, and those of what they bring to light in it, make the mistakes fewer.
  /// Returns whether there is one.
  private mutating func mendDeclaration() -> Bool {
    var tried: Set<Declaration> = []
    let all = declarations(of: offers(of: loaded), in: loaded)
    for (declaration, _) in all where trials < RulesMender.mostTrials && tried.insert(declaration).inserted {
      var (trial, files, made) = (loaded, mended, [Change]())
      var edits = all.filter { $0.declaration == declaration }.map { $0.edit }
      for _ in 0..<RulesMender.mostLayers {
        if edits.isEmpty || trials == RulesMender.mostTrials { break }
        made += RulesMender.changes(edits, in: trial)
        (files, trial) = outcome(of: edits, on: trial, over: files)
        if trial.everyPlace.count < loaded.everyPlace.count {
          (loaded, mended) = (trial, files)
          changes += made
          return true
        }
        edits = declarations(of: offers(of: trial), in: trial).filter { $0.declaration == declaration }.map { $0.edit }
      }
    }
    return false
  }

  /// A declaration by its file and its place among those of the file, which mends do not change.
  private struct Declaration: Hashable {
    var file: Int32
    var place: Int
  }

  /// In which declaration each of these edits, which are sorted by file and place, is made.
  private func declarations(
    of edits: [Diagnostic.Edit], in loaded: LoadedRules
  ) -> [(declaration: Declaration, edit: Diagnostic.Edit)] {
    var found: [(declaration: Declaration, edit: Diagnostic.Edit)] = []
    var (file, spans, place): (Int32, [Span], Int) = (-1, [], 0)
    for edit in edits {
      if edit.span.file != file {
        (file, place) = (edit.span.file, 0)
        spans = Outline(loaded.files[Int(file)]).declarations.map { $0.span }
      }
      while place < spans.count, spans[place].upper < edit.span.upper { place += 1 }
      if place < spans.count, spans[place].lower <= edit.span.lower {
        found.append((Declaration(file: file, place: place), edit))
      }
    }
    return found
  }

  // MARK: What is no mistake

  /// Makes edits in rules without mistakes, all of them or else those that leave the rules without any.
  private mutating func follow(_ hints: [Diagnostic.Edit]) {
    let edits = apart(hints, in: loaded)
    if edits.isEmpty { return }
    let before = loaded
    var kept: [Diagnostic.Edit] = []
    for group in [edits] + edits.map({ [$0] }) where kept.isEmpty || group.count == 1 {
      if kept.count == edits.count || trials >= RulesMender.mostTrials { break }
      let together = (kept + group)
      let (files, outcome) = outcome(of: together, on: before, over: mended)
      if outcome.book == nil { continue }
      (kept, loaded, mended) = (together, outcome, files)
    }
    changes += RulesMender.changes(kept, in: before)
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
