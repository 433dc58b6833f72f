import RecoupLanguage
import RecoupRules
import RecoupWire

extension Place {
  /// Names that the weighing reads: another name would be another meaning.
  private static let weighed = ["claim", "goodwill", "hour", "cost_of_money"]

  /// The range of the name that can be given another one, or why it cannot.
  func prepareRename() throws(Refusal) -> JSON {
    let (mention, _, _) = try renamable()
    return .object([("range", document.range(nameSpan(mention))), ("placeholder", .string(mention.name))])
  }

  /// The edits that give the name another one.
  func rename(to name: String) throws(Refusal) -> JSON {
    let (mention, symbol, places) = try renamable()
    if name == mention.name { return .object([("changes", .object([]))]) }
    let replacement = try spelled(name, symbol)
    for program in document.workspace.programs where program.file(document.source.identity) != nil {
      if let taken = taken(name, symbol, program) { throw Refusal(.requestFailed, taken) }
    }
    var changes: [(name: String, value: JSON)] = []
    for place in places {
      guard let address = document.workspace.address(place.file, of: place.program) else { continue }
      let span = place.mention.span
      let range = place.program.text(place.file).range(Int(span.lower), Int(span.upper))
      let edit = JSON.object([("range", range), ("newText", .string(replacement))])
      if let index = changes.firstIndex(where: { $0.name == address }) {
        changes[index].value = .array((changes[index].value.elements ?? []) + [edit])
      } else {
        changes.append((address, .array([edit])))
      }
    }
    return .object([("changes", .object(changes))])
  }

  private func nameSpan(_ mention: Outline.Mention) -> Span {
    var span = mention.span
    if mention.role == .rule, span.upper - span.lower >= 2 {
      span.lower += 1
      span.upper -= 1
    }
    return span
  }

  private func renamable() throws(Refusal) -> (
    Outline.Mention, Symbol, [(program: Program, file: Int, mention: Outline.Mention)]
  ) {
    guard let mention, mention.role != .include else { throw Refusal(.requestFailed, "there is no name here") }
    let name = mention.name
    if mention.role == .keyword { throw Refusal(.requestFailed, "`\(name)` is a word of the rules language") }
    guard let symbol = program.symbol(mention) else {
      throw Refusal(.requestFailed, "what `\(name)` stands for cannot be told here")
    }
    if case .value = symbol {
      if Fact.builtins.contains(where: { $0.name == name }) {
        throw Refusal(.requestFailed, "`\(name)` is a fact that is always there")
      }
      if Place.weighed.contains(name) {
        throw Refusal(.requestFailed, "`\(name)` is a name that the weighing reads")
      }
    }
    let places = everywhere()
    // Where it is declared, rather than where it is changed or named.
    let shipped = places.filter { $0.program.isShipped($0.file) }
    if let place = shipped.first(where: { $0.mention.isDeclared }) ?? shipped.first {
      let file = place.program.loaded.files[place.file].name
      throw Refusal(.requestFailed, "`\(name)` stands in the shipped rules `\(file)`")
    }
    if !places.contains(where: { $0.mention.isDeclared }) {
      throw Refusal(.requestFailed, "`\(name)` is declared nowhere")
    }
    return (mention, symbol, places)
  }

  /// The new name as it is to stand in the text.
  private func spelled(_ name: String, _ symbol: Symbol) throws(Refusal) -> String {
    if case .rule = symbol {
      var text = "\""
      for character in name {
        switch character {
        case "\"", "\\": text += "\\" + String(character)
        case "\n", "\r", "\r\n": text += "\\n"
        default: text.append(character)
        }
      }
      return text + "\""
    }
    if Outline.isReserved(name) { throw Refusal(.requestFailed, "`\(name)` is a word of the rules language") }
    if !Outline.isName(name) {
      throw Refusal(.requestFailed, "a name is one word of small letters, digits and `_`, and begins with a letter")
    }
    return name
  }

  /// Why a name is not free.
  private func taken(_ name: String, _ symbol: Symbol, _ program: Program) -> String? {
    switch symbol {
    case .value, .action:
      if Fact.builtins.contains(where: { $0.name == name }) { return "`\(name)` is a fact that is always there" }
      if Place.weighed.contains(name) { return "`\(name)` is a name that the weighing reads" }
      if let kind = program.kind(of: name) { return "`\(name)` is the name of another \(kind.word)" }
      let isUsed = !program.places(of: .value(name)).isEmpty || !program.places(of: .action(name)).isEmpty
      return isUsed ? "`\(name)` is used already, though nothing declares it" : nil
    case .word(_, let fact):
      return program.words(of: fact).contains(name) ? "`\(name)` is another word of `\(fact)`" : nil
    case .rule:
      return program.declarations(of: .rule(name)).isEmpty ? nil : "there is another rule of this name"
    }
  }
}

extension Outline.Kind {
  /// What it declares, in a word.
  var word: String {
    switch self {
    case .define: "definition"
    case .language, .currency, .include, .horizon, .setting, .fact, .table, .action, .change, .rule, .drop, .example:
      rawValue
    }
  }
}
