import RecoupLanguage
import RecoupRules
import RecoupWire

extension Place {
  /// Where the name is declared; of an include the file; nothing for what the shipped rules declare.
  func definition() -> JSON {
    guard let mention else { return .null }
    if mention.role == .include { return included(mention.name) }
    guard let symbol = program.symbol(mention) else { return .null }
    return .array(program.declarations(of: symbol).compactMap { location($0.file, $0.mention.span, program) })
  }

  private func included(_ name: String) -> JSON {
    let files = document.workspace.files
    guard let path = files.path(name, document.source), let file = program.file(path),
      let address = document.workspace.address(file, of: program)
    else { return .null }
    return .array([.object([("uri", .string(address)), ("range", program.text(file).range(0, 0))])])
  }

  /// Every place of the name in the open documents and the files that they include.
  func references(withDeclaration: Bool) -> JSON {
    .array(
      everywhere().filter { withDeclaration || !$0.mention.isDeclared }.compactMap { place in
        location(place.file, place.mention.span, place.program)
      })
  }

  /// Every place of the name in its document.
  func highlights() -> JSON {
    guard let mention, let symbol = program.symbol(mention) else { return .null }
    let places = program.places(of: symbol).filter { $0.file == document.file }
    return .array(
      places.map { place in
        .object([("range", document.range(place.mention.span)), ("kind", .integer(place.mention.isDeclared ? 3 : 2))])
      })
  }

  private func location(_ file: Int, _ span: Span, _ program: Program) -> JSON? {
    guard let address = document.workspace.address(file, of: program) else { return nil }
    return .object([
      ("uri", .string(address)), ("range", program.text(file).range(Int(span.lower), Int(span.upper))),
    ])
  }

  /// Every place of the name in every program that the document is a part of, each once.
  func everywhere() -> [(program: Program, file: Int, mention: Outline.Mention)] {
    guard let mention, let symbol = program.symbol(mention) else { return [] }
    var places: [(program: Program, file: Int, mention: Outline.Mention)] = []
    var seen: Set<String> = []
    let others = document.workspace.programs.filter { $0 !== program && $0.file(document.source.identity) != nil }
    for program in [program] + others {
      let found = program.places(of: symbol).filter { !seen.contains(program.loaded.files[$0.file].identity) }
      places += found.map { (program, $0.file, $0.mention) }
      seen.formUnion(program.loaded.files.map { $0.identity })
    }
    return places
  }
}
