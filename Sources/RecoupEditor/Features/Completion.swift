import RecoupLanguage
import RecoupQuantities
import RecoupRules
import RecoupWire

extension Place {
  /// What may be written at the place.
  func completion() -> JSON {
    let (slot, start) = document.outline.slot(at: offset)
    var list = CompletionList(range: document.text.range(start, offset))
    fill(&list, slot)
    return .object([("isIncomplete", .bool(false)), ("items", .array(list.items))])
  }

  private func fill(_ list: inout CompletionList, _ slot: Slot) {
    switch slot {
    case .nothing: break
    case .declaration:
      list.keywords([
        "action", "change", "currency", "define", "drop", "example", "fact", "horizon", "include", "language", "rule",
        "setting", "table",
      ])
    case .keywords(let words): list.keywords(words)
    case .include:
      for name in document.workspace.files.shipped { list.add(name, .file, "the shipped rules `\(name)`") }
    case .currency:
      if let book = program.usable?.book { list.add(book.currency.code, .unit, nil) }
      for code in ["USD", "EUR", "GBP", "CHF", "CAD", "AUD"] { list.add(code, .unit, nil) }
    case .type:
      for type in ["yes or no", "one of ", "money", "days", "days rising", "days falling", "percent", "number"] {
        list.add(type, .keyword, nil)
      }
    case .clause:
      list.keywords([
        "title", "chance", "recovers", "fee", "cost", "effort", "strain", "takes", "at most", "final", "requires",
        "source",
      ])
    case .ruleClause: list.keywords(["when", "then", "because", "source"])
    case .effect:
      actions(&list)
      list.keywords(["never", "only", "wait"])
    case .expectation:
      actions(&list)
      list.keywords(["not", "nothing", "wait"])
    case .action: actions(&list)
    case .row(let key):
      words(&list, of: key)
      list.keywords(["up to", "beyond", "otherwise"])
    case .given:
      values(&list, [.fact, .setting])
      actions(&list)
      list.keywords(["expect"])
    case .word(let subject):
      words(&list, of: subject)
      list.keywords(isChoice(subject) ? ["not", "one of", "known", "unknown"] : ["yes", "no", "known", "unknown"])
    case .expression:
      values(&list, [.fact, .setting, .define, .table])
      actions(&list)
      list.keywords([
        "and", "or", "not", "is", "is known", "is unknown", "is one of", "between", "if", "then", "else", "of", "min",
        "max", "floor", "ceil", "interest", "yes", "no", "days", "because", "source",
      ])
    case .history: list.keywords(["times", "days_ago"])
    }
  }

  private func isChoice(_ subject: String) -> Bool { program.choice(subject) != nil }

  private func actions(_ list: inout CompletionList) { names(&list, [.action]) }

  private func values(_ list: inout CompletionList, _ kinds: [Outline.Kind]) {
    if kinds.contains(.fact) {
      for fact in Fact.builtins { list.add(fact.name, .fact, detail(of: fact.name)) }
    }
    names(&list, kinds)
  }

  private func names(_ list: inout CompletionList, _ kinds: [Outline.Kind]) {
    for outline in program.outlines {
      for declaration in outline.declarations where kinds.contains(declaration.kind) && !declaration.name.isEmpty {
        list.add(declaration.name, CompletionList.Kind(declaration.kind), detail(of: declaration.name))
      }
    }
  }

  private func words(_ list: inout CompletionList, of subject: String) {
    guard let fact = program.choice(subject) else { return }
    let known = program.usable?.book.facts.first { $0.name == fact }
    let language = program.usable?.book.language ?? "en"
    for word in program.words(of: fact) {
      list.add(word, .word, known?.words.first { $0.name == word }?.label?.text(in: language))
    }
  }

  /// A line about a name, by the rule book.
  private func detail(of name: String) -> String? {
    guard let usable = program.usable else { return nil }
    let book = usable.book
    let words = HoverWords(usable)
    func line(_ type: ValueType, _ text: LocalizedText?) -> String {
      words.type(type) + (text.map { ": " + $0.text(in: book.language) } ?? "")
    }
    if let action = book.actions.first(where: { $0.name == name }) { return action.title.text(in: book.language) }
    if let fact = book.facts.first(where: { $0.name == name }) { return line(fact.type, fact.question) }
    if let setting = book.settings.first(where: { $0.name == name }) { return line(setting.value.type, setting.label) }
    if let definition = book.definitions.first(where: { $0.name == name }) { return line(definition.value.type, nil) }
    return book.tables.first { $0.name == name }.map { line($0.type, nil) }
  }
}

/// What is offered, each name once.
struct CompletionList {
  /// What a thing is, by the protocol's numbers.
  enum Kind: Int {
    case fact = 5
    case definition = 6
    case action = 3
    case setting = 21
    case table = 13
    case word = 20
    case keyword = 14
    case file = 17
    case unit = 11

    init(_ kind: Outline.Kind) {
      switch kind {
      case .fact: self = .fact
      case .setting: self = .setting
      case .table: self = .table
      case .action, .change: self = .action
      case .define, .language, .currency, .include, .horizon, .rule, .drop, .example: self = .definition
      }
    }
  }

  /// What the choice replaces.
  let range: JSON
  private(set) var items: [JSON] = []
  private var seen: Set<String> = []

  init(range: JSON) { self.range = range }

  mutating func add(_ name: String, _ kind: Kind, _ detail: String?) {
    guard seen.insert(name).inserted else { return }
    var members: [(name: String, value: JSON)] = [("label", .string(name)), ("kind", .integer(kind.rawValue))]
    if let detail { members.append(("detail", .string(detail))) }
    // What is offered first is what is likeliest.
    let order = String(items.count + 10_000)
    members.append(("sortText", .string(order)))
    members.append(("textEdit", .object([("range", range), ("newText", .string(name))])))
    items.append(.object(members))
  }

  mutating func keywords(_ words: [String]) {
    for word in words {
      add(
        word, .keyword,
        KeywordMeaning.of(word) ?? word.split(separator: " ").first.flatMap { KeywordMeaning.of(String($0)) })
    }
  }
}
