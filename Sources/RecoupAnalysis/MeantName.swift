public import RecoupLanguage
public import RecoupRules

/// A name of the outermost file that nothing reads, and that likely was to replace one of an included file.
public struct MeantName: Hashable, Sendable {
  /// Where the name stands.
  public var span: Span
  /// The included name that was meant.
  public var name: String
  /// Whether both are declared by the same word, so that the one can replace the other.
  public var isSameKind: Bool

  /// The mend, where there is one.
  public var fix: Diagnostic.Edit? { isSameKind ? Diagnostic.Edit(span: span, replacement: name) : nil }

  /// All such names, settings first, then facts and definitions, each in the order of the book.
  public static func all(in book: RuleBook) -> [MeantName] {
    let own = Name.all(in: book).filter { $0.span.file == 0 }
    if own.isEmpty { return [] }
    let included = Name.all(in: book).filter { $0.span.file > 0 }
    var read: Set<Expression.Kind> = []
    for expression in book.readExpressions { read.formUnion(expression.mentioned()) }
    // Nobody reads hints by the hundred, and to look for them in a large file takes long.
    return own.lazy.filter { !read.contains($0.reference) }.prefix(200).compactMap { unread in
      let alike = included.filter { $0.isOfType(of: unread, in: book) }
      guard let nearest = NearestName.of(unread.name, among: alike.map { $0.name }),
        let meant = alike.first(where: { $0.name == nearest })
      else { return nil }
      return MeantName(span: unread.span, name: nearest, isSameKind: meant.kind == unread.kind)
    }
  }

  /// A setting, a fact or a definition.
  private struct Name {
    enum Kind { case setting, fact, definition }

    var name: String
    var kind: Kind
    var type: ValueType
    var span: Span
    var reference: Expression.Kind

    static func all(in book: RuleBook) -> [Name] {
      var all: [Name] = []
      for (index, setting) in book.settings.enumerated() {
        all.append(
          Name(
            name: setting.name, kind: .setting, type: setting.value.type, span: setting.span,
            reference: .setting(index)))
      }
      for (index, fact) in book.facts.enumerated() {
        all.append(Name(name: fact.name, kind: .fact, type: fact.type, span: fact.span, reference: .fact(index)))
      }
      for (index, definition) in book.definitions.enumerated() {
        all.append(
          Name(
            name: definition.name, kind: .definition, type: definition.value.type, span: definition.span,
            reference: .definition(index)))
      }
      return all
    }

    /// Whether it has the same type; of two facts with words the same words.
    func isOfType(of other: Name, in book: RuleBook) -> Bool {
      guard case .choice(let fact) = type, case .choice(let otherFact) = other.type else { return type == other.type }
      return book.facts[fact].words.map { $0.name } == book.facts[otherFact].words.map { $0.name }
    }
  }
}

extension Review {
  /// Tells at each name that nothing reads which one was likely meant.
  mutating func tellMeantNames(in book: RuleBook) {
    if !findings.contains(where: { $0.kind == .unusedName && $0.span.file == 0 }) { return }
    let meant = MeantName.all(in: book)
    for index in findings.indices where findings[index].kind == .unusedName {
      guard let found = meant.first(where: { $0.span == findings[index].span }) else { continue }
      findings[index].help = "did you mean `\(found.name)`?"
      findings[index].fix = found.fix
    }
  }
}
