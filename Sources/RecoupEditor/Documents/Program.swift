import RecoupLanguage
import RecoupRules

/// What a name stands for in a program.
enum Symbol: Hashable {
  case value(String)
  case action(String)
  case word(String, of: String)
  case rule(String)
}

/// A document with all that it includes.
final class Program {
  /// What the editor calls the outermost document.
  let root: String
  let loaded: LoadedRules
  /// The book, or the last one that there was before the mistakes.
  let usable: UsableBook?
  /// Whether `usable` is what the documents say now.
  var isCurrent: Bool { loaded.book != nil }
  private var knownTexts: [Int: TextDocument] = [:]
  private(set) lazy var outlines = loaded.files.map { Outline($0) }
  private lazy var declared = index()

  private struct Index {
    var places: [Symbol: [(file: Int, mention: Outline.Mention)]] = [:]
    var kinds: [String: Outline.Kind] = [:]
    var words: [String: [String]] = [:]
  }

  init(root: String, loaded: LoadedRules, last: UsableBook?) {
    self.root = root
    self.loaded = loaded
    usable = loaded.book.map { UsableBook($0, loaded.files) } ?? last
  }

  func text(_ file: Int) -> TextDocument {
    if let known = knownTexts[file] { return known }
    let text = TextDocument(loaded.files[file].bytes)
    knownTexts[file] = text
    return text
  }

  func file(_ identity: String) -> Int? { loaded.files.firstIndex { $0.identity == identity } }

  /// Whether a file came with the program and stands nowhere on the disk.
  func isShipped(_ file: Int) -> Bool { loaded.files[file].identity.hasPrefix("shipped:") }

  private func index() -> Index {
    var index = Index()
    // Included files come later than those that include them: what is first is the outermost declaration.
    for (file, outline) in outlines.enumerated() {
      for declaration in outline.declarations where index.kinds[declaration.name] == nil {
        switch declaration.kind {
        case .setting, .fact, .define, .table, .action: index.kinds[declaration.name] = declaration.kind
        case .language, .currency, .include, .horizon, .change, .rule, .drop, .example: break
        }
      }
      for mention in outline.mentions where mention.isDeclared {
        let symbol: Symbol
        switch mention.role {
        case .value: symbol = .value(mention.name)
        case .action: symbol = .action(mention.name)
        case .rule: symbol = .rule(mention.name)
        case .word(let fact):
          symbol = .word(mention.name, of: fact)
          if !(index.words[fact] ?? []).contains(mention.name) { index.words[fact, default: []].append(mention.name) }
        case .include, .keyword: continue
        }
        index.places[symbol, default: []].append((file, mention))
      }
    }
    return index
  }

  /// What kind of thing a name is declared as.
  func kind(of name: String) -> Outline.Kind? { declared.kinds[name] }

  /// The words of a choice, in the order of their declaration.
  func words(of fact: String) -> [String] { declared.words[fact] ?? [] }

  /// Where a symbol is declared, the outermost file first.
  func declarations(of symbol: Symbol) -> [(file: Int, mention: Outline.Mention)] { declared.places[symbol] ?? [] }

  /// The declaration that a name belongs to.
  func declaration(_ name: String, _ kinds: [Outline.Kind]) -> (file: Int, declaration: Outline.Declaration)? {
    for (file, outline) in outlines.enumerated() {
      if let found = outline.declarations.first(where: { $0.name == name && kinds.contains($0.kind) }) {
        return (file, found)
      }
    }
    return nil
  }

  /// The fact whose words are meant where `is` stands after a name.
  func choice(_ subject: String) -> String? {
    if declared.words[subject] != nil { return subject }
    guard let book = usable?.book else { return nil }
    let type =
      book.definitions.first { $0.name == subject }?.value.type ?? book.settings.first { $0.name == subject }?.value
      .type
      ?? book.tables.first { $0.name == subject }?.type
    if case .choice(let fact)? = type { return book.facts[fact].name }
    return nil
  }

  /// What a name stands for; nil if that cannot be told.
  func symbol(_ mention: Outline.Mention) -> Symbol? {
    switch mention.role {
    case .value: return .value(mention.name)
    case .action: return .action(mention.name)
    case .rule: return .rule(mention.name)
    case .word(let subject): return choice(subject).map { .word(mention.name, of: $0) }
    case .include, .keyword: return nil
    }
  }

  /// Every place of a symbol, by file and place.
  func places(of symbol: Symbol) -> [(file: Int, mention: Outline.Mention)] {
    var places: [(file: Int, mention: Outline.Mention)] = []
    for (file, outline) in outlines.enumerated() {
      for mention in outline.mentions where self.symbol(mention) == symbol { places.append((file, mention)) }
    }
    return places
  }
}
