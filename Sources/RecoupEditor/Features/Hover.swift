import RecoupLanguage
import RecoupRules
import RecoupWire

extension Place {
  /// What a name means, what its value is and where that comes from.
  func hover() -> JSON {
    guard let mention, let text = meaning(of: mention) else { return .null }
    let contents = JSON.object([("kind", .string("markdown")), ("value", .string(text))])
    return .object([("contents", contents), ("range", document.range(mention.span))])
  }

  private func meaning(of mention: Outline.Mention) -> String? {
    if mention.role == .keyword { return KeywordMeaning.of(mention.name).map { "`\(mention.name)`: \($0)" } }
    if mention.role == .include {
      let shipped = document.workspace.files.shipped.contains(mention.name)
      return shipped ? "The shipped rules `\(mention.name)`: `recoup rules \(mention.name)` shows them." : nil
    }
    guard let symbol = program.symbol(mention) else { return nil }
    var parts = described(symbol)
    if parts.isEmpty { parts = declared(symbol) }
    if parts.isEmpty { return nil }
    if let first = program.declarations(of: symbol).first, program.isShipped(first.file) {
      parts.append("From the shipped rules `\(program.loaded.files[first.file].name)`.")
    }
    return parts.joined(separator: "\n\n")
  }

  /// What the rule book knows, or the last one that there was.
  private func described(_ symbol: Symbol) -> [String] {
    guard let usable = program.usable else { return [] }
    let words = HoverWords(usable)
    let book = usable.book
    switch symbol {
    case .value(let name):
      if let fact = book.facts.first(where: { $0.name == name }) { return words.fact(fact) }
      if let setting = book.settings.first(where: { $0.name == name }) { return words.setting(setting) }
      if let definition = book.definitions.first(where: { $0.name == name }) { return words.definition(definition) }
      if let table = book.tables.first(where: { $0.name == name }) { return words.table(table) }
      return []
    case .action(let name): return book.actions.first { $0.name == name }.map { words.action($0) } ?? []
    case .word(let name, let fact):
      guard let fact = book.facts.first(where: { $0.name == fact }),
        let word = fact.words.first(where: { $0.name == name })
      else { return [] }
      return words.word(word, of: fact)
    case .rule(let name): return book.rules.first { $0.name.original == name }.map { words.rule($0) } ?? []
    }
  }

  /// The declaration as it is written, where there is no rule book that knows it.
  private func declared(_ symbol: Symbol) -> [String] {
    let found: (file: Int, declaration: Outline.Declaration)? =
      switch symbol {
      case .value(let name): program.declaration(name, [.fact, .setting, .define, .table])
      case .action(let name): program.declaration(name, [.action])
      case .word(_, let fact): program.declaration(fact, [.fact])
      case .rule(let name): program.declaration(name, [.rule])
      }
    return found.map { [Markdown.block(program.loaded.files[$0.file].text($0.declaration.span))] } ?? []
  }
}
