import RecoupRules

extension Checker {
  /// Finds circles that lead through the default of a fact; others were found when the definitions were checked.
  mutating func checkCircles() {
    var isDone = Set<Expression.Kind>()
    for index in facts.indices where facts[index].defaultValue != nil {
      var path: [Expression.Kind] = []
      visit(.fact(index), &path, &isDone)
    }
  }

  private mutating func visit(
    _ kind: Expression.Kind, _ path: inout [Expression.Kind], _ isDone: inout Set<Expression.Kind>
  ) {
    if isDone.contains(kind) { return }
    if path.count > Checker.deepest {
      if !problems.contains(where: { $0.code == .tooDeep }) { problems.append(.tooFar(at: place(of: kind))) }
      return
    }
    if let start = path.firstIndex(of: kind) {
      reportCircle(path[start...].map { (name(of: $0), place(of: $0)) })
      return
    }
    path.append(kind)
    for value in values(of: kind) {
      for mentioned in value.mentioned() { visit(mentioned, &path, &isDone) }
    }
    path.removeLast()
    isDone.insert(kind)
  }

  /// Reports a circle at the name in it that stands outermost: what is included was right before.
  mutating func reportCircle(_ circle: [(name: String, span: Span)]) {
    var first = 0
    for (index, entry) in circle.enumerated() where entry.span.file < circle[first].span.file { first = index }
    let names = circle[first...] + circle[..<first]
    problems.append(.circularDefinition(names.map { $0.name } + [circle[first].name], at: circle[first].span))
  }

  /// The expressions that give a name its value.
  private func values(of kind: Expression.Kind) -> [Expression] {
    switch kind {
    case .fact(let index): return facts[index].defaultValue.map { [$0] } ?? []
    case .setting(let index): return checked(merged.settings[index].name.text)
    case .definition(let index): return checked(merged.definitions[index].name.text)
    case .table(let index): return tables[index]?.expressions ?? []
    default: return []
    }
  }

  private func checked(_ name: String) -> [Expression] {
    if case .done(let value?, _) = progress[name] { return [value] }
    return []
  }

  private func name(of kind: Expression.Kind) -> String {
    switch kind {
    case .fact(let index): facts[index].name
    case .setting(let index): merged.settings[index].name.text
    case .definition(let index): merged.definitions[index].name.text
    case .table(let index): merged.tables[index].name.text
    default: ""
    }
  }

  private func place(of kind: Expression.Kind) -> Span { merged.entries[name(of: kind)]?.span ?? .none }

  /// The name of something in a given's value that is no plain value, if any.
  func variable(in value: Expression) -> String? {
    for kind in value.mentioned() {
      if case .times(let action) = kind { return merged.actions[action].name.text + ".times" }
      if case .daysAgo(let action) = kind { return merged.actions[action].name.text + ".days_ago" }
      return name(of: kind)
    }
    return nil
  }
}
