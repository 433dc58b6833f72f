import RecoupAnalysis
import RecoupLanguage
import RecoupRules
import RecoupWire

extension DocumentView {
  /// The edit that gives the document its one layout; null where it has mistakes of grammar.
  func formatting() -> JSON {
    guard case .formatted(let text) = RulesFormatter.format(source) else { return .null }
    let old = source.bytes
    let new = Array(text.utf8)
    if old == new { return .array([]) }
    let (lower, suffix) = DocumentView.common(old, new)
    let replacement = String(decoding: new[lower..<new.count - suffix], as: UTF8.self)
    return .array([
      .object([("range", self.text.range(lower, old.count - suffix)), ("newText", .string(replacement))])
    ])
  }

  /// How many bytes of whole lines two texts have in common at the beginning and at the end.
  private static func common(_ old: [UInt8], _ new: [UInt8]) -> (prefix: Int, suffix: Int) {
    let most = min(old.count, new.count)
    var prefix = 0
    var place = 0
    while place < most, old[place] == new[place] {
      place += 1
      if old[place - 1] == UInt8(ascii: "\n") { prefix = place }
    }
    var suffix = 0
    place = 0
    while place < most - prefix, old[old.count - 1 - place] == new[new.count - 1 - place] {
      place += 1
      // What follows a line end is whole lines, if both texts have the line end before it.
      if old[old.count - place] == UInt8(ascii: "\n") { suffix = place - 1 }
    }
    return (prefix, suffix)
  }

  /// What the document declares.
  func symbols() -> JSON {
    .array(
      outline.declarations.map { declaration in
        let word = declaration.kind.rawValue
        let isTitled = declaration.kind == .include || declaration.kind == .change || declaration.kind == .drop
        let title = declaration.name.isEmpty ? word : isTitled ? "\(word) \(declaration.name)" : declaration.name
        return .object([
          ("name", .string(title)), ("detail", .string(word)),
          ("kind", .integer(DocumentView.symbolKind(declaration.kind))), ("range", range(declaration.span)),
          ("selectionRange", range(declaration.nameSpan)),
        ])
      })
  }

  /// The protocol's number of the kind that comes closest.
  private static func symbolKind(_ kind: Outline.Kind) -> Int {
    switch kind {
    case .setting: 14  // constant
    case .fact: 8  // field
    case .define: 13  // variable
    case .table: 18  // array
    case .action, .change: 12  // function
    case .rule: 24  // event
    case .example: 5  // class
    case .include: 2  // module
    case .language, .currency, .horizon, .drop: 7  // property
    }
  }

  /// The declarations that take several lines.
  func folds() -> JSON {
    .array(
      outline.declarations.compactMap { declaration in
        let start = text.position(of: Int(declaration.span.lower)).line
        let end = text.position(of: Int(declaration.span.upper)).line
        return end > start ? .object([("startLine", .integer(start)), ("endLine", .integer(end))]) : nil
      })
  }

  /// The mends of mistakes, or of what was likely meant otherwise, that lie in a range.
  func mends(from lower: Int, to upper: Int) -> JSON {
    var actions: [JSON] = []
    let findings = program.isCurrent ? program.usable?.findings ?? [] : []
    let all = program.loaded.problems.map { ($0.span, $0.fix) } + findings.map { ($0.span, $0.fix) }
    for (place, fix) in all {
      guard let fix, Int(place.file) == file, Int(fix.span.file) == file,
        Int(place.lower) <= upper, Int(place.upper) >= lower
      else { continue }
      let edit = JSON.object([("range", range(fix.span)), ("newText", .string(fix.replacement))])
      let title =
        fix.replacement.isEmpty
        ? "Leave out `\(source.text(fix.span))`"
        : fix.span.lower == fix.span.upper ? "Insert `\(fix.replacement)`" : "Write `\(fix.replacement)`"
      actions.append(
        .object([
          ("title", .string(title)), ("kind", .string("quickfix")), ("isPreferred", .bool(true)),
          ("edit", .object([("changes", .object([(address, .array([edit]))]))])),
        ]))
    }
    return .array(actions)
  }
}
