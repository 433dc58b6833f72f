import RecoupQuantities
import RecoupRules

/// A file may replace what it includes. What then no longer fits stands in a file that was right before, and often in one
/// that the user cannot change: the mistake is theirs, so its place is the line that replaced the name.
extension Checker {
  /// Moves each problem that a replaced name or currency brings about in an included file to where it was replaced.
  mutating func blameReplacements() {
    var memory: [String: Bool] = [:]
    let causes = problems.map { cause(of: $0, &memory) }
    if causes.allSatisfy({ $0 == nil }) { return }
    var kept: [Diagnostic] = []
    var byPlace: [Span: Int] = [:]
    for (problem, cause) in zip(problems, causes) where cause == nil {
      byPlace[problem.span] = byPlace[problem.span] ?? kept.count
      kept.append(problem)
    }
    for (problem, cause) in zip(problems, causes) {
      guard let cause else { continue }
      if let known = byPlace[cause.place] {
        kept[known].alsoAt(problem.span, problem.message)
      } else {
        byPlace[cause.place] = kept.count
        kept.append(blame(cause, for: problem))
      }
    }
    problems = kept
  }

  /// What a file says over the head of one that it includes.
  private struct Cause {
    /// The name that it replaces; nil where it is the currency.
    var name: String?
    var place: Span
  }

  private func blame(_ cause: Cause, for problem: Diagnostic) -> Diagnostic {
    guard let name = cause.name else {
      return .currencyOfIncluded(currency?.code ?? "", at: cause.place, amount: problem.span, problem.message)
    }
    var type: ValueType?
    if case .done(let value, _) = progress[name] { type = value?.type }
    return .replacedByOther(
      name, type?.described(facts), at: cause.place, use: problem.span, problem.message)
  }

  /// - Parameter memory: Whether names were replaced by something of another type, as far as that was asked.
  private func cause(of problem: Diagnostic, _ memory: inout [String: Bool]) -> Cause? {
    switch problem.code {
    case .typeMismatch, .percentWithoutBase, .missingUnit, .wordComparison:
      if merged.replaced.isEmpty { return nil }
      var seen: Set<String> = []
      for span in [problem.span] + problem.notes.compactMap({ $0.span }) where span.file == problem.span.file {
        if let cause = cause(in: span, &seen, &memory, within: problem.span.file) { return cause }
      }
      return nil
    case .wrongCurrency:
      let declared = merged.currencies.lazy.compactMap { $0 }.first { Currency(code: $0.text) == currency }
      return declared.flatMap { isAbove($0.span, problem.span.file) ? Cause(name: nil, place: $0.span) : nil }
    default: return nil
    }
  }

  /// Whether a place is in a file that includes another one.
  private func isAbove(_ place: Span, _ file: Int32) -> Bool {
    place.file >= 0 && place.file != file && includes[Int(place.file)].contains(Int(file))
  }

  /// The first replaced name that a stretch of text names, or that something it names is made of.
  private func cause(
    in span: Span, _ seen: inout Set<String>, _ memory: inout [String: Bool], within file: Int32
  ) -> Cause? {
    var rest = [span]
    while let next = rest.popLast() {
      for name in names(in: next) where seen.insert(name).inserted {
        guard let place = merged.entries[name]?.span else { continue }
        if isAbove(place, file) {
          let isOther = memory[name] ?? isOfOtherType(name)
          memory[name] = isOther
          if isOther { return Cause(name: name, place: place) }
        }
        rest += values(of: name)
      }
    }
    return nil
  }

  /// Whether a name was replaced by something of another type.
  private func isOfOtherType(_ name: String) -> Bool {
    guard let old = merged.replaced[name], case .done(let value?, _) = progress[name] else { return false }
    // What is found on the way has been reported, or is no longer there to be wrong.
    var trial = self
    switch old {
    case .expression(let expression): return trial.check(expression)?.type != value.type
    case .table(let table): return trial.checkTable(0, table)?.type != value.type
    }
  }

  /// Where the expressions stand that give a name its value.
  private func values(of name: String) -> [Span] {
    switch merged.entries[name]?.entry {
    case .definition(let index): return [merged.definitions[index].value.span]
    case .setting(let index): return [merged.settings[index].value.span]
    case .table(let index): return merged.tables[index].rows.map { $0.value.span }
    case .fact, .builtin, .action, nil: return []
    }
  }

  /// The words of a stretch of text that could be names.
  private func names(in span: Span) -> [String] {
    files[Int(span.file)].source.bytes[Int(span.lower)..<Int(span.upper)].split { !Lexer.isNamePart($0) }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
